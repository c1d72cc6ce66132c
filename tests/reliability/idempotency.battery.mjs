// Idempotency: every route that changes something, asked again under the same key: twice, 32 times
// at once, with another body, by another user, after its answer was lost, after the server was
// killed. One effect, one answer.
import { battery } from "./support/battery.mjs";
import { mutations, Stage, without_a_mutation } from "./support/mutations.mjs";
import { rows_of } from "./support/observed.mjs";
import { Lost } from "./support/person.mjs";
import { pause } from "./support/processes.mjs";

const crowd = 32;

// What a change leaves behind, as numbers: rows and the versions of those that are rewritten.
const versioned = [
  ...["plans", "actions", "reviews", "approvals", "targets", "reports", "agencies", "users"],
  ...["appointments", "holiday_years", "period_years", "calendar_tokens", "evidence"],
];
const counted = ["events", "documents", "comments", "round_evidence", "holidays", "rounds"];
const weight_sql = `SELECT ${[
  ...versioned.map((name) => `(SELECT COUNT(*) + COALESCE(SUM(version), 0) FROM ${name})`),
  ...counted.map((name) => `(SELECT COUNT(*) FROM ${name})`),
  "(SELECT COUNT(*) + COUNT(NULLIF(ended_at, 0)) FROM tokens)",
  "(SELECT COUNT(*) FROM notices WHERE event_seq > 0)",
  "(SELECT SUM(touch) FROM streams)",
  "(SELECT -COUNT(*) FROM messages WHERE state = 'dead')",
].join(" + ")} AS seq`;
const weight = (office) => rows_of(office, weight_sql)[0].seq;

class Trial {
  constructor(arena) {
    Object.assign(this, arena);
    this.keys = 0;
    this.effects = new Map(); // of one request, by operation
  }
  async request(operation) {
    const { by, method, path, body, ...how } = await mutations[operation](this.stage);
    const key = `${this.stage.name}/${operation}/${++this.keys}`;
    return { by, method, path, body, how: { ...how, key } };
  }
  send({ by, method, path, body, how }) {
    return this.record.change(by, method, path, body, how);
  }
  wrong(what) {
    this.faults.push(what);
  }

  // Each answer is the first one's; only its first sending is not marked as replayed.
  same(operation, what, ops) {
    const [first] = ops;
    if (first.outcome !== "ok")
      return this.wrong(`${operation} ${what}: ${first.status} ${first.answer?.text}`);
    for (const op of ops)
      if (op.status !== first.status || op.answer.text !== first.answer.text)
        this.wrong(`${operation} ${what}: ${op.status} ${op.answer?.text} for ${first.status}`);
    const own = ops.filter((op) => !op.replayed).length;
    if (own > 1) this.wrong(`${operation} ${what}: ${own} answers claim to be the first`);
  }

  // Once here, whatever is done with the request, its effect must be that of one.
  async with_one_effect(operation, what, work) {
    const before = weight(this.office);
    const ops = await work();
    const effect = weight(this.office) - before;
    const known = this.effects.get(operation);
    if (known === undefined) this.effects.set(operation, effect);
    if (effect === 0 || (known !== undefined && effect !== known))
      this.wrong(`${operation} ${what}: an effect of ${effect}, of one request it is ${known}`);
    this.same(operation, what, ops);
  }

