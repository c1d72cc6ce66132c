// What an administrator is told in November, where they look, and nobody else.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { open } from "./support/browser.mjs";
import { together } from "./support/together.mjs";

describe("upkeep", () => {
  let demo;
  let browser;
  together((made) => ({ demo, browser } = made), "2026-11-10");

  const main_of = async (username, path) => {
    const page = await browser.page(username, { width: 1280 });
    await open(page, path);
    return page;
  };

  test("an administrator is told that next year has no days off, and where to go", async () => {
    const page = await main_of("admin.kalteng", "/tugas");
    const notice = page.getByRole("region", {
      name: "Perlu perhatian administrator",
    });
    await notice.getByText("Hari libur tahun 2027 belum dimasukkan").waitFor();
    await notice.getByRole("link", { name: "Buka" }).click();
    await page
      .getByText("Sampai dimasukkan, yang dihitung hanya akhir pekan")
      .waitFor();
    assert.match(
      await page.locator("main").innerText(),
      /1 Jan 2027, 1 Mei 2027, 1 Jun 2027, 17 Agu 2027, 25 Des 2027/,
    );
  });

  test("the settings of an administrator say when the scheduler last ran", async () => {
    const page = await main_of("admin.kalteng", "/pengaturan/keadaan");
    await page.getByText(/Terakhir bekerja: 10 Nov 2026 \d\d\.\d\d/).waitFor();
  });

  test("whoever moves a lock reads which targets stay lapsed", async () => {
    const page = await main_of(
      "admin.kalteng",
      "/pengaturan/kalender?wilayah=62&tahun=2026&jenis=rad_pks",
    );
    await page.getByLabel("B08: Dikunci").fill("2026-12-20");
    await page.getByRole("button", { name: "Simpan" }).click();
    await page
      .getByText(/^\d+ target periode B08 sudah ditutup .* tetap demikian/)
      .waitFor();
    assert.doesNotMatch(
      await page.locator("main").innerText(),
      /target periode B04/,
    );
  });

  test("nobody else is told", async () => {
    const page = await main_of("sekretariat.kalteng", "/tugas");
    await page.getByRole("heading", { name: "Tugas saya" }).waitFor();
    assert.equal(await page.getByText("Perlu perhatian").count(), 0);
    await open(page, "/pengaturan/keadaan");
    await page.getByText("Bagian ini tidak ada.").waitFor();
  });
});
