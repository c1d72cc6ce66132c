// Bodies and parameters generated from the OpenAPI document, good, spoiled and broken, for every
// operation: never a 500, and every answer is what the document says.
import fc from "fast-check";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Judge } from "../contract/document.mjs";
import { anything, from_schema, no_json, unwanted } from "./support/arbitrary.mjs";
import { a_report_file, Person, upload_form } from "./support/person.mjs";
import { new_seed } from "./support/random.mjs";
import { Server } from "./support/server.mjs";
import { answered, in_turns, Verdict } from "./support/verdict.mjs";

const full = process.env.RAMPUNG_FULL === "1";
const size = Number(process.env.RAMPUNG_SIZE ?? (full ? 5000 : 100));
const seed = Number(process.env.RAMPUNG_SEED ?? new_seed());
const verdict = new Verdict();
const statuses = new Map(); // status -> count: whether the depths are reached
const left_out = new Set(["sign_out"]); // it would end the session of all that follows

const home = mkdtempSync(join(tmpdir(), "rampung-json-"));
const database = `sqlite://${join(home, "rampung.db")}`;
const server = new Server({ verb: "demo", database, data: home, args: ["--date", "2026-10-20"] });
await server.start();
const accounts = JSON.parse(readFileSync(join(home, "accounts.json"), "utf8"));
const sign_in = (name) =>
  new Person(
    server,
    accounts.find((a) => a.username === name),
  ).sign_in();
const keeper = await sign_in("sekretariat.kotim");
const province = await sign_in("sekretariat.kalteng");
const staff = await sign_in("staf.dp3appkb");
const admin = await sign_in("admin.kalteng");
const document = (await keeper.ask("GET", "/openapi.json")).json;
const judge = new Judge(document);

// Real ids by the noun of a path, so that what is behind "not found" is reached too.
async function real_things() {
  const items = async (by, path) =>
    (await by.get(`${path}${path.includes("?") ? "&" : "?"}limit=200`)).items;
  const [plan] = await items(keeper, "/plans?region=62.02");
  const draft = `/plans/${plan.id}`;
  const targets = await items(staff, "/targets");
  const own = targets.filter((t) => t.agency.id === staff.agency.id);
  const evidence = (
    await Promise.all(own.slice(0, 8).map((t) => items(staff, `/targets/${t.id}/evidence`)))
  ).flat();
  const users = (await items(admin, "/users")).filter((u) => u.username.startsWith("kepala."));
  const actions = (await items(keeper, `${draft}/actions`)).map((a) => a.id);
  await keeper.make(`${draft}/comments`, { text: "Periksa lagi" });
  await keeper.make(`/actions/${actions[0]}/comments`, { text: "Periksa lagi" });
  await staff.make(`/targets/${own[0].id}/comments`, { text: "Periksa lagi" });
  const { body, headers } = upload_form({}, a_report_file);
  const token = await keeper.make("/tokens", { name: "Dasbor", scopes: ["read"] });
  const scan = await keeper.ask("POST", `${draft}/documents`, body, { headers });
  return {
    plans: [plan.id],
    actions,
    reviews: (await items(keeper, `${draft}/reviews?all=true`)).map((r) => r.id),
    approvals: (await items(keeper, `${draft}/approvals?all=true`)).map((a) => a.id),
    targets: own.map((t) => t.id),
    evidence: evidence.map((e) => e.id),
    documents: [scan.json.id],
    tokens: [token.id],
    reports: (await items(province, "/reports")).map((r) => r.id),
    agencies: (await items(admin, "/agencies?region=62.02")).map((a) => a.id),
    users: users.map((u) => u.id),
    appointments: users.flatMap((u) => u.appointments.map((a) => a.id)),
    workflows: ["rad_drafting"],
  };
}

const who_of = {
  targets: staff,
  evidence: staff,
  reports: province,
  agencies: admin,
  users: admin,
  appointments: admin,
  holidays: admin,
  periods: admin,
};

