// What another person saved is never overwritten without a word: a choice that was put off is asked
// again wherever one comes back to the page, and holds up no other field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open } from "./support/browser.mjs";
import { open_target, places } from "./support/places.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
let target;
let forms;
together(async (made) => {
  ({ demo, browser } = made);
  const reported = await open_target(demo);
  const all = await places(demo);
  const action = all.find((each) => each.name === "action");
  ({ target } = reported);
  forms = [
    {
      name: "a target",
      at: `/capaian/${target.id}`,
      resource: `targets/${target.id}`,
      user: reported.staff,
      other: reported.head,
      field: ["achievement", "#achievement"],
      beside: ["obstacles", "#obstacles"],
    },
    {
      name: "an action",
      at: action.at,
      resource: `actions/${action.at.split("/").pop()}`,
      user: action.user,
      other: action.user,
      field: ["note", "#field-note"],
      beside: ["theme", "#field-theme"],
    },
  ];
});

async function there(form) {
  const somebody = await demo.person(form.other);
  return (await somebody.ask("GET", form.resource)).json;
}

async function other_saves(form, text) {
  const somebody = await demo.person(form.other);
  const { version } = await there(form);
  const changed = await somebody.ask(
    "PATCH",
    form.resource,
    { [form.field[0]]: text },
    { "If-Match": `"${version}"` },
  );
  assert.equal(changed.status, 200);
}

// Both texts, and a choice; what the other saved still stands, and does so a while later.
async function asked(page, form, theirs, mine) {
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor({ timeout: 10_000 });
  const text = await dialog.innerText();
  for (const each of [theirs, mine]) assert.ok(text.includes(each), text);
  await page.waitForTimeout(1500);
  assert.equal((await there(form))[form.field[0]], theirs);
}

const later = (page) =>
  page.locator("dialog[open]").getByRole("button", { name: "Nanti" }).click();

async function typed_against(page, form, theirs, mine) {
  await open(page, form.at);
  await other_saves(form, theirs);
  await page.fill(form.field[1], mine);
  await asked(page, form, theirs, mine);
  await later(page);
}

for (const at of [0, 1]) {
  const what = ["a target", "an action"][at];

  test(`${what}: a choice put off is asked again after reloading`, async () => {
    const form = forms[at];
    const page = await browser.page(form.user);
    await typed_against(page, form, "Muat ulang: B.", "Muat ulang: A.");
    await page.reload();
    await drawn(page);
    await asked(page, form, "Muat ulang: B.", "Muat ulang: A.");
    await page.context().close();
  });

  test(`${what}: and after leaving and coming back`, async () => {
    const form = forms[at];
    const page = await browser.page(form.user);
    await typed_against(page, form, "Kembali: B.", "Kembali: A.");
    await page.locator("a[href='/tugas']").first().click();
    await page.waitForURL("**/tugas");
    await drawn(page);
    await page.goBack();
    await drawn(page);
    await asked(page, form, "Kembali: B.", "Kembali: A.");
    await page.context().close();
  });

  test(`${what}: what was typed without a line meets what another saved`, async () => {
    const form = forms[at];
    const page = await browser.page(form.user);
    await open(page, form.at);
    await page.context().setOffline(true);
    await page.fill(form.field[1], "Tanpa sambungan: A.");
    await page.waitForTimeout(1500);
    await other_saves(form, "Tanpa sambungan: B.");
    const context = page.context();
    const texts = ["Tanpa sambungan: B.", "Tanpa sambungan: A."];
    await context.setOffline(false);
    await page.waitForTimeout(500); // the page notices by itself
    await page.close();
    const again = await context.newPage();
    await open(again, form.at);
    await asked(again, form, ...texts);
    await context.close();
  });

  test(`${what}: a choice put off holds up no other field`, async () => {
    const form = forms[at];
    const page = await browser.page(form.user);
    await typed_against(page, form, "Menunggu: B.", "Menunggu: A.");
    await page.fill(form.beside[1], "Isian lain, sudah tersimpan");
    const deadline = Date.now() + 8000;
    const [name] = form.beside;
    while (
      (await there(form))[name] !== "Isian lain, sudah tersimpan" &&
      Date.now() < deadline
    )
      await page.waitForTimeout(200);
    const saved = await there(form);
    assert.equal(saved[name], "Isian lain, sudah tersimpan");
    assert.equal(saved[form.field[0]], "Menunggu: B.");
    assert.equal(await page.inputValue(form.field[1]), "Menunggu: A.");
    await page.getByRole("button", { name: "Bandingkan dan pilih" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Ketikan saya").check();
    await dialog.getByRole("button", { name: "Simpan pilihan" }).click();
    await page
      .locator(".saving", { hasText: "Semua ketikan tersimpan" })
      .waitFor();
    assert.equal((await there(form))[form.field[0]], "Menunggu: A.");
    await page.context().close();
  });
}

test("the dates of periods: what another saved is told before it is overwritten", async () => {
  const user = "admin.kalteng";
  const query = "periods?region=62&kind=rad_pks&year=2026";
  const at = "/pengaturan/kalender?wilayah=62&tahun=2026&jenis=rad_pks";
  const other = await demo.person(user);
  const locked = async (code) =>
    (await other.ask("GET", query)).json.items.find(
      (each) => each.code === code,
    ).lock;
  const page = await browser.page(user);
  const field = (code) => page.getByLabel(`${code}: Dikunci`);
  await open(page, at);
  await field("B12").fill("2027-02-20");

  const { version, items } = (await other.ask("GET", query)).json;
  for (const each of items) if (each.code === "B08") each.lock = "2026-10-05";
  const match = { "If-Match": `"${version}"` };
  assert.equal((await other.ask("PUT", query, { items }, match)).status, 200);

  await open(page, at);
  assert.equal(await field("B12").inputValue(), "2027-02-20");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.locator("main .summary", { hasText: "diubah orang" }).waitFor();
  assert.equal(await locked("B08"), "2026-10-05");
  assert.equal(await field("B12").inputValue(), "2027-02-20", "mine is kept");
  await page.getByRole("button", { name: "Buang perubahan" }).click();
  assert.equal(await field("B08").inputValue(), "2026-10-05");
  await page.context().close();
});

test("an agency: what another saved is told before it is overwritten", async () => {
  const user = "admin.kalteng";
  const other = await demo.person(user);
  const found = (await other.ask("GET", "agencies?limit=200")).json.items.find(
    (each) => each.region.code === "62" && each.kind === "opd",
  );
  const stored = async () =>
    (await other.ask("GET", `agencies/${found.id}`)).json;
  const page = await browser.page(user);
  const begin = async () => {
    await open(page, "/pengaturan/perangkat-daerah");
    await page.getByRole("button", { name: `Ubah ${found.name}` }).click();
  };
  const dialog = page.getByRole("dialog");
  const name = dialog.getByLabel("Nama", { exact: true });
  await begin();
  await name.fill("Dinas yang saya beri nama");

  const match = { "If-Match": `"${found.version}"` };
  const theirs = { short_name: "DYL" };
  const saved = await other.ask("PATCH", `agencies/${found.id}`, theirs, match);
  assert.equal(saved.status, 200);

  await begin();
  assert.equal(await name.inputValue(), "Dinas yang saya beri nama");
  const save = dialog.getByRole("button", { name: "Simpan" });
  await save.click();
  await dialog.locator(".summary", { hasText: "diubah orang" }).waitFor();
  assert.equal((await stored()).short_name, "DYL");
  await save.click();
  await dialog.waitFor({ state: "detached" });
  assert.equal((await stored()).name, "Dinas yang saya beri nama");
  await page.context().close();
});
