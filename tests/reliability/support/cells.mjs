// The cells of the authorisation matrix: each is one request of one person, and what the policy
// says of it: "401", "403", "403 step_up_required", "404", "state", "yes".
import { command_verdict, in_bound, machines, opens, routes, sees, unlisted } from "../policy.mjs";
import { upload_form } from "./person.mjs";

const bodies = {
  cancel: { reason: "karena" },
  recall: { reason: "karena" },
  request_changes: { reason: "karena" },
  return_for_changes: { reason: "karena" },
  refuse: { reason: "karena" },
  return_to_staff: { reason: "karena" },
  claim_infeasible: { reason: "karena" },
  register: { decree_number: "1", decree_date: "2026-10-01", decree_scan: "none" },
  adopt: { decree_number: "1", decree_date: "2026-10-01" },
  sign_off: { scores: { administration: 80, substance: 80 } },
  reopen: { reason: "karena", until: "2026-11-30" },
  submit: {},
};
const body_of = (resource, command) =>
  resource === "reports" && command === "submit" ? { gaps: [] } : (bodies[command] ?? {});

const out_of_scope = "403 insufficient_scope";
const split = (key) => key.split(" ");

function* command_cells(key, resource, stage, table) {
  const names = [...new Set(machines[resource].map((row) => row[1])), ...unlisted[resource]];
  for (const thing of stage.of(resource))
    for (const command of names)
      yield {
        key,
        thing,
        method: "POST",
        path: `/${resource}/${thing.id}/commands/${command}?dry_run=true`,
        body: body_of(resource, command),
        match: thing.version,
        expected: (who) =>
          opens(who, key, command) ? table.command_verdict(who, thing, command) : out_of_scope,
        passes: (answer) => is_let_through(answer),
      };
}

const is_let_through = ({ status, json }) =>
  status === 200 || status === 422 || (status === 409 && json.code !== "wrong_state");

// The bulk answers for each item as the single command does; who is asked for one thing is enough.
function* bulk_cells(key, stage, table) {
  for (const thing of stage.of("targets"))
    for (const command of ["endorse", "sign_off"]) yield bulk_cell(key, thing, command, table);
}

const bulk_cell = (key, thing, command, table) => ({
  key,
  thing,
  method: "POST",
  path: `/targets/commands/${command}?dry_run=true`,
  body: { items: [{ id: thing.id, version: thing.version, ...bodies[command] }] },
  expected: (who) =>
    opens(who, key, command) ? table.command_verdict(who, thing, command) : out_of_scope,
  unpack: (answer) => {
    const [item] = answer.json?.items ?? [];
    return item ? { ...answer, status: item.status, json: item.problem } : answer;
  },
  passes: is_let_through,
});

function sent_by(row) {
  if (row.form) {
    const form = upload_form(
      { kind: "laporan_kegiatan" },
      { name: "", type: "text/plain", bytes: Buffer.alloc(0) },
    );
    return { body: form.body, headers: form.headers };
  }
  if (row.file) return { body: row.file, headers: { "Content-Type": "text/csv" } };
  return { body: row.body };
}

function* thing_cells(key, row, stage, table) {
  const [method, pattern] = split(key);
  const things = row.things ? stage.of(row.things) : [null];
  for (const thing of things)
    yield {
      key,
      thing,
      method,
      path: pattern.replace("{id}", thing?.id).replace("{name}", row.name) + (row.query ?? ""),
      ...sent_by(row),
      match: row.match,
      public: row.public,
      ends_sessions: row.ends_sessions,
      expected: (who) => {
        if (!opens(who, key)) return out_of_scope;
        if (row.in_person && who.by_token) return "403";
        if (row.region && !in_bound(who, row.region)) return "404";
        if (thing && !table.sees(who, thing)) return "404";
        return row.may && !row.may(who, thing) ? "403" : (row.verdict ?? "yes");
      },
      passes: ({ status }) => row.passes.includes(status),
    };
}

// Every cell that does not depend on who asks; `table` may be another policy than ours.
export function* cells_of(stage, table = { routes, sees, command_verdict }) {
  for (const [key, row] of Object.entries(table.routes)) {
    if (row.commands) yield* command_cells(key, row.commands, stage, table);
    else if (row.bulk) yield* bulk_cells(key, stage, table);
    else yield* thing_cells(key, row, stage, table);
  }
}

// What an answer amounts to, in the words of the policy.
export function verdict_on(cell, answer) {
  const { status, json } = answer;
  if (status === 401 || status === 404) {
    return cell.passes(answer) && !json?.code?.startsWith("unauth") ? "yes" : String(status);
  }
  if (status === 403) return json?.code === "forbidden" ? "403" : `403 ${json?.code}`;
  if (status === 409 && json?.code === "wrong_state" && cell.path.includes("/commands/"))
    return "state";
  return cell.passes(answer) ? "yes" : `${status} ${json?.code ?? ""}`;
}
