// What is refused is said where it can be mended, all of it at once, and holds up nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open } from "./support/browser.mjs";
import { places } from "./support/places.mjs";
import { ready_region } from "./support/ready_region.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
let all;
let head;
together(async (made) => {
  ({ demo, browser } = made);
  all = await places(demo);
  ({ head } = await ready_region(demo, 6));
});
const place = (name) => all.find((each) => each.name === name);

const problem = (status, body) => ({
  status,
  contentType: "application/problem+json",
  body: JSON.stringify(body),
});

test("five wrong fields are said at once, with links; the right ones are saved", async () => {
  const { user, at } = place("action");
  const office = await demo.person(user);
  const id = at.split("/").pop();
  const before = (await office.ask("GET", `actions/${id}`)).json;
  const page = await browser.page(user);
  await open(page, at);
  const field = (name) => page.locator(`[id="field-${name}"]`);
  const wrong = {
    number: "sepuluh",
    lead_agency: "Dinas Khayalan",
    title: "",
    supporting_agencies: "x".repeat(250),
    unit: "y".repeat(150),
  };
  for (const [name, text] of Object.entries(wrong)) {
    await field(name).fill(text);
  }
  await field("note").fill("Catatan yang benar.");
  await field("theme").fill("Tema yang benar");
  const status = page.locator(".saving [role=status]");
  await page.waitForFunction(
    () => document.querySelectorAll(".saving [role=status] a").length === 5,
  );
  assert.match(await status.innerText(), /5 isian perlu diperbaiki/);
  assert.equal(await page.locator("main [aria-invalid=true]").count(), 5);
  const saved = (await office.ask("GET", `actions/${id}`)).json;
  assert.equal(saved.note, "Catatan yang benar.");
  assert.equal(saved.theme, "Tema yang benar");
  assert.equal(saved.title, before.title);
  assert.deepEqual(saved.lead_agency, before.lead_agency);

  // It does not take the focus from somebody who is typing; its links lead to the fields.
  assert.match(await page.evaluate(() => document.activeElement.id), /^field-/);
  for (const link of await status.locator("a").all()) {
    await link.click();
    assert.equal(
      await page.evaluate(() =>
        document.activeElement.getAttribute("aria-invalid"),
      ),
      "true",
    );
  }
  await field("title").fill(`${before.title} baru`);
  await page.waitForFunction(
    () => document.querySelectorAll(".saving [role=status] a").length === 4,
  );
  await page.waitForFunction(
    () => !document.querySelector("#field-title").hasAttribute("aria-invalid"),
  );
  assert.equal(await field("lead_agency").inputValue(), "Dinas Khayalan");
  for (const [name, value] of [
    ["number", String(before.number)],
    ["lead_agency", before.lead_agency.name],
    ["supporting_agencies", ""],
    ["unit", "desa"],
  ])
    await field(name).fill(value);
  await page
    .locator(".saving", { hasText: "Semua ketikan tersimpan" })
    .waitFor();
  const mended = (await office.ask("GET", `actions/${id}`)).json;
  assert.equal(mended.title, `${before.title} baru`);
  await page.context().close();
});

test("a wrong quantity does not hold up the words of a report", async () => {
  const { user, at } = place("target_open");
  const page = await browser.page(user);
  await open(page, at);
  await page.fill("#achieved_quantity", "banyak");
  await page.fill("#achievement", "Sudah berjalan.");
  await page.locator(".saving a", { hasText: "Jumlah capaian" }).waitFor();
  const staff = await demo.person(user);
  const { json } = await staff.ask("GET", `targets/${at.split("/").pop()}`);
  assert.equal(json.achievement, "Sudah berjalan.");
  assert.equal(await page.inputValue("#achieved_quantity"), "banyak");
  await page.context().close();
});

test("a quantity that the server refuses is marked, and no percentage made of it", async () => {
  const { user, at } = place("target_open");
  const page = await browser.page(user);
  await open(page, at);
  const field = page.locator("#achieved_quantity[aria-invalid=true]");
  for (const text of ["99999999999999999999", "-4", "1,000"]) {
    await page.fill("#achieved_quantity", "2");
    await page
      .locator(".saving", { hasText: "Semua ketikan tersimpan" })
      .waitFor();
    await page.fill("#achieved_quantity", text);
    await page.locator(".saving a", { hasText: "Jumlah capaian" }).waitFor();
    await field.waitFor({ timeout: 3000 });
    assert.ok(await page.locator("#achieved_quantity-fault").innerText());
    assert.equal(await page.locator("output").count(), 0, text);
  }
  assert.match(
    await page.innerText("#achieved_quantity-fault"),
    /Tulis 1000 atau 1\./,
  );
  const staff = await demo.person(user);
  const { json } = await staff.ask("GET", `targets/${at.split("/").pop()}`);
  assert.equal(json.achieved_quantity, 2);
  await page.context().close();
});