function request_of(path, method, operation, things) {
  const noun = path.split("/")[3];
  const ids = Object.values(things).flatMap((list) => list.slice(0, 2));
  const parameters = operation.parameters ?? [];
  const named = parameters.filter((p) => p.in === "path").map((p) => p.name);
  const places = {
    id: things[noun]?.length ? things[noun] : ["none"],
    name: ["rad_drafting"],
    command: ["submit", "report", "confirm", "approve", "no_such"],
  };
  const place = (name) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...places[name]) },
      { weight: 1, arbitrary: anything.map(as_text) },
    );
  const query = parameters.filter((p) => p.in === "query");
  const content = operation.requestBody?.content?.["application/json"];
  return fc.record({
    places: fc.record(Object.fromEntries(named.map((name) => [name, place(name)]))),
    query: fc.record(
      Object.fromEntries(
        query.map((p) => [
          p.name,
          fc
            .oneof(
              from_schema(p.schema, (s) => judge.resolve(s), ids),
              anything,
            )
            .map(as_text),
        ]),
      ),
      {
        requiredKeys: query
          .filter(() => true)
          .map((p) => p.name)
          .slice(0, 3),
      },
    ),
    match: fc.constantFrom("1", "2", "3", "999", "0", "-1", "x", "18446744073709551616"),
    key: fc.option(fc.constantFrom("k1", "two words", "x".repeat(300), "é"), { freq: 12 }),
    dry: fc.boolean(),
    body: content
      ? from_schema(content.schema, (s) => judge.resolve(s), ids)
      : fc.constant(undefined),
  });
}

function sent(path, operation, given) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(well_formed(given.places[name]) || "none"),
  );
  const waits = ([name, value]) => name === "wait" && Number(value) > 0; // nobody has the time
  const words = Object.entries(given.query).filter((each) => each[0] !== "dry_run" && !waits(each));
  if (given.dry && operation.parameters?.some((p) => p.name === "dry_run"))
    words.push(["dry_run", "true"]);
  const query = words
    .map(([name, value]) => `${name}=${encodeURIComponent(well_formed(value).slice(0, 300))}`)
    .join("&");
  return `${filled}${query ? `?${query}` : ""}`;
}
const as_text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
const well_formed = (text) => text.replace(/[\ud800-\udfff]/g, "?");

async function ask(by, method, target, operation, { body, match, key, raw }) {
  const takes = (name) => operation.parameters?.some((p) => p.in === "header" && p.name === name);
  const headers = raw ? { "Content-Type": "application/json" } : {};
  const how = {
    headers,
    match: takes("If-Match") ? match : undefined,
    key: takes("Idempotency-Key") ? encodeURI(key ?? "") || undefined : undefined,
  };
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const short = target.replace("/api/v1", "");
  const answer = await answered(() => by.ask(method.toUpperCase(), short, text, how));
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  return answer;
}

function faults_of(judged, method, target, answer) {
  const { status, headers, text: body } = answer;
  const seen = { status, headers, type: headers["content-type"], body };
  const faults = judged.faults(method, target, seen);
  if (answer.status >= 500) faults.push(`the server failed with ${answer.status}`);
  if (answer.json?.code === "invalid" && !answer.json.errors?.length)
    faults.push("422 without a pointer");
  return faults;
}

async function generated(path, method, operation, things) {
  const by = who_of[path.split("/")[3]] ?? keeper;
  const property = fc.asyncProperty(request_of(path, method, operation, things), async (given) => {
    const target = sent(path, operation, given);
    const answer = await ask(by, method, target, operation, given);
    const faults = faults_of(judge, method, target, answer);
    if (faults.length)
      throw new Error(
        `${method} ${target} is ${answer.status}: ${faults.slice(0, 3).join("; ")}: ` +
          answer.text.slice(0, 200),
      );
  });
  const found = await fc.check(property, { seed, numRuns: size });
  const told = () =>
    `${found.errorInstance?.message} for ${fc.stringify(found.counterexample).slice(0, 400)}`;
  verdict.check(`${operation.operationId}: no 500, and the answer validates`, !found.failed, told);
  verdict.passed += Math.max(0, found.numRuns - 1);
}

