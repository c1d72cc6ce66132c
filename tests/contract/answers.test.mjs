// Walks the demo as people of every role: reads all that there is, asks what every command would
// say, sends what is wrong, and changes what can be changed; every answer is held against the
// document that the server gives, closed: nothing that it does not describe, and nothing described
// that nobody is answered.
//
//   answers.test.mjs BINARY [--write] [WORD …]   only checks whose name begins with a word count;
//                                                --write keeps examples and what is described
import { askAll } from "./asks.mjs";
import { changeAll } from "./changes.mjs";
import { members_of_answers, operations_of } from "./closed.mjs";
import { Judge } from "./document.mjs";
import { Person, startDemo } from "./demo.mjs";
import { Examples } from "./examples.mjs";
import { broken_promises, write_described } from "./kept.mjs";
import { judge_kinds } from "./kinds.mjs";
import { findings_of } from "./linters.mjs";

const roles = ["secretariat", "agency_head", "agency_staff", "sahli", "observer", "administrator"];
const [binary, ...words] = process.argv.slice(2);
const writes = words.includes("--write");
const demo = await startDemo(binary);
const chosen = words.filter((word) => !word.startsWith("--"));
const is_wanted = (name) => !chosen.length || chosen.some((word) => name.startsWith(word));
const tally = new Map(); // operation and status -> faults
const examples = new Examples();
let judge;

function note(name, faults, part = "answers") {
  const key = `${part}: ${name}`;
  tally.set(key, [...(tally.get(key) ?? []), ...faults]);
}

function seen(method, target, answer, asked) {
  if (!judge) return;
  const operation = judge.operation(method, target);
  const key = `${operation?.operationId ?? method + " " + target.split("?")[0]} ${answer.status}`;
  const faults = judge.faults(method, target, answer);
  if (answer.status >= 500) faults.push("the server failed: " + answer.body);
  note(
    key,
    faults.map((f) => `${f} (${method} ${target})`),
  );
  examples.note(operation, answer, asked);
}

const bodies = {
  reason: "karena",
  decree_number: "1/2026",
  decree_date: "2026-10-20",
  decree_scan: "none",
  scores: { administration: 80, substance: 90 },
  until: "2026-11-20",
  gaps: [],
};

async function readOne(person, resource, id) {
  const answer = await person.ask("GET", `/api/v1/${resource}/${id}`);
  for (const command of answer.json?.commands ?? []) {
    const body = Object.fromEntries(
      command.needs.filter((n) => n in bodies).map((n) => [n, bodies[n]]),
    );
    await person.ask("POST", `${command.href}?dry_run=true`, {
      body,
      headers: { "If-Match": answer.etag },
    });
  }
  await person.ask("POST", `/api/v1/${resource}/${id}/commands/no_such`, {
    headers: { "If-Match": '"1"' },
  });
}

async function readPlan(person, plan) {
  const under = `/api/v1/plans/${plan.id}`;
  await readOne(person, "plans", plan.id);
  for (const list of ["history", "revisions", "comments", "documents"])
    await person.all(`${under}/${list}`);
  const reviews = await person.all(`${under}/reviews?all=true`);
  reviews.sort((a, b) => (a.agency.name < b.agency.name ? -1 : 1)); // the same in every run
  for (const review of reviews.slice(0, 3)) await readOne(person, "reviews", review.id);
  for (const approval of await person.all(`${under}/approvals?all=true`))
    await readOne(person, "approvals", approval.id);
  const actions = await person.all(`${under}/actions`);
  for (const action of actions.slice(0, 2)) {
    await person.ask("GET", `/api/v1/actions/${action.id}`);
    await person.all(`/api/v1/actions/${action.id}/comments`);
  }
  await person.ask("GET", `${under}/diff?from=1&to=1`);
  for (const format of ["csv", "xlsx", "json", "doc"])
    await person.ask("GET", `${under}/export?format=${format}`);
  await person.ask("POST", `${under}/comments`, { body: { text: "Mohon diperiksa." } });
  await person.ask("POST", `${under}/import?format=csv&dry_run=true`, {
    body: "No,Rencana Aksi\nx,\n",
    headers: { "Content-Type": "text/csv" },
  });
  await person.ask("PATCH", under, { body: { title: "" }, headers: { "If-Match": '"1"' } });
  await person.ask("PATCH", under, { body: { title: "Baru" } });
}

