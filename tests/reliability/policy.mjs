// Who may do what, written from the contract's tables of roles and of machines and from nothing
// else: the second opinion that the authorisation battery holds the server against.
//
// Somebody may be there themselves or send a token (`by_token`): that is its owner in everything
// but decisions, and has neither session nor password.
//
// A token with `scopes` comes in only where `opens` says so, before anything else is looked at, and
// one with a region (`bound`) finds nothing outside it and what lies below.
//
// A row of `routes` names the things that the route is tried on, whether somebody sees such a thing
// (`sees`, else 404), whether they may use the route on it (`may`, else 403), and what an answer
// looks like that was let through (`passes`: statuses, or another `verdict`; a change is tried in a
// way that is refused later on, so that nothing changes). Commands come from `machines`.

const nation = "00";
export const parent_of = (region) => (region.includes(".") ? region.split(".")[0] : nation);
const within = (region, top) => top === nation || region === top || region.startsWith(`${top}.`);

const is = (who, ...roles) => roles.includes(who.role);
const watches = (who) => is(who, "sahli", "observer");
const works_for = (who, agency) => is(who, "agency_staff", "agency_head") && who.agency === agency;
const heads = (who, agency) => is(who, "agency_head") && who.agency === agency;
const keeps = (who, region) => is(who, "secretariat") && who.region === region;
export const in_bound = (who, region) => !who.bound || within(region, who.bound);
const administers = (who, region) =>
  is(who, "administrator") && within(region, who.region) && in_bound(who, region);

// A plan with `names`, its agencies, and `submitted`: whether it ever was. Its secretariat sees all
// of it; the parent's what was submitted; so do those who watch from the region or above, and the
// agencies of the region that it names.
export function sees_plan(who, plan) {
  if (!in_bound(who, plan.region)) return false;
  if (keeps(who, plan.region)) return true;
  if (!plan.submitted) return false;
  if (keeps(who, parent_of(plan.region))) return true;
  if (watches(who)) return within(plan.region, who.region);
  return who.region === plan.region && plan.names.some((agency) => works_for(who, agency));
}
const of_plan = (who, thing) => sees_plan(who, thing.plan);
const drafts = (who, plan) => keeps(who, plan.region);
const drafts_it = (who, thing) => drafts(who, thing.plan);

// A file: the lead agency and the region's secretariat always; the receiving secretariat once the
// report that holds it was submitted; who watches what is ordinary, once reported.
export function sees_evidence(who, file) {
  if (!of_plan(who, file.target)) return false;
  const { plan, agency } = file.target;
  if (keeps(who, plan.region) || works_for(who, agency)) return true;
  if (keeps(who, parent_of(plan.region))) return file.target.consolidated;
  return watches(who) && file.classification === "biasa" && file.target.was_reported;
}

function sees_report(who, report) {
  if (!in_bound(who, report.region)) return false;
  if (keeps(who, report.region)) return true;
  if (!report.submitted) return false;
  return (
    keeps(who, parent_of(report.region)) || (watches(who) && within(report.region, who.region))
  );
}

// The directory: the region's secretariat, its administrators and those above, and oneself.
const looks_after = (who, region) =>
  in_bound(who, region) && (keeps(who, region) || administers(who, region));
const sees_user = (who, user) =>
  who.username === user.username || user.regions.some((region) => looks_after(who, region));
const tends = (who, message) => message.regions.some((region) => looks_after(who, region));
const sees_message = (who, message) =>
  (who.username === message.username && message.regions.some((region) => in_bound(who, region))) ||
  tends(who, message);
const sees_post = (who, post) => who.username === post.username || looks_after(who, post.region);

// [from, command, who]: the machines' tables. `who` gets somebody and the thing.
const drafts_plan = (who, plan) => drafts(who, plan);
const heads_it = (who, review) => heads(who, review.agency);
const approves = (who, approval) => is(who, approval.role) && who.region === approval.plan.region;
const fills_in = (who, target) => works_for(who, target.agency);
const heads_lead = (who, target) => heads(who, target.agency);
const verifies = (who, target) => keeps(who, target.plan.region);
const reported_it = (who, target) => who.username === target.reporter;
const sends_up = (who, report) => keeps(who, report.region);
const receives = (who, report) => keeps(who, parent_of(report.region));