test("a target that is no clear number is called so in the form as in the grid", async () => {
  const { user, at } = place("action");
  const office = await demo.person(user);
  const id = at.split("/").pop();
  const page = await browser.page(user);
  await open(page, at);
  const cell = page.locator("textarea[id^='field-cell:']").first();
  const fault = page.locator("[id^='field-cell:'][id$='-fault']").first();
  for (const text of ["-7", "1.5.2", "75.5", "1e308", "1,000", "12,000"]) {
    await cell.fill("5 desa");
    await page.locator(".saving", { hasText: "tersimpan" }).waitFor();
    await fault.waitFor({ state: "detached" });
    await cell.fill(text);
    await fault.waitFor({ timeout: 3000 });
    assert.match(await fault.innerText(), /Bukan angka yang jelas/, text);
    assert.equal(await cell.getAttribute("aria-invalid"), "true");
  }
  assert.match(await fault.innerText(), /Tulis 12000 atau 12\./);
  await page.locator(".saving a", { hasText: "Target" }).waitFor();
  const { json } = await office.ask("GET", `actions/${id}`);
  for (const target of json.targets) assert.notEqual(target.quantity, 12);
  await cell.fill("12000");
  await page
    .locator(".saving", { hasText: "Semua ketikan tersimpan" })
    .waitFor();
  await page.context().close();
});

// The number of another row of the same plan.
async function another_number(office, id) {
  const { plan } = (await office.ask("GET", `actions/${id}`)).json;
  const { items } = (await office.ask("GET", `plans/${plan}/actions`)).json;
  return items.find((each) => each.id !== id).number;
}

test("a number that is taken waits alone, in the form and in the grid", async () => {
  const { user, at } = place("action");
  const office = await demo.person(user);
  const id = at.split("/").pop();
  const taken = await another_number(office, id);
  const there = async () => (await office.ask("GET", `actions/${id}`)).json;
  const before = await there();
  const page = await browser.page(user);
  await open(page, at);
  await page.fill("#field-number", String(taken));
  await page.fill("#field-location", "Di samping nomor yang salah");
  await page.locator(".saving a", { hasText: "No" }).waitFor();
  const marked = page.locator("main [aria-invalid=true]");
  assert.deepEqual(
    await marked.evaluateAll((all) => all.map((each) => each.id)),
    ["field-number"],
  );
  assert.match(await page.innerText("#field-number-fault"), /sudah dipakai/);
  assert.equal((await there()).location, "Di samping nomor yang salah");

  await open(page, at.split("/").slice(0, -1).join("/"));
  const row = page.locator(`tr[data-row="${id}"]`);
  await row.locator(".faulty .fault", { hasText: "sudah dipakai" }).waitFor();
  assert.equal(await row.locator(".faulty").count(), 1);
  assert.equal((await there()).number, before.number);
  await page.context().close();
});

test("an objection without a note is marked at its note", async () => {
  const { user, at } = place("review");
  const page = await browser.page(user);
  await open(page, at);
  const verdict = page.locator("fieldset.verdict").last();
  await verdict.getByLabel("Perlu diperbaiki").check();
  await page.locator("[data-command=request_changes]").click();
  const note = verdict.getByLabel("Catatan untuk sekretariat");
  await verdict.locator("textarea[aria-invalid=true]").waitFor();
  assert.ok(await note.evaluate((each) => each === document.activeElement));
  assert.ok(await verdict.locator(".fault").innerText());
  assert.equal(await page.locator("#notice .bad, #notice.bad").count(), 0);
  await note.pressSequentially("Ubah");
  await verdict.locator(".fault").waitFor({ state: "detached" });
  assert.ok(await note.evaluate((each) => each === document.activeElement));
  assert.equal(await note.inputValue(), "Ubah");
  await page.context().close();
});

// What the page says of a refusal, and what it marks.
const told = (page) =>
  page.evaluate(() => ({
    focus: document.activeElement.className,
    text: document.activeElement.innerText,
    links: document.activeElement.querySelectorAll("a").length,
    marked: [...document.querySelectorAll("[aria-invalid=true]")].map(
      (each) => each.id,
    ),
  }));

