// People at their browsers: one request at a time or many at once over kept-alive connections, with
// cookie and CSRF token. No answer is `Lost`: whether it happened is unknown.
import http from "node:http";
import { pause } from "./processes.mjs";

export class Lost extends Error {}

const answer_ms_max = 30_000;
const tries_max = 10; // where a server is full

// {status, headers, text, json}. body: text, Buffer, or a value to be sent as JSON.
export function send(server, { method = "GET", path, headers = {}, body, ms = answer_ms_max }) {
  const all = { ...headers };
  let bytes = body;
  if (body !== undefined && typeof body !== "string" && !Buffer.isBuffer(body))
    bytes = JSON.stringify(body);
  if (bytes !== undefined) {
    all["Content-Type"] ??= "application/json";
    all["Content-Length"] = Buffer.byteLength(bytes);
  }
  return new Promise((done, fail) => {
    const lost = (fault) => fail(new Lost(`${method} ${path}: ${fault.message}`));
    const to = { host: "127.0.0.1", port: server.port, agent: server.agent };
    const asked = http.request({ ...to, method, path, headers: all }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", lost);
      answer.on("aborted", () => lost(new Error("cut off")));
      answer.on("end", () => {
        if (answer.complete) done(whole(answer, Buffer.concat(parts).toString("utf8")));
      });
    });
    asked.setTimeout(ms, () => asked.destroy(new Error(`no answer in ${ms} ms`)));
    asked.on("error", lost);
    asked.end(bytes);
  });
}

// On a machine that is busy with other things a server is full now and then, and says when to come
// again. A change that had happened after all is then refused by its version.
async function patiently(ask) {
  for (let tries = 1; ; ++tries) {
    const answer = await ask();
    if (answer.status !== 503 || tries === tries_max) return answer;
    await pause(1000 * Number(answer.headers["retry-after"] ?? 1));
  }
}

function whole(answer, text) {
  const is_json = (answer.headers["content-type"] ?? "").includes("json") && text;
  const json = is_json ? JSON.parse(text) : undefined;
  return { status: answer.statusCode, headers: answer.headers, text, json };
}

export class Person {
  constructor(server, account) {
    Object.assign(this, { server, account, cookie: "", csrf: "", signed_in_at: 0 });
    const [post] = account.roles;
    this.role = post.role;
    this.agency = post.agency;
    this.region = post.region;
  }
  get username() {
    return this.account.username;
  }

  async sign_in() {
    const { username, password } = this.account;
    const asked = { method: "POST", path: "/api/v1/session", body: { username, password } };
    const answer = await this.persist(() => send(this.server, asked));
    if (answer.status !== 201) throw unexpected(asked, answer);
    this.cookie = answer.headers["set-cookie"][0].split(";")[0];
    this.csrf = answer.json.csrf_token;
    this.id = answer.json.user.id;
    this.signed_in_at = performance.now();
    return this;
  }

  // Decisions want a sign-in of the last half hour.
  async keep_fresh() {
    if (performance.now() - this.signed_in_at > 15 * 60_000) await this.sign_in();
    return this;
  }

  // path: from /api/v1 on. match: a version; key: an Idempotency-Key.
  ask(method, path, body, { match, key, headers = {}, ms } = {}) {
    const all = { Cookie: this.cookie, "X-CSRF-Token": this.csrf, ...headers };
    if (match !== undefined) all["If-Match"] = `"${match}"`;
    if (key !== undefined) all["Idempotency-Key"] = key;
    return send(this.server, { method, path: `/api/v1${path}`, headers: all, body, ms });
  }

  // A change, recorded where there is a record. Where there is a gate, what has no known end is
  // asked again, under the same key, as often as the gate opens.
  async change(method, path, body, how) {
    if (!this.record) return this.ask(method, path, body, how);
    const op = await this.record.change(this, method, path, body, how);
    while (this.gate && op.outcome === "unknown") {
      await this.gate();
      await op.again();
    }
    if (!op.answer) throw new Lost(op.lost);
    return op.answer;
  }

  // A question that changes nothing; it can be asked again.
  look(method, path) {
    return this.persist(() => this.ask(method, path));
  }
  async persist(ask) {
    for (;;) {
      try {
        return await ask();
      } catch (fault) {
        if (!this.gate || !(fault instanceof Lost)) throw fault;
        await this.gate();
      }
    }
  }

  // The JSON of an answer that must be of the 200s.
  async get(path) {
    const began = performance.now();
    const answer = await patiently(() => this.look("GET", path));
    if (answer.status !== 200) throw unexpected({ method: "GET", path }, answer);
    this.record?.saw(this, path, answer, began);
    return answer.json;
  }
  async make(path, body, how) {
    const answer = await patiently(() => this.change("POST", path, body, how));
    if (Math.floor(answer.status / 100) !== 2) throw unexpected({ method: "POST", path }, answer);
    return answer.json;
  }

  // Every page of a list.
  async all(path) {
    const items = [];
    for (let cursor = ""; cursor !== null; ) {
      const at = `${path}${path.includes("?") ? "&" : "?"}limit=200`;
      const page = await this.get(cursor ? `${at}&cursor=${encodeURIComponent(cursor)}` : at);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  // A command on a thing as it is now.
  async give(resource, id, command, body = {}) {
    const { version } = await this.get(`/${resource}/${id}`);
    return this.make(`/${resource}/${id}/commands/${command}`, body, { match: version });
  }
}

export function unexpected(asked, answer) {
  return new Error(`${asked.method} ${asked.path}: ${answer.status} ${answer.text.slice(0, 600)}`);
}

// A form with one file, as browsers send it.
export function upload_form(fields, { name, type, bytes }, boundary = "rampung-boundary-7d1f") {
  const parts = Object.entries(fields).map(
    ([key, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n` +
    `Content-Type: ${type}\r\n\r\n`;
  return {
    body: Buffer.concat([
      Buffer.from(parts.join("") + head),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
  };
}

export const a_report_file = {
  name: "laporan.pdf",
  type: "application/pdf",
  bytes: Buffer.from("%PDF-1.4\n%%EOF\n"),
};
