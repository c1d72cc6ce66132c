// Guard against edit: what a guard has looked at must still be so when the decision is committed. A
// plan is submitted while its actions are edited; a target is reported while its evidence is taken
// away and its achievement is wiped.
import { battery } from "./support/battery.mjs";

const reason = { reason: "Diperiksa lagi" };
const at_once = 4; // plans and targets beside each other
const whole = (by_period) => ({
  success_criterion: "Desa didampingi",
  targets: [{ period: by_period, text: "1", quantity: 1, unit: "desa" }],
});

const is_complete = (action) =>
  action.lead_agency?.id &&
  action.success_criterion &&
  action.targets.length > 0 &&
  action.targets.every((target) => target.text && (target.quantity === null || target.unit));

// Two commands, edits that make the matrix incomplete, an edit that leaves it whole.
class EditedPlan {
  constructor(arena) {
    Object.assign(this, arena);
  }
  async fight() {
    const { office, record, random, tally } = this;
    const by = await office.secretariat();
    this.plan ??= await office.draft({ agencies: [this.agency, office.agencies[0]] });
    const { id } = this.plan;
    const { version } = await by.get(`/plans/${id}`);
    const actions = await by.all(`/plans/${id}/actions`);
    const edits = actions.flatMap((action) => [
      ["PATCH", action, random.one_of([{ success_criterion: "" }, { targets: [] }])],
      ["PATCH", action, { location: `Desa ${action.version}` }],
    ]);
    const submit = () => record.command(by, { resource: "plans", id, command: "submit", version });
    const edit = ([method, action, body]) =>
      record.change(by, method, `/actions/${action.id}`, body, { match: action.version });
    const moves = [
      submit,
      submit,
      ...edits.slice(0, random.between(1, 4)).map((e) => () => edit(e)),
    ];
    const ops = await Promise.all(random.shuffled(moves).map((move) => move()));
    this.no_outage(ops);
    await this.judge(by, ops);
  }

  async judge(by, ops) {
    const { id } = this.plan;
    const now = await by.get(`/plans/${id}`);
    const actions = await by.all(`/plans/${id}/actions`);
    const complete = actions.every(is_complete);
    const submitted = ops.filter((op) => op.command === "submit" && op.outcome === "ok").length;
    ++this.tally.plans;
    this.tally.submitted += submitted;
    if (submitted > 1 || (submitted === 1) !== (now.state === "agency_review"))
      this.faults.push(`${id}: submitted ${submitted} times, ${now.state}`);
    if (now.state === "agency_review" && !complete)
      this.faults.push(`${id}: in review with an incomplete action`);
    if (now.state === "agency_review") await by.give("plans", id, "recall", reason);
    for (const action of actions) {
      if (is_complete(action)) continue;
      const path = `/actions/${action.id}`;
      await by.change("PATCH", path, whole("B04"), { match: action.version });
    }
  }

  no_outage(ops) {
    for (const op of ops)
      if (op.outcome === "unknown") this.faults.push(`${op.path}: ${op.status} ${op.lost ?? ""}`);
  }
}

class EmptiedTarget extends EditedPlan {
  async fight() {
    const { office, record, random } = this;
    this.targets ??= await this.open_targets();
    const id = random.one_of(this.targets).id;
    const staff = await office.person(this.agency.staff);
    const head = await office.person(this.agency.head);
    const now = await this.filled(staff, await staff.get(`/targets/${id}`));
    const report = (by) =>
      record.command(by, { resource: "targets", id, command: "report", version: now.version });
    const wipe = () =>
      record.change(staff, "PATCH", `/targets/${id}`, { achievement: "" }, { match: now.version });
    const moves = [() => report(staff), () => report(head)];
    for (const file of now.evidence)
      moves.push(() =>
        record.change(staff, "DELETE", `/evidence/${file.id}`, undefined, { match: file.version }),
      );
    if (random.chance(0.5)) moves.push(wipe);
    const ops = await Promise.all(random.shuffled(moves).map((move) => move()));
    this.no_outage(ops);
    await this.judge_target(staff, id, ops);
  }

  async open_targets() {
    const periods = ["B04", "B08", "B12"];
    const how = { agencies: [this.agency], periods };
    return (await this.office.plan_in("in_force", how)).targets;
  }

  async filled(staff, now) {
    if (!now.evidence.length) await this.office.upload_evidence(now);
    if (!now.achievement) await this.office.write_up(now);
    return staff.get(`/targets/${now.id}`);
  }

  async judge_target(staff, id, ops) {
    const now = await staff.get(`/targets/${id}`);
    const reported = ops.filter((op) => op.command === "report" && op.outcome === "ok");
    ++this.tally.targets;
    this.tally.reported += reported.length;
    if (reported.length > 1 || (reported.length === 1) !== (now.state === "reported"))
      this.faults.push(`${id}: reported ${reported.length} times, ${now.state}`);
    const lacks = now.evidence_required.some((each) => !each.present) || !now.achievement;
    if (now.state === "reported" && lacks)
      this.faults.push(`${id}: reported without what it needs`);
    if (now.state !== "reported") return;
    const by = await this.office.person(
      this.office.accounts.find((each) => each.username === reported[0].session.split("#")[0])
        .username,
    );
    await by.give("targets", id, "recall");
  }
}

await battery(
  "guard against edit",
  {
    sizes: { sqlite: { ci: 500, full: 3000 }, mariadb: { ci: 500, full: 3000 } },
    office: { kinds: 4 },
  },
  async ({ office, record, size, random, check, figures }) => {
    const tally = { plans: 0, submitted: 0, targets: 0, reported: 0 };
    const arena = { office, record, random, tally, faults: [] };
    const of = (i) => ({ ...arena, agency: office.agencies[1 + i] });
    const fights = Array.from({ length: at_once }, (_, i) =>
      i % 2 ? new EmptiedTarget(of(i)) : new EditedPlan(of(i)),
    );
    await Promise.all(
      fights.map(async (one) => {
        while (tally.plans + tally.targets < size) await one.fight();
      }),
    );
    Object.assign(figures, tally);
    const { faults } = arena;
    check("no state that its guard forbids", !faults.length, faults.slice(0, 10).join("\n"));
    check("submit wins and loses", tally.submitted > 0 && tally.submitted < tally.plans);
    check("report wins and loses", tally.reported > 0 && tally.reported < tally.targets);
  },
);
