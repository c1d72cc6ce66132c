// Under which step an item of the inbox stands, and whether that step is mine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const { step_of } = await load("parts/waiting.ts");

const may = (name, ...needs) => ({ name, allowed: true, needs, who: null });
const closed = (name, ...names) => ({
  name,
  allowed: false,
  needs: [],
  who: [{ role: "agency_staff", agency: null, region: null, names }],
});
const told = (commands, name = "Lina") => {
  const step = step_of({ commands }, name);
  return [step.name, step.is_mine];
};

test("an item stands under the step that moves it on", () => {
  const commands = [may("return", "reason"), may("sign_off")];
  assert.deepEqual(told(commands), ["sign_off", true]);
});

test("where something is missing, the step is still mine", () => {
  const commands = [
    closed("report", "Yuni", "Lina"),
    may("claim_infeasible", "reason"),
  ];
  assert.deepEqual(told(commands), ["report", true]);
});

test("who could only say why nothing comes is told whose step it is", () => {
  const commands = [
    closed("report", "Yuni"),
    may("claim_infeasible", "reason"),
  ];
  assert.deepEqual(told(commands), ["report", false]);
});

test("the step of a post that nobody holds is not mine", () => {
  const commands = [closed("report"), may("claim_infeasible", "reason")];
  assert.deepEqual(told(commands), ["report", false]);
});

test("a step with a reason is mine where nothing else leads on", () => {
  assert.deepEqual(told([may("reopen", "reason")]), ["reopen", true]);
  assert.deepEqual(told([]), ["", true]);
});
