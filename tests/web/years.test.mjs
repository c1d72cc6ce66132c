// A plan of two years on the pages: it is called by both, found by each, its periods say the year
// that they are in, and the next plan begins after it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, complete, open } from "./support/browser.mjs";
import { Demo } from "./support/demo.mjs";
import { KindFiles } from "./support/kinds.mjs";

const kind = "rad_dwitahun"; // two years of two halves each
const office = "sekretariat.kobar";

let files;
let demo;
let browser;
let plan;

async function begin(year) {
  const somebody = await demo.person(office);
  return somebody.ask("POST", "plans", {
    kind,
    region: "62.01",
    year,
    title: "Program 2026–2027",
  });
}

before(async () => {
  files = new KindFiles();
  demo = await Demo.start("2026-04-10", ["--kinds", files.folder]);
  const made = await begin(2026);
  assert.equal(made.status, 201, JSON.stringify(made.json));
  plan = made.json;
  browser = await Browser.start(demo);
});
after(async () => {
  await browser?.end();
  await demo?.end();
  files?.remove();
  assert.deepEqual(browser?.complaints, []);
});

async function read(user, address) {
  const page = await browser.page(user);
  await open(page, address);
  await complete(page);
  return page;
}

test("a plan's page says both years, and of each period the one that it is in", async () => {
  const page = await read(office, `/rencana/${plan.id}`);
  const said = await page.innerText("main");
  assert.match(said, /› 2026–2027/);
  assert.match(said, /S2 2026/);
  assert.match(said, /S3 2027/);
  await page.context().close();
});

test("the list of plans finds it by either year", async () => {
  for (const year of ["2026", "2027"]) {
    const page = await read(office, `/rencana?year=${year}`);
    const row = page.locator("tr", { hasText: plan.title });
    assert.match(await row.innerText(), /2026–2027/);
    await page.context().close();
  }
});

test("the overview of the second year has it, with its years", async () => {
  const page = await read(office, `/wilayah?jenis=${kind}&tahun=2027`);
  const row = await page.locator("#wilayah-62\\.01").innerText();
  assert.match(row, /2026–2027/);
  const heads = await page.locator("thead th").allInnerTexts();
  assert.ok(heads.includes("S4 2027"), heads.join());
  await page.context().close();
});

test("the next plan is offered for the years behind; one within is refused by name", async () => {
  const page = await read(office, "/rencana?baru=1");
  await page.locator("#new-kind").selectOption(kind);
  assert.equal(await page.locator("#new-year").inputValue(), "2028");
  assert.equal(
    await page.locator("#new-title").inputValue(),
    "Program 2028–2029",
  );
  const refused = await begin(2027);
  assert.equal(refused.status, 409);
  assert.match(refused.json.detail, /Program 2026–2027 \(2026–2027\)/);
  await page.context().close();
});
