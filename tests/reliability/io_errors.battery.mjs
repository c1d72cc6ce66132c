// The nth fsync, write, open, rename … of the server fails, while it works or while it starts. It
// answers 5xx or ends by design and starts clean; it never says yes to what is not there.
import { join } from "node:path";
import { battery } from "./support/battery.mjs";
import { a_report_file, upload_form } from "./support/person.mjs";
import { hits_in, Tracer, words_for } from "./support/strace.mjs";

const by_design = 70; // what a server ends with that cannot trust its storage any more
const cannot_start = 3;
const nth_max = 400; // of one kind of call in one round of work

// While it works.
const at_work = [
  { calls: "fsync,fdatasync", error: "EIO" },
  { calls: "pwrite64", error: "EIO" },
  { calls: "pwrite64", error: "ENOSPC" },
  { calls: "openat", error: "EIO" },
  { calls: "openat", error: "EMFILE" },
  { calls: "rename", error: "EIO" },
  { calls: "mkdir,chmod", error: "ENOSPC" },
  { calls: "ftruncate,fallocate", error: "EIO" },
];
// While it starts; its own libraries are opened before it has begun.
const at_start = [
  { calls: "fsync,fdatasync", error: "EIO" },
  { calls: "pwrite64", error: "ENOSPC" },
];
const in_ci = ["1", "2", "3", "5", "8", "1+1", "3+3"];

const under_fault = 3; // tries
const untouched = 20;

// A call fails each time it is made; the round goes on when it does not any more.
class Struck extends Error {}

class Round {
  constructor(arena) {
    Object.assign(this, arena);
    this.told = {};
    this.ends = {};
    this.faults = [];
    this.hits = 0;
    this.count = 0;
  }

  async prepare() {
    const { office } = this;
    this.plan = await office.draft();
    const other = await office.plan_in("in_force", { agencies: [office.agencies[1]] });
    this.target = other.targets[0];
    this.log = join(office.home, "strace.log");
    await this.sign_in();
  }
  async sign_in() {
    this.secretariat = await this.office.another_session("sekretariat.kalteng");
    this.staff = await this.office.staff_of(this.target);
  }

  // Whether the fault struck at all.
  async work_with(fault) {
    ++this.count;
    const tracer = await new Tracer(fault, this.log).attach(this.office.server.pid);
    const struck = () => `${fault.calls} ${fault.error} at ${fault.when}`;
    this.patience = under_fault;
    try {
      await this.work(struck);
    } catch (fault_met) {
      if (!(fault_met instanceof Struck)) throw fault_met;
    } finally {
      await tracer.detach();
    }
    this.hits += tracer.hits;
    await this.work_untouched(struck);
    return tracer.hits > 0;
  }

  async start_with(fault) {
    ++this.count;
    const struck = () => `start, ${fault.calls} ${fault.error} at ${fault.when}`;
    const { server } = this.office;
    await server.stop();
    const wrapper = ["strace", ...words_for(fault), "-o", this.log];
    this.patience = under_fault;
    try {
      await server.start({ wrapper });
      await this.work(struck);
      await server.stop();
    } catch {
      await server.child.end("SIGTERM", 30_000);
    }
    this.judge_end(await server.child.ended, struck, [0, by_design, cannot_start]);
    const hits = hits_in(this.log);
    this.hits += hits;
    await server.start();
    await this.work_untouched(struck);
    return hits > 0;
  }

  // It works again, and what was never answered has an end.
  async work_untouched(struck) {
    this.patience = untouched;
    await this.start_if_ended(struck);
    await this.record.settle();
    await this.work(struck);
  }

  // Two decisions, an autosave, a file that comes and goes, and reads between.
  async work(struck) {
    const { secretariat: by, staff, target } = this;
    await this.send_on(struck, by);
    await this.send_on(struck, by);
    const { version } = await this.read(struck, staff, `/targets/${target.id}`);
    const said = { achievement: `Terlaksana ${this.count}`, achieved_quantity: 1 };
    await this.change(struck, staff, "PATCH", `/targets/${target.id}`, said, { match: version });
    await this.carry_a_file(struck);
  }