export const machines = {
  plans: [
    ["draft", "submit", drafts_plan],
    ["draft", "register", drafts_plan],
    ["draft", "cancel", drafts_plan],
    ["agency_review sahli_approval approved", "recall", drafts_plan],
    ["approved", "adopt", drafts_plan],
    ["in_force", "amend", drafts_plan],
    ["in_force", "close", drafts_plan],
  ],
  reviews: [
    ["pending changes_requested", "confirm", heads_it],
    ["pending confirmed", "request_changes", heads_it],
    ["confirmed", "withdraw", heads_it],
  ],
  approvals: [
    ["pending", "approve", approves],
    ["pending", "return_for_changes", approves],
    ["pending", "refuse", approves],
  ],
  targets: [
    ["open", "report", fills_in],
    ["reported", "recall", reported_it],
    ["reported", "endorse", heads_lead],
    ["reported", "return_to_staff", heads_lead],
    ["endorsed", "sign_off", verifies],
    ["endorsed infeasible_claimed", "return_for_changes", verifies],
    ["open", "claim_infeasible", heads_lead],
    ["infeasible_claimed", "accept_infeasible", verifies],
    ["signed_off infeasible not_reported", "reopen", verifies],
  ],
  reports: [
    ["compiling", "submit", sends_up],
    ["submitted", "receive", receives],
    ["submitted", "return_for_changes", receives],
    ["received", "amend", sends_up],
  ],
};

// Commands of the engine alone, and one of nobody: never to be found.
export const unlisted = {
  plans: ["conclude_review", "supersede", "no_such"],
  reviews: ["lapse", "supersede", "no_such"],
  approvals: ["supersede", "no_such"],
  targets: ["open", "lapse", "restore", "revise", "withdraw", "no_such"],
  reports: ["no_such"],
};

// Approvals and sign-off want a recent sign-in, and a token is none.
const decisions = {
  approvals: ["approve", "return_for_changes", "refuse"],
  targets: ["sign_off", "accept_infeasible"],
};
export const is_decision = (resource, command) => decisions[resource]?.includes(command) ?? false;

// What a command is answered: "404", "403", "403 step_up_required", "state" (409 wrong_state) or
// "yes".
export function command_verdict(who, thing, command) {
  if (!sees(who, thing) || unlisted[thing.resource].includes(command)) return "404";
  const [from, , fits] = machines[thing.resource].find((row) => row[1] === command);
  // No report stands: whether one is its reporter rests on what the state lacks.
  const rests_on_nothing = fits === reported_it && thing.state !== "reported";
  if (!rests_on_nothing && !fits(who, thing)) return "403";
  if (who.by_token && is_decision(thing.resource, command)) return "403 step_up_required";
  return from.split(" ").includes(thing.state) ? "yes" : "state";
}

// What a scope opens: `read` what its person sees, `report` that and what whoever carries a
// target out does with it, `directory` people, posts, agencies and days. Nothing opens a decision,
// a draft, a session or another token.
const directory = /^\/(agencies|users|appointments|holidays|periods)\b/;
const of_everybody = /^\/(session|regions|workflows|kinds)\b/;
const reporting = ["report", "recall"];
export function opens(who, key, command) {
  if (!who.scopes) return true;
  const [method, path] = key.split(" ");
  const has = (...names) => names.some((name) => who.scopes.includes(name));
  if (path.startsWith("/tokens")) return false;
  if (method === "GET")
    return (
      has("read", "report") ||
      (has("directory") && (directory.test(path) || of_everybody.test(path)))
    );
  if (directory.test(path)) return has("directory");
  if (command !== undefined) {
    const unknown = unlisted.targets.includes(command); // not found, by whoever reports at all
    return path.startsWith("/targets") && has("report") && (unknown || reporting.includes(command));
  }
  const reports = ["PATCH /targets/{id}", "POST /targets/{id}/evidence", "DELETE /evidence/{id}"];
  return has("report") && (reports.includes(key) || key === "POST /targets/{id}/comments");
}

