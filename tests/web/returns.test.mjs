// Who has to repair something reads why, from whom and since when: on its page, in its list and in
// their tasks; and who only waits is told with whom it lies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, drawn, open } from "./support/browser.mjs";
import { open_target } from "./support/places.mjs";
import { give, upload } from "./support/ready_region.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
together((made) => ({ demo, browser } = made));

const main = (page) => page.innerText("main");

// What is said of a return on the page of the thing, in a list, and in somebody's tasks.
async function read_everywhere(user, { at, list, patterns }) {
  const page = await browser.page(user);
  await open(page, at);
  const card = page.locator("main .card[data-returned]").first();
  await card.waitFor();
  for (const pattern of patterns) assert.match(await card.innerText(), pattern);
  for (const address of [list, "/tugas"]) {
    await open(page, address);
    const line = page
      .locator("main .returned")
      .filter({ hasText: patterns[0] });
    await line.first().waitFor();
    for (const pattern of patterns)
      assert.match(await line.first().innerText(), pattern, address);
  }
  await page.context().close();
}

test("a target that came back says why, from whom, when, and what has changed since", async () => {
  const { target, staff, head } = await open_target(demo);
  const worker = await demo.person(staff);
  await upload(demo, worker, target.id);
  const save = async (record) => {
    const { version } = (await worker.ask("GET", `targets/${target.id}`)).json;
    const saved = await worker.ask("PATCH", `targets/${target.id}`, record, {
      "If-Match": `"${version}"`,
    });
    assert.equal(saved.status, 200);
  };
  await save({ achievement: "Rapat terlaksana", achieved_quantity: 1 });
  const thing = `targets/${target.id}`;
  await give(worker, thing, "report");
  const reason = "Daftar hadir belum dilampirkan";
  await give(await demo.person(head), thing, "return_to_staff", { reason });
  const { name } = demo.account(head);
  const places = { at: `/capaian/${target.id}`, list: "/capaian" };
  const patterns = [
    new RegExp(reason),
    new RegExp(name),
    /Dikembalikan/,
    /2026/,
  ];
  await read_everywhere(staff, {
    ...places,
    patterns: [...patterns, /Belum ada yang diubah/],
  });
  await save({ obstacles: "Hujan lebat" });
  await read_everywhere(staff, {
    ...places,
    patterns: [...patterns, /Diubah sejak itu: kendala/],
  });
});

test("a returned draft says why, and no objection to it is called answered", async () => {
  const office = await demo.person("sekretariat.kotim");
  const plan = (await office.ask("GET", "plans")).json.items.find(
    (each) => each.state === "draft",
  );
  const { returned } = (await office.ask("GET", `plans/${plan.id}`)).json;
  assert.ok(returned.reason);
  await read_everywhere("sekretariat.kotim", {
    at: `/rencana/${plan.id}`,
    list: "/rencana",
    patterns: [new RegExp(returned.reason), /Dikembalikan/],
  });
  const page = await browser.page("sekretariat.kotim");
  await open(page, `/rencana/${plan.id}/persetujuan`);
  await page.getByText("Belum ditanggapi").waitFor();
  assert.doesNotMatch(await main(page), /sudah ditanggapi/);
});

// Objections of a plan's approval page, by the heading that says whether they were answered.
async function objections(user, plan) {
  const page = await browser.page(user);
  await open(page, `/rencana/${plan}/persetujuan`);
  await page
    .getByRole("heading", { name: /^Keberatan/ })
    .first()
    .waitFor();
  await complete(page);
  const told = {};
  for (const name of ["unanswered", "earlier"]) {
    const card = page.locator(`section[aria-labelledby=${name}]`);
    if (await card.count())
      told[await card.locator("h2").innerText()] = await card
        .locator(".quote")
        .allInnerTexts();
  }
  await page.context().close();
  return told;
}

