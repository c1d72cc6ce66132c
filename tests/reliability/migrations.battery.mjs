// `rampung migrate` is killed between any two of its words to the database, half of the times just
// after it has made a table on MariaDB, which is done then but not noted; half of the times another
// runs beside it that dies at the same call; and two run at once afterwards.
// One of them is the runner, what was begun is always ended, what comes out is always the same.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MariaDb } from "./support/mariadb.mjs";
import { Child, run_to_end } from "./support/processes.mjs";
import { new_seed, random_of } from "./support/random.mjs";
import { binary, Server } from "./support/server.mjs";

const full = process.argv.includes("--full") || process.env.RAMPUNG_FULL === "1";
const seed = Number(process.env.RAMPUNG_SEED ?? new_seed());
const size = Number(process.env.RAMPUNG_SIZE ?? (full ? 200 : 10));
const runner_ms_max = 60_000;
const home = mkdtempSync(join(tmpdir(), "rampung-migrations-"));
chmodSync(home, 0o755); // MariaDB, as another user, passes through
const mariadb = await new MariaDb({ home: join(home, "mariadb") }).open();
const random = random_of(seed);
let passed = 0;
let failed = 0;
let count = 0;
let killed = 0;

function check(claim, holds, detail = "") {
  if (holds) return ++passed;
  ++failed;
  console.log(`FAILED migrations: ${claim}${detail ? `: ${detail}` : ""}`);
}

// How each database is made, asked for its schema, and spoken to: the calls that carry its words.
const backends = {
  mariadb: {
    calls: "sendto",
    fresh: () => mariadb.new_database(`killed_${++count}`),
    schema(url) {
      const name = url.split("/").pop();
      const words = ["mariadb-dump", "--no-defaults", ...mariadb.where(), "--no-data"];
      const dumped = run_to_end([...words, "--skip-comments", "--skip-dump-date", name]).out;
      const ledger = "SELECT number, name, checksum FROM schema_migrations ORDER BY number";
      return dumped + mariadb.execute(ledger, name);
    },
  },
  sqlite: {
    calls: "pwrite64,fdatasync",
    fresh: () => `sqlite://${join(home, `killed-${++count}.db`)}`,
    schema(url) {
      const sql = ".schema\nSELECT number, name, checksum FROM schema_migrations ORDER BY number;";
      return run_to_end(["sqlite3", url.slice("sqlite://".length)], { input: sql }).out;
    },
  },
};

const runner = (url) => [binary, "migrate", "--database", url];
const start = (words) => new Child(words, { log: join(home, "runners.log") });
const end_of = (child) => child.end("SIGCONT", runner_ms_max); // no more than waiting

// How many such calls the busiest thread of an undisturbed run makes, which of them follow a table
// that was made, and what the run leaves.
function undisturbed({ calls, fresh, schema }) {
  const url = fresh();
  const log = join(home, "strace.log");
  spawnSync("strace", ["-f", "-e", `trace=${calls}`, "-o", log, ...runner(url)]);
  const of_thread = { nobody: [] };
  for (const line of readFileSync(log, "utf8")
    .split("\n")
    .filter((each) => /\w\(/.test(each))) {
    const thread = line.split(" ")[0];
    (of_thread[thread] ??= []).push(line);
  }
  const own = Object.values(of_thread).reduce((a, b) => (b.length > a.length ? b : a));
  const after_tables = own.flatMap((line, i) => (/CREATE TABLE [a-z]/.test(line) ? [i + 2] : []));
  return { made: own.length, after_tables, schema: schema(url) };
}

async function one_trial(name, { calls, fresh, schema }, wanted, { at_table, together }) {
  const url = fresh();
  const nth = at_table ? random.one_of(wanted.after_tables) : random.between(1, wanted.made);
  const kill = ["-e", `trace=${calls}`, "-e", `inject=${calls}:signal=KILL:when=${nth}`];
  const place = `${name}, killed at call ${nth} of ${wanted.made}, seed ${seed}`;
  const words = ["strace", "-f", "-o", "/dev/null", ...kill, ...runner(url)];
  const runners = Array.from({ length: together }, () => start(words));
  const ends_of_runners = await Promise.all(runners.map(end_of));
  const dead = ends_of_runners.filter((end) => end === "SIGKILL").length;
  killed += dead;
  // Two may share the files between them; how often SQLite writes at its end varies a little.
  const sure = together === 1 && nth < 0.9 * wanted.made;
  if (sure) check("a runner dies at its call", dead === 1, place);
  const followers = [start(runner(url)), start(runner(url))];
  const ends = await Promise.all(followers.map(end_of));
  check(
    `whoever follows ends well`,
    ends.every((end) => end === 0),
    `${place}: ${ends}`,
  );
  check(`the schema is whole`, schema(url) === wanted.schema, place);
  return url;
}

const began = performance.now();
for (const [name, backend] of Object.entries(backends)) {
  const wanted = undisturbed(backend);
  check("an undisturbed run speaks to its database", wanted.made > 20, `${name}: ${wanted.made}`);
  const found = name !== "mariadb" || wanted.after_tables.length > 10;
  check("its tables are found among its words", found, wanted.after_tables.join());
  let url;
  const trials = Math.ceil(size / 2);
  for (let trial = 0; trial < trials; ++trial) {
    const at_table = name === "mariadb" && trial % 2 === 0;
    url = await one_trial(name, backend, wanted, { at_table, together: trial % 4 < 2 ? 1 : 2 });
  }
  const server = new Server({ database: url, data: join(home, `data-${name}`) });
  await server.start();
  await server.stop();
  check("a server serves what was resumed", true);
}
await mariadb.close();
rmSync(home, { recursive: true, force: true });
const seconds = ((performance.now() - began) / 1000).toFixed(1);
const figures = `size ${size}, seed ${seed}, ${killed} killed, ${seconds} s`;
console.log(`${failed ? "FAILED" : "held"} migrations, ${figures}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
