// System calls that fail on purpose: strace takes hold of a running server, or is what it is
// started under, and lets the nth call of a thread fail.
import { readFileSync, rmSync } from "node:fs";
import { Child, until } from "./processes.mjs";

const attach_ms_max = 20_000;
const detach_ms_max = 10_000;

// calls: "fsync,fdatasync"; error: "EIO"; when: "3" for the third call of a thread, "3+3" for every
// third.
export const words_for = ({ calls, error, when }) => [
  ...["-f", "-e", `trace=${calls}`, "-e", `inject=${calls}:error=${error}:when=${when}`],
];

export class Tracer {
  constructor(fault, log) {
    Object.assign(this, { fault, log, said: `${log}.said` });
  }

  // Resolves when every thread of the process is held.
  async attach(pid) {
    rmSync(this.log, { force: true });
    rmSync(this.said, { force: true });
    const words = ["strace", ...words_for(this.fault), "-o", this.log, "-p", String(pid)];
    this.child = new Child(words, { log: this.said });
    await until("strace to attach", attach_ms_max, () => {
      if (!this.child.runs) throw new Error(`strace ended: ${text_of(this.said)}`);
      return text_of(this.said).includes("attached");
    });
    return this;
  }

  // What it still holds goes on untouched.
  async detach() {
    await this.child.end("SIGINT", detach_ms_max);
  }

  // How many calls it has let fail.
  get hits() {
    return hits_in(this.log);
  }
}

export const hits_in = (log) => text_of(log).split("(INJECTED)").length - 1;

function text_of(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
