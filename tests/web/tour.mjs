// Writes docs/tour.md: every page with somebody for whom it is, wide and on a phone; every page as
// each role sees it, on sheets; and the states that are seldom seen.
//     RAMPUNG_BINARY=build/release/rampung node tests/web/tour.mjs
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser, drawn, open } from "./support/browser.mjs";
import { Demo } from "./support/demo.mjs";
import { picture_of } from "./support/picture.mjs";
import { places, speak } from "./support/places.mjs";
import { roles } from "./support/roles.mjs";
import { sheet } from "./support/sheet.mjs";
import { walk_to, weathers } from "./support/weather.mjs";

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
  settings_upkeep: "Pengaturan: when the scheduler last ran, and what to see to",
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
  const path = join(folder, `${name}.jpg`);
  await picture_of(page, { path, quality: 55 });
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
await show("In the dark", secretariat, async () => {
  const page = await browser.page(secretariat, { scheme: "dark", height: 860 });
  await open(page, "/tugas");
  await shoot(page, "state-dark");
  await page.goto("/wilayah");
  await drawn(page);
  await shoot(page, "state-dark-regions");
  await page.context().close();
});

const small = { quality: 80 };

// Pages of one person, each in a browser as wide as that.
async function pictures_of(user, pages, options) {
  const page = await browser.page(user, options);
  const pictures = [];
  for (const { name, at } of pages) {
    await open(page, at);
    pictures.push({ name, image: await picture_of(page, small) });
  }
  await page.context().close();
  return pictures;
}

const role_titles = {
  agency_staff: "Staff of an agency",
  agency_head: "Head of an agency",
  secretariat: "Secretariat",
  sahli: "Sahli",
  observer: "Observer",
  administrator: "Administrator",
};
const region_titles = { "00": "nation", 62: "province", 62.02: "district" };

text.push(
  "# The same pages as each role sees them",
  "",
  "Wide in Indonesian, on a phone in English. What somebody may not see says that it is not there.",
  "",
);
for (const { role, region, user, pages } of await roles(demo))
  await show(
    `${role_titles[role]}, ${region_titles[region]}`,
    user,
    async () => {
      for (const [kind, locale, options, form] of [
        [
          "wide",
          "id",
          { width: 1280, height: 860 },
          { columns: 4, width: 400 },
        ],
        [
          "phone",
          "en",
          { width: 360, height: 740 },
          { columns: 8, width: 200 },
        ],
      ]) {
        const name = `role-${role}-${region.replace(".", "")}-${kind}`;
        await speak(demo, user, locale);
        const pictures = await pictures_of(user, pages, options);
        await sheet(browser, join(folder, `${name}.jpg`), pictures, form);
        text.push(`![${name}](tour/${name}.jpg)`);
      }
      await speak(demo, user, "id");
    },
  );

await show("Nothing, not yet, a fault, far too much", secretariat, async () => {
  const pictures = [];
  for (const at of [
    "/tugas",
    "/rencana",
    "/capaian",
    "/verifikasi",
    "/pemantauan",
    "/wilayah",
    "/laporan",
    "/pengaturan/orang",
    "/pengaturan/pesan",
  ])
    for (const [name, answer] of Object.entries(weathers)) {
      const page = await browser.page(secretariat, { height: 860 });
      await open(page, "/pengaturan");
      await page.route(/\/api\/v1\/[a-z]+(\?.*)?$/, answer);
      await walk_to(page, at);
      await page.waitForSelector("h1");
      if (name === "loading") await page.waitForSelector(".loading");
      else await drawn(page);
      const image = await page.screenshot({ type: "jpeg", ...small });
      pictures.push({ name: `${at}: ${name}`, image });
      await page.context().close();
    }
  const form = { columns: 4, width: 400 };
  await sheet(browser, join(folder, "states.jpg"), pictures, form);
  text.push("![states](tour/states.jpg)");
});

writeFileSync(join(docs, "tour.md"), `${text.join("\n").trim()}\n`);
await browser.end();
await demo.end();
if (browser.complaints.length) {
  console.error(browser.complaints.join("\n"));
  process.exitCode = 1;
}
