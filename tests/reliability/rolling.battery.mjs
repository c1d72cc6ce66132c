// Two servers on one MariaDB behind haproxy, under load: stopped and started in turn while haproxy
// sends each request once; then one of them is killed while it hands mail over, and haproxy sends
// again what the dead one took. No request fails, and every due message is in the ledger once.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { battery } from "./support/battery.mjs";
import { Load, told } from "./support/load.mjs";
import { rows_of } from "./support/observed.mjs";
import { Post } from "./support/post.mjs";
import { pause, until } from "./support/processes.mjs";
import { Proxy } from "./support/proxy.mjs";

const mail_ms_max = 60_000;
const notice_ms = 1000; // five times what haproxy needs to see two bad answers
const living_ms_max = 2000; // of one mail, once the post answers again
const home = mkdtempSync(join(tmpdir(), "rampung-rolling-"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));
const post = await new Post(home).open();

class Pair {
  constructor(office) {
    this.office = office;
    this.args = ["--smtp", post.url, "--notice-ms", String(notice_ms)];
    this.held_by_the_dead = 0;
    this.kills = 0;
  }

  async open() {
    const { office } = this;
    await office.server.stop();
    this.before = new Set(this.sent()); // into files, by a server without SMTP
    await office.server.start({ args: [...office.server.args, ...this.args] });
    const other = office.another_server({ args: this.args });
    await other.start();
    this.servers = [office.server, other];
    this.once = await new Proxy(home, { sends_again: false }).open(this.servers);
    this.again = await new Proxy(home, { sends_again: true }).open(this.servers);
    return this;
  }

  sent() {
    const sql = "SELECT header_id FROM messages WHERE state = 'sent'";
    return rows_of(this.office, sql).map((each) => each.header_id);
  }

  restarted(server) {
    const own = server === this.office.server ? this.args : [];
    return server.start({ args: [...server.args, ...own] });
  }

  async roll() {
    for (const server of this.servers) {
      await server.stop();
      await this.restarted(server);
    }
  }

  // The post stands still, so that whoever sends waits for it; then one of them is gone.
  async kill_while_sending(load, server) {
    post.pause();
    await load.all_answered_after(performance.now(), mail_ms_max);
    await until("mail to be on its way", mail_ms_max, () => this.held().length > 0);
    await server.kill();
    const held = this.held();
    post.resume();
    await this.restarted(server);
    ++this.kills;
    await this.let_leases_of_the_dead_run_out(held);
  }

  held() {
    return rows_of(this.office, "SELECT id, lease_no FROM messages WHERE state = 'sending'");
  }

  // The living ends what it holds. What the dead one held is left alone for two minutes, which pass
  // at once.
  async let_leases_of_the_dead_run_out(held) {
    const claims = new Set(held.map((each) => `${each.id} ${each.lease_no}`));
    const still = () => this.held().filter((each) => claims.has(`${each.id} ${each.lease_no}`));
    let left = still();
    for (let unchanged_ms = 0; left.length && unchanged_ms < living_ms_max; unchanged_ms += 100) {
      await pause(100);
      const now = still();
      if (now.length !== left.length) unchanged_ms = 0;
      left = now;
    }
    this.held_by_the_dead += left.length;
    for (const { id, lease_no } of left)
      this.office.mariadb.execute(
        `UPDATE messages SET lease_until = 0 WHERE id = '${id}' AND lease_no = ${lease_no}`,
        "office",
      );
  }

  async all_sent() {
    const due = `SELECT COUNT(*) AS version FROM messages WHERE state = 'sending'
      OR (state = 'ready' AND next_attempt <= UNIX_TIMESTAMP(NOW(6)) * 1000000)`;
    const none = () => rows_of(this.office, due)[0].version === 0;
    await until("all mail to be sent", mail_ms_max, none, 100);
  }

  async close() {
    const [, other] = this.servers;
    if (other.runs) await other.stop();
    await this.once.close();
    await this.again.close();
  }
}

// Every message that was due is in the ledger as sent, and the post has it; or as dropped, when
// what it was to tell had been overtaken before it left. A mail that was taken in the moment of a
// kill may have come twice, by the same name, or be overtaken when the living look at it again.
function judge_mail(pair, check, figures) {
  const sql = "SELECT id, state, header_id, next_attempt AS version FROM messages";
  const all = rows_of(pair.office, sql);
  const messages = all.filter((each) => each.version <= Date.now() * 1000);
  const sent = messages.filter((each) => each.state === "sent" && each.header_id);
  const times = new Map();
  for (const id of post.taken()) times.set(id, (times.get(id) ?? 0) + 1);
  // Also what was given up at a stop while the post was silent, and is tried again in a minute.
  const ours = new Set(all.map((each) => each.header_id).filter(Boolean));
  const missing = pair.since.filter((each) => !times.has(each));
  const twice = [...times.values()].reduce((sum, n) => sum + n - 1, 0);
  const states = new Set(messages.map((each) => each.state));
  const ends = ["sent", "dropped"];
  const has_ended = states.has("sent") && [...states].every((state) => ends.includes(state));
  check("every due message is sent, or dropped as overtaken", has_ended, [...states].join());
  check("every sent message was taken by the post", !missing.length, `${missing.length} missing`);
  const foreign = [...times.keys()].filter((id) => !ours.has(id));
  check("the post took nothing else", !foreign.length, foreign.slice(0, 5).join());
  check("no mail came twice but by a kill", twice <= pair.kills, `${twice}, ${pair.kills} kills`);
  figures.mail = `${times.size} sent, ${twice} of them twice`;
}

await battery(
  "rolling",
  { sizes: { mariadb: { ci: 5, full: 100 } } },
  async ({ office, record, size, random, check, figures }) => {
    const pair = await new Pair(office).open();
    const through = async (proxy, disturb) => {
      const how = { clients: 6, servers: [proxy], rest_ms: 20, ms: 40_000 };
      const load = await new Load({ office, record, ...how }).start();
      for (let trial = 0; trial < size; ++trial) {
        await load.all_answered_after(performance.now(), 20_000);
        await disturb(load);
      }
      await load.all_answered_after(performance.now(), 20_000);
      await load.stop();
      const faults = [...load.faults, ...load.tries.filter((each) => each.status !== 200)];
      const words = `${told(load.statuses())} ${JSON.stringify(faults[0])}`;
      check(`no request failed that was sent ${proxy.name}`, !faults.length, words);
      figures[`told ${proxy.name}`] = `${told(load.statuses())}, slowest ${load.slowest_ms()} ms`;
    };
    await through(pair.once, () => pair.roll());
    await through(pair.again, (load) => pair.kill_while_sending(load, random.one_of(pair.servers)));
    await pair.all_sent();
    pair.since = pair.sent().filter((id) => !pair.before.has(id));
    check("a killed server held mail", pair.held_by_the_dead > 0);
    judge_mail(pair, check, figures);
    figures.held_by_the_dead = pair.held_by_the_dead;
    await pair.close();
  },
);
