// A real SMTP server, the one of the notifications' tests: every mail that it takes is a file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Child, until } from "./processes.mjs";

const script = fileURLToPath(
  new URL("../../notifications/support/smtp_server.py", import.meta.url),
);
const start_ms_max = 30_000;

export class Post {
  constructor(home) {
    this.home = home;
    this.directory = join(home, "taken");
    mkdirSync(this.directory, { recursive: true });
  }

  async open() {
    const port_file = join(this.home, "smtp.port");
    writeFileSync(port_file, "");
    const words = ["/usr/bin/python3", script, "--directory", this.directory]; // has aiosmtpd
    const log = join(this.home, "smtp.log");
    this.child = new Child([...words, "--port-file", port_file], { log });
    this.port = await until("the SMTP server's port", start_ms_max, () => {
      if (!this.child.runs) throw new Error(`the SMTP server ended, see ${log}`);
      return Number(readFileSync(port_file, "utf8").trim());
    });
    return this;
  }
  get url() {
    return `smtp://127.0.0.1:${this.port}`;
  }

  // Connections stay open and nobody answers, until it goes on.
  pause() {
    this.child.signal("SIGSTOP");
  }
  resume() {
    this.child.signal("SIGCONT");
  }

  // The Message-ID of every mail taken, as often as it was.
  taken() {
    return readdirSync(this.directory)
      .filter((name) => name.endsWith(".mail"))
      .map((name) => readFileSync(join(this.directory, name), "utf8"))
      .map((text) => text.match(/^Message-ID: *(\S+)/im)?.[1]);
  }
}
