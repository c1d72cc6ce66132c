// Writes docs/tour.md: every page with somebody for whom it is, wide and on a phone, and the states
// that are seldom seen (empty, error, loading, overfull).
//     RAMPUNG_BINARY=build/release/rampung node tests/web/tour.mjs
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser, drawn, open } from "./support/browser.mjs";
import { Demo } from "./support/demo.mjs";
import { places } from "./support/places.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const docs = join(here, "../../docs");
process.env.RAMPUNG_BINARY ??= join(here, "../../build/release/rampung");

const titles = {
  inbox: "Tugas saya: what waits for me",
  inbox_empty: "Tugas saya, with nothing to do",
  plans: "Rencana: the plans one sees",
  plan: "One plan in force: steps, who holds the ball, deadlines, the state diagram",
  plan_draft:
    "One plan in draft, with what is missing before it can be submitted",
  matrix: "Matriks: edited like a spreadsheet",
  matrix_locked: "Matriks of a plan in force: read only, and why",
  action: "One action, as a form",
  review: "Tinjauan: my agency's rows first",
  approval: "Persetujuan Sahli: one page to decide on",
  documents: "Dokumen: revisions, decree, export",
  history: "Riwayat: everything that happened",
  targets: "Capaian: my targets",
  target_open: "One target, while it is reported",
  target_endorsed: "One target, as the secretariat verifies it",
  verification: "Verifikasi: list and detail",
  monitoring: "Pemantauan: who is late",
  regions: "Wilayah: regions and periods",
  reports: "Laporan periode",
  report: "One period report, with its gaps",
  settings: "Pengaturan: one's own profile",
  settings_people: "Pengaturan: people",
  settings_posts: "Pengaturan: posts and hand-over",
  settings_agencies: "Pengaturan: agencies",
  settings_calendar: "Pengaturan: holidays and periods",
  settings_rehearsal: "Pengaturan: the rehearsal of a year's mail",
  settings_messages: "Pengaturan: the message ledger",
  settings_definitions: "Pengaturan: the workflows and their diagrams",
  missing: "What is not there, or not yours to see",
  sign_in: "Masuk: works without JavaScript",
  activation: "The first password",
  help: "Bantuan",
  accessibility: "The accessibility statement",
};

const demo = await Demo.start();
const browser = await Browser.start(demo);
const folder = join(docs, "tour");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const text = [
  "# A tour of the pages",
  "",
  "Written by `node tests/web/tour.mjs` from the demo of 10 April 2026, with its accounts.",
  "",
];

async function shoot(page, name) {
  await page.screenshot({
    path: join(folder, `${name}.jpg`),
    type: "jpeg",
    quality: 55,
  });
  text.push(`![${name}](tour/${name}.jpg)`);
}

async function show(title, user, steps) {
  text.push(
    `## ${title}`,
    "",
    user ? `As \`${user}\`.` : "Without signing in.",
    "",
  );
  await steps();
  text.push("");
}

for (const place of await places(demo))
  await show(titles[place.name], place.user, async () => {
    for (const [kind, width, height] of [
      ["wide", 1280, 860],
      ["phone", 360, 740],
    ]) {
      const page = await browser.page(place.user, { width, height });
      await open(page, place.at);
      await shoot(page, `${place.name}-${kind}`);
      await page.context().close();
    }
  });

const secretariat = "sekretariat.kalteng";
await show("While the server does not answer", secretariat, async () => {
  const page = await browser.page(secretariat, { width: 900, height: 500 });
  await open(page, "/tugas");
  await page.route("**/api/v1/plans?**", () => undefined); // never answered
  await page.click("nav >> text=Rencana");
  await page.waitForSelector(".loading");
  await shoot(page, "state-loading");
  await page.context().close();
});
await show("When something goes wrong", secretariat, async () => {
  const page = await browser.page(secretariat, { width: 900, height: 500 });
  await open(page, "/tugas");
  await page.route("**/api/v1/plans?**", (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "Kesalahan pada layanan",
        status: 500,
        detail: "Kesalahan ini tercatat; coba lagi sebentar lagi.",
        code: "internal",
      }),
    }),
  );
  await page.click("nav >> text=Rencana");
  await page.waitForSelector(".summary");
  await shoot(page, "state-error");
  await page.context().close();
});
await show("In the dark", secretariat, async () => {
  const page = await browser.page(secretariat, { scheme: "dark", height: 860 });
  await open(page, "/tugas");
  await shoot(page, "state-dark");
  await page.goto("/wilayah");
  await drawn(page);
  await shoot(page, "state-dark-regions");
  await page.context().close();
});

writeFileSync(join(docs, "tour.md"), `${text.join("\n").trim()}\n`);
await browser.end();
await demo.end();
if (browser.complaints.length) {
  console.error(browser.complaints.join("\n"));
  process.exitCode = 1;
}
