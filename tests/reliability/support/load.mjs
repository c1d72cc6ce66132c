// Clients that never rest: each sends a plan of its own to and fro, one change after the other, and
// asks again under the same key until it is answered. What each try was told, how soon, is kept.
import { performance } from "node:perf_hooks";
import { pause, until } from "./processes.mjs";

const retry_pause_ms = 40;

export class Load {
  // tries: [{at, ms, status}]; answered: of each client, when it was last told yes.
  // servers: where clients ask, in turn; rest_ms: between two changes of a client.
  constructor({
    office,
    record,
    clients = 8,
    servers = [office.server],
    ms = 20_000,
    rest_ms = 0,
  }) {
    Object.assign(this, { office, record, servers, ms, rest_ms, count: clients });
    this.tries = [];
    this.faults = [];
    this.answered = new Array(clients).fill(0);
    this.runs = false;
  }

  async start() {
    this.clients = [];
    for (let i = 0; i < this.count; ++i) {
      const server = this.servers[i % this.servers.length];
      const by = await this.office.another_session("sekretariat.kalteng", server);
      const plan = await this.office.draft({ agencies: [this.office.agencies[i % 6]] });
      const { version } = await by.get(`/plans/${plan.id}`);
      this.clients.push({ by, id: plan.id, version, i, command: "submit" });
    }
    this.runs = true;
    this.work = Promise.all(this.clients.map((client) => this.keep_working(client)));
    return this;
  }

  async stop() {
    this.runs = false;
    await this.work;
  }

  async keep_working(client) {
    while (this.runs) {
      await this.step(client);
      await pause(this.rest_ms);
    }
  }

  async step(client) {
    const { by, id, version, command } = client;
    const body = command === "recall" ? { reason: "Diperiksa lagi" } : {};
    const asked = { resource: "plans", id, command, version, body };
    let at = performance.now();
    const op = await this.record.command(by, asked, { ms: this.ms });
    this.note(op, at);
    while (op.outcome === "unknown" && this.runs) {
      await pause(retry_pause_ms);
      at = performance.now();
      await op.again();
      this.note(op, at);
    }
    if (op.outcome === "refused") {
      this.faults.push(`${command}: ${op.status} ${op.code}`);
      this.runs = false;
    }
    if (op.outcome !== "ok") return;
    this.answered[client.i] = op.t_end;
    client.version = op.after;
    client.command = command === "submit" ? "recall" : "submit";
  }

  note({ status, outcome, lost }, at) {
    this.tries.push({ at, ms: performance.now() - at, status, outcome, lost });
  }

  // Resolves to how long it took until every client was told yes after that moment.
  async all_answered_after(moment, ms_max) {
    await until("every client to be told yes", ms_max, () => {
      if (!this.runs) throw new Error(`the load ended: ${this.faults.join("; ")}`);
      return this.answered.every((at) => at > moment);
    });
    return Math.max(...this.answered) - moment;
  }

  // How often each status was told; 0 is none.
  statuses() {
    const counted = {};
    for (const { status } of this.tries) counted[status] = (counted[status] ?? 0) + 1;
    return counted;
  }
  slowest_ms() {
    return Math.round(Math.max(0, ...this.tries.map((each) => each.ms)));
  }
}

export const told = (statuses) =>
  Object.entries(statuses)
    .map(([status, count]) => `${count} x ${status}`)
    .join(" ");