const sights = {
  tokens: (who, token) => who.username === token.username || administers(who, token.region),
  plans: sees_plan,
  actions: of_plan,
  reviews: of_plan,
  approvals: of_plan,
  targets: of_plan,
  documents: of_plan,
  evidence: sees_evidence,
  reports: sees_report,
  users: sees_user,
  appointments: sees_post,
  agencies: () => true,
  messages: sees_message,
};
export const sees = (who, thing) => sights[thing.resource](who, thing);

const read = [200];
const nothing_changes = [409, 412, 422];
const everybody = () => true;
const in_person = (who) => !who.by_token;
const stale = { match: 999_999 };
const wrong_body = { body: { no_such_member: 1 } };
const form_without_file = { form: true };

const reading = (things) => ({ things, may: everybody, passes: read });
const changing = (things, may, how = {}) => ({ things, may, passes: nothing_changes, ...how });
const listing = (query = "") => ({ query, may: everybody, passes: read });
const opening = (may, how) => ({ may, passes: nothing_changes, ...how });

const own_kalteng = (region) => (who) => keeps(who, region);

export const routes = {
  "GET /session": listing(),
  "GET /inbox": listing(),
  "GET /plans": listing(),
  "POST /plans": opening(own_kalteng("62.02"), {
    body: { kind: "rad_pks", region: "62.02", year: 2026, title: 7 },
  }),
  "GET /plans/{id}": reading("plans"),
  "PATCH /plans/{id}": changing("plans", drafts, { ...stale, body: { title: "Judul" } }),
  "POST /plans/{id}/amendments": changing("plans", drafts, wrong_body),
  "GET /plans/{id}/history": reading("plans"),
  "GET /plans/{id}/revisions": reading("plans"),
  "GET /plans/{id}/diff": { ...reading("plans"), query: "?from=1&to=1" },
  "GET /plans/{id}/actions": reading("plans"),
  "POST /plans/{id}/actions": changing("plans", drafts, wrong_body),
  "GET /actions/{id}": reading("actions"),
  "PATCH /actions/{id}": changing("actions", drafts_it, { ...stale, body: { title: "Judul" } }),
  "DELETE /actions/{id}": changing("actions", drafts_it, stale),
  "POST /plans/{id}/import": changing("plans", drafts, {
    query: "?format=csv&dry_run=true",
    file: "No,Rencana Aksi\nx,\n",
  }),
  "GET /plans/{id}/export": { ...reading("plans"), query: "?format=csv" },
  "GET /plans/{id}/documents": reading("plans"),
  "POST /plans/{id}/documents": changing("plans", drafts, form_without_file),
  "GET /documents/{id}": reading("documents"),
  "GET /documents/{id}/content": reading("documents"),
  "GET /plans/{id}/reviews": { ...reading("plans"), query: "?all=true" },
  "GET /reviews/{id}": reading("reviews"),
  "GET /plans/{id}/approvals": { ...reading("plans"), query: "?all=true" },
  "GET /approvals/{id}": reading("approvals"),
  "GET /targets": listing(),
  "GET /targets/{id}": reading("targets"),
  "PATCH /targets/{id}": changing("targets", fills_in, { ...stale, body: { achievement: "x" } }),
  "GET /targets/{id}/history": reading("targets"),
  "POST /targets/commands/{command}": { may: everybody, passes: read, bulk: true },
  "GET /targets/{id}/evidence": reading("targets"),
  "POST /targets/{id}/evidence": changing("targets", fills_in, form_without_file),
  "GET /evidence/{id}": reading("evidence"),
  "DELETE /evidence/{id}": changing(
    "evidence",
    (who, file) => works_for(who, file.target.agency),
    stale,
  ),
  "GET /evidence/{id}/content": reading("evidence"),
  "POST /plans/{id}/commands/{command}": { commands: "plans" },
  "POST /reviews/{id}/commands/{command}": { commands: "reviews" },
  "POST /approvals/{id}/commands/{command}": { commands: "approvals" },
  "POST /targets/{id}/commands/{command}": { commands: "targets" },
  "POST /reports/{id}/commands/{command}": { commands: "reports" },
  "GET /plans/{id}/comments": reading("plans"),
  "POST /plans/{id}/comments": changing("plans", everybody, wrong_body),
  "GET /actions/{id}/comments": reading("actions"),
  "POST /actions/{id}/comments": changing("actions", everybody, wrong_body),
  "GET /targets/{id}/comments": reading("targets"),
  "POST /targets/{id}/comments": changing("targets", everybody, wrong_body),
  "GET /reports": listing(),
  "GET /reports/{id}": reading("reports"),
  "PATCH /reports/{id}": changing("reports", sends_up, { ...stale, body: { answers: {} } }),
  "GET /overview": listing("?kind=rad_pks&year=2026"),
  "GET /events": listing("?region=62"),
  "GET /messages": listing(),
  // None of those that are tried has failed.
  "POST /messages/{id}/commands/send_again": {
    ...changing("messages", tends, { body: {} }),
    verdict: "state",
  },
  "GET /rehearsal": { ...listing("?year=2026&region=62&limit=5"), region: "62" },
  "GET /me/calendar": { may: everybody, passes: [200, 404] },
  "POST /me/calendar": opening(everybody, wrong_body),
  "DELETE /me/calendar": { may: everybody, passes: [404, 412], ...stale },
  "GET /tokens": { may: in_person, passes: read },
  "POST /tokens": opening(in_person, wrong_body),
  "GET /tokens/{id}": { ...reading("tokens"), in_person: true },
  "DELETE /tokens/{id}": { ...changing("tokens", everybody, stale), in_person: true },
  "GET /regions": listing(),
  "GET /agencies": listing(),
  "POST /agencies": opening((who) => administers(who, "62.02"), {
    body: { region: "62.02", name: 7, short_name: 7, kind: "opd" },
  }),
  "GET /agencies/{id}": reading("agencies"),
  "PATCH /agencies/{id}": changing("agencies", (who, agency) => administers(who, agency.region), {
    ...stale,
    body: { short_name: "X" },
  }),
  "GET /users": listing(),
  "POST /users": opening((who) => administers(who, "62.02"), {
    body: { username: 7, name: 7, email: 7, region: "62.02" },
  }),
  "GET /users/{id}": reading("users"),
  "PATCH /users/{id}": changing("users", (who, user) => administers(who, user.region), {
    ...stale,
    body: { disabled: false },
  }),
  "POST /users/{id}/activation": changing(
    "users",
    (who, user) => administers(who, user.region),
    wrong_body,
  ),
  "GET /appointments": listing(),
  "POST /appointments": opening((who) => administers(who, "62.02"), {
    body: { user: 7, role: "sahli", region: "62.02" },
  }),
  "GET /appointments/{id}": reading("appointments"),
  "DELETE /appointments/{id}": changing(
    "appointments",
    (who, post) => administers(who, post.region),
    stale,
  ),
  "GET /holidays": listing("?year=2026"),
  "PUT /holidays": opening((who) => administers(who, "62.02"), {
    ...stale,
    query: "?year=2031&region=62.02",
    body: { items: [] },
  }),
  "GET /periods": listing("?region=62.02&kind=rad_pks&year=2026"),
  "PUT /periods": opening((who) => administers(who, "62.02"), {
    ...stale,
    query: "?region=62.02&kind=rad_pks&year=2031",
    body: { items: [] },
  }),
  "GET /upkeep": { may: (who) => is(who, "administrator"), passes: read },
  "GET /workflows": listing(),
  "GET /workflows/{name}": { may: everybody, passes: read, name: "rad_drafting" },
  "GET /workflows/{name}/diagram.svg": { may: everybody, passes: read, name: "rad_drafting" },
  "GET /kinds": listing(),
  "DELETE /session": { may: in_person, passes: [204], ends_sessions: true }, // tried by tokens only
  "POST /session": { public: true, body: {}, passes: [422] },
  "POST /session/step-up": opening(in_person, wrong_body),
  "POST /session/password": opening(in_person, wrong_body),
  "POST /activation": { public: true, body: {}, passes: [422] },
  "GET /openapi.json": { public: true, passes: [200] },
  "GET /kinds/schema.json": { public: true, passes: [200] },
  "GET /calendar.ics": { public: true, query: "?token=none", passes: [404] },
};

// Ids that a list may show: what is shown and not seen is a leak, what is seen and not shown a gap.
export const lists = {
  "/plans": "plans",
  "/targets": "targets",
  "/reports": "reports",
  "/users": "users",
  "/appointments": "appointments",
};
