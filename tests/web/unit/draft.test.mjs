// Nothing typed is lost: the keeper behind every draft, against a server that fails, lags, answers
// out of date, and dies, with a tab that closes at any moment. Every run prints its seed.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import fake_timers from "@sinonjs/fake-timers";
import { load, MemoryStore } from "../support/module.mjs";
import { random_of } from "../support/random.mjs";

globalThis.localStorage = new MemoryStore();
const { DraftKeeper, Problem } = await load([
  "typed/draft.ts",
  "server/server.ts",
]);

// A server with one thing on it. `fate` says what happens to each request.
class Thing {
  version = 1;
  values = { achievement: "", obstacles: "" };
  fate = () => "good";
  async read() {
    if (this.fate() === "down") throw problem(0);
    return { version: this.version, values: { ...this.values } };
  }
  async write(changes, version) {
    await null;
    const fate = this.fate();
    if (fate === "down") throw problem(0);
    if (fate === "signed_out") throw problem(401);
    if (version !== this.version) throw problem(412);
    Object.assign(this.values, changes);
    ++this.version;
    if (fate === "answer_lost") throw problem(0);
    return { version: this.version, values: { ...this.values } };
  }
}

const problem = (status) => new Problem(status, { detail: String(status) });

// The clock of node:test takes other arguments in Debian's Node.js 18 than in 20.
let clock;
beforeEach(() => {
  clock = fake_timers.install({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => clock.uninstall());

const fields = ["achievement", "obstacles"];

// One afternoon of somebody typing while everything goes wrong. Returns what was typed and what the
// server has in the end.
async function afternoon(seed, Keeper = DraftKeeper) {
  const random = random_of(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  globalThis.localStorage = new MemoryStore();
  const thing = new Thing();
  let weather = "good";
  thing.fate = () => weather;
  const key = `targets/${seed}`;
  const open = () =>
    new Keeper(
      {
        key,
        server: { version: thing.version, values: { ...thing.values } },
        read: () => thing.read(),
        write: (changes, version) => thing.write(changes, version),
      },
      () => undefined,
    );
  let keeper = open();
  const typed = { achievement: "", obstacles: "" };
  const pass = async (milliseconds) => {
    clock.tick(milliseconds);
    for (let i = 0; i < 30; ++i) await null;
  };
  for (let step = 0; step < 60; ++step) {
    const what = random();
    if (what < 0.6) {
      const field = pick(fields);
      typed[field] = keeper.mine[field] + pick([..."abc def ghi"]);
      keeper.set(field, typed[field]);
    } else if (what < 0.8) {
      await pass(pick([10, 200, 900, 5000]));
    } else if (what < 0.93) {
      weather = pick(["good", "good", "down", "signed_out", "answer_lost"]);
    } else {
      keeper.stop(); // the tab is closed at this very moment
      await pass(0);
      keeper = open();
    }
  }
  weather = "good";
  for (let i = 0; i < 40; ++i) await pass(5000);
  keeper.stop();
  return { typed, saved: thing.values, state: keeper.state };
}

const runs = process.env.RAMPUNG_FULL ? 5000 : 500;

test(`nothing typed is lost in ${runs} afternoons of faults`, async (t) => {
  const first = Number(process.env.RAMPUNG_SEED ?? Date.now() % 1_000_000);
  t.diagnostic(`draft: seeds ${first} to ${first + runs - 1}`);
  for (let seed = first; seed < first + runs; ++seed) {
    const { typed, saved, state } = await afternoon(seed);
    assert.deepEqual(saved, typed, `seed ${seed}`);
    assert.equal(state, "saved", `seed ${seed}`);
  }
});

test("a keeper that forgets its copy while it sends is found out", async () => {
  class Forgetful extends DraftKeeper {
    set(field, value) {
      super.set(field, value);
      localStorage.kept.clear(); // the planted fault: nothing stays on the device
    }
  }
  let lost = 0;
  for (let seed = 0; seed < 50; ++seed) {
    const { typed, saved } = await afternoon(seed, Forgetful);
    if (JSON.stringify(typed) !== JSON.stringify(saved)) ++lost;
  }
  assert.ok(lost > 0);
});

test("two people on the same field: both texts are kept until somebody chooses", async () => {
  globalThis.localStorage = new MemoryStore();
  const thing = new Thing();
  const keeper = new DraftKeeper(
    {
      key: "targets/two",
      server: await thing.read(),
      read: () => thing.read(),
      write: (changes, version) => thing.write(changes, version),
    },
    () => undefined,
  );
  await thing.write({ achievement: "theirs" }, 1);
  keeper.set("achievement", "mine");
  keeper.set("obstacles", "only mine");
  assert.equal(await keeper.flush(), false);
  assert.equal(keeper.state, "conflict");
  assert.deepEqual(keeper.conflicts, [
    { field: "achievement", mine: "mine", theirs: "theirs" },
  ]);
  assert.equal(
    thing.values.achievement,
    "theirs",
    "nothing is overwritten silently",
  );
  keeper.set("achievement", "mine, typed on");
  assert.equal(keeper.conflicts[0].mine, "mine, typed on");
  keeper.settle({ achievement: "mine and theirs" });
  assert.equal(await keeper.flush(), true);
  assert.deepEqual(thing.values, {
    achievement: "mine and theirs",
    obstacles: "only mine",
  });
});

const rules_of = async (thing) => ({
  key: "targets/two",
  server: await thing.read(),
  read: () => thing.read(),
  write: (changes, version) => thing.write(changes, version),
});

async function quarrel() {
  globalThis.localStorage = new MemoryStore();
  const thing = new Thing();
  thing.values.achievement = "before";
  const keeper = new DraftKeeper(await rules_of(thing), () => undefined);
  await thing.write({ achievement: "theirs" }, 1);
  keeper.set("achievement", "mine");
  assert.equal(await keeper.flush(), false);
  return { thing, keeper };
}

const one_conflict = [{ field: "achievement", mine: "mine", theirs: "theirs" }];

test("a choice that is due is asked again, however often the page is opened", async () => {
  const { thing, keeper } = await quarrel();
  let last = keeper;
  for (const typed of [null, "beside", null]) {
    last.stop();
    last = new DraftKeeper(await rules_of(thing), () => undefined);
    assert.equal(last.state, "conflict");
    if (typed) last.set("obstacles", typed);
    assert.equal(await last.flush(), false);
    assert.deepEqual(last.conflicts, one_conflict);
    assert.equal(last.state, "conflict");
    assert.equal(thing.values.achievement, "theirs");
  }
  assert.equal(thing.values.obstacles, "beside");
});

test("a newer version does not take a due choice away, and an older one nothing", async () => {
  const { thing, keeper } = await quarrel();
  const old = await thing.read();
  await thing.write({ obstacles: "theirs too" }, thing.version);
  keeper.renew(await thing.read());
  keeper.renew(old);
  assert.deepEqual(keeper.conflicts, one_conflict);
  assert.equal(keeper.mine.obstacles, "theirs too");
  assert.equal(await keeper.flush(), false);
  assert.equal(thing.values.achievement, "theirs");
});

test("where the server has again what one typed on, it is sent", async () => {
  const { thing, keeper } = await quarrel();
  keeper.stop();
  await thing.write({ achievement: "before" }, thing.version);
  const again = new DraftKeeper(await rules_of(thing), () => undefined);
  assert.deepEqual(again.conflicts, []);
  assert.equal(await again.flush(), true);
  assert.equal(thing.values.achievement, "mine");
});

test("what was chosen while another field is on its way is not lost", async () => {
  const { thing, keeper } = await quarrel();
  const write = thing.write.bind(thing);
  thing.write = async (changes, version) => {
    if (keeper.conflicts.length) keeper.settle({ achievement: "mine" });
    return write(changes, version);
  };
  keeper.set("obstacles", "beside");
  assert.equal(await keeper.flush(), true);
  assert.deepEqual(thing.values, { achievement: "mine", obstacles: "beside" });
});

// A server that says of every wrong field of a request what is wrong, and then takes none.
function strict_thing() {
  const thing = new Thing();
  thing.values = { a: "", b: "", c: "", d: "", e: "", f: "" };
  const write = thing.write.bind(thing);
  thing.asked = 0;
  thing.write = async (changes, version) => {
    ++thing.asked;
    const errors = Object.entries(changes)
      .filter(([, value]) => value.startsWith("wrong"))
      .map(([field]) => ({ pointer: `/${field}`, detail: `not ${field}` }));
    if (errors.length) throw new Problem(422, { title: "Wrong", errors });
    return write(changes, version);
  };
  return thing;
}

async function keeper_of(thing) {
  globalThis.localStorage = new MemoryStore();
  return new DraftKeeper(
    {
      key: "actions/strict",
      server: await thing.read(),
      read: () => thing.read(),
      write: (changes, version) => thing.write(changes, version),
    },
    () => undefined,
  );
}

test("five wrong fields are told at once, and hold up no right one", async () => {
  const thing = strict_thing();
  const keeper = await keeper_of(thing);
  for (const field of "abcde") keeper.set(field, `wrong ${field}`);
  keeper.set("f", "right");
  assert.equal(await keeper.flush(), false);
  assert.equal(keeper.state, "not_taken");
  assert.equal(thing.values.f, "right");
  assert.deepEqual(
    keeper.problem.faults,
    [..."abcde"].map((field) => ({
      pointer: `/${field}`,
      detail: `not ${field}`,
    })),
  );
  const asked = thing.asked;
  assert.equal(await keeper.flush(), false);
  assert.equal(thing.asked, asked, "what was refused is not asked for again");

  keeper.set("a", "mended");
  assert.equal(keeper.problem.faults.length, 4, "the others are still wrong");
  assert.equal(await keeper.flush(), false);
  assert.equal(thing.values.a, "mended");
  assert.equal(keeper.mine.b, "wrong b", "what was typed stays");
  for (const field of "bcde") keeper.set(field, "mended");
  assert.equal(await keeper.flush(), true);
  assert.equal(keeper.state, "saved");
  assert.equal(keeper.problem, null);
  assert.deepEqual(thing.values, keeper.mine);
});

test("what was refused is kept when the tab is closed, and tried again on demand", async () => {
  const thing = strict_thing();
  const first = await keeper_of(thing);
  first.set("a", "wrong today");
  first.set("b", "right");
  await first.flush();
  first.stop();
  const rules = {
    key: "actions/strict",
    server: await thing.read(),
    read: () => thing.read(),
    write: (changes, version) => thing.write(changes, version),
  };
  const second = new DraftKeeper(rules, () => undefined);
  assert.equal(second.mine.a, "wrong today");
  assert.equal(await second.flush(), false);
  const asked = thing.asked;
  assert.equal(await second.insist(), false);
  assert.equal(thing.asked, asked + 1);
});
