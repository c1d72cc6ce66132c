// docs/mirror.mjs beside two servers on one MariaDB, or one on SQLite: a secretariat's and an
// agency's copy follow while plans live side by side, a server is restarted and the mirrors are
// killed. In the end each copy says what the API says, and holds every event exactly as the history
// tells it.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { battery } from "./support/battery.mjs";
import { region } from "./support/office.mjs";
import { Child, run_to_end, until } from "./support/processes.mjs";
import { binary } from "./support/server.mjs";
import { TokenHolder } from "./support/tokens.mjs";

const mirror_program = fileURLToPath(new URL("../../docs/mirror.mjs", import.meta.url));
const same_ms_max = 90_000;

function make_token(office, username) {
  const words = ["token", "create", "--username", username, "--name", "cermin", "--days", "30"];
  const done = run_to_end([binary, ...words, "--database", office.database]);
  if (done.code !== 0) throw new Error(`rampung token create: ${done.out}${done.err}`);
  return done.out.match(/^token: (\S+)$/m)[1];
}

class Mirror {
  constructor(office, servers, username) {
    const token = make_token(office, username);
    const account = office.accounts.find((each) => each.username === username);
    this.by = new TokenHolder(office.server, account, token);
    this.username = username;
    this.file = join(office.home, `${username}.json`);
    this.log = join(office.home, `${username}.log`);
    this.env = {
      RAMPUNG: servers.map((server) => server.base).join(" "),
      TOKEN: token,
      REGION: region,
      COPY: this.file,
    };
  }
  start() {
    this.child = new Child([process.execPath, mirror_program], { log: this.log, env: this.env });
  }
  kill() {
    return this.child.end("SIGKILL", 10_000);
  }
  copy() {
    try {
      return JSON.parse(readFileSync(this.file, "utf8"));
    } catch {
      return { lists: {}, events: {} };
    }
  }

  // What the copy and the API say differently; empty: nothing.
  async differences() {
    const { lists, events } = this.copy();
    const plans = await this.by.all(`/plans?region=${region}`);
    const found = [];
    if (!isDeepStrictEqual(lists[`/plans?region=${region}`]?.items, plans)) found.push("/plans");
    for (const { id } of plans) {
      const paths = ["actions", "reviews?all=true", "approvals?all=true"];
      for (const path of [...paths.map((part) => `/plans/${id}/${part}`), `/targets?plan=${id}`])
        if (!isDeepStrictEqual(lists[path]?.items, await this.by.all(path))) found.push(path);
      const history = await this.by.all(`/plans/${id}/history`);
      const told = Object.values(events).filter((event) => event.plan === id);
      const expected = history.map((event) => ({ ...event, plan: id }));
      if (
        !isDeepStrictEqual(
          told.sort((a, b) => a.seq - b.seq),
          expected,
        )
      )
        found.push(`${told.length} events of ${history.length} of ${id}`);
    }
    const ids = new Set(plans.map(({ id }) => id));
    const strange = Object.values(events).filter(({ plan }) => !ids.has(plan));
    if (strange.length) found.push(`${strange.length} events of plans that are not theirs`);
    return found;
  }

  async is_the_same() {
    let last = [];
    const look = async () => !(last = await this.differences()).length;
    await until("the copy to be the same", same_ms_max, look, 500).catch(() => {});
    return last;
  }
}

// Requests go to one server and the other.
class Turns {
  constructor(servers) {
    Object.assign(this, { servers, log: "one of two", turn: 0, agent: servers[0].agent });
  }
  get port() {
    return this.servers[this.turn++ % this.servers.length].port;
  }
}

// A plan from its draft to a target that was reported, with a return on the way.
async function live(office, random, number) {
  const agencies = [office.agencies[0], office.agencies[1 + (number % 4)]];
  const plan = await office.draft({ agencies, past: true });
  await office.submit(plan);
  if (random.between(0, 1)) {
    await (await office.secretariat()).give("plans", plan.id, "recall", { reason: "Diperiksa" });
    await office.submit(plan);
  }
  await office.confirm_all(plan);
  await office.approve(plan);
  await office.adopt(plan);
  const [target, other] = plan.targets;
  await office.upload_evidence(target);
  await office.write_up(target);
  await office.write_up(other, `Ditulis untuk ${number}`); // saved, and no event
  const { state } = await (await office.secretariat()).get(`/targets/${target.id}`);
  if (state === "open") await (await office.staff_of(target)).give("targets", target.id, "report");
}

async function live_side_by_side(office, random, from, to) {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i);
  const clerk = async (own) => {
    for (const number of own) await live(office, random, number);
  };
  await Promise.all([0, 1, 2].map((i) => clerk(numbers.filter((number) => number % 3 === i))));
}

await battery(
  "a mirror",
  { sizes: { sqlite: { ci: 6, full: 40 }, mariadb: { ci: 9, full: 60 } }, office: { kinds: 6 } },
  async ({ office, size, random, check, figures }) => {
    const servers = [office.server];
    if (office.backend === "mariadb") {
      const other = office.another_server();
      await other.start();
      servers.push(other);
      office.beside = [other];
    }
    office.front = new Turns(servers);
    const usernames = ["sekretariat.kalteng", office.agencies[1].head];
    const mirrors = usernames.map((username) => new Mirror(office, servers, username));
    for (const mirror of mirrors) mirror.start();

    const third = Math.ceil(size / 3);
    await live_side_by_side(office, random, 0, third);
    await Promise.all(mirrors.map((mirror) => mirror.kill()));
    await live_side_by_side(office, random, third, 2 * third);
    for (const mirror of mirrors) mirror.start();
    for (const server of servers) {
      await server.stop();
      await server.start();
    }
    await live_side_by_side(office, random, 2 * third, size);
    for (const mirror of mirrors) {
      const found = await mirror.is_the_same();
      const about = `${found.length} differ: ${found.slice(0, 5).join(", ")}, see ${mirror.log}`;
      check(`the copy of ${mirror.username} says what the API says`, !found.length, about);
      figures[mirror.username] = `${Object.keys(mirror.copy().events).length} events`;
    }
    check(
      "an agency's copy holds less",
      Object.keys(mirrors[1].copy().events).length < Object.keys(mirrors[0].copy().events).length,
    );
    await Promise.all(mirrors.map((mirror) => mirror.kill()));
    office.front = undefined;
  },
);
