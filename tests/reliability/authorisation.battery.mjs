// Every route, on things in every state, by everybody: 401, 403, 404 or let through, as the policy
// says that was written from the contract. Nothing of others in lists, files or history; an id of
// another region answers like one that never was.
import { is_decision, lists, machines, opens, routes, sees, sees_plan } from "./policy.mjs";
import { cells_of, verdict_on } from "./support/cells.mjs";
import { canary, Stage } from "./support/stage.mjs";
import { answered, in_turns, Verdict } from "./support/verdict.mjs";

const width = 6;
const cells_min = 3000;
const full = process.env.RAMPUNG_FULL === "1";
const verdict = new Verdict();

function check_coverage(document, table) {
  const known = new Set(Object.keys(table));
  const served = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`),
  );
  return [
    ...served.filter((key) => !known.has(key)).map((key) => `${key} is served without a policy`),
    ...[...known].filter((key) => !served.includes(key)).map((key) => `${key} is not served`),
  ];
}

const ask = (by, cell) => {
  const how = { match: cell.match, headers: cell.headers };
  return answered(() => by.person.ask(cell.method, cell.path, cell.body, how));
};

const place_of = (thing) => `${thing?.state ?? ""} ${thing?.region ?? thing?.plan?.region ?? ""}`;

async function check_cell(cell, by, expected, faults) {
  const answer = await ask(by, cell);
  const found = verdict_on(cell, cell.unpack ? cell.unpack(answer) : answer);
  const about = () =>
    `${by.name}: ${cell.method} ${cell.path} [${place_of(cell.thing)}]` +
    ` is ${found}, expected ${expected}: ${answer.text.slice(0, 160)}`;
  faults(`${cell.key} answers as the policy says`, found === expected, about);
}

async function walk_matrix(stage) {
  const jobs = [];
  for (const cell of cells_of(stage)) {
    for (const by of stage.people.values())
      if (by.by_token || !cell.ends_sessions)
        jobs.push(() => check_cell(cell, by, cell.public ? "yes" : cell.expected(by), check));
    for (const by of stage.outsiders)
      jobs.push(() => check_cell(cell, by, cell.public ? "yes" : "401", check));
  }
  await in_turns(width, jobs);
  verdict.check("the matrix has its cells", jobs.length >= cells_min, `${jobs.length} cells`);
  return jobs.length;
}
const check = (claim, holds, detail) => verdict.check(claim, holds, detail);

// A method that a path lacks: 401 before 404 before 405.
async function walk_methods(stage, document) {
  const keeper = stage.people.get("sekretariat.kalteng");
  const stranger = stage.people.get("sekretariat.gunungmas");
  const jobs = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    const short = path.replace("/api/v1", "");
    const kind = short.match(/^\/(\w+)\/\{id\}/)?.[1];
    const thing = kind && stage.of(kind).find((t) => sees(keeper, t) && !sees(stranger, t));
    const at = short
      .replace("{id}", thing?.id ?? "none")
      .replace("{name}", "rad_drafting")
      .replace("{command}", machines[kind ?? "targets"]?.[0][1]);
    const open = Object.values(methods).some((operation) => operation.security?.length === 0);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      if (methods[method.toLowerCase()]) continue;
      const expect = (by, status) => async () => {
        const answer = await answered(() => by.person.ask(method, at));
        const fits =
          answer.status === status && (status !== 405 || answer.headers.allow?.length > 0);
        check(
          "another method is 401, 404 or 405 with Allow",
          fits,
          `${by.name}: ${method} ${at} is ${answer.status}, expected ${status}`,
        );
      };
      if (!open) jobs.push(expect(stage.outsiders[0], 401));
      if (!kind || thing) jobs.push(expect(keeper, 405));
      if (thing) jobs.push(expect(stranger, 404));
    }
  }
  await in_turns(width, jobs);
}

// What wants a recent sign-in is told so to a token, and to nobody who has just signed in.
async function walk_needs(stage) {
  const ask = (by, thing) => async () => {
    const { json } = await answered(() => by.person.ask("GET", `/${thing.resource}/${thing.id}`));
    for (const { name, needs } of json.commands) {
      const wanted = Boolean(by.by_token) && is_decision(thing.resource, name);
      const about = () => `${by.name}: ${name} of ${thing.id} needs ${needs}`;
      check(
        "a step-up is asked for where one is wanted",
        needs.includes("step_up") === wanted,
        about,
      );
    }
  };
  const jobs = Object.keys(machines).flatMap((resource) =>
    stage
      .of(resource)
      .flatMap((thing) =>
        [...stage.people.values()]
          .filter((by) => opens(by, `GET /${resource}/{id}`) && sees(by, thing))
          .map((by) => ask(by, thing)),
      ),
  );
  await in_turns(width, jobs);
}

// A list shows what may be seen, all of it and nothing else.
async function walk_lists(stage) {
  for (const by of stage.people.values()) {
    for (const [path, resource] of Object.entries(lists)) {
      if (!opens(by, `GET ${path}`)) continue;
      const shown = new Set((await by.person.all(path)).map((item) => item.id));
      for (const thing of stage.of(resource))
        check(
          `${path} shows what may be seen`,
          shown.has(thing.id) === sees(by, thing),
          () => `${by.name} and ${thing.id} of ${thing.region ?? thing.plan.region}`,
        );
    }
    for (const plan of stage.plans.filter((each) => !sees_plan(by, each)))
      for (const path of [`/targets?plan=${plan.id}`, `/messages?plan=${plan.id}`]) {
        if (!opens(by, `GET ${path}`)) continue;
        const found = await by.person.all(path);
        const foreign = found.filter((item) => !item.to || item.to.user.id !== by.person.id);
        const may =
          path.startsWith("/messages") && ["secretariat", "administrator"].includes(by.role);
        check(
          "a filter finds nothing of what may not be seen",
          may || !foreign.length,
          () => `${by.name}: ${path}`,
        );
      }
  }
}

// An amendment that nobody submitted is its secretariat's alone; everybody else goes on seeing the
// revision in force.
async function walk_amendment(stage) {
  const [plan] = stage.plans;
  await stage.by("sekretariat.kalteng").make(`/plans/${plan.id}/amendments`, {});
  const under = `/plans/${plan.id}`;
  for (const by of stage.people.values()) {
    if (!opens(by, "GET /plans/{id}")) continue;
    const own = by.username === "sekretariat.kalteng" && sees_plan(by, plan);
    for (const path of [`${under}/actions?revision=2`, `${under}/diff?from=1&to=2`]) {
      const { status } = await answered(() => by.person.ask("GET", path));
      const fits = status === (own ? 200 : 404);
      check("an open amendment is not found", fits, () => `${by.name}: ${path} is ${status}`);
    }
    if (own || !sees_plan(by, plan)) continue;
    const shown = (await by.person.ask("GET", under)).json;
    const told = (await by.person.all(`${under}/revisions`)).map((each) => each.number);
    const hidden = !shown.open_revision && shown.revision === 1 && String(told) === "1";
    check("an open amendment is not told", hidden, () => `${by.name}: ${JSON.stringify(shown)}`);
    const commands = shown.commands.map((command) => command.name).join();
    check(
      "commands are those of what is seen",
      commands === "amend,close",
      () => `${by.name}: ${commands}`,
    );
  }
}

// Words that some must never read, looked for in everything that somebody can read.
async function hunt_canaries(stage) {
  const hidden = stage.plans.find((plan) => !plan.submitted && plan.region === "62.02");
  const whose = stage.account("kepala.dp3appkb").roles[0].agency.id;
  const may_read = {
    title: (by) => sees_plan(by, hidden),
    comment: (by) => sees_plan(by, hidden),
    document: (by) => sees_plan(by, hidden),
    achievement: (by) => !by.agency || by.agency === whose || by.role === "secretariat",
    restricted: (by) => by.agency === whose || by.username === "sekretariat.kalteng",
  };
  const paths = readable_paths(stage);
  const jobs = [...stage.people.values()].flatMap((by) =>
    paths.map((path) => async () => {
      const { text } = await answered(() => by.person.ask("GET", path));
      for (const [name, word] of Object.entries(canary))
        check(
          "nobody reads what is not theirs",
          may_read[name](by) || !text.includes(word),
          () => `${by.name} reads ${name} in ${path}`,
        );
    }),
  );
  await in_turns(width, jobs);
  return jobs.length;
}

function readable_paths(stage) {
  const of_plan = [
    "",
    "/history?limit=200",
    "/actions?limit=200",
    "/reviews?all=true",
    "/approvals?all=true",
    "/comments",
    "/revisions",
    "/documents",
    "/export?format=csv",
    "/export?format=json",
    "/diff?from=1&to=1",
  ];
  const of_target = ["", "/history", "/comments", "/evidence"];
  return [
    ...[
      "/plans",
      "/targets?limit=200",
      "/reports",
      "/inbox?limit=200",
      "/messages?limit=200",
      "/users",
      "/overview?kind=rad_p3aks&year=2026&limit=200",
      "/overview?kind=rad_pks&year=2026&limit=200",
      "/rehearsal?year=2026&region=62.02&limit=200",
      "/rehearsal?year=2026&region=62&limit=200",
    ],
    ...stage.plans.flatMap((plan) => of_plan.map((more) => `/plans/${plan.id}${more}`)),
    ...stage
      .of("targets")
      .flatMap((target) => of_target.map((more) => `/targets/${target.id}${more}`)),
    ...stage.of("reports").map((report) => `/reports/${report.id}`),
  ];
}

// The same status and body as an id that never was, and no longer to think about it.
async function compare_with_unknown(stage) {
  const samples = full ? 400 : 80;
  const stranger = stage.people.get("sekretariat.gunungmas");
  for (const [method, resource, below = ""] of [
    ["GET", "plans"],
    ["GET", "actions"],
    ["GET", "reviews"],
    ["GET", "approvals"],
    ["GET", "targets"],
    ["GET", "evidence"],
    ["GET", "documents"],
    ["GET", "reports"],
    ["GET", "users"],
    ["GET", "appointments"],
    ["GET", "plans", "/actions"],
    ["GET", "plans", "/history"],
    ["GET", "plans", "/diff?from=1&to=1"],
    ["GET", "plans", "/export?format=csv"],
    ["GET", "targets", "/evidence"],
    ["POST", "reviews", "/commands/confirm"],
    ["POST", "plans", "/commands/submit"],
  ]) {
    const asked = `${method} /${resource}/{id}${below}`;
    const thing = stage.of(resource).find((each) => !sees(stranger, each));
    const unknown = thing.id.split("").reverse().join("");
    const measured = [];
    do {
      const ask = (id) => stranger.person.ask(method, `/${resource}/${id}${below}`);
      const { pairs, bodies } = await time_pairs(ask, [thing.id, unknown], samples);
      check("what is hidden has the body of what never was", bodies.size === 1, () =>
        [...bodies].join(" / "),
      );
      measured.push(deviations_apart(pairs));
    } while (Math.abs(measured.at(-1)) >= deviations_max && measured.length < apart_times);
    check(
      "what is hidden takes the time of what never was",
      Math.abs(measured.at(-1)) < deviations_max,
      `${asked}: ${measured.map((one) => one.toFixed(1)).join(", ")} standard deviations`,
    );
  }
  // The measure can see: what may be seen leaves when it is ready, not by the beat.
  const reader = stage.people.get("sekretariat.kalteng");
  const seen = stage.of("targets").find((each) => sees(reader, each));
  const ask = (id) => reader.person.ask("GET", `/targets/${id}`);
  const { pairs } = await time_pairs(ask, [seen.id, "never-was"], 4 * samples);
  check(
    "a difference of time is noticed",
    Math.abs(deviations_apart(pairs)) >= deviations_max,
    `${deviations_apart(pairs).toFixed(1)} standard deviations between a target and none`,
  );
}

// Asks for two ids by turns, each first half of the time: [[milliseconds, milliseconds], …].
async function time_pairs(ask, ids, samples) {
  const pairs = [];
  const bodies = new Set();
  for (let i = 0; i < samples; ++i) {
    const pair = [];
    for (const which of i % 2 ? [1, 0] : [0, 1]) {
      const began = performance.now();
      const answer = await ask(ids[which]);
      pair[which] = performance.now() - began;
      bodies.add(`${answer.status} ${answer.text}`);
    }
    pairs.push(pair);
  }
  return { pairs, bodies };
}

// A sign test: by how many standard deviations the first of a pair is the slower one more often
// than a coin would say. Other work slows both alike, so milliseconds do not count.
// Of 4.5 and more a fair coin makes one in 150,000.
// What the program does, it does again; what the machine did beside it (a neighbour, another clock)
// it does not, so a difference counts when it was seen every time.
const deviations_max = 4.5;
const apart_times = 3;
function deviations_apart(pairs) {
  const slower = pairs.filter(([first, second]) => first > second).length;
  return (slower - pairs.length / 2) / (Math.sqrt(pairs.length) / 2);
}

// The comparison is only worth something if it can fail: one row less, and one rule wrong.
async function plant_faults(stage, document) {
  const { "GET /plans/{id}": dropped, ...fewer } = routes;
  check(
    "a route without a policy is noticed",
    dropped && check_coverage(document, fewer).length === 1,
    "it is not",
  );
  const careless = { ...routes };
  const wrong = {
    routes: careless,
    sees: (who, thing) => sees(who, thing) || who.role === "observer",
    command_verdict: () => "403",
  };
  let caught = 0;
  const count = (claim, holds) => (caught += holds ? 0 : 1);
  const by = stage.people.get("pengamat.kotim");
  for (const cell of cells_of(stage, wrong))
    if (cell.key === "GET /plans/{id}") await check_cell(cell, by, cell.expected(by), count);
  check("a wrong rule is noticed", caught > 0, "every answer fits a wrong rule");
}

const stage = await Stage.open();
try {
  const document = (await stage.by("sekretariat.kalteng").ask("GET", "/openapi.json")).json;
  const uncovered = check_coverage(document, routes);
  check("every route has a policy", uncovered.length === 0, uncovered.join(", "));
  const cells = await walk_matrix(stage);
  await walk_methods(stage, document);
  await walk_needs(stage);
  await walk_lists(stage);
  const reads = await hunt_canaries(stage);
  await compare_with_unknown(stage);
  await plant_faults(stage, document);
  await walk_amendment(stage);
  console.log(
    `${cells} cells, ${stage.people.size + stage.outsiders.length} people, ` +
      `${stage.things.length} things, ${reads} readings`,
  );
} finally {
  await stage.close();
}
process.exit(verdict.report());
