// The schema of a kind's file as an editor would ask for it, without signing in: every kind of the
// tree is valid by it, and what an editor could find is found.
import { readFileSync, readdirSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);

function kind_files() {
  return ["definitions/kinds/", "definitions/kind_format/", "tests/data/kind_files/"].flatMap(
    (folder) =>
      readdirSync(new URL(folder, root))
        .filter((name) => name.startsWith("rad_") && name.endsWith(".json"))
        .map((name) => folder + name),
  );
}

const read = (file) => JSON.parse(readFileSync(new URL(file, root), "utf8"));

const wrong = {
  "a member nobody knows": (kind) => (kind.colour = "biru"),
  "a member that is missing": (kind) => delete kind.ladder,
  "an unknown colour": (kind) => (kind.classes[0].colour = "ungu"),
  "an unknown type of a column": (kind) => (kind.columns[0].type = "txt"),
  "a choice without choices": (kind) => delete kind.columns[3].choices,
  "choices of a number": (kind) => (kind.columns[1].choices = kind.columns[3].choices),
  "a month that is none": (kind) => (kind.periods[0].from.month = 13),
  "a role that approves nothing": (kind) => (kind.approval_chain[0].role = "observer"),
  "a name that is none": (kind) => (kind.name = "RAD"),
  "a reserved name": (kind) => (kind.name = "schema"),
  "four years": (kind) => (kind.years = 4),
  "a word in one language": (kind) => delete kind.phases[0].en,
};

// note(claim, faults) as the other walks do.
export async function judge_kinds(base, note) {
  const answer = await fetch(`${base}/api/v1/kinds/schema.json`);
  const type = answer.headers.get("content-type") ?? "";
  const told = answer.status === 200 && type.startsWith("application/schema+json");
  note("get_kind_schema 200", told ? [] : [`${answer.status} ${type}`]);
  const valid = new Ajv({ strict: true, allErrors: true }).compile(await answer.json());
  const files = kind_files();
  note("kinds were found", files.length >= 6 ? [] : [files.join(" ")]);
  for (const file of files)
    note(
      `${file} is valid by its schema`,
      valid(read(file)) ? [] : valid.errors.map((each) => `${each.instancePath} ${each.message}`),
    );
  for (const [what, plant] of Object.entries(wrong)) {
    const kind = read("tests/data/kind_files/rad_triwulan.json");
    plant(kind);
    note(`${what} is found by the schema`, valid(kind) ? ["it was not"] : []);
  }
}
