// A private MariaDB on a socket and a free loopback port: databases, kill -9, stop and continue,
// restart on the same files and port. As root it runs as the user mysql.
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child, free_port, run_to_end, until } from "./processes.mjs";

const start_ms_max = 60_000;
const as_root = process.getuid() === 0;
const user = as_root ? ["--user=mysql"] : [];

// What a killed server leaves is in the system's cache; only a machine that dies would miss the
// syncs, and it takes the tests with it.
const quick = ["--debug-no-sync", "--innodb-flush-method=nosync", "--innodb-log-file-size=16M"];

export class MariaDb {
  // from: the data directory of another one that was stopped, to be copied.
  constructor({ home, options = [], from } = {}) {
    this.home = home ?? mkdtempSync(join(tmpdir(), "rampung-mariadb-"));
    mkdirSync(this.home, { recursive: true });
    chmodSync(this.home, 0o755); // the server, as mysql, passes through
    this.data = join(this.home, "data");
    this.log = join(this.home, "mariadb.log");
    this.options = options;
    this.from = from;
    this.count = 0;
  }

  async open(how) {
    if (this.from) {
      cpSync(this.from, this.data, { recursive: true });
      if (as_root) run_to_end(["chown", "-R", "mysql:mysql", this.data]);
    } else if (!existsSync(this.data)) {
      this.install();
    }
    this.port = await free_port();
    await this.start(how);
    return this;
  }

  install() {
    const words = ["mariadb-install-db", "--no-defaults", `--datadir=${this.data}`];
    const how = ["--auth-root-authentication-method=normal", "--skip-test-db", "--force"];
    const done = run_to_end([...words, ...how, "--innodb-log-file-size=16M", ...user]);
    if (done.code !== 0) throw new Error(`mariadb-install-db failed: ${done.out}${done.err}`);
  }

  async start({ options = [] } = {}) {
    const files = [
      `--datadir=${this.data}`,
      `--socket=${this.socket}`,
      `--pid-file=${this.data}/pid`,
    ];
    // In a directory that servers share, one that starts takes away what the others have there.
    files.push(`--tmpdir=${this.data}`);
    const place = [`--port=${this.port}`, "--bind-address=127.0.0.1", "--skip-name-resolve"];
    const words = ["mariadbd", "--no-defaults", ...files, ...place, ...quick, ...user];
    this.child = new Child(
      [...words, "--innodb-buffer-pool-size=64M", ...this.options, ...options],
      {
        log: this.log,
      },
    );
    await this.answers();
  }

  get socket() {
    return join(this.data, "socket");
  }

  async answers(ms = start_ms_max) {
    const ping = ["mariadb-admin", "--no-defaults", ...this.where(), "--silent", "ping"];
    await until(
      "MariaDB to answer",
      ms,
      () => {
        if (!this.child.runs) throw new Error(`MariaDB ended, see ${this.log}`);
        return run_to_end(ping, { seconds: 10 }).code === 0;
      },
      25,
    );
  }

  where() {
    return ["--protocol=tcp", "--host=127.0.0.1", `--port=${this.port}`, "--user=root"];
  }

  // The URL of a new, empty database.
  new_database(name = `rampung_${++this.count}`) {
    this.execute(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    return this.url(name);
  }
  url(name) {
    return `mysql://root@127.0.0.1:${this.port}/${name}`;
  }

  execute(sql, database = "") {
    const words = ["mariadb", "--no-defaults", ...this.where(), "--batch"];
    const done = run_to_end([...words, ...(database ? [database] : [])], { input: sql });
    if (done.code !== 0) throw new Error(`${sql.slice(0, 200)}: ${done.err}`);
    return done.out;
  }

  async kill() {
    await this.child.end("SIGKILL", 10_000);
  }
  async stop() {
    this.child.signal("SIGCONT");
    await this.child.end("SIGTERM", 40_000);
  }
  pause() {
    this.child.signal("SIGSTOP");
  }
  resume() {
    this.child.signal("SIGCONT");
  }
  // Ends it and takes its files away.
  async close() {
    this.child.signal("SIGCONT");
    await this.child.end("SIGKILL", 10_000);
    rmSync(this.home, { recursive: true, force: true });
  }
}
