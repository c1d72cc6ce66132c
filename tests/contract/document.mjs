// The OpenAPI document as a judge of answers: finds the operation of a request and validates what
// came: status, headers, media type, body. Closed: what it does not describe is a fault.
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { closed, closed_document } from "./closed.mjs";

// Said before the request is looked at, whatever it asks for (about.md).
const of_any_request = [405, 408, 417, 431, 501, 505];
// Of HTTP itself and of the browser's safety, the same with every answer.
const of_every_answer = new Set(
  (
    "date content-type content-length connection keep-alive cache-control vary content-encoding " +
    "x-content-type-options content-security-policy referrer-policy cross-origin-opener-policy " +
    "cross-origin-resource-policy strict-transport-security transfer-encoding"
  ).split(" "),
);

export class Judge {
  constructor(document) {
    this.document = document;
    this.met = new Set(); // members that answers had, as schema.member
    this.ajv = new Ajv({ strict: false, allErrors: true });
    formats(this.ajv);
    this.ajv.addKeyword({
      keyword: "met",
      schemaType: "string",
      validate: (place) => Boolean(this.met.add(place)),
    });
    this.ajv.addSchema(closed_document(document), "api");
    this.compiled = new Map();
    this.patterns = Object.keys(document.paths)
      .map((path) => ({
        path,
        parameters: (path.match(/\{/g) ?? []).length,
        match: new RegExp("^" + path.replace(/\./g, "\\.").replace(/\{[^}]+\}/g, "[^/]+") + "$"),
      }))
      .sort((a, b) => a.parameters - b.parameters);
  }

  operation(method, target) {
    const path = target.split("?")[0];
    const found = this.patterns.find(
      (p) => p.match.test(path) && this.document.paths[p.path][method],
    );
    return found && { path: found.path, ...this.document.paths[found.path][method] };
  }

  resolve(node) {
    let at = node;
    while (at?.$ref)
      at = at.$ref
        .slice(2)
        .split("/")
        .reduce((o, k) => o[k.replace(/~1/g, "/").replace(/~0/g, "~")], this.document);
    return at;
  }

  // What is wrong with an answer; empty: nothing.
  faults(method, target, answer) {
    const operation = this.operation(method, target);
    if (!operation)
      return answer.status === 404 || answer.status === 405
        ? []
        : [`no operation for ${method} ${target}`];
    const of_status = operation.responses[answer.status];
    if (!of_status && !of_any_request.includes(answer.status))
      return [`${answer.status} is not declared`];
    const declared = this.resolve(of_status ?? operation.responses.default);
    return [
      ...this.header_faults(declared, answer),
      ...this.body_faults(`${method} ${operation.path} ${answer.status}`, declared, answer),
    ];
  }

  header_faults(declared, answer) {
    const described = Object.entries(declared.headers ?? {}).map(([name, header]) => ({
      name: name.toLowerCase(),
      ...this.resolve(header),
    }));
    const known = new Set(described.map((each) => each.name));
    const missing = described.filter((each) => each.required && !(each.name in answer.headers));
    const more = Object.keys(answer.headers).filter(
      (name) => !known.has(name) && !of_every_answer.has(name),
    );
    return [
      ...missing.map((each) => `the header ${each.name} is described and not sent`),
      ...more.map((name) => `the header ${name} is sent and not described`),
    ];
  }

  body_faults(key, declared, answer) {
    const type = (answer.type ?? "").split(";")[0];
    if (!declared.content) return answer.body ? ["a body where none is declared"] : [];
    const content = declared.content[type];
    if (!content)
      return [`media type ${type} is not declared, but ${Object.keys(declared.content)}`];
    if (!type.endsWith("json")) return [];
    if (!content.schema) return [`${type} has no schema`];
    return this.validate(`${key} ${type}`, content.schema, JSON.parse(answer.body));
  }

  validate(key, schema, value) {
    if (!this.compiled.has(key)) {
      const text = JSON.stringify(closed(schema, "page")).replaceAll('"#/', '"api#/');
      this.compiled.set(key, this.ajv.compile(JSON.parse(text)));
    }
    const check = this.compiled.get(key);
    return check(value) ? [] : check.errors.map(in_words);
  }
}

function in_words(error) {
  const more = error.params?.unevaluatedProperty ?? error.params?.allowedValues?.join("|") ?? "";
  return `${error.instancePath || "/"} ${error.message} ${more}`.trim();
}