test("a refusal without a field marks none: the summary says it and has the focus", async () => {
  const page = await browser.page("admin.kalteng");
  await open(page, "/pengaturan/orang");
  await page.click("summary:has-text('Orang baru')");
  await page.fill("#person-name", "Orang Baru");
  await page.fill("#person-username", "orang.baru.sekali");
  await page.fill("#person-email", "orang@kalteng.example");
  let answer = problem(409, {
    title: "Bertentangan",
    detail: "Wilayah sedang dibekukan.",
    errors: [{ pointer: "", detail: "Tunggu sampai besok." }],
  });
  await page.route("**/api/v1/users", (route) =>
    route.request().method() === "POST"
      ? route.fulfill(answer)
      : route.continue(),
  );
  await page.click("form button.primary");
  await page.locator(".summary", { hasText: "dibekukan" }).waitFor();
  const alone = await told(page);
  assert.match(alone.focus, /summary/);
  assert.match(alone.text, /Tunggu sampai besok/);
  assert.equal(alone.links, 0);
  assert.deepEqual(alone.marked, []);

  answer = problem(422, {
    title: "Isian tidak sah",
    detail: "Ada isian yang salah.",
    errors: ["name", "username", "email"].map((name) => ({
      pointer: `/${name}`,
      detail: `${name} salah.`,
    })),
  });
  await page.click("form button.primary");
  await page.locator(".summary a").nth(2).waitFor();
  const all_three = await told(page);
  assert.match(all_three.focus, /summary/);
  assert.deepEqual(all_three.marked, [
    "person-name",
    "person-username",
    "person-email",
  ]);
  await page.locator(".summary a").last().click();
  const { id, described } = await page.evaluate(() => ({
    id: document.activeElement.id,
    described: document.getElementById(
      document.activeElement.getAttribute("aria-describedby").split(" ").pop(),
    ).textContent,
  }));
  assert.equal(id, "person-email");
  assert.equal(described, "email salah.");
  await page.context().close();
});

test("a refused command keeps its form open, with what was typed", async () => {
  const page = await browser.page(head);
  await open(page, "/verifikasi");
  await page.route("**/commands/*", (route) =>
    route.fulfill(
      problem(409, {
        title: "Bertentangan",
        reason: "Sedang ditinjau orang lain.",
      }),
    ),
  );
  await page.locator("[data-command=return_to_staff]").click();
  await page.fill("#form-reason", "Foto belum jelas.");
  await page.locator("dialog[open] button.primary").click();
  await page
    .locator("dialog[open] .summary", { hasText: "ditinjau" })
    .waitFor();
  assert.match((await told(page)).focus, /summary/);
  assert.equal(await page.inputValue("#form-reason"), "Foto belum jelas.");
  await page.context().close();
});

test("a wrong password before a decision is called that, at its field", async () => {
  const page = await browser.page(head);
  await open(page, "/verifikasi");
  await page.route("**/commands/*", (route) =>
    route.fulfill(
      problem(403, { title: "Masuk kembali", code: "step_up_required" }),
    ),
  );
  await page.locator("[data-command=endorse]").click();
  await page.fill("#proof", "salah salah salah");
  await page.locator("dialog[open] button.primary").click();
  const summary = page.locator("dialog[open] .summary");
  await summary.waitFor();
  assert.match(await summary.innerText(), /^Kata sandi salah/);
  assert.doesNotMatch(await summary.innerText(), /belum masuk/);
  const { focus, marked } = await told(page);
  assert.match(focus, /summary/);
  assert.deepEqual(marked, ["proof"]);
  await page.context().close();
});

test("after a decision about many, the one beside the list is as it has become", async () => {
  const page = await browser.page(head);
  await open(page, "/verifikasi");
  const row = page.locator("[data-row]").first();
  await row.locator("a").click();
  await page.waitForURL(/pilih=/);
  await drawn(page);
  const detail = page.locator(".detail article");
  await detail.locator("[data-command=endorse]").waitFor();
  for (const at of [0, 1])
    await page.locator("[data-row] input").nth(at).check();
  await page.locator(".bulk button.primary").click();
  await page.locator("#notice", { hasText: /2 selesai/ }).waitFor();
  await detail.locator(".state", { hasText: "disetujui atasan" }).waitFor();
  const shown = new URL(page.url()).searchParams.get("pilih");
  const { json } = await (
    await demo.person(head)
  ).ask("GET", `targets/${shown}`);
  assert.equal(json.state, "endorsed");
  assert.deepEqual(
    await detail
      .locator("[data-command]:not([aria-disabled])")
      .evaluateAll((buttons) => buttons.map((each) => each.dataset.command)),
    json.commands.filter((each) => each.allowed).map((each) => each.name),
  );
  await page.context().close();
});
