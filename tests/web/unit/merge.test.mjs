// Two people on one thing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const { changed, is_same, merge } = await load("typed/merge.ts");

test("two people on different fields both win", () => {
  const merged = merge(
    { a: "1", b: "2" },
    { a: "mine", b: "2" },
    { a: "1", b: "theirs" },
  );
  assert.deepEqual(merged, {
    values: { a: "mine", b: "theirs" },
    conflicts: [],
  });
});

test("two people on the same field are both heard, and mine stays on the screen", () => {
  const merged = merge({ a: "1" }, { a: "mine" }, { a: "theirs" });
  assert.deepEqual(merged.conflicts, [
    { field: "a", mine: "mine", theirs: "theirs" },
  ]);
  assert.equal(merged.values.a, "mine");
});

test("the same change by both is no conflict", () => {
  assert.deepEqual(merge({ a: 1 }, { a: 2 }, { a: 2 }).conflicts, []);
});

test("only what differs is sent", () => {
  assert.deepEqual(
    changed({ a: 1, b: [1, 2], c: null }, { a: 1, b: [2, 1], c: null }),
    {
      b: [2, 1],
    },
  );
  assert.ok(is_same(undefined, null));
});
