// What changed between two wordings, and how a period's targets got done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const { word_diff } = await load("parts/diff.ts");
const { burn_up } = await load("oversight/burn_up.ts");
const { read_suggestion, write_suggestion } = await load(
  "review/action_text.ts",
);

const told = (kind, pieces) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map((piece) => piece.text)
    .join("");

test("words that were put in are marked, the others stay", () => {
  assert.deepEqual(word_diff("Tim terbentuk", "Tim kecamatan terbentuk"), [
    { kind: "same", text: "Tim" },
    { kind: "ins", text: " kecamatan" },
    { kind: "same", text: " terbentuk" },
  ]);
});

test("the pieces add up to the new wording, whatever the two texts", () => {
  for (const [before, after] of [
    ["", "a b"],
    ["a b", ""],
    ["a b c", "c b a"],
    ["satu\n dua tiga", "satu dua"],
  ])
    assert.equal(told("del", word_diff(before, after)), after);
});

test("a suggestion says which column it is for, and one without says so", () => {
  const written = write_suggestion("target/B04", "12");
  assert.deepEqual(read_suggestion(written), {
    field: "target/B04",
    text: "12",
  });
  assert.deepEqual(read_suggestion("Lebih jelas: ya"), {
    field: null,
    text: "Lebih jelas: ya",
  });
});

test("a target that comes back is no longer counted as reported", () => {
  const move = (at, id, to) => ({
    at,
    to,
    subject: { resource: "targets", id },
  });
  const steps = burn_up(
    [
      move("2026-04-01T01:00:00Z", "a", "reported"),
      move("2026-04-02T01:00:00Z", "a", "open"),
    ],
    new Set(["a"]),
    (state) => state !== "open",
    () => false,
  );
  assert.deepEqual(
    steps.map((step) => step.reported),
    [1, 0],
  );
});

test("a suggestion for a column of the kind's own says its Indonesian word, and finds it", () => {
  const own = [
    {
      code: "program",
      name: { id: "Program", en: "Programme" },
      type: "text",
      choices: [],
      required: true,
    },
  ];
  const written = write_suggestion("columns/program", "Damai: selalu", own);
  assert.equal(written, "Program: Damai: selalu");
  assert.deepEqual(read_suggestion(written, own), {
    field: "columns/program",
    text: "Damai: selalu",
  });
  assert.equal(read_suggestion(written).field, null);
});
