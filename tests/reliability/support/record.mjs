// What clients asked and were told, one JSON line each: the material of the history checker.
//
//     {"op","actor","session","method","path","resource","subject","command","version",
//      "arguments","at","t_start","t_end","tries","outcome","status","code","seq","hash","id",
//      "state","after"}
//
// `op` is the Idempotency-Key; `at` is the server's time, t_start and t_end are one clock's;
// outcome is ok, refused or unknown (no answer, or one of the 500s); `id` and `after` are the
// answer's id and version.
import { closeSync, openSync, writeSync } from "node:fs";
import { Lost } from "./person.mjs";
import { pause } from "./processes.mjs";

const comes_again_max = 10;

let sessions = 0;
const session_of = new WeakMap();
const name_of_session = (by) => {
  if (!session_of.has(by)) session_of.set(by, `${by.username}#${++sessions}`);
  return session_of.get(by);
};

export class Record {
  constructor(file, name = "op") {
    this.file = file;
    this.handle = openSync(file, "w");
    this.name = name;
    this.ops = [];
    this.reads = [];
    this.count = 0;
    this.clock = Date.now; // the server's, where it was set
  }

  write(line) {
    writeSync(this.handle, `${JSON.stringify(line)}\n`);
  }
  close() {
    closeSync(this.handle);
  }

  // A command on a version of a thing. Returns the op; its `answer` is not written.
  command(by, { resource, id, command, version, body = {} }, how = {}) {
    const path = `/${resource}/${id}/commands/${command}`;
    return this.change(by, "POST", path, body, { ...how, match: version });
  }

  // Any change. how: match, headers, ms, key (null: none is sent).
  async change(by, method, path, body, { match, headers, ms, key } = {}) {
    const op = {
      op: key === undefined ? `${this.name}-${++this.count}` : key,
      actor: by.id,
      session: name_of_session(by),
      method,
      path,
      ...subject_of(path),
      rest: undefined,
      dry_run: /[?&]dry_run=true/.test(path) || undefined,
      version: match,
      arguments: Buffer.isBuffer(body) ? `${body.length} bytes` : body,
      at: this.clock(),
      t_start: performance.now(),
      tries: 0,
    };
    Object.defineProperty(op, "again", {
      value: () => this.try_once(by, op, { method, path, body, match, headers, ms }),
    });
    this.ops.push(op);
    await op.again();
    return op;
  }

  // Sends the op, for the first time or anew, and learns how it ended.
  async try_once(by, op, { method, path, body, match, headers, ms }) {
    ++op.tries;
    let answer;
    try {
      answer = await by.ask(method, path, body, { match, key: op.op ?? undefined, headers, ms });
    } catch (fault) {
      if (!(fault instanceof Lost)) throw fault;
      op.lost = fault.message;
    }
    op.t_end = performance.now();
    op.outcome = outcome_of(answer?.status ?? 0);
    op.status = answer?.status ?? 0;
    op.code = answer?.json?.code;
    op.reuses_key = op.code === "key_reused" || undefined;
    op.seq = answer?.json?.event?.seq;
    op.hash = answer?.json?.event?.hash;
    const resource = answer?.json?.resource ?? answer?.json;
    op.id = resource?.id;
    op.parts = answer?.json?.items?.map(({ id, status }) => ({ id, status }));
    op.revision = resource?.open_revision?.number;
    op.after = resource?.version;
    op.state = resource?.state;
    op.replayed = answer?.headers["idempotent-replayed"] === "true";
    Object.defineProperty(op, "answer", { value: answer, configurable: true });
    this.write(op);
    return op;
  }

  // A server that is full has done nothing, and says when to come again.
  async until_there_is_room(op) {
    for (let times = 0; op.status === 503 && times < comes_again_max; ++times) {
      await pause(1000 * Number(op.answer.headers["retry-after"] ?? 1));
      await op.again();
    }
    return op;
  }

  // What a session read of one thing; lists are passed over.
  saw(by, path, answer, t_start) {
    const { resource, subject, command, rest } = subject_of(path);
    if (answer.status !== 200 || !subject || rest || command) return;
    const { version, state } = answer.json;
    if (version === undefined) return;
    const session = name_of_session(by);
    const read = { session, resource, subject, version, state, t_start, t_end: performance.now() };
    this.reads.push(read);
    this.write({ read: true, ...read });
  }

  // Asks everything again that has no known end; to be called when the server is up.
  async settle(by_of = () => undefined) {
    const open = this.ops.filter((op) => op.outcome === "unknown" && op.op !== null);
    for (const op of open) {
      await by_of(op);
      await op.again();
    }
    return open;
  }
}

// Of /reviews/7/commands/confirm: reviews, 7, confirm.
function subject_of(path) {
  const [, resource, subject, rest, command] = path.split("?")[0].split("/");
  return { resource, subject, rest, command };
}

const outcome_of = (status) =>
  status >= 200 && status < 300 ? "ok" : status >= 400 && status < 500 ? "refused" : "unknown";
