// The frame of a battery: its sizes, its office on each database, its checks, and at its end the
// history checker and `rampung verify`. Prints name, size, seed and figures, then what was counted.
import { check_history } from "../check_history.mjs";
import { heads, observe_api, observe_database } from "./observed.mjs";
import { Office } from "./office.mjs";
import { new_seed, random_of } from "./random.mjs";

const full = process.argv.includes("--full") || process.env.RAMPUNG_FULL === "1";
const seed = Number(process.env.RAMPUNG_SEED ?? new_seed());
const shown_faults_max = 20;

class Tally {
  constructor(name) {
    Object.assign(this, { name, passed: 0, failed: 0, figures: {} });
  }
  // One claim of the battery, once per run of it.
  check(claim, holds, detail = "") {
    if (holds) ++this.passed;
    else {
      ++this.failed;
      console.log(`FAILED ${this.name}: ${claim}${detail ? `: ${detail}` : ""}`);
    }
  }
}

// sizes: {sqlite: {ci, full}, mariadb: {ci, full}}; office: settings of Office.open, or a function
// of the backend; api_plans_max: of so many plans the API's words are held against the rows.
// play({office, record, size, random, check, figures}) does the work.
export async function battery(name, { sizes, office = {}, api_plans_max = 200 }, play) {
  let passed = 0;
  let failed = 0;
  for (const backend of Object.keys(sizes)) {
    if (process.env.RAMPUNG_BACKEND && process.env.RAMPUNG_BACKEND !== backend) continue;
    const tally = new Tally(`${name} on ${backend}`);
    const size = Number(process.env.RAMPUNG_SIZE ?? sizes[backend][full ? "full" : "ci"]);
    const settings = typeof office === "function" ? office(backend) : office;
    await one_run(tally, { backend, size, settings, api_plans_max }, play);
    passed += tally.passed;
    failed += tally.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0); // whatever still waits, waits for nothing
}

async function one_run(tally, { backend, size, settings, api_plans_max }, play) {
  const began = performance.now();
  let office;
  try {
    office = await Office.open({ backend, ...settings });
    const before = heads(office);
    const record = office.begin_record();
    const random = random_of(seed);
    const check = (...claim) => tally.check(...claim);
    await play({ office, record, size, random, check, figures: tally.figures });
    await settle(office, record);
    await hold_against_history(tally, { office, record, before, api_plans_max });
  } catch (fault) {
    tally.check("the battery runs to its end", false, fault.stack);
  }
  await office?.close({ keep: tally.failed > 0 });
  const figures = Object.entries(tally.figures).map(([key, value]) => `${key} ${value}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const line = [tally.name, `size ${size}`, `seed ${seed}`, ...figures, `${seconds} s`];
  console.log(`${tally.failed ? "FAILED" : "held"} ${line.join(", ")}`);
}

// What was never answered is asked again under its key.
async function settle(office, record) {
  if (!office.server.runs) await office.server.start();
  await record.settle();
}

// The nine rules and the program's own proof, as one check each.
export async function hold_against_history(tally, { office, record, before, api_plans_max }) {
  const rows = observe_database(office);
  const touched = rows.streams.filter((s) => s.seq > (before.get(s.id) ?? 0)).map((s) => s.id);
  const by = await office.another_session("sekretariat.kalteng");
  const api = await observe_api(by, touched.slice(0, api_plans_max));
  const proof = office.verify();
  const faults = check_history({
    ops: record.ops,
    reads: record.reads,
    before,
    rows,
    api,
    proof,
  });
  const told = faults
    .slice(0, shown_faults_max)
    .map(({ rule, what }) => `\n  rule ${rule}: ${what}`);
  const left = record.ops.filter((op) => op.outcome === "unknown").length;
  const count = (outcome) => record.ops.filter((op) => op.outcome === outcome).length;
  tally.check(
    "the history holds by its nine rules",
    !faults.length,
    `${faults.length} faults${told.join("")}`,
  );
  tally.check("rampung verify finds no fault", proof.code === 0, proof.out + proof.err);
  tally.figures.plans = touched.length;
  tally.figures.events = rows.events.length;
  tally.figures.reads = record.reads.length;
  tally.figures.commands = `${count("ok")} ok ${count("refused")} refused ${left} unknown`;
}

// Settles the same promises however many there are, at once.
export const all_at_once = (tasks) => Promise.all(tasks.map((task) => task()));