  async carry_a_file(struck) {
    const { staff, target } = this;
    const bytes = Buffer.concat([a_report_file.bytes, Buffer.from(`% ${Math.random()}\n`)]);
    const form = upload_form({ kind: "laporan_kegiatan" }, { ...a_report_file, bytes });
    const path = `/targets/${target.id}/evidence`;
    const made = await this.change(struck, staff, "POST", path, form.body, {
      headers: form.headers,
    });
    if (made.outcome !== "ok") return;
    const file = await this.read(struck, staff, `/evidence/${made.id}`);
    await this.read(struck, staff, `/evidence/${made.id}/content`);
    await this.change(struck, staff, "DELETE", `/evidence/${made.id}`, undefined, {
      match: file.version,
    });
  }

  // The plan to and fro.
  async send_on(struck, by) {
    const now = await this.read(struck, by, `/plans/${this.plan.id}`);
    const command = now.open_revision.state === "draft" ? "submit" : "recall";
    const path = `/plans/${now.id}/commands/${command}`;
    const body = command === "recall" ? { reason: "Lagi" } : {};
    await this.change(struck, by, "POST", path, body, { match: now.version });
  }

  // A change that is asked until it has an end.
  async change(struck, by, method, path, body, how) {
    const op = await this.record.change(by, method, path, body, how);
    for (let tries = 0; op.outcome === "unknown"; ++tries) {
      this.note(op.status, struck);
      if (tries === this.patience) throw new Struck(`${struck()}: ${method} ${path}`);
      await this.start_if_ended(struck);
      await op.again();
    }
    if (op.outcome !== "ok") this.faults.push(`${struck()}: ${method} ${path}: ${op.status}`);
    return op;
  }

  async read(struck, by, path) {
    for (let tries = 0; tries < this.patience; ++tries) {
      const answer = await by.ask("GET", path).catch(() => ({ status: 0 }));
      if (answer.status === 200) return answer.json;
      this.note(answer.status, struck);
      await this.start_if_ended(struck);
    }
    throw new Struck(`${struck()}: GET ${path}`);
  }

  note(status, struck) {
    this.told[status] = (this.told[status] ?? 0) + 1;
    if (status !== 0 && status < 500) this.faults.push(`${struck()}: ${status}`);
  }

  async start_if_ended(struck) {
    const { server } = this.office;
    await new Promise(setImmediate);
    if (server.runs) return;
    this.judge_end(await server.child.ended, struck, [by_design]);
    await server.start();
  }
  judge_end(how, struck, allowed) {
    this.ends[how] = (this.ends[how] ?? 0) + 1;
    if (!allowed.includes(how)) this.faults.push(`${struck()}: the server ended with ${how}`);
  }
}

// Every fault in turn: in CI at some numbers; in full from the first call to the one that a round
// of work does not reach any more.
async function every_fault(round, size) {
  const small = Number.isFinite(size);
  for (const [faults, strike] of [
    [at_work, (fault) => round.work_with(fault)],
    [at_start, (fault) => round.start_with(fault)],
  ])
    for (const fault of faults) {
      if (small)
        for (const when of in_ci) {
          if (round.count < size) await strike({ ...fault, when });
        }
      else
        for (let nth = 1; nth < nth_max; ++nth)
          if (!(await strike({ ...fault, when: String(nth) }))) break;
    }
}

await battery(
  "io errors",
  { sizes: { sqlite: { ci: 60, full: Infinity } } },
  async ({ office, record, size, check, figures }) => {
    const round = new Round({ office, record });
    await round.prepare();
    await every_fault(round, size);
    figures.rounds = round.count;
    figures.failed_calls = round.hits;
    figures.told = JSON.stringify(round.told);
    figures.ends = JSON.stringify(round.ends);
    check("calls did fail", round.hits > round.count / 3, `${round.hits} of ${round.count}`);
    const { faults } = round;
    check("5xx or a designed end, then yes", !faults.length, faults.slice(0, 10).join("\n"));
  },
);
