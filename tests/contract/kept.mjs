// What was described once stays: the change policy, held by a list of everything that clients may
// lean on. Additions are welcome and are written down by `tests/contract/run --write`.
import { readFileSync, writeFileSync } from "node:fs";
import { members_of_answers } from "./closed.mjs";

const file = new URL("described.txt", import.meta.url);

// `needs` lines are what a request must bring; all others are what a client is promised.
function lines_of(document) {
  const lines = [];
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const name = operation.operationId;
      lines.push(`operation ${name} ${method.toUpperCase()} ${path}`);
      for (const each of operation.parameters ?? []) {
        lines.push(`parameter ${name} ${each.in} ${each.name}`);
        if (each.required) lines.push(`needs ${name} ${each.name}`);
      }
      const body = operation.requestBody?.content["application/json"]?.schema?.$ref;
      if (body) lines.push(...lines_of_body(document, body.split("/").at(-1)));
    }
  for (const member of members_of_answers(document)) lines.push(`answer ${member}`);
  for (const [name, schema] of Object.entries(document.components.schemas))
    for (const word of schema.enum ?? []) lines.push(`word ${name} ${word}`);
  return [...new Set(lines)].sort();
}

function lines_of_body(document, name) {
  const schema = document.components.schemas[name];
  return [
    ...Object.keys(schema.properties ?? {}).map((member) => `body ${name}.${member}`),
    ...(schema.required ?? []).map((member) => `needs ${name}.${member}`),
  ];
}

export function write_described(document) {
  writeFileSync(file, lines_of(document).join("\n") + "\n");
}

// Null when nothing of what was promised is gone, and nothing that was there asks for more.
export function broken_promises(document) {
  const promised = readFileSync(file, "utf8").trimEnd().split("\n");
  const there = new Set(lines_of(document));
  const known = new Set(promised);
  const subjects = new Set(promised.map((line) => line.split(/[ .]/)[1]));
  const gone = promised.filter((line) => !line.startsWith("needs ") && !there.has(line));
  const more = [...there].filter(
    (line) => line.startsWith("needs ") && !known.has(line) && subjects.has(line.split(/[ .]/)[1]),
  );
  return [
    ...gone.map((line) => `is not there any more: ${line}`),
    ...more.map((line) => `asks for more than it did: ${line}`),
  ];
}
