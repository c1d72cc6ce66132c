// The OpenAPI document as a judge of answers: finds the operation of a request and validates.
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";

export class Judge {
  constructor(document) {
    this.document = document;
    this.ajv = new Ajv({ strict: false, allErrors: true });
    formats(this.ajv);
    this.ajv.addSchema(document, "api");
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
    const declared = this.resolve(
      operation.responses[answer.status] ??
        (answer.status >= 400 ? operation.responses.default : undefined),
    );
    if (!declared) return [`${answer.status} is not declared`];
    const type = (answer.type ?? "").split(";")[0];
    if (!declared.content) return answer.body ? ["a body where none is declared"] : [];
    const content =
      declared.content[type] ??
      declared.content["*/*"] ??
      declared.content["application/octet-stream"];
    if (!content)
      return [`media type ${type} is not declared, but ${Object.keys(declared.content)}`];
    if (!type.endsWith("json") || !content.schema) return [];
    return this.validate(
      `${method} ${operation.path} ${answer.status} ${type}`,
      content.schema,
      JSON.parse(answer.body),
    );
  }

  validate(key, schema, value) {
    if (!this.compiled.has(key)) {
      const text = JSON.stringify(schema).replaceAll('"#/', '"api#/');
      this.compiled.set(key, this.ajv.compile(JSON.parse(text)));
    }
    const check = this.compiled.get(key);
    return check(value) ? [] : check.errors.map((e) => `${e.instancePath || "/"} ${e.message}`);
  }
}
