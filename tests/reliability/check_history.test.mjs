// The history checker is itself held to account: it passes a true history, and every rule catches
// the lies that it is there for.
import assert from "node:assert/strict";
import test from "node:test";
import { check_history } from "./check_history.mjs";
import { true_history } from "./support/forged.mjs";

const op = (h, name) => h.ops.find((each) => each.op === name);
const event = (h, seq) => h.rows.events[seq - 1];
const row = (h, table, id) => h.rows[table].find((each) => each.id === id);

// [rule that must speak, what is forged, the forgery]
// prettier-ignore
const lies = [
  [1, "an acknowledged command has no event", (h) => { h.rows.events.pop(); }],
  [1, "an answer names another place in the history", (h) => { op(h, "op3").seq = 4; }],
  [1, "an answer names a hash that is nowhere", (h) => { op(h, "op3").hash = "lost"; }],
  [1, "two commands were told the same event", (h) => {
    h.ops.push({ ...op(h, "op3"), op: "op3-again" });
  }],
  [1, "the event is another person's", (h) => { event(h, 5).by = "head2"; }],
  [1, "an acknowledged plan is not there", (h) => { op(h, "op1").id = "plan2"; }],
  [1, "a key was not kept", (h) => { h.rows.answers.splice(2, 1); }],
  [1, "a key is kept with another answer", (h) => { h.rows.answers[2].status = 201; }],
  [1, "a part of a bulk answer has no event", (h) => {
    const bulk = { ...op(h, "op8"), path: "/targets/commands/recall", subject: "commands" };
    const parts = [{ id: "t1", status: 200 }];
    h.ops.push({ ...bulk, op: "bulk", command: undefined, seq: undefined, parts });
  }],
  [2, "a refused command happened", (h) => {
    op(h, "op3").outcome = "refused";
    h.rows.answers.splice(2, 1);
  }],
  [2, "the answer of a refusal is kept", (h) => { op(h, "op8").outcome = "refused"; }],
  [3, "a command happened that nobody gave", (h) => {
    h.ops.splice(h.ops.indexOf(op(h, "op8")), 1);
  }],
  [3, "one unknown command happened twice", (h) => {
    op(h, "op8").outcome = "unknown";
    const twice = { ...event(h, 15), seq: 16 };
    h.rows.events.push(twice);
  }],
  [3, "the engine acted for no reason", (h) => { event(h, 7).cause = 7; }],
  [3, "two saves got one version", (h) => {
    const save = {
      ...op(h, "op7"), method: "PATCH", path: "/targets/t1", command: undefined, after: 3 };
    h.ops.push({ ...save, op: "s1" }, { ...save, op: "s2" });
  }],
  [3, "a save is stored with an older version", (h) => { row(h, "targets", "t1").version = 3; }],
  [4, "a number is missing", (h) => { h.rows.events.splice(5, 1); }],
  [4, "a number is there twice", (h) => { event(h, 6).seq = 5; }],
  [4, "the stream ends elsewhere", (h) => { h.rows.streams[0].seq -= 1; }],
  [4, "the stream's head is another event", (h) => { h.rows.streams[0].head_hash = "hash1"; }],
  [5, "a stored state is not where the history led", (h) => {
    row(h, "reviews", "r1").state = "pending";
  }],
  [5, "a plan did not advance", (h) => { h.rows.revisions[0].state = "approved"; }],
  [5, "a review's version was raised once too often", (h) => {
    row(h, "reviews", "r2").version = 3;
  }],
  [5, "a vote is missing", (h) => { h.rows.votes = []; }],
  [5, "a target lost its round", (h) => { row(h, "targets", "t1").round = 2; }],
  [5, "a plan is stuck after its last review", (h) => {
    h.rows.events = h.rows.events.slice(0, 6);
  }],
  [5, "a plan advanced before its last review", (h) => { event(h, 5).to = "pending"; }],
  [5, "an event has no way in the table", (h) => { event(h, 14).to = "endorsed"; }],
  [5, "an event begins where nothing stood", (h) => { event(h, 6).from = "changes_requested"; }],
  [5, "a head confirmed after the plan had gone on", (h) => {
    const e = h.rows.events; [e[5], e[6]] = [e[6], e[5]];
  }],
  [5, "who reported also endorsed", (h) => { event(h, 15).by = "staff1"; }],
  [5, "a target was reported without evidence", (h) => { delete event(h, 14).data.files; }],
  [5, "staff endorsed", (h) => { event(h, 15).post = "agency_staff@a1"; }],
  [5, "who submitted also approved", (h) => { event(h, 9).by = "sec"; }],
  [6, "a later command stands before an earlier one", (h) => {
    Object.assign(op(h, "op8"), { t_start: 1, t_end: 2 });
  }],
  [7, "a session saw an older version than before", (h) => {
    h.reads.push({ ...h.reads[0], version: 1, t_start: 33, t_end: 34 });
  }],
  [7, "a session did not see its own write", (h) => { h.reads[0].version = 1; }],
  [8, "somebody was not told", (h) => { h.rows.notices.pop(); }],
  [8, "somebody was told twice", (h) => { h.rows.notices.push(h.rows.notices[0]); }],
  [8, "somebody was told whom no rule names", (h) => { h.rows.notices[0].recipient = "staff1"; }],
  [8, "a notice is in no message", (h) => { h.rows.messages = []; }],
  [9, "the program's proof found a fault", (h) => { h.proof = { code: 1, out: "plan 1 seq 2" }; }],
  [9, "the API leaves an event out", (h) => { h.api.get("plan1").history.splice(3, 1); }],
  [9, "the API tells another hash", (h) => { h.api.get("plan1").history[3].hash = "other"; }],
  [9, "the API tells another state", (h) => { h.api.get("plan1").reviews[0].state = "pending"; }],
];

test("a true history passes", () => {
  assert.deepEqual(check_history(true_history()), []);
});

test("an unknown command may have happened, once, or not", () => {
  const happened = true_history();
  op(happened, "op8").outcome = "unknown";
  assert.deepEqual(check_history(happened), []);
  const not = true_history();
  not.ops.push({ ...op(not, "op99"), op: "op98", outcome: "unknown" });
  assert.deepEqual(check_history(not), []);
});

test("a key may be forgotten after a week, not before", () => {
  const day = 24 * 60 * 60 * 1000;
  const faults_after = (days) => {
    const history = true_history();
    history.ops.forEach((each) => (each.at = days * day));
    op(history, "op3").at = 0;
    history.rows.answers.splice(2, 1);
    return check_history(history).map((fault) => fault.rule);
  };
  assert.deepEqual(faults_after(8), []);
  assert.deepEqual(faults_after(6), [1]);
});

for (const [rule, what, forge] of lies)
  test(`rule ${rule} sees that ${what}`, () => {
    const history = true_history();
    forge(history);
    const spoke = check_history(history).map((fault) => fault.rule);
    assert.ok(spoke.includes(rule), `spoke: ${spoke}`);
  });

test("every rule has a lie that it must see", () => {
  assert.deepEqual([...new Set(lies.map(([rule]) => rule))], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