async function readTargets(person) {
  const targets = await person.all("/api/v1/targets");
  const byState = new Map(targets.map((t) => [t.state, t]));
  for (const target of byState.values()) {
    await readOne(person, "targets", target.id);
    await person.all(`/api/v1/targets/${target.id}/history`);
    await person.all(`/api/v1/targets/${target.id}/comments`);
    for (const file of await person.all(`/api/v1/targets/${target.id}/evidence`)) {
      await person.ask("GET", `/api/v1/evidence/${file.id}`);
      await person.ask("GET", `/api/v1/evidence/${file.id}/content`);
    }
    await person.ask("PATCH", `/api/v1/targets/${target.id}`, {
      body: { achieved_quantity: -1, other: 1 },
      headers: { "If-Match": `"${target.version}"` },
    });
    const form = new FormData();
    form.set("kind", "laporan_kegiatan");
    form.set("file", new Blob(["not a pdf"]), "laporan.pdf");
    await person.ask("POST", `/api/v1/targets/${target.id}/evidence`, { form });
  }
  const items = [...byState.values()].map((t) => ({ id: t.id, version: t.version }));
  if (items.length)
    await person.ask("POST", "/api/v1/targets/commands/endorse?dry_run=true", { body: { items } });
}

async function readDirectory(person) {
  for (const list of [
    "regions?limit=200",
    "agencies?limit=5",
    "users",
    "appointments",
    "kinds",
    "reports",
    "inbox",
    "workflows",
  ])
    await person.ask("GET", `/api/v1/${list}`);
  await person.ask("GET", "/api/v1/events?region=62&limit=200");
  await person.ask("GET", "/api/v1/events");
  await person.ask("GET", "/api/v1/kinds?all=true");
  for (const name of ["rad_drafting", "target_signoff", "none"]) {
    await person.ask("GET", `/api/v1/workflows/${name}`);
    await person.ask("GET", `/api/v1/workflows/${name}/diagram.svg`);
  }
  for (const agency of (await person.all("/api/v1/agencies?limit=3")).slice(0, 1)) {
    await person.ask("GET", `/api/v1/agencies/${agency.id}`);
    await person.ask("PATCH", `/api/v1/agencies/${agency.id}`, {
      body: {},
      headers: { "If-Match": '"99"' },
    });
  }
  for (const post of (await person.all("/api/v1/appointments")).slice(0, 1))
    await person.ask("GET", `/api/v1/appointments/${post.id}`);
  for (const user of (await person.all("/api/v1/users")).slice(0, 1)) {
    await person.ask("GET", `/api/v1/users/${user.id}`);
    await person.ask("POST", `/api/v1/users/${user.id}/activation`, { body: {} });
  }
  await person.ask("GET", "/api/v1/holidays?year=2026");
  await person.ask("GET", "/api/v1/periods?region=62&kind=rad_pks&year=2026");
  await person.ask("GET", "/api/v1/upkeep");
  await person.ask("GET", "/api/v1/overview?kind=rad_pks&year=2026");
  await person.ask("GET", "/api/v1/messages?limit=200");
  await person.ask("GET", "/api/v1/messages?limit=1");
  await person.ask("GET", "/api/v1/overview?kind=rad_pks&year=2026&limit=1");
  for (const limit of [1, 200])
    await person.ask("GET", `/api/v1/rehearsal?region=62&year=2026&limit=${limit}`);
  await person.ask("POST", "/api/v1/users", { body: { username: "x" } });
  await person.ask("POST", "/api/v1/agencies", { body: [] });
  await person.ask("POST", "/api/v1/appointments", { body: "{" });
  for (const report of (await person.all("/api/v1/reports")).slice(0, 2))
    await readOne(person, "reports", report.id);
}

