// Contests: clients decide the same step at a barrier, in whatever order they come. One wins; the
// others are told which state does not allow it any more, or that they had read an older version.
import { may_follow } from "../reference.mjs";

const reason = { reason: "Diperiksa lagi" };
const decree = { decree_number: "100.3/1", decree_date: "2026-01-05" };
const scores = { scores: { administration: 90, substance: 85 } };
const at_once = 4; // contests beside each other

// Whose step it is and what may be decided: of each line one client at least takes part.
// prettier-ignore
const contests = {
  draft: [
    ["secretariat", "plans", "submit", {}],
    ["secretariat", "plans", "cancel", reason],
  ],
  review: [
    ["head", "reviews", "confirm", {}],
    ["head", "reviews", "request_changes", reason],
  ],
  approval: [
    ["sahli", "approvals", "approve", {}],
    ["sahli", "approvals", "return_for_changes", reason],
    ["sahli", "approvals", "refuse", reason],
    ["secretariat", "plans", "recall", reason],
  ],
  adoption: [
    ["secretariat", "plans", "adopt", decree],
    ["secretariat", "plans", "recall", reason],
  ],
  reported: [
    ["head", "targets", "endorse", {}],
    ["head", "targets", "return_to_staff", reason],
    ["staff", "targets", "recall", {}],
  ],
  endorsed: [
    ["secretariat", "targets", "sign_off", scores],
    ["secretariat", "targets", "return_for_changes", reason],
  ],
};

// A step that is fought for again and again: brings itself to where a contest is due.
class Ring {
  constructor(arena) {
    Object.assign(this, arena);
  }
  decider(role) {
    if (role === "secretariat") return this.office.secretariat();
    if (role === "sahli") return this.office.sahli();
    return role === "head"
      ? this.office.person(this.agency.head)
      : this.office.person(this.agency.staff);
  }

  // `prepare` gives the contest's name and the things as they are, by resource.
  async fight() {
    const { contest, things } = await this.prepare();
    const sides = contests[contest];
    const count = this.random.chance(0.97) ? 8 : this.random.between(16, 64);
    const chosen = Array.from({ length: count }, (_, i) => sides[i] ?? this.random.one_of(sides));
    const clients = [];
    for (const side of this.random.shuffled(chosen))
      clients.push({ by: await this.decider(side[0]), side });
    const ops = await Promise.all(
      clients.map(({ by, side: [, resource, command, body] }) =>
        this.record.command(by, { resource, ...things[resource], command, body }),
      ),
    );
    this.judge(contest, ops);
    return ops.find((op) => op.outcome === "ok");
  }

  judge(contest, ops) {
    const { verdict } = this;
    verdict.contests += 1;
    verdict.clients += ops.length;
    const winners = ops.filter((op) => op.outcome === "ok");
    if (winners.length !== 1) verdict.say(`${contest}: ${winners.length} winners`);
    for (const op of ops) {
      if (op.outcome === "unknown") verdict.say(`${contest}: ${op.status} ${op.lost ?? ""}`);
      if (op.outcome === "refused") this.judge_loser(contest, op, winners[0]);
    }
  }

  judge_loser(contest, op, winner) {
    const { status, answer } = op;
    const after = `${contest}: ${op.command} after ${winner?.command}`;
    const told = `${after} was told ${status} ${op.code}`;
    if (status === 409) ++this.verdict.conflicts;
    else if (status === 412) ++this.verdict.stale;
    if (status !== 409 && status !== 412) return this.verdict.say(told);
    if (winner?.resource !== op.resource || winner.subject !== op.subject) return;
    const left = may_follow(op.resource, winner.state, op.command);
    if (!left && op.code !== "wrong_state") this.verdict.say(told);
    const state = this.names[op.resource][winner.state];
    if (op.code === "wrong_state" && !answer.json.detail.includes(state))
      this.verdict.say(`${told} without the state ${state}: ${answer.json.detail}`);
  }
}

class PlanRing extends Ring {
  async prepare() {
    if (!this.plan) await this.renew();
    const by = await this.office.secretariat();
    const now = await by.get(`/plans/${this.plan.id}`);
    const things = { plans: { id: now.id, version: now.version } };
    const state = now.open_revision?.state ?? now.state;
    if (state === "draft" && this.random.chance(0.2)) return { contest: "draft", things };
    if (state === "approved") return { contest: "adoption", things };
    if (state === "draft") {
      await this.office.submit(this.plan);
      return this.prepare();
    }
    if (state === "agency_review") return this.in_review(now);
    if (state === "sahli_approval") {
      const [approval] = await by.all(`/plans/${now.id}/approvals`);
      things.approvals = { id: approval.id, version: approval.version };
      return { contest: "approval", things };
    }
    await this.renew(state);
    return this.prepare();
  }

  async in_review(now) {
    const [review] = await this.office.reviews(now);
    const things = { reviews: { id: review.id, version: review.version } };
    if (review.state === "pending" && this.random.chance(0.4)) return { contest: "review", things };
    const by = await this.office.person(review.head);
    await by.give("reviews", review.id, "confirm");
    return this.prepare();
  }

  // A plan that is over leaves its place to the next.
  async renew(state) {
    const slot = ["cancelled", "refused"].includes(state) ? this.plan.slot : undefined;
    this.plan = await this.office.draft({ agencies: [this.agency], slot });
  }
}

class TargetRing extends Ring {
  async prepare() {
    if (!this.targets?.length) {
      const periods = ["B04", "B08", "B12"];
      this.plan = await this.office.plan_in("in_force", { agencies: [this.agency], periods });
      this.targets = [...this.plan.targets];
    }
    const staff = await this.office.person(this.agency.staff);
    const now = await staff.get(`/targets/${this.targets[0].id}`);
    const things = { targets: { id: now.id, version: now.version } };
    if (now.state === "reported" || now.state === "endorsed") return { contest: now.state, things };
    if (now.state === "open") {
      if (!now.evidence.length) await this.office.upload_evidence(now);
      if (!now.achievement) await this.office.write_up(now);
      await staff.give("targets", now.id, "report");
    } else this.targets.shift();
    return this.prepare();
  }
}

class Verdict {
  contests = 0;
  clients = 0;
  conflicts = 0;
  stale = 0;
  faults = [];
  say(what) {
    this.faults.push(what);
  }
}

async function state_names(office) {
  const by = await office.secretariat();
  const names = {};
  for (const { name } of await by.all("/workflows")) {
    const machine = await by.get(`/workflows/${name}`);
    names[machine.resource] = Object.fromEntries(machine.states.map((s) => [s.name, s.title]));
  }
  return names;
}

// So many contests, some beside each other, in an office that `battery` has opened.
export async function fight({ office, record, size, random, check, figures }) {
  const verdict = new Verdict();
  const names = await state_names(office);
  const rings = Array.from({ length: at_once }, (_, i) => {
    const arena = { office, record, random, verdict, names, agency: office.agencies[i + 1] };
    return i % 4 === 3 ? new TargetRing(arena) : new PlanRing(arena);
  });
  await Promise.all(
    rings.map(async (ring) => {
      while (verdict.contests < size) await ring.fight();
    }),
  );
  figures.contests = verdict.contests;
  figures.clients = verdict.clients;
  figures.losers = `${verdict.conflicts} told the state, ${verdict.stale} the version`;
  const { faults } = verdict;
  check("one winner each, every loser is told why", !faults.length, faults.slice(0, 10).join("\n"));
}
