// kill -9 of the server while 16 clients work: half of the times at a random moment, half at a
// system call around commit and answer. What was acknowledged is there, nothing is half applied,
// and the server is ready again within two seconds, without anybody's help.
import { spawn } from "node:child_process";
import { battery } from "./support/battery.mjs";
import { mutations, Stage } from "./support/mutations.mjs";
import { pause, until } from "./support/processes.mjs";

const clients = 16;
const placed_ms_max = 1500; // for a system call that does not come

// Where the server dies: before the Nth call of a thread. SQLite writes its log and syncs it,
// MariaDB is asked by sendto; answers leave by sendmsg, files get their names by rename.
const places = {
  sqlite: { fdatasync: 20, pwrite64: 150, sendmsg: 12, fsync: 8, rename: 4 },
  mariadb: { sendto: 120, recvfrom: 200, sendmsg: 12, fsync: 4, rename: 3 },
};

// A client that works without pause on things of its own, whatever happens to the server.
class Clerk {
  constructor(arena, number) {
    Object.assign(this, arena);
    const agency = this.office.agencies[1 + (number % 8)];
    this.stage = new Stage(this.office, agency, `juru-${number}`);
    this.done = 0;
    this.refused = 0;
  }
  async work() {
    const names = Object.keys(mutations);
    while (!this.arena.over) {
      const { by, method, path, body, ...how } = await this.next(this.random.one_of(names));
      if (!by) continue;
      const answer = await by.change(method, path, body, how);
      if (answer.status >= 300) this.arena.refused += 1;
      else this.arena.done += 1;
    }
  }
  // Two clients may meet at one calendar or one year's dates: then the next is tried.
  async next(name) {
    try {
      return await mutations[name](this.stage);
    } catch (fault) {
      if (!/: 4\d\d /.test(fault.message)) throw fault;
      this.arena.refused += 1;
      return {};
    }
  }
}

// Opens when the server is up again; asked only by those who had no answer.
class Gate {
  close() {
    this.opening = new Promise((done) => (this.open_now = done));
  }
  open() {
    this.opening = undefined;
    this.open_now();
  }
  async pass() {
    if (this.broken) throw new Error("the battery is over");
    await (this.opening ?? pause(5));
  }
  break_down() {
    this.broken = true;
    this.open_now?.();
  }
}

// Resolves when the server is dead; false: the call never came, and it was killed by hand.
async function die_at_a_call({ office, random }) {
  const calls = places[office.backend];
  const call = random.one_of(Object.keys(calls));
  const inject = `inject=${call}:signal=KILL:when=${random.between(1, calls[call])}`;
  const words = ["-f", "-qq", "-o", "/dev/null", "-e", `trace=${call}`, "-e", inject];
  const { child, pid } = office.server;
  const tracer = spawn("strace", [...words, "-p", String(pid)], { stdio: "ignore" });
  const gone = new Promise((done) => tracer.on("exit", done));
  const placed = await Promise.race([
    child.ended.then(() => true),
    pause(placed_ms_max).then(() => false),
  ]);
  await office.server.kill();
  tracer.kill("SIGKILL");
  await gone;
  return placed;
}

async function die_at_a_moment({ office, random }) {
  await pause(5 + random.next() * 395);
  await office.server.kill();
}

const at_percent = (sorted, percent) =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];

await battery(
  "kill -9 of the server",
  {
    sizes: { sqlite: { ci: 40, full: 2000 }, mariadb: { ci: 15, full: 500 } },
    office: { kinds: 100 },
    api_plans_max: 60,
  },
  async ({ office, record, size, random, check, figures }) => {
    const gate = new Gate();
    office.gate = () => gate.pass();
    office.people.clear();
    const arena = { office, record, random, done: 0, refused: 0, over: false };
    const crew = Array.from({ length: clients }, (_, i) => new Clerk({ ...arena, arena }, i));
    for (const { username } of office.accounts) await office.person(username);
    let failed;
    const work = Promise.all(crew.map((clerk) => clerk.work()));
    work.catch((fault) => {
      failed = fault;
      gate.break_down();
    });
    const ready = [];
    let placed = 0;
    for (let i = 0; i < size && !failed; ++i) {
      const enough = arena.done + 10;
      await until("some work between two kills", 60_000, () => failed || arena.done >= enough);
      gate.close();
      if (i % 2) placed += (await die_at_a_call(arena)) ? 1 : 0;
      else await die_at_a_moment(arena);
      ready.push(await office.server.start());
      gate.open();
    }
    arena.over = true;
    await work;
    ready.sort((a, b) => a - b);
    const p99 = at_percent(ready, 99);
    Object.assign(figures, { kills: ready.length, at_a_call: placed, changes: arena.done });
    figures.ready_again = `median ${at_percent(ready, 50).toFixed(0)} ms p99 ${p99.toFixed(0)} ms`;
    const asked_again = record.ops.filter((op) => op.tries > 1).length;
    figures.asked_again = asked_again;
    check("ready again within two seconds", p99 < 2000, `p99 ${p99} ms`);
    check("kills fall among requests", asked_again > 0);
    check("kills fall at system calls", size < 4 || placed > 0);
  },
);