async function readCalendar(person) {
  const made = await person.ask("POST", "/api/v1/me/calendar");
  const { pathname, search } = new URL(made.json.url);
  await person.ask("GET", pathname + search);
  await person.ask("GET", `${pathname}?token=none`);
  await person.ask("GET", "/api/v1/me/calendar");
  await person.ask("DELETE", "/api/v1/me/calendar", { headers: { "If-Match": made.etag } });
  await person.ask("GET", "/api/v1/me/calendar");
}

async function readTokens(person) {
  const wanted = { name: "uji", scopes: ["read"], days: 1 };
  const made = await person.ask("POST", "/api/v1/tokens", { body: wanted });
  await person.ask("POST", "/api/v1/tokens", { body: { ...wanted, scopes: ["sign"] } });
  const itself = `/api/v1/tokens/${made.json.id}`;
  await person.ask("GET", "/api/v1/tokens");
  await person.ask("GET", "/api/v1/tokens?region=62");
  await person.ask("GET", itself);
  await person.ask("DELETE", itself);
  await person.ask("DELETE", itself, { headers: { "If-Match": made.etag } });
  await person.ask("GET", itself);
}

async function walkAs(account) {
  const person = await new Person(demo, account, seen).signIn();
  await person.ask("GET", "/api/v1/session");
  await readDirectory(person);
  await readCalendar(person);
  await readTokens(person);
  for (const plan of await person.all("/api/v1/plans")) await readPlan(person, plan);
  await readTargets(person);
  for (const target of ["plans/none", "targets/none", "nothing", "plans?limit=0", "plans?other=1"])
    await person.ask("GET", `/api/v1/${target}`);
  await person.ask("DELETE", "/api/v1/plans");
  await person.ask("POST", "/api/v1/session/step-up", { body: { password: "wrong" } });
  await person.ask("POST", "/api/v1/session/password", {
    body: { current_password: account.password, new_password: "short" },
  });
  await person.ask("DELETE", "/api/v1/session");
}

// A judge that has never refused anything is no judge.
function plantFaults() {
  const key = "planted";
  const reference = { $ref: "#/components/schemas/reference" };
  const expect = (what, is_so) => note(what, is_so ? [] : ["it was not so"]);
  const refuses = (schema, value) =>
    judge.validate(`${key} ${schema.$ref}`, schema, value).length > 0;
  const plan_command = { $ref: "#/components/schemas/plan_command" };
  expect("a good reference passes", !refuses(reference, { id: "a", name: "b" }));
  expect("a reference without its name is refused", refuses(reference, { id: "a" }));
  expect(
    "a member that is not described is refused",
    refuses(reference, { id: "a", name: "b", c: 1 }),
  );
  expect("a word of no list is refused", refuses(plan_command, "submitt"));
}

// People who can change everything that a walk can reach.
async function changers() {
  const held = (role, region) => (each) =>
    each.roles[0].role === role && each.roles[0].region === region;
  const of = (found) => new Person(demo, demo.accounts.find(found), seen).signIn();
  const head = await of(held("agency_head", "62"));
  const agency = head.account.roles[0].agency.id;
  return {
    head,
    staff: await of(
      (each) => held("agency_staff", "62")(each) && each.roles[0].agency.id === agency,
    ),
    secretariat: await of(held("secretariat", "62")),
    sahli: await of(held("sahli", "62")),
    nation: await of(held("secretariat", "00")),
    keeper: await of(held("administrator", "62")),
  };
}

// A mail server that refuses for good, and a scheduler that stands still, are nothing for a demo.
const unreached_operations = ["send_message_again"];
const unreached_members = ["what", "detail", "link"].map((member) => `upkeep_item.${member}`);

