// The five machines once more, written from the contract and not from the tables that the engine
// runs: a pure function from the events of one plan to its states, and to what is wrong with them.

const person = { system: false };
const system = { system: true };
const not_planned = "open reported endorsed infeasible_claimed signed_off infeasible not_reported";

// prettier-ignore
const rows = {
  plans: [
    ["draft", "submit", "agency_review", "secretariat"],
    ["draft", "register", "in_force", "secretariat"],
    ["draft", "cancel", "cancelled", "secretariat"],
    ["agency_review sahli_approval approved", "recall", "draft", "secretariat"],
    ["agency_review", "conclude_review", "sahli_approval", system],
    ["sahli_approval", "conclude_approval", "approved", system],
    ["sahli_approval", "return_to_draft", "draft", system],
    ["sahli_approval", "refuse", "refused", system],
    ["approved", "adopt", "in_force", "secretariat"],
    ["in_force", "supersede", "superseded", system],
    ["in_force", "close", "closed", "secretariat"],
  ],
  reviews: [
    ["pending changes_requested", "confirm", "confirmed", "agency_head"],
    ["pending confirmed", "request_changes", "changes_requested", "agency_head"],
    ["confirmed", "withdraw", "pending", "agency_head"],
    ["pending", "lapse", "lapsed", system],
    ["pending confirmed changes_requested lapsed", "supersede", "superseded", system],
  ],
  approvals: [
    ["pending", "approve", "approved", person],
    ["pending", "approve", "pending", person],
    ["pending", "return_for_changes", "returned", person],
    ["pending", "refuse", "refused", person],
    ["pending approved", "supersede", "superseded", system],
  ],
  targets: [
    ["planned", "open", "open", system],
    ["open", "report", "reported", "agency_staff agency_head"],
    ["reported", "recall", "open", "agency_staff agency_head"],
    ["reported", "endorse", "endorsed", "agency_head"],
    ["reported", "return_to_staff", "open", "agency_head"],
    ["endorsed", "sign_off", "signed_off", "secretariat"],
    ["endorsed infeasible_claimed", "return_for_changes", "open", "secretariat"],
    ["open", "claim_infeasible", "infeasible_claimed", "agency_head"],
    ["infeasible_claimed", "accept_infeasible", "infeasible", "secretariat"],
    ["open", "lapse", "not_reported", system],
    ["open", "restore", "signed_off", system],
    ["open", "restore", "infeasible", system],
    ["open", "restore", "not_reported", system],
    [not_planned, "revise", "open", system],
    ["signed_off infeasible not_reported", "reopen", "open", "secretariat"],
    [`planned ${not_planned}`, "withdraw", "withdrawn", system],
  ],
  reports: [
    ["compiling", "submit", "submitted", "secretariat"],
    ["submitted", "receive", "received", "secretariat"],
    ["submitted", "return_for_changes", "compiling", "secretariat"],
    ["received", "amend", "compiling", "secretariat"],
  ],
};
const initial = {
  plans: "draft",
  reviews: "pending",
  approvals: "pending",
  targets: "planned",
  reports: "compiling",
};
const new_round = ["return_to_staff", "return_for_changes", "reopen", "revise"];
const settled = (review) => ["confirmed", "lapsed"].includes(review.state);

const row_of = ({ resource, command, from, to }) =>
  rows[resource].find(
    ([froms, name, end]) => name === command && end === to && froms.split(" ").includes(from),
  );

// Whether the machine has a way for a person's command from the state, guards aside.
export function may_follow(resource, state, command) {
  return rows[resource].some(
    ([froms, name, , who]) =>
      name === command && froms.split(" ").includes(state) && who !== system,
  );
}

class World {
  constructor(quorums) {
    this.quorums = quorums; // of approvals, by id; 1 where none is told
    this.revisions = new Map();
    for (const name of ["reviews", "approvals", "targets", "reports"]) this[name] = new Map();
    this.current = 0; // revision whose life the last plan event told
    this.faults = [];
  }

