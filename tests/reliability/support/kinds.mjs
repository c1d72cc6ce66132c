// Kinds of plan for the batteries, made from the built-in one: with each a region has a hundred
// years more of plans.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const model = fileURLToPath(new URL("../../../definitions/kinds/rad_pks.json", import.meta.url));

// Of a report: nobody has to answer it, so that no plan waits for that.
const questions = [{ code: "kendala", id: "Apa kendalanya?", en: "What stood in the way?" }];

export const years = { least: 2000, most: 2100 };

// Writes count kinds uji_1 … into the directory; `changes` go into each. Returns their names.
export function write_kinds(directory, count, changes = {}) {
  mkdirSync(directory, { recursive: true });
  const base = JSON.parse(readFileSync(model, "utf8"));
  return Array.from({ length: count }, (_, i) => {
    const name = `uji_${i + 1}`;
    const title = { id: `Rencana Uji ${i + 1}`, en: `Trial Plan ${i + 1}` };
    writeFileSync(
      join(directory, `${name}.json`),
      JSON.stringify({ ...base, name, title, questions, ...changes }, null, 2),
    );
    return name;
  });
}
