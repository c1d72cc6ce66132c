// What is there afterwards: the rows that the history checker wants, read with the database's own
// client, and the same things as the API tells them.
import { join } from "node:path";
import { run_to_end } from "./processes.mjs";

// Numbers are numbers and texts texts on both databases.
// prettier-ignore
const wanted = {
  streams: "SELECT id, seq, head_hash FROM streams",
  events:
    "SELECT stream, seq, cause, name, command, at, by_user, by_post, resource, subject, " +
    "from_state, to_state, data, hash FROM events ORDER BY stream, seq",
  plans: "SELECT id, version, region FROM plans",
  revisions: "SELECT plan, number, state, submission, submitted_by FROM revisions",
  reviews: "SELECT id, version, plan, revision, agency, state FROM reviews",
  approvals:
    "SELECT id, version, plan, revision, submission, role, quorum, state FROM approvals",
  votes: "SELECT approval, voter FROM votes",
  targets:
    "SELECT id, version, plan, action, state, round, newest_round, placed_in FROM " +
    "targets",
  reports: "SELECT id, version, plan, state, answers FROM reports",
  actions: "SELECT id, revision, plan, lead_agency FROM actions",
  supports: "SELECT action, revision, agency FROM action_supports",
  evidence:
    "SELECT e.id, e.target, r.round FROM evidence e JOIN round_evidence r ON r.evidence " +
    "= e.id",
  agencies: "SELECT id, region FROM agencies",
  regions: "SELECT code, parent FROM regions",
  appointments: "SELECT user_id, role, agency, region, from_day, to_day FROM appointments",
  // What waited in an older digest was copied into the newest: the copy tells it.
  notices:
    "SELECT rule_name, resource, subject, recipient, event_seq, plan, message_id FROM " +
    "notices WHERE event_seq > 0 AND dropped <> 'gathered'",
  messages: "SELECT id FROM messages",
  answers: "SELECT user_id, request_key, status FROM idempotency",
};
const numbers = new Set([
  ...["seq", "cause", "at", "version", "number", "revision", "submission", "quorum", "round"],
  ...["newest_round", "placed_in", "event_seq", "status"],
]);

const ask = {
  sqlite(office, sql) {
    const file = join(office.data, "rampung.db");
    const done = run_to_end(["sqlite3", "-readonly", "-json", file, sql]);
    if (done.code !== 0) throw new Error(`${sql}: ${done.err}`);
    return JSON.parse(done.out || "[]");
  },
  mariadb(office, sql) {
    const [head, ...lines] = office.mariadb.execute(sql, "office").split("\n").slice(0, -1);
    const columns = (head ?? "").split("\t");
    return lines.map((line) => {
      const cells = line.split("\t").map(unescaped);
      return Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
    });
  },
};
ask.galera = ask.mariadb;
const escapes = { "\\n": "\n", "\\t": "\t", "\\0": "\0", "\\\\": "\\" };
const unescaped = (cell) => cell.replace(/\\[nt0\\]/g, (found) => escapes[found]);

// One query of any kind: rows as objects.
export function rows_of(office, sql) {
  const rows = ask[office.backend](office, sql);
  for (const row of rows)
    for (const name of Object.keys(row)) if (numbers.has(name)) row[name] = Number(row[name]);
  return rows;
}

export function observe_database(office) {
  const rows = {};
  for (const [name, sql] of Object.entries(wanted)) rows[name] = rows_of(office, sql);
  for (const event of rows.events) {
    event.data = JSON.parse(event.data);
    Object.assign(event, { by: event.by_user, post: event.by_post });
    Object.assign(event, { from: event.from_state, to: event.to_state });
  }
  return rows;
}

const busy_ms = 5000;
// Behind the program's back: what no request makes, such as a failure that lies elsewhere.
export function change_rows(office, sql) {
  if (office.backend !== "sqlite") return office.mariadb.execute(sql, "office");
  const file = join(office.data, "rampung.db");
  const done = run_to_end(["sqlite3", "-cmd", `.timeout ${busy_ms}`, file, sql]);
  if (done.code !== 0) throw new Error(`${sql}: ${done.err}`);
}

// The last event of every stream, to be told from what comes later.
export function heads(office) {
  return new Map(rows_of(office, "SELECT id, seq FROM streams").map((s) => [s.id, s.seq]));
}

// Plans as somebody who sees them all is told: Map of id to {plan, history, reviews, approvals,
// targets}.
export async function observe_api(by, plans) {
  const told = new Map();
  for (const id of plans)
    told.set(id, {
      plan: await by.get(`/plans/${id}`),
      history: await by.all(`/plans/${id}/history`),
      reviews: await by.all(`/plans/${id}/reviews?all=true`),
      approvals: await by.all(`/plans/${id}/approvals?all=true`),
      targets: await by.all(`/targets?plan=${id}`),
    });
  return told;
}