  thing(e) {
    return e.resource === "plans"
      ? this.revisions.get(Number(e.data.revision))
      : this[e.resource].get(e.subject);
  }
  open_revision() {
    return [...this.revisions.values()].find((r) =>
      ["draft", "agency_review", "sahli_approval", "approved"].includes(r.state),
    );
  }
  reviews_of(revision) {
    return [...this.reviews.values()].filter(
      (r) => r.revision === revision.number && r.state !== "superseded",
    );
  }
  approvals_of(revision) {
    return [...this.approvals.values()].filter(
      (a) => a.revision === revision.number && a.submission === revision.submission,
    );
  }
  wrong(e, what) {
    this.faults.push({ seq: e.seq, what: `${e.resource}/${e.subject} ${e.command}: ${what}` });
  }
}

// events: of one plan, in order, each {seq, cause, command, by, post, resource, subject, from, to,
// data}. Returns {faults: [{seq, what}], revisions, reviews, approvals, targets, reports}.
export function replay(events, quorums = new Map()) {
  const w = new World(quorums);
  events.forEach((e, i) => {
    if (e.command === "") take_making(w, e);
    else take_command(w, e);
    const next = events[i + 1];
    if (!next || !in_one_breath(e, next)) must_rest(w, e);
  });
  return w;
}

// What a command made due bears its number; what the scheduler did at one instant bears none.
function in_one_breath(e, next) {
  const by_the_scheduler = (x) => x.by === "" && x.cause === 0;
  if (by_the_scheduler(e) && by_the_scheduler(next)) return e.at === next.at;
  return next.cause === (e.cause || e.seq);
}

function take_making(w, e) {
  if (w.thing(e)) w.wrong(e, "made twice");
  if (e.to !== initial[e.resource]) w.wrong(e, `made as ${e.to}`);
  const made = { id: e.subject, state: e.to, changes: 1 };
  if (e.resource === "plans") {
    const number = Number(e.data.revision);
    w.revisions.set(number, { ...made, number, submission: 0, submitter: "" });
    w.current = number;
    return;
  }
  const { submission } = w.revisions.get(w.current);
  Object.assign(made, { revision: w.current, submission, agency: e.data.agency });
  if (e.resource === "approvals") made.votes = [];
  if (e.resource === "targets") made.round = made.rounds = 1;
  w[e.resource].set(e.subject, made);
}

function take_command(w, e) {
  const thing = w.thing(e);
  if (!thing) return w.wrong(e, "on what was never made");
  if (thing.state !== e.from) w.wrong(e, `from ${e.from}, but it stood in ${thing.state}`);
  const row = row_of(e);
  if (!row) w.wrong(e, `no way from ${e.from} to ${e.to}`);
  else check_who(w, e, row[3]);
  guards[e.resource]?.(w, e, thing);
  thing.state = e.to;
  ++thing.changes;
  effects[e.resource]?.(w, e, thing);
}

function check_who(w, e, who) {
  const by_person = e.by !== "";
  if (by_person === (who === system)) w.wrong(e, by_person ? "by a person" : "by nobody");
  if (typeof who === "string" && !who.split(" ").includes(e.post.split("@")[0]))
    w.wrong(e, `by ${e.post}`);
}

const guards = {
  plans(w, e, revision) {
    const approvals = w.approvals_of(revision);
    const last = approvals.at(-1);
    if (e.command === "conclude_review" && !w.reviews_of(revision).every(settled))
      w.wrong(e, "a review is not settled");
    if (
      e.command === "conclude_approval" &&
      !(last && approvals.every((a) => a.state === "approved"))
    )
      w.wrong(e, "a stage is not approved");
    if (e.command === "return_to_draft" && last?.state !== "returned")
      w.wrong(e, "no stage was returned");
    if (e.command === "refuse" && last?.state !== "refused") w.wrong(e, "no stage was refused");
    if (e.command === "close" && [...w.targets.values()].some((t) => !is_final(t)))
      w.wrong(e, "a target is not final");
  },
  reviews(w, e, review) {
    const state = w.revisions.get(review.revision)?.state;
    if (e.command !== "supersede" && state !== "agency_review")
      w.wrong(e, `while the plan was in ${state}`);
  },
  approvals(w, e, approval) {
    const revision = w.revisions.get(approval.revision);
    if (e.command === "supersede") return;
    if (revision?.state !== "sahli_approval")
      w.wrong(e, `while the plan was in ${revision?.state}`);
    if (approval.submission !== revision?.submission) w.wrong(e, "of an earlier submission");
    if (e.command !== "approve") return;
    if (e.by === revision.submitter) w.wrong(e, "by who submitted the plan");
    if (approval.votes.includes(e.by)) w.wrong(e, "voted twice");
    const reached = approval.votes.length + 1 >= (w.quorums.get(e.subject) ?? 1);
    if (reached !== (e.to === "approved")) w.wrong(e, `to ${e.to}, against its quorum`);
  },
  targets(w, e, target) {
    const excluded = {
      endorse: [target.reporter],
      sign_off: [target.reporter, target.endorser],
      accept_infeasible: [target.claimant],
    }[e.command];
    if (excluded?.includes(e.by)) w.wrong(e, "by one whom four eyes exclude");
    if (e.command === "recall" && e.by !== target.reporter) w.wrong(e, "not by who reported");
    if (e.command === "report" && Number(e.data.round) !== target.round)
      w.wrong(e, `in round ${e.data.round} of ${target.round}`);
    if (e.command === "report" && !e.data.files) w.wrong(e, "without evidence");
    if (e.command === "restore" && e.to !== target.last_final) w.wrong(e, "to what it never was");
    if (e.command === "lapse" && target.last_final) w.wrong(e, "though it was final before");
  },
};

