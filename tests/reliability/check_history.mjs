// The history checker: what clients were told, held against database, API and the reference
// machines. Nine rules; each says of what it finds which rule is broken and where.
import { createHash } from "node:crypto";
import { replay, telling_of } from "./reference.mjs";

const key_ms_kept = 7 * 24 * 60 * 60 * 1000;
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

// found: {ops, reads, before, rows, api, proof}: the record, the last seq of each stream before it
// began (Map), what observe_database and observe_api give, and how `rampung verify` ended ({code,
// out}). Returns [{rule, what}].
export function check_history(found) {
  const c = new Checker(found);
  for (const rule of rules) rule(c);
  return c.faults;
}

class Checker {
  constructor(found) {
    Object.assign(this, found);
    this.faults = [];
    this.streams = group(this.rows.events, (e) => e.stream);
    this.by_hash = new Map(this.rows.events.map((e) => [e.hash, e]));
    this.new_events = this.rows.events.filter((e) => e.seq > (this.before.get(e.stream) ?? 0));
    this.owner = new Map(); // event → the ok command whose answer names it
    this.played = new Map();
    const quorums = new Map(this.rows.approvals.map((a) => [a.id, a.quorum]));
    for (const [stream, events] of this.streams) this.played.set(stream, replay(events, quorums));
  }
  wrong(rule, what) {
    this.faults.push({ rule, what });
  }
}

function group(list, key) {
  const groups = new Map();
  for (const each of list) {
    const name = key(each);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(each);
  }
  return groups;
}

const said = (op) => `${op.op} (${op.method} ${op.path} by ${op.session})`;
const is_making = (op) =>
  op.method === "POST" && (op.path === "/plans" || /amendments$/.test(op.path));
// A message has no machine: to send it again is no event.
const is_command = (op) =>
  op.command !== undefined &&
  !["messages", undefined].includes(op.resource) &&
  op.subject !== "commands";

// Who, on what, which: by it an event is told from others when no answer names it.
const signature_of_event = (e) => `${e.by}|${e.command ? `${e.subject}|${e.command}` : "made"}`;
const signature_of_op = (op) =>
  `${op.actor}|${is_making(op) ? "made" : `${op.subject}|${op.command}`}`;

// 1. Every command that succeeded is exactly one event, and its key is remembered.
function every_success_is_one_event(c) {
  const kept = new Map(c.rows.answers.map((a) => [`${a.user_id} ${a.request_key}`, a.status]));
  const forgotten_before = c.ops.reduce((most, op) => Math.max(most, op.at ?? 0), 0) - key_ms_kept;
  for (const op of c.ops) {
    if (op.outcome !== "ok" || op.dry_run) continue;
    const status = op.op && kept.get(`${op.actor} ${sha256(op.op)}`);
    if (op.op && status !== op.status && !(op.at < forgotten_before))
      c.wrong(1, `${said(op)}: its key is kept with ${status}`);
    const event = event_of(c, op);
    if (event === undefined) continue;
    if (event === null) {
      c.wrong(1, `${said(op)}: was told seq ${op.seq}, hash ${op.hash}: there is no such event`);
      continue;
    }
    if (c.owner.has(event) && c.owner.get(event).op !== op.op)
      c.wrong(1, `${said(op)}: has the event of ${said(c.owner.get(event))}`);
    if (!c.owner.has(event)) c.owner.set(event, op);
  }
}

// A bulk answer names no events: each thing that it says was done has one that nobody else claims.
function bulk_successes_are_events(c) {
  const free = group(
    c.new_events.filter((e) => !c.owner.has(e)),
    signature_of_event,
  );
  const seen = new Set();
  for (const op of c.ops) {
    if (!op.parts || op.outcome !== "ok" || op.dry_run || seen.has(op.op)) continue;
    if (op.op) seen.add(op.op);
    for (const part of op.parts.filter((each) => each.status === 200)) {
      const event = free.get(`${op.actor}|${part.id}|${op.path.split("/")[3]}`)?.shift();
      if (event) c.owner.set(event, op);
      else c.wrong(1, `${said(op)}: of ${part.id} there is no such event`);
    }
  }
}

