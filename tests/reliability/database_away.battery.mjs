// MariaDB is killed, stopped and continued, turned read-only, or has no connection left, while
// clients work. The server stays up, says 503 in time and not 500, and is itself again soon after.
import net from "node:net";
import { battery } from "./support/battery.mjs";
import { Load, told } from "./support/load.mjs";
import { free_port, pause, run_to_end, until } from "./support/processes.mjs";

const deadline_ms = 10_000; // of a request in the database
const slack_ms = 1000;
const recovery_ms_max = 5000;
const connections_max = 30;

// Each: begins, and returns what ends it; that resolves when the database is back.
const faults = {
  async killed({ mariadb, hold_ms }) {
    await mariadb.kill();
    await pause(hold_ms);
    return () => mariadb.start();
  },
  async stopped({ mariadb, hold_ms }) {
    mariadb.pause();
    await pause(hold_ms);
    return () => mariadb.resume();
  },
  // Longer than any time-out of a statement or of a connection.
  async stopped_for_long({ mariadb }) {
    mariadb.pause();
    await pause(13_000);
    return () => mariadb.resume();
  },
  async read_only({ admin, hold_ms }) {
    admin("SET GLOBAL read_only = 1");
    await pause(hold_ms);
    return () => admin("SET GLOBAL read_only = 0");
  },
  // The server holds still while its connections are ended and others take their place.
  async full({ office, mariadb, admin, hold_ms }) {
    office.server.child.signal("SIGSTOP");
    const ends = admin(`SELECT GROUP_CONCAT('KILL ', ID SEPARATOR ';') AS ends ${of_app}`);
    if (!ends.includes("NULL")) admin(ends.split("\n")[1]);
    await until("the sessions to end", 5000, () => {
      return admin(`SELECT COUNT(*) AS left_over ${of_app}`).split("\n")[1] === "0";
    });
    const others = Array.from({ length: connections_max + 1 }, () => {
      const socket = net.connect(mariadb.port, "127.0.0.1");
      socket.on("error", () => {});
      return socket;
    });
    const greeting = (socket) => new Promise((greeted) => socket.once("data", greeted));
    await Promise.all(others.map(greeting));
    office.server.child.signal("SIGCONT");
    await pause(hold_ms);
    return () => others.forEach((socket) => socket.destroy());
  },
};
const of_app = "FROM information_schema.PROCESSLIST WHERE USER = 'app'";
const kinds = [
  ...["killed", "stopped", "read_only", "full"],
  ...["killed", "stopped_for_long", "read_only", "full"],
];

// Through the port that is kept free for whoever mends things.
const admin_at = (port) => (sql) => {
  const words = ["mariadb", "--no-defaults", "--protocol=tcp", "--host=127.0.0.1", "--user=root"];
  const done = run_to_end([...words, `--port=${port}`, "--batch"], { input: sql });
  if (done.code !== 0) throw new Error(`${sql.slice(0, 200)}: ${done.err}`);
  return done.out;
};

// root may write on a read-only server, so the product is somebody else.
async function work_as_app(office) {
  const { mariadb } = office;
  mariadb.execute("CREATE USER app@'127.0.0.1'; GRANT ALL ON office.* TO app@'127.0.0.1'");
  await office.server.stop();
  office.database = office.server.database = mariadb.url("office").replace("root@", "app@");
  await office.server.start();
}

const extra_port = await free_port();
await battery(
  "database away",
  {
    sizes: { mariadb: { ci: 8, full: 100 } },
    office: {
      mariadb: {
        options: [`--max-connections=${connections_max}`, `--extra-port=${extra_port}`],
      },
    },
  },
  async ({ office, record, size, random, check, figures }) => {
    await work_as_app(office);
    const { mariadb } = office;
    const pid = office.server.pid;
    const load = await new Load({ office, record }).start();
    const recoveries = [];
    for (let trial = 0; trial < size; ++trial) {
      const kind = kinds[trial % kinds.length];
      await load.all_answered_after(performance.now(), recovery_ms_max);
      await pause(random.between(0, 200));
      const hold_ms = random.between(100, 1500);
      const end = await faults[kind]({ office, mariadb, admin: admin_at(extra_port), hold_ms });
      await end();
      const back = performance.now();
      const ms = await load.all_answered_after(back, 60_000);
      recoveries.push(ms);
      check(`clients go on soon after ${kind}`, ms <= recovery_ms_max, `${Math.round(ms)} ms`);
      check(`the server stays up after ${kind}`, office.server.runs && office.server.pid === pid);
    }
    await load.stop();
    const statuses = load.statuses();
    const foreign = Object.keys(statuses).filter((status) => !["200", "503"].includes(status));
    const sound = !foreign.length && !load.faults.length;
    check("clients are told yes or 503", sound, `${told(statuses)} ${load.faults}`);
    const slowest_ms = load.slowest_ms();
    check("every try ends in time", slowest_ms <= deadline_ms + slack_ms, `${slowest_ms} ms`);
    figures.told = told(statuses);
    figures.slowest = `${slowest_ms} ms`;
    figures.recovery = `at most ${Math.round(Math.max(...recoveries))} ms`;
  },
);
