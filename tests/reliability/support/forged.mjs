// A small, true history, as clients and database would tell it: two agencies confirm a plan, Sahli
// approves, it is adopted, a target is reported. Tests forge it, one lie at a time.
import { createHash } from "node:crypto";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const plan = "plan1";

// [by, resource, subject, command, from, to, data, what follows from it]
// prettier-ignore
const story = [
  ["sec", "plans", plan, "", "", "draft", { revision: "1" }],
  ["sec", "plans", plan, "submit", "draft", "agency_review", { revision: "1" }, [
    ["reviews", "r1", "", "", "pending", { agency: "a1" }],
    ["reviews", "r2", "", "", "pending", { agency: "a2" }]]],
  ["head1", "reviews", "r1", "confirm", "pending", "confirmed", {}],
  ["head2", "reviews", "r2", "confirm", "pending", "confirmed", {}, [
    ["plans", plan, "conclude_review", "agency_review", "sahli_approval", { revision: "1" }],
    ["approvals", "p1", "", "", "pending", {}]]],
  ["sahli", "approvals", "p1", "approve", "pending", "approved", {}, [
    ["plans", plan, "conclude_approval", "sahli_approval", "approved", { revision: "1" }]]],
  ["sec", "plans", plan, "adopt", "approved", "in_force", { revision: "1" }, [
    ["targets", "t1", "", "", "planned", {}],
    ["targets", "t1", "open", "planned", "open", {}]]],
  ["staff1", "targets", "t1", "report", "open", "reported", { round: "1", files: "f" }],
  ["head1", "targets", "t1", "endorse", "reported", "endorsed", {}],
];
const posts = {
  sec: "secretariat@k1",
  head1: "agency_head@a1",
  head2: "agency_head@a2",
  staff1: "agency_staff@a1",
  sahli: "sahli@62",
};
// [rule, seq, recipient]
// prettier-ignore
const notices = [
  ["review_requested", 3, "head1"], ["review_requested", 4, "head2"],
  ["approval_requested", 8, "sahli"], ["plan_approved", 10, "sec"],
  ["plan_adopted", 11, "head1"], ["plan_adopted", 11, "head2"], ["plan_adopted", 11, "staff1"],
  ["target_opened", 13, "staff1"], ["target_opened", 13, "head1"],
];

const no_data = { code: 0, out: "" };

function tell_events() {
  const events = [];
  const add = (cause, by, [resource, subject, command, from, to, data]) =>
    events.push({
      ...{ stream: plan, seq: events.length + 1, cause, by, post: posts[by] ?? "" },
      ...{ resource, subject, command, from, to, data, hash: `hash${events.length + 1}` },
    });
  for (const [by, ...told] of story) {
    add(0, by, told);
    const cause = events.length;
    for (const follow of told[6] ?? []) add(cause, "", follow);
  }
  return events;
}

// The versions of things, as far as commands change them.
function tell_ops(events) {
  const versions = {};
  const ops = [];
  for (const e of events) {
    const name = `${e.resource}/${e.subject}`;
    versions[name] = (versions[name] ?? 0) + 1;
    if (e.by === "") continue;
    const made = e.command === "";
    ops.push({
      ...{ op: `op${ops.length + 1}`, actor: e.by, session: `${e.by}#1`, method: "POST" },
      ...{ path: made ? "/plans" : `/${name}/commands/${e.command}`, resource: e.resource },
      ...(made ? {} : { subject: e.subject, command: e.command, seq: e.seq, hash: e.hash }),
      ...{ t_start: ops.length * 10, t_end: ops.length * 10 + 5, outcome: "ok" },
      ...{ status: made ? 201 : 200, id: e.subject, after: versions[name] },
      ...(made ? { revision: 1 } : {}),
    });
  }
  return ops;
}

// Everything that the checker takes, afresh at each call.
export function true_history() {
  const events = tell_events();
  const ops = tell_ops(events);
  ops.push({
    ...{ op: "op99", actor: "head2", session: "head2#1", method: "POST", resource: "reviews" },
    ...{ path: "/reviews/r2/commands/withdraw", subject: "r2", command: "withdraw" },
    ...{ t_start: 500, t_end: 505, outcome: "refused", status: 409 },
  });
  const answers = ops
    .filter((op) => op.outcome === "ok")
    .map((op) => ({ user_id: op.actor, request_key: sha256(op.op), status: op.status }));
  const rows = { events, answers, ...stored(events) };
  const history = events.map(({ seq, command, hash, to }) => ({ seq, command, hash, to }));
  const api = new Map([[plan, { plan: { open_revision: null }, history, ...things(rows) }]]);
  const reads = [
    { session: "head1#1", resource: "reviews", subject: "r1", t_start: 31, t_end: 32, version: 2 },
  ];
  return { ops, reads, before: new Map(), rows, api, proof: { ...no_data } };
}

const things = ({ reviews, approvals, targets }) =>
  structuredClone({ reviews, approvals, targets });

function stored(events) {
  const revision = { plan, number: 1, state: "in_force", submission: 1, submitted_by: "sec" };
  const of_plan = { plan, revision: 1 };
  const appointment = (user) => {
    const [role, place] = posts[user].split("@");
    return { user_id: user, role, agency: place === "62" ? "" : place, region: "" };
  };
  const appointments = Object.keys(posts).map(appointment);
  appointments.find((a) => a.role === "sahli").region = "62";
  return {
    streams: [{ id: plan, seq: events.length, head_hash: events.at(-1).hash }],
    plans: [{ id: plan, version: 5, region: "62" }],
    revisions: [revision],
    reviews: [
      { id: "r1", version: 2, ...of_plan, agency: "a1", state: "confirmed" },
      { id: "r2", version: 2, ...of_plan, agency: "a2", state: "confirmed" },
    ],
    approvals: [
      {
        id: "p1",
        version: 2,
        ...of_plan,
        submission: 1,
        role: "sahli",
        quorum: 1,
        state: "approved",
      },
    ],
    votes: [{ approval: "p1", voter: "sahli" }],
    targets: [
      {
        id: "t1",
        version: 4,
        plan,
        action: "x1",
        state: "endorsed",
        round: 1,
        newest_round: 1,
        placed_in: 1,
      },
    ],
    reports: [],
    actions: [
      { id: "x1", revision: 1, plan, lead_agency: "a1" },
      { id: "x2", revision: 1, plan, lead_agency: "a2" },
    ],
    supports: [],
    agencies: ["a1", "a2", "k1"].map((id) => ({ id, region: "62" })),
    regions: [{ code: "62", parent: "00" }],
    appointments,
    notices: notices.map(([rule_name, event_seq, recipient]) => ({
      ...{ rule_name, event_seq, recipient, plan, message_id: "m1" },
    })),
    messages: [{ id: "m1" }],
  };
}