// Whole lists and things, asked for plainly: spoiled parameters seldom get that far.
const plain = {
  "/api/v1/overview": "?kind=rad_pks&year=2026",
  "/api/v1/rehearsal": "?year=2026&region=62&limit=20",
  "/api/v1/holidays": "?year=2026",
  "/api/v1/periods": "?region=62.02&kind=rad_pks&year=2026",
  "/api/v1/plans/{id}/diff": "?from=1&to=1",
  "/api/v1/plans/{id}/reviews": "?all=true",
  "/api/v1/plans/{id}/approvals": "?all=true",
};
const shown = new Set(); // operations that listed something

async function read(path, operation, things) {
  const ids = path.includes("{id}") ? (things[path.split("/")[3]] ?? []).slice(0, 3) : [""];
  for (const by of [keeper, province, staff, admin])
    for (const id of ids) {
      const at = path.replace("{id}", id).replace("{name}", "rad_drafting");
      const target = `${at}${plain[path] ?? ""}`;
      const answer = await ask(by, "get", target, operation, {});
      const faults = faults_of(judge, "get", target, answer);
      verdict.check(
        `${operation.operationId} is read, and the answer validates`,
        !faults.length,
        () => `${by.username}: ${target} is ${answer.status}: ${faults.slice(0, 3).join("; ")}`,
      );
      if (answer.json?.items?.length) shown.add(operation.operationId);
    }
}

async function broken(path, method, operation, things) {
  const by = who_of[path.split("/")[3]] ?? keeper;
  const noun = path.split("/")[3];
  const at = path.replace("{id}", things[noun]?.[0] ?? "none").replace("{command}", "submit");
  for (const [raws, wanted] of [
    [no_json, (s) => s === 400 || s === 404],
    [unwanted, (s) => s >= 400 && s < 500],
  ])
    for (const raw of raws) {
      const answer = await ask(by, method, at, operation, { raw, match: "999999" });
      const faults = faults_of(judge, method, at, answer);
      const fits =
        wanted(answer.status) || (raws === unwanted && raw.length < 60 && answer.status < 300);
      verdict.check(
        `${operation.operationId} refuses what is no good JSON`,
        fits && !faults.length,
        () => `${raw.toString("latin1").slice(0, 60)}: ${answer.status} ${faults.join("; ")}`,
      );
    }
}

// A judge that expects more than there is must find fault with every refusal.
async function plant_fault() {
  const stricter = structuredClone(document);
  stricter.components.schemas.problem.required.push("never_there");
  const answer = await keeper.ask("POST", "/plans", "{");
  const own = faults_of(judge, "post", "/api/v1/plans", answer);
  const strict = faults_of(new Judge(stricter), "post", "/api/v1/plans", answer);
  verdict.check(
    "an answer that breaks its schema is noticed",
    !own.length && strict.length > 0,
    `${own} / ${strict}`,
  );
}

const things = await real_things();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => !left_out.has(operation.operationId))
    .map(([method, operation]) => [path, method, operation]),
);
const began = performance.now();
await plant_fault();
await in_turns(
  4, // first: what follows may take things away
  operations
    .filter(([, method]) => method === "get")
    .map(
      ([path, , operation]) =>
        () =>
          read(path, operation, things),
    ),
);
await in_turns(
  4,
  operations.map(([path, method, operation]) => async () => {
    if (operation.requestBody?.content?.["application/json"])
      await broken(path, method, operation, things);
    await generated(path, method, operation, things);
  }),
);
const lists = operations.filter(([, , { operationId }]) => operationId.startsWith("list_"));
const empty = lists.map(([, , { operationId }]) => operationId).filter((id) => !shown.has(id));
verdict.check("every list shows something", !empty.length, empty.join());
verdict.check("the server lives", server.runs, "it ended");
const still = await keeper.ask("GET", "/session");
verdict.check("nobody was signed out on the way", still.status === 200, String(still.status));
const large = await keeper.ask("POST", "/plans", Buffer.alloc(10 * 1024 * 1024, " "));
verdict.check("ten megabytes are too large", large.status === 413, String(large.status));
await server.stop();
rmSync(home, { recursive: true, force: true });
console.log(
  `answers: ${[...statuses]
    .sort()
    .map((each) => each.join(": "))
    .join(", ")}`,
);
console.log(
  `seed ${seed}: ${operations.length} operations, ${size} each, ` +
    `${((performance.now() - began) / 1000).toFixed(1)} s`,
);
process.exit(verdict.report());