const is_final = (t) => ["signed_off", "infeasible", "not_reported", "withdrawn"].includes(t.state);

const effects = {
  plans(w, e, revision) {
    w.current = revision.number;
    if (e.command !== "submit") return;
    ++revision.submission;
    revision.submitter = e.by;
  },
  approvals(w, e, approval) {
    w.current = approval.revision;
    if (e.command === "approve") approval.votes.push(e.by);
  },
  targets(w, e, target) {
    if (e.command === "report") target.reporter = e.by;
    if (e.command === "endorse") target.endorser = e.by;
    if (e.command === "claim_infeasible") target.claimant = e.by;
    if (["sign_off", "accept_infeasible", "lapse"].includes(e.command)) {
      target.last_final = e.to;
      target.last_final_round = target.round;
    }
    if (e.command === "restore") target.round = target.last_final_round;
    if (!new_round.includes(e.command)) return;
    target.round = ++target.rounds;
    target.reporter = target.endorser = target.claimant = undefined;
  },
};

// After a command and all that followed from it nothing may be due any more.
function must_rest(w, e) {
  const revision = w.open_revision();
  if (!revision) return;
  const approvals = w.approvals_of(revision);
  const stuck = (why) => w.wrong(e, `left the plan stuck in ${revision.state}: ${why}`);
  if (revision.state === "agency_review" && w.reviews_of(revision).every(settled))
    stuck("every review is settled");
  if (revision.state !== "sahli_approval") return;
  if (!approvals.length) stuck("nobody is asked to approve");
  else if (approvals.at(-1).state !== "pending") stuck(`its stage is ${approvals.at(-1).state}`);
}

const everybody = ["secretariat", "agencies of plan"];
const of_the_agency = ["agency_staff of agency", "agency_head of agency"];

// What the contract prescribes to be told at once when an event happens: rule, and to whom.
// `agency`: of the subject; the plan's agencies are those that its revision in force names.
// prettier-ignore
export const tellings = {
  "reviews made":             { rule: "review_requested",   to: ["agency_head of agency"] },
  "reviews request_changes":  { rule: "changes_requested",  to: ["secretariat"] },
  "approvals made":           { rule: "approval_requested", to: ["stage"] },
  "plans conclude_approval":  { rule: "plan_approved",      to: ["secretariat"] },
  "plans return_to_draft":    { rule: "plan_returned",      to: ["secretariat"] },
  "plans refuse":             { rule: "plan_refused",       to: ["secretariat"] },
  "plans adopt":              { rule: "plan_adopted",       to: everybody },
  "plans register":           { rule: "plan_adopted",       to: everybody },
  "targets open":             { rule: "target_opened",      to: of_the_agency },
  "targets reopen":           { rule: "target_reopened",    to: of_the_agency },
  "targets revise":           { rule: "target_revised",     to: of_the_agency },
  "targets return_to_staff":  { rule: "target_returned",    to: of_the_agency },
  "targets return_for_changes": { rule: "target_returned",  to: of_the_agency },
  "reports submit":           { rule: "report_submitted",   to: ["parent secretariat"] },
  "reports receive":          { rule: "report_received",    to: ["secretariat"] },
  "reports return_for_changes": { rule: "report_returned",  to: ["secretariat"] },
};
export const telling_of = (e) => tellings[`${e.resource} ${e.command || "made"}`];