function noteWhatNobodyWasAnswered(document) {
  const answered = new Set([...tally.keys()].map((key) => key.split(" ").slice(1, 3).join(" ")));
  for (const { operationId, responses } of operations_of(document)) {
    const good = Object.keys(responses).find((status) => status.startsWith("2"));
    if (!unreached_operations.includes(operationId))
      note(
        `${operationId} answered`,
        answered.has(`${operationId} ${good}`) ? [] : [`never ${good}`],
      );
  }
  for (const member of members_of_answers(document))
    if (!unreached_members.includes(member))
      note(`${member} is answered`, judge.met.has(member) ? [] : ["described, and never answered"]);
}

function noteWhatLacksWords(document) {
  const bare = [];
  for (const each of operations_of(document)) {
    if (!each.description || each.description === each.summary) bare.push(each.operationId);
    for (const of of each.parameters ?? [])
      if (!of.description) bare.push(`${each.operationId}: ${of.name}`);
  }
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    if (!schema.description) bare.push(name);
    for (const part of [schema, ...(schema.allOf ?? [])])
      for (const [member, of] of Object.entries(part.properties ?? {}))
        if (!of.description) bare.push(`${name}.${member}`);
  }
  for (const tag of document.tags) if (!tag.description) bare.push(`tag ${tag.name}`);
  note(
    "everything is described in words",
    bare.map((each) => `${each} is not`),
  );
}

// Without a parameter that the document calls required the answer is 400; with all of them, 200.
async function noteRequired(document) {
  const person = await new Person(
    demo,
    demo.accounts.find((a) => a.roles[0].role === "secretariat" && a.roles[0].region === "62"),
    seen,
  ).signIn();
  const values = { year: 2026, region: "62", kind: "rad_pks", from: 1, to: 1, format: "csv" };
  const [plan] = await person.all("/api/v1/plans");
  for (const [path, { get }] of Object.entries(document.paths)) {
    const queries = (get?.parameters ?? []).filter((each) => each.in === "query");
    if (!queries.length || /\{(?!id)/.test(path) || get.operationId === "calendar_feed") continue;
    const there = path.replace("{id}", plan.id);
    const needed = queries.filter((each) => each.required).map((each) => each.name);
    if (path.includes("{id}") && !path.startsWith("/api/v1/plans/")) continue;
    const asked = (names) =>
      person.ask("GET", `${there}?${names.map((name) => `${name}=${values[name]}`).join("&")}`);
    const all = await asked(needed);
    const faults = all.status === 200 ? [] : [`${all.status} with all that it needs`];
    for (const name of needed) {
      const without = await asked(needed.filter((each) => each !== name));
      if (without.status !== 400) faults.push(`${without.status} without ${name}`);
    }
    note(`${get.operationId} needs ${needed.join(", ") || "nothing"}`, faults);
  }
}

try {
  const document = (await new Person(demo, null, () => {}).ask("GET", "/api/v1/openapi.json")).json;
  judge = new Judge(document);
  plantFaults();
  for (const role of roles)
    await walkAs(demo.accounts.find((a) => a.roles[0].role === role && a.roles[0].region === "62"));
  await walkAs(demo.accounts.find((a) => a.roles[0].region === "00"));
  await noteRequired(document);
  await judge_kinds(demo.base, note);
  const people = await changers();
  await changeAll(people);
  await askAll(people);
  await new Person(demo, null, seen).get("/openapi.json");
  noteWhatNobodyWasAnswered(document);
  noteWhatLacksWords(document);
  if (writes) examples.write();
  if (writes) write_described(document);
  for (const [name, fault] of examples.faults()) note(`that of ${name}`, [fault], "examples");
  note("all of them", [], "examples");
  note("what was described once is still there", broken_promises(document), "kept");
  for (const linter of is_wanted("linters") ? ["redocly", "spectral"] : [])
    note(`${linter} finds nothing`, await findings_of(linter, document), "linters");
} finally {
  await demo.end();
}

const counted = [...tally].filter(([key]) => is_wanted(key)).sort();
const failed = counted.filter(([, faults]) => faults.length);
for (const [key, faults] of failed)
  console.log(`${key}:\n  ${[...new Set(faults)].slice(0, 5).join("\n  ")}`);
console.log(`${counted.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length || !counted.length ? 1 : 0);
