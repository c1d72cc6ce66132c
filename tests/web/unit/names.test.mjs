// What the pages name by themselves, the tables know.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const names = await load("words/names.ts");
const golden = readFileSync(
  new URL("../../definitions/persisted_names.golden", import.meta.url),
  "utf8",
);
const machine_of = {
  plan: "plans",
  review: "reviews",
  target: "targets",
};

// Of the golden file: resource to its words, as "state open" or "command report".
const words = {};
let current;
for (const line of golden.split("\n")) {
  const machine = line.match(/^machine \w+ on (\w+)/);
  if (machine) current = words[machine[1]] = new Set();
  const word = line.match(/^ +(state|command) (\w+)/);
  if (word) current.add(`${word[1]} ${word[2]}`);
}

test("every state and command that a page names is one of the table's", () => {
  const lists = Object.entries(names).filter(([, list]) => typeof list === "object");
  assert.ok(lists.length >= 5, "nothing is named");
  for (const [list, entries] of lists) {
    const [thing, kind] = list.split("_");
    for (const [key, name] of Object.entries(entries)) {
      assert.equal(key, name);
      assert.ok(words[machine_of[thing]].has(`${kind} ${name}`), `${list}.${name}`);
    }
  }
});
