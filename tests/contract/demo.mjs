// A demo of one's own: the real binary on a free port, and people who are signed in.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const kinds = fileURLToPath(new URL("../data/asking", import.meta.url));

export async function startDemo(binary) {
  const data = mkdtempSync(join(tmpdir(), "rampung-contract-"));
  const child = spawn(
    binary,
    ["demo", "--listen", "127.0.0.1:0", "--data", data, "--date", "2026-10-20", "--kinds", kinds],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let said = "";
  const base = await new Promise((done, fail) => {
    child.stdout.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) done(found[0]);
    });
    child.on("exit", (code) => fail(new Error(`the demo ended with ${code}`)));
  });
  const ended = new Promise((done) => child.on("exit", done));
  return {
    base,
    accounts: JSON.parse(readFileSync(join(data, "accounts.json"), "utf8")),
    async end() {
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true });
    },
  };
}

// Every answer that a person gets goes to `seen` before it is given back.
export class Person {
  constructor(demo, account, seen) {
    Object.assign(this, { demo, account, seen, cookie: "", csrf: "" });
  }

  async ask(method, target, { body, headers = {}, form } = {}) {
    const all = { Cookie: this.cookie, "X-CSRF-Token": this.csrf, ...headers };
    if (body !== undefined) all["Content-Type"] ??= "application/json";
    const sent =
      form ??
      (body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
    const answer = await fetch(this.demo.base + target, { method, headers: all, body: sent });
    const out = {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      type: answer.headers.get("content-type"),
      etag: answer.headers.get("etag"),
      cookie: answer.headers.get("set-cookie"),
      body: await answer.text(),
    };
    out.json = out.type?.includes("json") && out.body ? JSON.parse(out.body) : undefined;
    if (out.cookie) this.cookie = out.cookie.split(";")[0];
    this.seen(method.toLowerCase(), target, out, form ? undefined : body);
    return out;
  }

  async signIn() {
    const { username, password } = this.account;
    const answer = await this.ask("POST", "/api/v1/session", { body: { username, password } });
    this.csrf = answer.json.csrf_token;
    return this;
  }

  // As far as it is asked: one page of one, which is a short example, then all.
  async all(target) {
    const joint = target.includes("?") ? "&" : "?";
    await this.ask("GET", `${target}${joint}limit=1`);
    const items = [];
    for (let next = target; next; ) {
      const page = await this.ask("GET", next);
      if (!page.json?.items) return items;
      items.push(...page.json.items);
      next =
        page.json.next && items.length < 300
          ? `${target}${joint}cursor=${encodeURIComponent(page.json.next)}`
          : null;
    }
    return items;
  }

  get(path) {
    return this.ask("GET", `/api/v1${path}`);
  }
  post(path, body, headers) {
    return this.ask("POST", `/api/v1${path}`, { body, headers });
  }
  // On the version that stands there now.
  async change(method, path, body) {
    const { etag } = await this.get(path);
    return this.ask(method, `/api/v1${path}`, { body, headers: { "If-Match": etag } });
  }
  async give(resource, id, command, body = {}) {
    const { etag } = await this.get(`/${resource}/${id}`);
    const path = `/${resource}/${id}/commands/${command}`;
    const answer = await this.post(path, body, { "If-Match": etag });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
    return answer;
  }
}
