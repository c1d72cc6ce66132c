// Parallel review: k agencies sign at once, and the last one must advance the plan, once. And while
// a deadline passes: agencies confirm, the secretariat recalls, silence becomes consent.
import { battery } from "./support/battery.mjs";
import { jakarta, serve_at } from "./support/clock.mjs";
import { rows_of } from "./support/observed.mjs";
import { pause } from "./support/processes.mjs";

const reason = { reason: "Diperiksa lagi" };
const wave_plans_max = 80; // three requests each at once
const at_once = 3; // plans beside each other, where the clock stands still
const day_ms = 24 * 60 * 60 * 1000;

// Everybody signs; now and then somebody who has signed takes it back at the same moment.
async function sign_at_once({ office, record, random, faults }, plan) {
  const { reviews } = await office.submit(plan);
  const early = random.chance(0.3) ? reviews.slice(0, 1) : [];
  for (const review of early)
    await (await office.person(review.head)).give("reviews", review.id, "confirm");
  const moves = [];
  for (const review of reviews) {
    const signed = early.includes(review);
    const command = signed ? "withdraw" : "confirm";
    const version = review.version + (signed ? 1 : 0);
    moves.push({ by: await office.person(review.head), id: review.id, command, version });
  }
  const ops = await Promise.all(
    random
      .shuffled(moves)
      .map(({ by, ...move }) => record.command(by, { resource: "reviews", ...move })),
  );
  const bad = ops.filter((op) => op.outcome !== "ok" && op.command !== "withdraw");
  if (bad.length) faults.push(`${plan.id}: ${bad.map((op) => `${op.status} ${op.code}`)}`);
  const withdrawn = ops.some((op) => op.command === "withdraw" && op.outcome === "ok");
  const by = await office.secretariat();
  const now = await by.get(`/plans/${plan.id}`);
  const wanted = withdrawn ? "agency_review" : "sahli_approval";
  if (now.state !== wanted) faults.push(`${plan.id}: ${now.state}, expected ${wanted}`);
  await by.give("plans", plan.id, "recall", reason);
}

async function signed_at_once(arena, trials) {
  const { office, random } = arena;
  let left = trials;
  const one_after_the_other = async () => {
    let plan;
    let rounds = 0;
    while (left-- > 0) {
      if (rounds-- <= 0) {
        const agencies = random.shuffled(office.agencies).slice(0, random.between(2, 9));
        plan = await office.draft({ agencies });
        rounds = 5;
      }
      await sign_at_once(arena, plan);
      await touch_every_row(office, plan);
    }
  };
  await Promise.all(Array.from({ length: at_once }, one_after_the_other));
}

// An agency whose rows changed is asked anew.
async function touch_every_row(office, plan) {
  const by = await office.secretariat();
  for (const action of await by.all(`/plans/${plan.id}/actions`)) {
    const location = `Desa ${action.version}`;
    await by.change("PATCH", `/actions/${action.id}`, { location }, { match: action.version });
  }
}

// Plans of two agencies each, while the office still knows its kinds from their files.
async function drafts(office, count) {
  const plans = [];
  for (let i = 0; i < count; ++i) {
    const agencies = [office.agencies[1 + (i % 4)], office.agencies[5 + (i % 4)]];
    plans.push(await office.draft({ agencies }));
  }
  return plans;
}

// Twenty minutes around midnight: everybody is signed in before, the deadline has passed after.
async function pass_the_deadline(arena, plans, monday) {
  const { office, record, random, faults, figures } = arena;
  await serve_at(office, jakarta(monday, "10:00"));
  office.people.clear();
  for (const plan of plans) await office.submit(plan);
  const due = plans[0].reviews[0].due;
  await serve_at(office, jakarta(due, "23:50"));
  office.people.clear();
  const secretariat = await office.secretariat();
  const moves = [];
  for (const plan of plans.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { version } = await secretariat.get(`/plans/${plan.id}`);
    const heads = [];
    for (const review of plan.reviews)
      heads.push({ by: await office.person(review.head), id: review.id, version: review.version });
    moves.push({ plan, version, heads, recalled: random.chance(0.3) });
  }
  await serve_at(office, jakarta(due, "23:50") + 20 * 60_000);
  const ops = await Promise.all(
    moves.flatMap(({ plan, version, heads, recalled }) => [
      ...heads.map(({ by, ...review }) =>
        record.command(by, { resource: "reviews", command: "confirm", ...review }),
      ),
      ...(recalled
        ? [
            record.command(secretariat, {
              ...{ resource: "plans", id: plan.id, command: "recall", version, body: reason },
            }),
          ]
        : []),
    ]),
  );
  await Promise.all(ops.map((op) => record.until_there_is_room(op)));
  const bad = ops.filter((op) => op.outcome !== "ok" && ![409, 412].includes(op.status));
  if (bad.length)
    faults.push(`deadline: ${bad.slice(0, 5).map((op) => `${op.status} ${op.code}`)}`);
  figures.deadline_confirms_won =
    (figures.deadline_confirms_won ?? 0) + ops.filter((op) => op.outcome === "ok").length;
  await none_is_stuck(arena, plans);
}

// The scheduler looks twice a minute; what is due by the clock is settled at its first look.
async function none_is_stuck({ office, faults, figures }, plans) {
  const by = await office.secretariat();
  const deadline = performance.now() + 60_000;
  for (const plan of plans) {
    let now = await by.get(`/plans/${plan.id}`);
    while (now.state === "agency_review" && performance.now() < deadline) {
      await pause(20);
      now = await by.get(`/plans/${plan.id}`);
    }
    if (!["sahli_approval", "draft"].includes(now.state))
      faults.push(`${plan.id}: ${now.state} after its deadline`);
  }
  figures.lapsed = rows_of(
    office,
    "SELECT COUNT(*) AS seq FROM reviews WHERE state = 'lapsed'",
  )[0].seq;
}

function monday_after(time) {
  const day = new Date(time + day_ms);
  while (day.getUTCDay() !== 1) day.setTime(day.getTime() + day_ms);
  return day.toISOString().slice(0, 10);
}

await battery(
  "parallel review",
  {
    sizes: { sqlite: { ci: 500, full: 3000 }, mariadb: { ci: 200, full: 3000 } },
    office: { kinds: 30, kind: { silence_is_consent: true, review_working_days: 1 } },
  },
  async ({ office, record, size, random, check, figures }) => {
    const arena = { office, record, random, figures, faults: [] };
    const by_deadline = Math.floor(size * 0.4);
    await signed_at_once(arena, size - by_deadline);
    const plans = await drafts(office, by_deadline);
    let time = Date.now();
    while (plans.length) {
      const monday = monday_after(time);
      await pass_the_deadline(arena, plans.splice(0, wave_plans_max), monday);
      // Two weeks on: what the wave before had asked is forgotten by then, all of it.
      time = jakarta(monday, "10:00") + 8 * day_ms;
    }
    const { faults } = arena;
    check("0 stuck, 0 advanced twice", !faults.length, faults.slice(0, 10).join("\n"));
  },
);