test("an objection is answered by what is submitted after it, and by nothing else", async () => {
  const office = await demo.person("sekretariat.kotim");
  const head = await demo.person("kepala.sosial.kotim");
  const sahli = await demo.person("sahli.kotim");
  const plan = (await office.ask("GET", "plans")).json.items[0].id;
  const thing = `plans/${plan}`;
  const first = async (list) =>
    (await office.ask("GET", `${thing}/${list}`)).json.items[0];
  const submit_anew = async (note) => {
    const { id, version } = await first("actions");
    const match = { "If-Match": `"${version}"` };
    await office.ask("PATCH", `actions/${id}`, { note }, match);
    await give(office, thing, "submit");
  };
  const review = async (command, body) =>
    give(head, `reviews/${(await first("reviews")).id}`, command, body);
  const { reason: of_sahli } = (await office.ask("GET", thing)).json.returned;

  await submit_anew("Pertama");
  const of_agency = "Satuan belum tepat";
  await review("request_changes", { reason: of_agency });
  await give(office, thing, "recall", { reason: "Memperbaiki satuan" });
  await submit_anew("Kedua");
  await review("confirm");
  const answered = [of_agency, of_sahli];
  assert.deepEqual(await objections("sahli.kotim", plan), {
    "Keberatan sebelumnya, sudah ditanggapi dalam pengajuan ini": answered,
  });

  const again = "Anggaran belum disebut";
  const { id } = await first("approvals");
  await give(sahli, `approvals/${id}`, "return_for_changes", { reason: again });
  assert.deepEqual(await objections("sekretariat.kotim", plan), {
    "Belum ditanggapi: harus dijawab dalam pengajuan berikutnya": [again],
    "Keberatan dari pengajuan sebelumnya": answered,
  });
});

test("once an agency has asked for changes, the ball is with the secretariat", async () => {
  const user = "kepala.sosial.palangkaraya";
  const head = await demo.person(user);
  const item = (await head.ask("GET", "inbox")).json.items.find(
    (each) => each.resource === "reviews",
  );
  const reason = "Satuan target belum jelas";
  await give(head, `reviews/${item.id}`, "request_changes", { reason });

  const waiting = await browser.page(user);
  await open(waiting, "/tugas");
  await drawn(waiting);
  const tasks = await main(waiting);
  assert.match(tasks, /Tidak ada yang menunggu Anda/); // and not merely an empty page
  assert.ok(!tasks.includes(item.title), tasks);
  await open(waiting, `/rencana/${item.plan}`);
  const ball = waiting.locator("section", {
    has: waiting.getByRole("heading", { name: "Siapa memegang bola" }),
  });
  assert.match(await ball.innerText(), /sekretariat/i);
  assert.ok(
    !(await ball.locator("li").allInnerTexts())
      .join()
      .includes(item.agency.name),
  );

  const office = await browser.page("sekretariat.palangkaraya");
  await open(office, "/tugas");
  const task = office.locator(".task").filter({ hasText: reason });
  assert.match(await task.innerText(), /Minta perbaikan/);
  await task.locator("a").first().click();
  await drawn(office);
  await office.locator("[data-command=recall]").waitFor();
  const row = office.locator("tr").filter({ hasText: item.agency.name });
  assert.match(await row.innerText(), /minta perbaikan/i);
  assert.equal(await row.getByRole("button", { name: /^Ingatkan/ }).count(), 0);
  await read_everywhere("sekretariat.palangkaraya", {
    at: `/rencana/${item.plan}/tinjauan?telaahan=${item.id}`,
    list: "/rencana",
    patterns: [new RegExp(reason), /Minta perbaikan/],
  });
});

test("a returned report is written anew from its old reasons", async () => {
  const user = "sekretariat.kalteng";
  const office = await demo.person(user);
  const { json } = await office.ask("GET", "reports?region=62&period=B04");
  const thing = `reports/${json.items[0].id}`;
  const { gaps } = (await office.ask("GET", thing)).json;
  assert.ok(gaps.length > 1);
  await give(office, thing, "submit", {
    gaps: gaps.map(({ id }) => ({ id, reason: "Belum selesai" })),
  });
  const nation = demo.accounts.find(({ roles }) =>
    roles.some((post) => post.role === "secretariat" && post.region === "00"),
  );
  const reason = "Sebutkan kapan selesai";
  await give(await demo.person(nation.username), thing, "return_for_changes", {
    reason,
  });
  const at = `/laporan/${json.items[0].id}`;
  await read_everywhere(user, {
    at,
    list: "/laporan",
    patterns: [new RegExp(reason), new RegExp(nation.name), /Dikembalikan/],
  });
  const page = await browser.page(user);
  await open(page, at);
  const field = page.locator(`[id="gap-${gaps[0].id}"]`);
  assert.equal(await field.inputValue(), "Belum selesai");
  await field.fill("Selesai pada bulan Mei");
  await page.locator("[data-command=submit]").click();
  await page.locator("#notice", { hasText: /selesai/ }).waitFor();
  const sent = (await office.ask("GET", thing)).json;
  assert.deepEqual(
    sent.gaps.map((gap) => gap.reason).sort(),
    [
      "Selesai pada bulan Mei",
      ...gaps.slice(1).map(() => "Belum selesai"),
    ].sort(),
  );
});