// undefined: the op is no command; null: its event is missing or another's.
function event_of(c, op) {
  if (is_making(op)) {
    const made = (e) => e.resource === "plans" && e.command === "" && e.by === op.actor;
    const events = c.streams.get(op.id) ?? [];
    return events.find((e) => made(e) && Number(e.data.revision) === op.revision) ?? null;
  }
  if (!is_command(op)) return undefined;
  const event = c.by_hash.get(op.hash);
  const fits =
    event?.seq === op.seq &&
    event.by === op.actor &&
    event.subject === op.subject &&
    event.command === op.command &&
    event.resource === op.resource;
  return fits ? event : null;
}

// 2. What was refused has no event and keeps no answer. 3. Every event has somebody who asked, or a
// cause, or is the scheduler's.
function nothing_else_happened(c) {
  const unknown = group(
    c.ops.filter((op) => op.outcome === "unknown"),
    signature_of_op,
  );
  const refused = group(
    c.ops.filter((op) => op.outcome === "refused"),
    signature_of_op,
  );
  const kept = new Set(c.rows.answers.map((a) => `${a.user_id} ${a.request_key}`));
  for (const op of c.ops)
    if (
      op.outcome === "refused" &&
      op.op &&
      !op.reuses_key &&
      kept.has(`${op.actor} ${sha256(op.op)}`)
    )
      c.wrong(2, `${said(op)}: refused, but an answer is kept`);
  for (const e of c.new_events) {
    if (c.owner.has(e)) continue;
    const name = `${e.stream} seq ${e.seq} ${e.resource} ${e.command}`;
    if (e.by === "") {
      const cause = c.streams.get(e.stream)[e.cause - 1];
      if (e.cause !== 0 && !(cause && cause.by !== "" && cause.seq < e.seq))
        c.wrong(3, `${name}: its cause ${e.cause} is no command`);
      continue;
    }
    if (unknown.get(signature_of_event(e))?.pop()) continue;
    const no = refused.get(signature_of_event(e))?.[0];
    if (no) c.wrong(2, `${name}: happened though ${said(no)} was refused`);
    else c.wrong(3, `${name} by ${e.by}: nobody asked for it`);
  }
}

// 3, for what is no event: no two saves of one thing were given the same version, and what is
// stored is not older than what was answered.
function every_save_has_its_version(c) {
  const stored = new Map();
  for (const name of ["plans", "reviews", "approvals", "targets", "reports"])
    for (const row of c.rows[name]) stored.set(`${name}/${row.id}`, row.version);
  const seen = new Map();
  for (const op of c.ops) {
    if (op.outcome !== "ok" || op.dry_run || !op.after || !op.id || !op.subject) continue;
    if (!(op.method === "PATCH" || is_command(op))) continue;
    const name = `${op.resource}/${op.id}`;
    if (op.id !== op.subject) continue;
    const twin = seen.get(`${name} ${op.after}`);
    if (twin && twin.op !== op.op)
      c.wrong(3, `${said(op)}: got version ${op.after}, as ${said(twin)}`);
    seen.set(`${name} ${op.after}`, op);
    if (stored.has(name) && stored.get(name) < op.after)
      c.wrong(3, `${said(op)}: was told version ${op.after}, stored is ${stored.get(name)}`);
  }
}

// 4. Every plan counts 1, 2, 3 … without gaps, and its stream knows the last.
function numbered_without_gaps(c) {
  const streams = new Map(c.rows.streams.map((s) => [s.id, s]));
  for (const [id, events] of c.streams) {
    events.forEach((e, i) => {
      if (e.seq !== i + 1) c.wrong(4, `${id}: event ${i + 1} has seq ${e.seq}`);
    });
    const head = streams.get(id);
    if (head?.seq !== events.length || head.head_hash !== events.at(-1).hash)
      c.wrong(4, `${id}: the stream ends with ${head?.seq}, the history with ${events.length}`);
  }
}

