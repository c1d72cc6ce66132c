// A sheet on its way into a plan: what is asked, what it changes, what is used of it and what not
// is shown on one screen before anything of it is taken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open } from "./support/browser.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
together((made) => ({ demo, browser } = made));

const office = "sekretariat.kotim";
const sheet = (lines) => ({
  name: "matriks.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\n")),
});
const header = "No,Tahap,Rencana Aksi,Target B12,Satuan,Ukuran Hasil";
const good = [
  header,
  "1,Pencegahan Konflik,Pelatihan mediator,3,kali,Terlaksana",
  "Jumlah,,,3,,",
];

async function draft(year) {
  const somebody = await demo.person(office);
  const made = await somebody.ask("POST", "plans", {
    kind: "rad_p3aks",
    region: "62.02",
    year,
    title: `RAD ${year}`,
  });
  assert.equal(made.status, 201);
  return { somebody, id: made.json.id };
}

const actions = async ({ somebody, id }) =>
  (await somebody.ask("GET", `plans/${id}/actions`)).json.items;

// Columns and rows as the page's tables show them, cells parted by bars.
const rows_of = (within, name) =>
  within
    .getByRole("region", { name, exact: true })
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.cells].map((cell) => cell.innerText.trim()).join(" | "),
      ),
    );

// Takes the file along from the matrix to the page of its import.
async function upload(page, plan, file) {
  await open(page, `/rencana/${plan.id}/matriks`);
  await page.getByRole("button", { name: "Unggah XLSX/CSV" }).click();
  await page.locator("dialog[open] input[type=file]").setInputFiles(file);
  await page.waitForURL(/\/impor\//);
  await drawn(page);
  await page.getByRole("heading", { name: "Isi berkas" }).waitFor();
}
const apply = (page) =>
  page.getByRole("button", { name: "Terapkan ke rancangan" });

test("an upload shows what is not used and why before it takes anything", async () => {
  const plan = await draft(2052);
  const page = await browser.page(office);
  await upload(page, plan, sheet(good));
  const told = await page.locator("main").innerText();
  assert.match(told, /5 dari 14 sel berisi dipakai/);
  assert.match(
    told,
    /TIDAK dipakai: 1 sel di kolom yang tidak dipakai, 2 sel di baris/,
  );
  assert.match(told, /1 baru, 0 berubah/);
  assert.match(told, /Belum ada yang berubah dalam rancangan/);
  assert.equal((await rows_of(page, "Kolom lembar")).length, 6);
  const unused = page.getByLabel("Kolom F dipakai sebagai");
  assert.equal(await unused.inputValue(), "");
  assert.deepEqual(await rows_of(page, "Baris yang dilewati"), [
    "3 | Jumlah | 2 | Baris jumlah.",
  ]);
  assert.deepEqual(await rows_of(page, "Lembar dalam berkas"), [
    "CSV | dibaca, judul kolom di baris 1 | 14",
  ]);
  assert.deepEqual(await actions(plan), []);
  await apply(page).click();
  await page.waitForURL(/matriks$/);
  await page.locator("#notice", { hasText: "Berkas diterapkan" }).waitFor();
  assert.deepEqual(
    (await actions(plan)).map((each) => each.title),
    ["Pelatihan mediator"],
  );
  await page.context().close();
});

test("what is asked is answered on the page, and the changes follow", async () => {
  const plan = await draft(2055);
  const page = await browser.page(office);
  await upload(page, plan, sheet(good));
  await apply(page).click();
  await page.waitForURL(/matriks$/);
  const other = good.map((line) =>
    line.replace("Pelatihan mediator", "Peta rawan konflik"),
  );
  await upload(page, plan, sheet(other));
  assert.equal(await apply(page).getAttribute("aria-disabled"), "true");
  assert.match(await page.locator("main").innerText(), /belum dijawab/);
  await page.getByLabel("Bukan, ini rencana aksi baru").check();
  await page.getByLabel("Hapus dari rancangan").check();
  await page.getByText("dihapus dari rancangan", { exact: true }).waitFor();
  await page.locator("[aria-disabled=true]").waitFor({ state: "detached" });
  await apply(page).click();
  await page.waitForURL(/matriks$/);
  assert.deepEqual(
    (await actions(plan)).map((each) => each.title),
    ["Peta rawan konflik"],
  );
  await page.context().close();
});

test("an import is undone from the history, which names file and person", async () => {
  const plan = await draft(2056);
  const page = await browser.page(office);
  await upload(page, plan, sheet(good));
  await apply(page).click();
  await page.waitForURL(/matriks$/);
  await open(page, `/rencana/${plan.id}/riwayat`);
  await page.getByRole("link", { name: "matriks.csv" }).waitFor();
  const [listed] = await rows_of(page, "Berkas yang diimpor");
  assert.match(
    listed,
    /^matriks\.csv \| diterapkan \| 1 baru, 0 berubah, 0 dihapus/,
  );
  await page.getByRole("link", { name: "matriks.csv" }).click();
  await page.getByRole("button", { name: "Batalkan impor ini" }).click();
  await page.locator("#notice", { hasText: "Impor dibatalkan" }).waitFor();
  assert.deepEqual(await actions(plan), []);
  await page.context().close();
});

test("a sheet with problems shows them, and cannot be applied", async () => {
  const plan = await draft(2053);
  const page = await browser.page(office);
  await upload(
    page,
    plan,
    sheet(good.map((line) => line.replace(",Pelatihan mediator,", ",,"))),
  );
  await page.getByRole("heading", { name: "1 masalah dalam berkas" }).waitFor();
  assert.equal(await apply(page).getAttribute("aria-disabled"), "true");
  assert.deepEqual(await actions(plan), []);
  await page.context().close();
});

test("a new plan from a file takes four clicks, and nothing before the last", async () => {
  const page = await browser.page(office);
  await open(page, "/rencana?baru=1"); // the first click
  await page.locator("#new-year").fill("2054");
  await page.locator("#new-file").setInputFiles(sheet(good)); // the second
  await page.getByRole("button", { name: "Buat rencana" }).click();
  await page.waitForURL(/\/impor\//);
  await apply(page).waitFor();
  assert.match(await page.locator("main").innerText(), /Ukuran Hasil/);
  const somebody = await demo.person(office);
  const plan = (await somebody.ask("GET", "plans?year=2054")).json.items[0];
  assert.deepEqual(await actions({ somebody, id: plan.id }), []);
  await apply(page).click();
  await page.waitForURL(/matriks$/);
  await drawn(page);
  assert.equal((await actions({ somebody, id: plan.id })).length, 1);
  await page.context().close();
});
