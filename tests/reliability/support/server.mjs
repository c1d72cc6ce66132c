// The real `rampung serve` on a loopback port: started, stopped, killed and started again on the
// same port, under a wrapper if wanted. Ready means that /readyz says 200.
import { mkdirSync, readFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Child, until } from "./processes.mjs";

export const binary =
  process.env.RAMPUNG_BINARY ??
  fileURLToPath(new URL("../../../build/release/rampung", import.meta.url));
const ready_ms_max = 120_000; // a cold demo on a busy machine
const stop_ms_max = 40_000;

export class Server {
  // database: URL; data: directory; wrapper: words before the program, such as strace with options;
  // args: further options of the verb; env: further environment.
  constructor({ database, data, wrapper = [], args = [], env = {}, log, verb = "serve" }) {
    Object.assign(this, { database, data, wrapper, args, env, verb });
    this.log = log ?? join(data, "server.log");
    this.port = 0;
    this.renew_agent();
  }

  get base() {
    return `http://127.0.0.1:${this.port}`;
  }
  get pid() {
    return this.child.target;
  }
  get runs() {
    return this.child?.runs ?? false;
  }

  // Milliseconds from the start of the process to /readyz 200. Overrides hold for this start only.
  async start({ wrapper = this.wrapper, args = this.args, env = this.env } = {}) {
    if (this.runs) throw new Error("start() of a server that runs");
    mkdirSync(this.data, { recursive: true });
    const seen = this.printed().length;
    this.renew_agent();
    const began = performance.now();
    const own = [binary, this.verb, "--database", this.database, "--data", this.data];
    const words = [...wrapper, ...own, "--listen", `127.0.0.1:${this.port}`, ...args];
    this.child = new Child(words, { log: this.log, env });
    this.child.wrapped = wrapper.length > 0;
    await this.await_port(seen);
    await this.ready();
    return performance.now() - began;
  }

  async await_port(seen) {
    const says = /(?:http:\/\/[0-9.]+:|on port )(\d+)[^\d]/;
    const said = () => this.printed().slice(seen);
    const found = await until("the server to name its port", ready_ms_max, () => {
      if (!this.runs) throw new Error(`the server ended:\n${said()}`);
      return said().match(says);
    });
    this.port = Number(found[1]);
  }

  async ready(ms = ready_ms_max) {
    await until("/readyz to be 200", ms, async () => {
      if (!this.runs) throw new Error(`the server ended:\n${this.printed().slice(-4000)}`);
      return (await probe(`${this.base}/readyz`)) === 200;
    });
  }

  // By SIGTERM; throws when it does not end well.
  async stop() {
    this.agent.destroy();
    const how = await this.child.end("SIGTERM", stop_ms_max);
    if (how !== 0) throw new Error(`the server stopped with ${how}, see ${this.log}`);
  }

  // By SIGKILL; resolves when it is gone.
  async kill() {
    await this.child.end("SIGKILL", stop_ms_max);
    this.agent.destroy();
  }

  async restart(how = {}) {
    if (this.runs) await this.stop();
    return this.start(how);
  }

  renew_agent() {
    this.agent?.destroy();
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  }

  printed() {
    try {
      return readFileSync(this.log, "utf8");
    } catch {
      return "";
    }
  }
}

// The status of a GET, or 0 when nobody answers.
export function probe(url, ms = 2000) {
  return new Promise((done) => {
    const asked = http.get(url, { agent: false, timeout: ms }, (answer) => {
      answer.resume();
      answer.on("end", () => done(answer.statusCode));
      answer.on("error", () => done(0));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => done(0));
  });
}