// 5. The reference machines, fed with the events, end where the rows are, and find no fault.
function replay_gives_what_is_stored(c) {
  for (const [id, w] of c.played)
    for (const fault of w.faults) c.wrong(5, `${id} seq ${fault.seq}: ${fault.what}`);
  const same = (row, name, has, wanted) => {
    if (has !== wanted) c.wrong(5, `${row.id ?? row.plan}: ${name} is ${has}, replayed ${wanted}`);
  };
  const played = (row, name) => c.played.get(row.plan)?.[name].get(row.id);
  for (const row of c.rows.revisions) {
    const r = c.played.get(row.plan)?.revisions.get(row.number);
    same(row, "state", row.state, r?.state);
    same(row, "submission", row.submission, r?.submission);
    same(row, "submitter", row.submitted_by, r?.submitter);
  }
  for (const name of ["reviews", "approvals", "reports"])
    for (const row of c.rows[name]) {
      same(row, "state", row.state, played(row, name)?.state);
      const changes = played(row, name)?.changes;
      // Answers are saved into a report besides, without an event.
      const saved = (row.answers ?? "{}") !== "{}" && row.version > changes;
      if (!saved) same(row, "version", row.version, changes);
    }
  const votes = group(c.rows.votes, (v) => v.approval);
  for (const row of c.rows.approvals) {
    const wanted = [...(played(row, "approvals")?.votes ?? [])].sort().join();
    same(
      row,
      "votes",
      (votes.get(row.id) ?? [])
        .map((v) => v.voter)
        .sort()
        .join(),
      wanted,
    );
  }
  for (const row of c.rows.targets) {
    const t = played(row, "targets");
    if (!t && row.state === "planned") continue; // drafted, never in force
    same(row, "state", row.state, t?.state);
    same(row, "round", row.round, t?.round);
    same(row, "newest round", row.newest_round, t?.rounds);
  }
}

// 6. What ended before another began stands before it: per plan, by the places that answers name.
function real_time_order(c) {
  const by_plan = group(
    [...c.owner].filter(([e]) => e),
    ([e]) => e.stream,
  );
  for (const [plan, owned] of by_plan) {
    const begun = [...owned].sort((a, b) => a[1].t_start - b[1].t_start);
    const ended = [...owned].sort((a, b) => a[1].t_end - b[1].t_end);
    let next = 0;
    let latest; // of those that had ended
    for (const [event, op] of begun) {
      while (next < ended.length && ended[next][1].t_end < op.t_start) {
        if (!latest || ended[next][0].seq > latest[0].seq) latest = ended[next];
        ++next;
      }
      if (!(latest && latest[0].seq > event.seq)) continue;
      const earlier = `${said(latest[1])} had ended with seq ${latest[0].seq}`;
      c.wrong(6, `${plan}: seq ${event.seq} of ${said(op)} began after ${earlier}`);
    }
  }
}

// 7. What one session reads never goes back, and it sees its own writes.
function sessions_go_forward(c) {
  const looks = c.reads.map((r) => ({ ...r, sees: r.version, read: true }));
  const writes = c.ops
    .filter((op) => op.outcome === "ok" && !op.dry_run && op.after && op.id === op.subject)
    .map((op) => ({ ...op, sees: op.after }));
  const own = group([...looks, ...writes], (x) => `${x.session} ${x.resource}/${x.subject}`);
  for (const [name, all] of own) {
    const ended = [...all].sort((a, b) => a.t_end - b.t_end);
    let next = 0;
    let most = 0;
    for (const look of [...all].sort((a, b) => a.t_start - b.t_start)) {
      while (next < ended.length && ended[next].t_end < look.t_start)
        most = Math.max(most, ended[next++].sees);
      if (look.read && look.sees < most)
        c.wrong(7, `${name}: read version ${look.sees} after it had seen ${most}`);
    }
  }
}

// 8. One notice for each person whom an event's rule names, and no other.
function exactly_the_prescribed_notices(c) {
  const who = directory_of(c.rows);
  const messages = new Set(c.rows.messages.map((m) => m.id));
  const key = (rule, plan, seq, user) => `${rule} ${plan}#${seq} to ${user}`;
  const owed = new Set();
  for (const e of c.new_events) {
    const telling = telling_of(e);
    if (!telling) continue;
    const actor = e.by || c.streams.get(e.stream)[e.cause - 1]?.by;
    for (const user of who.told(telling.to, e))
      if (user !== actor) owed.add(key(telling.rule, e.stream, e.seq, user));
  }
  const there = new Set();
  for (const n of c.rows.notices) {
    if (n.event_seq <= (c.before.get(n.plan) ?? 0)) continue;
    const name = key(n.rule_name, n.plan, n.event_seq, n.recipient);
    if (there.has(name)) c.wrong(8, `${name}: told twice`);
    there.add(name);
    if (!owed.has(name)) c.wrong(8, `${name}: no rule prescribes it`);
    if (!messages.has(n.message_id)) c.wrong(8, `${name}: in no message`);
  }
  for (const name of owed) if (!there.has(name)) c.wrong(8, `${name}: missing`);
}

