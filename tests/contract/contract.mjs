// Walks the demo as people of every role: reads all that there is, asks what every command would
// say, sends what is wrong; every answer is validated against the document the server gives.
import { Judge } from "./document.mjs";
import { Person, startDemo } from "./demo.mjs";

const roles = ["secretariat", "agency_head", "agency_staff", "sahli", "observer", "administrator"];
const demo = await startDemo(process.argv[2]);
const tally = new Map(); // operation and status -> faults
let judge;

function note(key, faults) {
  tally.set(key, [...(tally.get(key) ?? []), ...faults]);
}

function seen(method, target, answer) {
  if (!judge) return;
  const operation = judge.operation(method, target);
  const key = `${operation?.operationId ?? method + " " + target.split("?")[0]} ${answer.status}`;
  const faults = judge.faults(method, target, answer);
  if (answer.status >= 500) faults.push("the server failed: " + answer.body);
  note(
    key,
    faults.map((f) => `${f} (${method} ${target})`),
  );
}

async function all(person, target) {
  const items = [];
  for (let next = target; next;) {
    const page = await person.ask("GET", next);
    if (!page.json?.items) return items;
    items.push(...page.json.items);
    const joint = target.includes("?") ? "&" : "?";
    next =
      page.json.next && items.length < 300
        ? `${target}${joint}cursor=${encodeURIComponent(page.json.next)}`
        : null;
  }
  return items;
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
    await all(person, `${under}/${list}`);
  for (const review of (await all(person, `${under}/reviews?all=true`)).slice(0, 3))
    await readOne(person, "reviews", review.id);
  for (const approval of await all(person, `${under}/approvals?all=true`))
    await readOne(person, "approvals", approval.id);
  const actions = await all(person, `${under}/actions`);
  for (const action of actions.slice(0, 2)) {
    await person.ask("GET", `/api/v1/actions/${action.id}`);
    await all(person, `/api/v1/actions/${action.id}/comments`);
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
  const targets = await all(person, "/api/v1/targets");
  const byState = new Map(targets.map((t) => [t.state, t]));
  for (const target of byState.values()) {
    await readOne(person, "targets", target.id);
    await all(person, `/api/v1/targets/${target.id}/history`);
    await all(person, `/api/v1/targets/${target.id}/comments`);
    for (const file of await all(person, `/api/v1/targets/${target.id}/evidence`)) {
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
  for (const name of ["rad_drafting", "target_signoff", "none"]) {
    await person.ask("GET", `/api/v1/workflows/${name}`);
    await person.ask("GET", `/api/v1/workflows/${name}/diagram.svg`);
  }
  for (const agency of (await all(person, "/api/v1/agencies?limit=3")).slice(0, 1)) {
    await person.ask("GET", `/api/v1/agencies/${agency.id}`);
    await person.ask("PATCH", `/api/v1/agencies/${agency.id}`, {
      body: {},
      headers: { "If-Match": '"99"' },
    });
  }
  for (const post of (await all(person, "/api/v1/appointments")).slice(0, 1))
    await person.ask("GET", `/api/v1/appointments/${post.id}`);
  for (const user of (await all(person, "/api/v1/users")).slice(0, 1)) {
    await person.ask("GET", `/api/v1/users/${user.id}`);
    await person.ask("POST", `/api/v1/users/${user.id}/activation`, { body: {} });
  }
  await person.ask("GET", "/api/v1/holidays?year=2026");
  await person.ask("GET", "/api/v1/periods?region=62&kind=rad_pks&year=2026");
  await person.ask("GET", "/api/v1/upkeep");
  await person.ask("GET", "/api/v1/overview?kind=rad_pks&year=2026");
  await person.ask("GET", "/api/v1/messages?limit=5");
  await person.ask("POST", "/api/v1/users", { body: { username: "x" } });
  await person.ask("POST", "/api/v1/agencies", { body: [] });
  await person.ask("POST", "/api/v1/appointments", { body: "{" });
  for (const report of (await all(person, "/api/v1/reports")).slice(0, 2))
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

async function walkAs(account) {
  const person = await new Person(demo, account, seen).signIn();
  await person.ask("GET", "/api/v1/session");
  await readDirectory(person);
  await readCalendar(person);
  for (const plan of await all(person, "/api/v1/plans")) await readPlan(person, plan);
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
function plantFaults(document) {
  const key = "planted";
  const reference = { $ref: "#/components/schemas/reference" };
  if (judge.validate(key, reference, { id: "a", name: "b" }).length)
    note("a good reference passes", ["it did not"]);
  else note("a good reference passes", []);
  note(
    "a reference without its name is refused",
    judge.validate(key, reference, { id: "a" }).length ? [] : ["it was not"],
  );
  note(
    "every operation has an id",
    Object.values(document.paths)
      .flatMap((p) => Object.values(p))
      .every((o) => o.operationId)
      ? []
      : ["no"],
  );
}

try {
  const document = (await new Person(demo, null, () => {}).ask("GET", "/api/v1/openapi.json")).json;
  judge = new Judge(document);
  plantFaults(document);
  for (const role of roles)
    await walkAs(demo.accounts.find((a) => a.roles[0].role === role && a.roles[0].region === "62"));
  await walkAs(demo.accounts.find((a) => a.roles[0].region === "00"));
  for (const [path, methods] of Object.entries(document.paths))
    if (methods.get) {
      const asked = [...tally.keys()].some((k) => k.startsWith(methods.get.operationId + " "));
      const apart = [
        "/api/v1/openapi.json",
        "/api/v1/documents/{id}",
        "/api/v1/documents/{id}/content",
        "/api/v1/rehearsal",
      ].includes(path);
      note(
        `${methods.get.operationId} was asked`,
        asked || apart ? [] : [`nobody asked GET ${path}`],
      );
    }
} finally {
  await demo.end();
}

let failed = 0;
for (const [key, faults] of [...tally].sort())
  if (faults.length) {
    failed += 1;
    console.log(`${key}:\n  ${[...new Set(faults)].slice(0, 5).join("\n  ")}`);
  }
console.log(`${tally.size - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
