// An office as `rampung demo` makes it, made once for a run of batteries and copied by each: on
// SQLite a data directory, on MariaDB one and the server's files.
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MariaDb } from "./mariadb.mjs";
import { Server } from "./server.mjs";

const day_ms = 24 * 60 * 60 * 1000;

let own;
function place() {
  if (process.env.RAMPUNG_TEMPLATES) return process.env.RAMPUNG_TEMPLATES;
  if (!own) {
    own = mkdtempSync(join(tmpdir(), "rampung-templates-"));
    chmodSync(own, 0o755); // MariaDB, as its own user, passes through
    process.on("exit", () => rmSync(own, { recursive: true, force: true }));
  }
  return own;
}

// The demo's clock starts some days ago, so that every event of the story lies in the past of
// `rampung serve`, whose clock is the real one.
const story_day = () => new Date(Date.now() - 3 * day_ms).toISOString().slice(0, 10);

async function tell_story(data, database) {
  const story = new Server({ verb: "demo", database, data, args: ["--date", story_day()] });
  await story.start();
  await story.stop();
}

const makers = {
  async sqlite(at) {
    await tell_story(join(at, "data"), `sqlite://${join(at, "data", "rampung.db")}`);
  },
  async mariadb(at) {
    const server = await new MariaDb({ home: join(at, "server") }).open();
    await tell_story(join(at, "data"), server.new_database("office"));
    await server.stop();
  },
};

// The template's directory; made when it is not there yet.
export async function template(backend) {
  const at = join(place(), backend);
  if (!existsSync(at)) {
    const unfinished = `${at}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await makers[backend](unfinished);
    renameSync(unfinished, at);
  }
  return at;
}

export async function copy_of(backend, to) {
  const at = await template(backend === "galera" ? "mariadb" : backend);
  cpSync(join(at, "data"), to, { recursive: true });
  return { server_files: join(at, "server", "data") };
}