// Who holds which post, and which agencies belong to what.
function directory_of(rows) {
  const region_of = new Map(rows.agencies.map((a) => [a.id, a.region]));
  const parent = new Map(rows.regions.map((r) => [r.code, r.parent]));
  const plan_region = new Map(rows.plans.map((p) => [p.id, p.region]));
  const lead = new Map(rows.actions.map((a) => [`${a.id} ${a.revision}`, a.lead_agency]));
  const agency = new Map(rows.reviews.map((r) => [r.id, r.agency]));
  for (const t of rows.targets) agency.set(t.id, lead.get(`${t.action} ${t.placed_in}`));
  const stage = new Map(rows.approvals.map((a) => [a.id, a.role]));
  const actions = group(rows.actions, (a) => `${a.plan} ${a.revision}`);
  const supports = group(rows.supports, (s) => `${s.action} ${s.revision}`);
  const holders = (fits) => rows.appointments.filter(fits).map((post) => post.user_id);
  const secretariat = (code) =>
    holders((p) => p.role === "secretariat" && region_of.get(p.agency) === code);
  const in_office = (p, role, of) => p.role === role && p.agency === of;
  const agencies_of = (e) =>
    (actions.get(`${e.stream} ${e.data.revision}`) ?? []).flatMap((a) => [
      a.lead_agency,
      ...(supports.get(`${a.id} ${a.revision}`) ?? []).map((s) => s.agency),
    ]);
  const ways = {
    "agency_head of agency": (e) =>
      holders((p) => in_office(p, "agency_head", agency.get(e.subject))),
    "agency_staff of agency": (e) =>
      holders((p) => in_office(p, "agency_staff", agency.get(e.subject))),
    secretariat: (e) => secretariat(plan_region.get(e.stream)),
    "parent secretariat": (e) => secretariat(parent.get(plan_region.get(e.stream))),
    stage: (e) =>
      holders((p) => p.role === stage.get(e.subject) && p.region === plan_region.get(e.stream)),
    "agencies of plan": (e) => {
      const named = new Set(agencies_of(e).filter(Boolean));
      return holders((p) => named.has(p.agency));
    },
  };
  return { told: (to, e) => new Set(to.flatMap((way) => ways[way](e))) };
}

// 9. The program's own proof finds no fault, and the API tells what the database holds.
function proofs_agree(c) {
  if (c.proof.code !== 0) c.wrong(9, `rampung verify: ${c.proof.code} ${c.proof.out}`);
  for (const [id, told] of c.api) {
    const events = c.streams.get(id) ?? [];
    const line = (e) => `${e.seq} ${e.command ?? ""} ${e.hash} ${e.to}`;
    const other = told.history.find((e, i) => !events[i] || line(e) !== line(events[i]));
    const counts = `${told.history.length} of ${events.length}`;
    if (other || told.history.length !== events.length)
      c.wrong(9, `${id}: the API tells another history (${other?.seq}; ${counts})`);
    for (const name of ["reviews", "approvals", "targets"]) {
      const rows = new Map(c.rows[name].map((row) => [row.id, row]));
      for (const { id: thing, state, version } of told[name]) {
        const row = rows.get(thing);
        if (row?.state !== state || row.version !== version)
          c.wrong(9, `${name}/${thing}: the API tells ${state}, stored is ${row?.state}`);
      }
    }
    const last = c.rows.revisions.filter((r) => r.plan === id).at(-1);
    const open = told.plan.open_revision;
    if (open && open.state !== last?.state)
      c.wrong(9, `plans/${id}: the API tells ${open.state}, stored is ${last?.state}`);
  }
}

const rules = [
  every_success_is_one_event,
  bulk_successes_are_events,
  nothing_else_happened,
  every_save_has_its_version,
  numbered_without_gaps,
  replay_gives_what_is_stored,
  real_time_order,
  sessions_go_forward,
  exactly_the_prescribed_notices,
  proofs_agree,
];
