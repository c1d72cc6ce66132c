// A sheet on its way into a plan: what will be used of it, what will not and why is shown before
// anything of it is taken.
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

// Columns and rows as the dialog's tables show them, cells parted by bars.
const rows_of = (within, name) =>
  within
    .getByRole("region", { name, exact: true })
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.cells].map((cell) => cell.innerText.trim()).join(" | "),
      ),
    );

test("an upload shows what is not used and why before it takes anything", async () => {
  const plan = await draft(2052);
  const page = await browser.page(office);
  await open(page, `/rencana/${plan.id}/matriks`);
  await page.getByRole("button", { name: "Unggah XLSX/CSV" }).click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator("input[type=file]").setInputFiles(sheet(good));
  const take = dialog.getByRole("button", { name: "Simpan ke matriks" });
  await take.waitFor();
  const told = await dialog.innerText();
  assert.match(told, /5 dari 14 sel berisi akan dipakai/);
  assert.match(
    told,
    /TIDAK dipakai: 1 sel di kolom yang tidak dikenal, 2 sel di baris/,
  );
  const columns = await rows_of(dialog, "Kolom lembar");
  assert.equal(columns.length, 6);
  assert.equal(columns[3], "D | Target B12 | Target B12 | 1");
  assert.equal(columns[5], "F | Ukuran Hasil | TIDAK dipakai | 1");
  assert.deepEqual(await rows_of(dialog, "Baris yang dilewati"), [
    "3 | Jumlah | 2 | Baris jumlah.",
  ]);
  assert.deepEqual(await rows_of(dialog, "Lembar dalam berkas"), [
    "CSV | dibaca, judul kolom di baris 1 | 14",
  ]);
  assert.deepEqual(await actions(plan), []);
  await take.click();
  await page.locator("#notice", { hasText: "Berkas disimpan" }).waitFor();
  assert.deepEqual(
    (await actions(plan)).map((each) => each.title),
    ["Pelatihan mediator"],
  );
  await page.context().close();
});

test("a refused sheet shows its problems and what became of each column", async () => {
  const plan = await draft(2053);
  const page = await browser.page(office);
  await open(page, `/rencana/${plan.id}/matriks`);
  await page.getByRole("button", { name: "Unggah XLSX/CSV" }).click();
  const dialog = page.locator("dialog[open]");
  await dialog
    .locator("input[type=file]")
    .setInputFiles(
      sheet(good.map((line) => line.replace("Target B12", "Desember"))),
    );
  await dialog.getByText("1 masalah dalam berkas").waitFor();
  assert.match(await dialog.innerText(), /Tidak ada kolom target.*Desember/s);
  const columns = await rows_of(dialog, "Kolom lembar");
  assert.equal(columns[3], "D | Desember | TIDAK dipakai | 1");
  assert.equal(
    await dialog.getByRole("button", { name: "Simpan ke matriks" }).count(),
    0,
  );
  await page.context().close();
});

test("a new plan from a file takes nothing before it has shown what is left out", async () => {
  const page = await browser.page(office);
  await open(page, "/rencana?baru=1");
  await page.locator("#new-year").fill("2054");
  await page.getByLabel("Dari berkas Excel atau CSV").check();
  await page.locator("#new-file").setInputFiles(sheet(good));
  await page.getByRole("button", { name: "Buat rencana" }).click();
  const take = page.getByRole("button", {
    name: "Simpan yang dipakai ke matriks",
  });
  await take.waitFor();
  assert.match(await page.locator("dialog[open]").innerText(), /Ukuran Hasil/);
  const somebody = await demo.person(office);
  const plan = (await somebody.ask("GET", "plans?year=2054")).json.items[0];
  assert.deepEqual(await actions({ somebody, id: plan.id }), []);
  await take.click();
  await page.waitForURL(/matriks$/);
  await drawn(page);
  assert.equal((await actions({ somebody, id: plan.id })).length, 1);
  await page.context().close();
});
