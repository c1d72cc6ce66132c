// Kinds of twelve months and of two years on the pages where periods and classes crowd: the matrix,
// the calendar, a report and the overviews say them all, and none can be pushed sideways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { complete, open, sideways } from "./support/browser.mjs";
import { give } from "./support/ready_region.mjs";
import { together } from "./support/together.mjs";

const kinds = fileURLToPath(new URL("../data/kinds", import.meta.url));
const usual_date = "2026-04-10";
const region = "62.71";

const months = Array.from(
  { length: 12 },
  (_, at) => `M${String(at + 1).padStart(2, "0")}`,
);
const lived = [
  {
    kind: "rad_bulanan",
    called: "Rencana Aksi Bulanan",
    periods: months,
    titles: months,
    roles: ["camat"],
    stages: 1,
    period: "M03", // of the target that something is achieved of
    title: "M03",
    signs_off: true, // it asks no files
    classed: { name: "Terlaksana", letter: "H" },
    phase: "prevention",
  },
  {
    kind: "rad_dwitahun",
    called: "Program Dua Tahun",
    periods: ["S1", "S2", "S3", "S4"],
    titles: ["S1 2026", "S2 2026", "S3 2027", "S4 2027"],
    roles: ["inspektur"], // and sahli, who is there
    stages: 2,
    period: "S1",
    title: "S1 2026",
    classed: { name: "Sesuai rencana", letter: "H" },
    phase: "recovery",
  },
];

let demo;
let browser;
let office;
together(
  async (made) => {
    ({ demo, browser } = made);
    office = await demo.person("sekretariat.palangkaraya");
  },
  usual_date,
  ["--kinds", kinds],
);

const ok = (answer, status = 200) => {
  assert.equal(answer.status, status, JSON.stringify(answer.json));
  return answer.json;
};
const items = async (person, path) => ok(await person.ask("GET", path)).items;
const user_of = async (person) => ok(await person.ask("GET", "session")).user;

async function draft(of) {
  const head = await user_of(await demo.person("kepala.sosial.palangkaraya"));
  const plan = ok(
    await office.ask("POST", "plans", {
      kind: of.kind,
      region,
      year: 2026,
      title: `Rencana ${of.kind}`,
    }),
    201,
  );
  const action = {
    phase: of.phase,
    title: "Pelatihan warga",
    lead_agency: head.appointments[0].agency.id,
    success_criterion: "Terlaksana",
    targets: of.periods.map((period) => ({
      period,
      text: "4",
      quantity: 4,
      unit: "orang",
    })),
  };
  ok(await office.ask("POST", `plans/${plan.id}/actions`, action), 201);
  return plan;
}

async function adopt(plan, of) {
  const admin = await demo.person("admin.kalteng");
  const sahli = await demo.person("sahli.palangkaraya");
  const user = (await user_of(sahli)).id;
  for (const role of of.roles)
    ok(await admin.ask("POST", "appointments", { user, role, region }), 201);
  const at = `plans/${plan.id}`;
  await give(office, at, "submit");
  const head = await demo.person("kepala.sosial.palangkaraya");
  const [review] = await items(head, `${at}/reviews`);
  await give(head, `reviews/${review.id}`, "confirm");
  for (let stage = 0; stage < of.stages; ++stage) {
    const all = await items(sahli, `${at}/approvals`);
    const next = all.find((each) => each.state === "pending");
    await give(sahli, `approvals/${next.id}`, "approve");
  }
  await give(office, at, "adopt", {
    decree_number: "188.45/9",
    decree_date: "2026-04-09",
  });
}

// As much as was aimed at, so that a class follows from it.
async function achieve(plan, of) {
  const staff = await demo.person("staf.sosial.palangkaraya");
  const [target] = await items(
    staff,
    `targets?plan=${plan.id}&period=${of.period}`,
  );
  ok(
    await staff.ask(
      "PATCH",
      `targets/${target.id}`,
      { achievement: "Empat orang dilatih", achieved_quantity: 4 },
      { "If-Match": `"${target.version}"` },
    ),
  );
  if (!of.signs_off) return target;
  const at = `targets/${target.id}`;
  await give(staff, at, "report");
  await give(await demo.person("kepala.sosial.palangkaraya"), at, "endorse");
  await give(office, at, "sign_off", {
    scores: { administration: 90, substance: 80 },
  });
  return target;
}

async function read(page, address) {
  await open(page, address);
  await complete(page);
  assert.equal(await sideways(page), 0, `${address} can be pushed sideways`);
  return page.innerText("main");
}

function says_all(text, wanted, where) {
  const lacking = wanted.filter(
    (each) => !text.toLowerCase().includes(each.toLowerCase()),
  );
  assert.deepEqual(lacking, [], `${where}: ${text}`);
}

for (const of of lived)
  test(`${of.kind}: matrix, calendar, report and overviews have all its periods`, async () => {
    const plan = await draft(of);
    await adopt(plan, of);
    const target = await achieve(plan, of);

    const page = await browser.page("sekretariat.palangkaraya");
    const matrix = await read(page, `/rencana/${plan.id}/matriks`);
    const headings = await page.locator(".matrix thead th").allInnerTexts();
    assert.deepEqual(
      headings
        .map((each) => each.trim())
        .filter((each) => /^Target/i.test(each)),
      of.titles.map((each) => `Target ${each}`),
    );
    says_all(matrix, ["Pelatihan warga"], "matrix");

    says_all(
      await read(page, `/capaian/${target.id}`),
      [of.title, of.classed.name],
      "target",
    );
    const letters = async () => {
      const all = await page
        .locator("main .class", { hasText: of.classed.name })
        .evaluateAll((found) => found.map((each) => each.dataset.letter));
      return [...new Set(all)];
    };
    assert.deepEqual(await letters(), [of.classed.letter]);

    const [report] = await items(
      office,
      `reports?kind=${of.kind}&period=${of.period}`,
    );
    says_all(
      await read(page, `/laporan/${report.id}`),
      [of.called, `Laporan ${of.title}`],
      "report",
    );
    if (of.signs_off) assert.deepEqual(await letters(), [of.classed.letter]);
    await read(page, `/pemantauan?rencana=${plan.id}`);
    assert.deepEqual(
      await page.locator("main .chip").allInnerTexts(),
      of.titles,
    );
    await page.context().close();

    const above = await browser.page("admin.kalteng");
    says_all(
      await read(
        above,
        `/pengaturan/kalender?wilayah=${region}&tahun=2026&jenis=${of.kind}`,
      ),
      [of.called, ...of.titles],
      "calendar",
    );
    await above.context().close();

    const regions = await browser.page("sekretariat.kalteng");
    await read(regions, `/wilayah?jenis=${of.kind}&tahun=2026`);
    const columns = await regions.locator("thead th").allInnerTexts();
    says_all(columns.join(" "), of.titles, "overview");
    const row = await regions.locator("#wilayah-62\\.71").innerText();
    says_all(
      row,
      of.signs_off ? ["1 dari 1 final"] : ["0 dari 1 final"],
      "the region's row",
    );
    await regions.context().close();
  });