  async twice(operation) {
    const asked = await this.request(operation);
    const before = weight(this.office);
    const first = await this.send(asked);
    const between = weight(this.office);
    const second = await this.send(asked);
    this.effects.set(operation, between - before);
    if (between === before) this.wrong(`${operation}: has no effect`);
    if (weight(this.office) !== between) this.wrong(`${operation} twice: a second effect`);
    if (!second.replayed) this.wrong(`${operation} twice: the second is not marked as replayed`);
    this.same(operation, "twice", [first, second]);
  }
  async crowded(operation) {
    const asked = await this.request(operation);
    const all = () => Promise.all(Array.from({ length: crowd }, () => this.send(asked)));
    await this.with_one_effect(operation, `${crowd} at once`, all);
  }
  async other_body(operation) {
    const asked = await this.request(operation);
    const first = await this.send(asked);
    const { headers, key } = asked.how;
    const match = asked.how.match;
    const before = weight(this.office);
    const other = await this.send({ ...asked, body: { another: 1 }, how: { key, match } });
    if (other.status !== 422 || other.code !== "key_reused")
      this.wrong(`${operation} with another body: ${other.status} ${other.code}`);
    if (weight(this.office) !== before) this.wrong(`${operation} with another body: an effect`);
    const again = await this.send({ ...asked, how: { key, match, headers } });
    this.same(operation, "after another body", [first, again]);
  }
  async other_user(operation) {
    const asked = await this.request(operation);
    const first = await this.send(asked);
    const stranger = await this.office.person("sekretariat.palangkaraya");
    const other = await this.send({ ...asked, by: stranger });
    const leaked = first.answer.text && other.answer.text === first.answer.text;
    if (other.replayed || leaked || other.outcome === "unknown")
      this.wrong(`${operation} by another user: ${other.status} ${other.answer?.text}`);
    this.same(operation, "after another user", [first, await this.send(asked)]);
  }
  // The connection is cut some microseconds after the request was sent.
  async answer_lost(operation) {
    const asked = await this.request(operation);
    await this.with_one_effect(operation, "after a lost answer", async () => {
      await this.cut_off(asked);
      return [await this.send(asked)];
    });
  }
  async cut_off({ by, method, path, body, how }) {
    const { server } = by;
    const agent = server.agent;
    server.renew_agent();
    const asked = by.ask(method, path, body, how).catch((fault) => {
      if (!(fault instanceof Lost)) throw fault;
    });
    await pause(this.random.next() * 3);
    server.agent.destroy();
    await asked;
    server.agent = agent;
  }

  // All operations at once; the server dies among them and is asked again.
  async killed(operations) {
    const asked = [];
    for (const operation of operations) asked.push([operation, await this.request(operation)]);
    const sent = asked.map(([, request]) => this.send(request));
    await pause(this.random.next() * 40);
    await this.office.server.kill();
    const ops = await Promise.all(sent);
    await this.office.server.start();
    for (const [i, [operation, request]] of asked.entries()) {
      const answered = ops[i].outcome === "ok";
      await ops[i].again();
      const again = await this.send(request);
      this.same(operation, answered ? "answered, then killed" : "killed", [ops[i], again]);
    }
  }
}

// Those that do not stand in each other's way when they are all under way at once.
const side_by_side = [
  ...["create_plan", "change_plan", "amend_plan", "add_document", "create_action", "edit_target"],
  ...["comment_plan", "comment_target", "make_calendar", "command_plan", "command_review"],
  ...["command_targets", "create_agency", "change_agency", "create_user", "change_user"],
  ...["make_activation", "edit_report"],
  ...["create_appointment", "put_holidays", "put_periods"],
];
const ways = ["twice", "crowded", "other_body", "other_user", "answer_lost"];

await battery(
  "idempotency",
  {
    sizes: { sqlite: { ci: 640, full: 5000 }, mariadb: { ci: 320, full: 5000 } },
    office: { kinds: 80 },
  },
  async ({ office, record, size, random, check, figures }) => {
    const faults = [];
    const stage = new Stage(office, office.agencies[1], "uji");
    const trial = new Trial({ office, record, random, faults, stage });
    const missing = await without_a_mutation(await office.secretariat());
    check("every mutating route is tried", !missing.length, missing.join());
    const names = Object.keys(mutations);
    // What is done for the first time may leave more behind than later.
    for (const operation of names) await trial.send(await trial.request(operation));
    let done = 0;
    for (let round = 0; done < size; ++round) {
      const way = ways[round % ways.length];
      for (const operation of random.shuffled(names).slice(0, size - done)) {
        await trial[way](operation);
        ++done;
      }
      if (done >= size) break;
      await trial.killed(random.shuffled(side_by_side));
      done += side_by_side.length;
    }
    figures.routes = names.length;
    figures.trials = done;
    check("one effect, one answer", !faults.length, faults.slice(0, 10).join("\n"));
  },
);
