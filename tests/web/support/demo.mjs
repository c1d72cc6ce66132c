// A demo of one's own: the real binary on a free port. It can be killed and comes back on the same
// port with what it had.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const usual_date = "2026-04-10"; // in B04, with targets in every state

export class Demo {
  static async start(date = usual_date, words = []) {
    const demo = new Demo();
    demo.words = ["--date", date, ...words];
    demo.data = mkdtempSync(join(tmpdir(), "rampung-web-"));
    await demo.listen("127.0.0.1:0");
    demo.accounts = JSON.parse(
      readFileSync(join(demo.data, "accounts.json"), "utf8"),
    );
    return demo;
  }

  async listen(address) {
    this.child = spawn(
      process.env.RAMPUNG_BINARY,
      ["demo", "--listen", address, "--data", this.data, ...this.words],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    this.ended = new Promise((done) => this.child.on("exit", done));
    let said = "";
    this.base = await new Promise((done, fail) => {
      this.child.stdout.on("data", (bytes) => {
        said += bytes;
        const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (found) done(found[0]);
      });
      this.child.on("exit", (code) =>
        fail(new Error(`the demo ended with ${code}`)),
      );
    });
    for (;;) {
      const answer = await fetch(`${this.base}/readyz`).catch(() => null);
      if (answer?.ok) return;
    }
  }

  async kill() {
    this.child.kill("SIGKILL");
    await this.ended;
  }

  async come_back() {
    await this.listen(new URL(this.base).host);
  }

  account(username) {
    const found = this.accounts.find((each) => each.username === username);
    if (!found) throw new Error(`nobody is called ${username}`);
    return found;
  }

  // Somebody who asks the API directly.
  async person(username) {
    const { password } = this.account(username);
    const made = await fetch(`${this.base}/api/v1/session`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    const { csrf_token } = await made.json();
    const cookie = made.headers.get("set-cookie").split(";")[0];
    return {
      cookie,
      ask: async (method, path, body, headers = {}) => {
        const answer = await fetch(`${this.base}/api/v1/${path}`, {
          method,
          headers: {
            Cookie: cookie,
            "X-CSRF-Token": csrf_token,
            "Content-Type": "application/json",
            ...headers,
          },
          body: body === undefined ? undefined : JSON.stringify(body),
        });
        const text = await answer.text();
        return { status: answer.status, json: text ? JSON.parse(text) : null };
      },
    };
  }

  async end() {
    this.child.kill("SIGTERM");
    await this.ended;
    rmSync(this.data, { recursive: true, force: true });
  }
}
