// The document closed for a test: what an answer has and the document does not describe is a fault.
// The document itself leaves answers open, since clients pass over what they do not know (the
// change policy); only here nothing may come that it does not say (docs/decisions/0054).

// A schema that is joined with others by allOf must stay open itself, for each would refuse the
// members of the other; who joins them closes the whole. So each stands here twice.
const joined = (name) => `${name}~joined`;

// Every member of a described object is noted when it is met: `met` gets its place.
export function closed_document(document) {
  const out = structuredClone(document);
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    out.components.schemas[name] = closed(schema, name);
    out.components.schemas[joined(name)] = closed(schema, name, true);
  }
  return out;
}

export function closed(schema, place, is_joined = false) {
  if (schema === true || schema === false) return schema;
  const out = { ...schema };
  if (out.$ref && is_joined) out.$ref = joined(out.$ref);
  if (out.properties)
    out.properties = Object.fromEntries(
      Object.entries(out.properties).map(([member, of]) => [
        member,
        { ...closed(of, `${place}.${member}`), met: `${place}.${member}` },
      ]),
    );
  if (out.items) out.items = closed(out.items, `${place}[]`);
  if (out.additionalProperties) out.additionalProperties = closed(out.additionalProperties, place);
  for (const of of ["anyOf", "oneOf"])
    out[of] &&= out[of].map((each) => closed(each, place, is_joined));
  out.allOf &&= out.allOf.map((each) => closed(each, place, true));
  const is_object = out.properties || out.allOf || out.type === "object";
  if (is_object && !is_joined && out.additionalProperties === undefined)
    out.unevaluatedProperties = false;
  return out;
}

// Members that answers described by the document can have.
export function members_of_answers(document) {
  const found = new Set();
  const seen = new Set();
  const visit = (schema, place) => {
    if (!schema || typeof schema !== "object") return;
    if (schema.$ref) {
      const name = schema.$ref.split("/").at(-1);
      if (!seen.has(name)) {
        seen.add(name);
        visit(document.components.schemas[name], name);
      }
    }
    for (const [member, of] of Object.entries(schema.properties ?? {})) {
      found.add(`${place}.${member}`);
      visit(of, `${place}.${member}`);
    }
    visit(schema.items, `${place}[]`);
    visit(schema.additionalProperties, place);
    for (const of of ["anyOf", "oneOf", "allOf"])
      for (const each of schema[of] ?? []) visit(each, place);
  };
  for (const response of answers_of(document))
    for (const [type, content] of Object.entries(response.content ?? {}))
      if (type.endsWith("json")) visit(content.schema, "page");
  return found;
}

function answers_of(document) {
  const own = operations_of(document).flatMap((each) => Object.values(each.responses));
  return [...own, ...Object.values(document.components.responses)];
}

export function operations_of(document) {
  return Object.values(document.paths).flatMap((path) => Object.values(path));
}
