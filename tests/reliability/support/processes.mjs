// Children that are ended by their ids: start, wait with a limit, signal, find what a wrapper runs.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Looks until the question has an answer; throws with `what` when it has none in time.
export async function until(what, ms, ask, every = 5) {
  const end = performance.now() + ms;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await pause(every);
  }
}

const alive = new Set();
process.on("exit", () => alive.forEach((child) => child.end_now()));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(1));

// A child whose output goes to a file. `ended` resolves to its exit code or signal.
export class Child {
  constructor(words, { log, env = {}, cwd, uid, gid } = {}) {
    const out = openSync(log, "a");
    this.process = spawn(words[0], words.slice(1), {
      env: { ...process.env, ...env },
      stdio: ["ignore", out, out],
      cwd,
      uid,
      gid,
    });
    closeSync(out);
    this.pid = this.process.pid;
    this.runs = this.pid !== undefined;
    this.ended = new Promise((done) => {
      const over = (how) => {
        this.runs = false;
        alive.delete(this);
        done(how);
      };
      this.process.on("exit", (code, signal) => over(signal ?? code));
      this.process.on("error", (fault) => over(fault.message));
    });
    alive.add(this);
  }

  // The process itself, or what the wrapper that was started runs in its place.
  get target() {
    return this.wrapped ? (descendants(this.pid).pop() ?? this.pid) : this.pid;
  }

  signal(name) {
    if (!this.runs) return;
    try {
      process.kill(this.target, name);
    } catch (fault) {
      if (fault.code !== "ESRCH") throw fault;
    }
  }

  async end(name, ms) {
    if (!this.runs) return this.ended;
    this.signal(name);
    const late = setTimeout(() => this.end_now(), ms);
    const how = await this.ended;
    clearTimeout(late);
    return how;
  }

  end_now() {
    for (const pid of [...descendants(this.pid), this.pid]) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // gone already
      }
    }
  }
}

// Children, grandchildren …, the deepest last. Threads of a process all have their own children.
export function descendants(pid) {
  let found;
  try {
    found = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  } catch {
    return [];
  }
  const children = found.trim().split(" ").filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

// A command to its end. Returns {code, out}; `out` holds both streams.
export function run_to_end(words, { env = {}, input, seconds = 120 } = {}) {
  const done = spawnSync(words[0], words.slice(1), {
    env: { ...process.env, ...env },
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout: seconds * 1000,
  });
  if (done.error) throw done.error;
  return { code: done.status, out: done.stdout, err: done.stderr };
}

// The kernel's choice on 127.0.0.1. Somebody may take it before it is used.
export function free_port() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
