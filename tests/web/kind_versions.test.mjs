// A plan of an older version of its kind reads as it was made, on every page, when the file of the
// kind has become a newer version with other periods, phases and classes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, complete, open } from "./support/browser.mjs";
import { Demo } from "./support/demo.mjs";
import { KindFiles } from "./support/kinds.mjs";
import { give, upload } from "./support/ready_region.mjs";

const kind = "rad_kuartal"; // four quarters, three approvals; version 2 has two halves
const quarters = ["Q1", "Q2", "Q3", "Q4"];
const halves = ["SM1", "SM2"]; // the latter by the code Q2, as a quarter of version 1
const chain = ["bappeda", "sekda", "kepala_daerah"];

let files;
let demo;
let browser;
let made; // { plan, endorsed, signed_off, report }

const ok = ({ status, json }, wanted = 200) => {
  assert.equal(status, wanted, JSON.stringify(json));
  return json;
};
const items = async (person, path) => ok(await person.ask("GET", path)).items;

// Whoever holds one post of the region gets those of the chain, too.
async function appoint(username, region, roles) {
  const admin = await demo.person("admin.kalteng");
  const holder = await demo.person(username);
  const { user } = ok(await holder.ask("GET", "session"));
  for (const role of roles)
    ok(
      await admin.ask("POST", "appointments", { user: user.id, role, region }),
      201,
    );
}

async function begin({ office, region, periods, phase }) {
  const plan = ok(
    await office.ask("POST", "plans", {
      kind,
      region,
      year: 2026,
      title: `Rencana ${region}`,
    }),
    201,
  );
  const lead = (await items(office, `agencies?region=${region}`)).find(
    (each) => each.short_name === "Dinas Sosial",
  );
  const target = (period) => ({
    period,
    text: "10",
    quantity: 10,
    unit: "desa",
  });
  for (const title of ["Pendampingan desa", "Pelatihan warga"])
    ok(
      await office.ask("POST", `plans/${plan.id}/actions`, {
        phase,
        title,
        lead_agency: lead.id,
        success_criterion: "Desa didampingi",
        targets: periods.map(target),
      }),
      201,
    );
  await give(office, `plans/${plan.id}`, "submit");
  return plan;
}

async function approve(plan) {
  const head = await demo.person("kepala.sosial.kobar");
  for (const review of await items(head, `plans/${plan.id}/reviews`))
    await give(head, `reviews/${review.id}`, "confirm");
  const sahli = await demo.person("sahli.kobar");
  for (let left = chain.length; left > 0; --left)
    for (const stage of await items(sahli, `plans/${plan.id}/approvals`))
      if (stage.state === "pending")
        await give(sahli, `approvals/${stage.id}`, "approve");
}

async function endorse(staff, target, record) {
  const at = `targets/${target.id}`;
  await upload(demo, staff, target.id);
  const { version } = ok(await staff.ask("GET", at));
  ok(await staff.ask("PATCH", at, record, { "If-Match": `"${version}"` }));
  await give(staff, at, "report");
  await give(await demo.person("kepala.sosial.kobar"), at, "endorse");
}

async function live_to_q2() {
  const office = await demo.person("sekretariat.kobar");
  const staff = await demo.person("staf.sosial.kobar");
  await appoint("sahli.kobar", "62.01", chain);
  const plan = await begin({
    office,
    region: "62.01",
    periods: quarters,
    phase: "recovery",
  });
  await approve(plan);
  await give(office, `plans/${plan.id}`, "adopt", {
    decree_number: "100.3/1",
    decree_date: "2026-04-01",
  });
  const [one, other] = await items(staff, `targets?plan=${plan.id}&period=Q2`);
  await endorse(staff, one, { achievement: "Sembilan", achieved_quantity: 9 });
  await give(office, `targets/${one.id}`, "sign_off", {
    scores: { administration: 90, substance: 80 },
  });
  // No quantity that a class would follow from: who signs off chooses one.
  await endorse(staff, other, { achievement: "Terlaksana" });
  const [report] = await items(
    office,
    `reports?region=62.01&kind=${kind}&period=Q2`,
  );
  return { plan, signed_off: one, endorsed: other, report };
}

before(async () => {
  files = new KindFiles();
  demo = await Demo.start("2026-04-10", ["--kinds", files.folder]);
  made = await live_to_q2();
  await demo.kill();
  files.raise();
  files.change(kind, ({ periods }) => {
    periods[1] = {
      ...periods[1],
      code: "Q2",
      title: { id: "SM2", en: "SM2" },
    };
  });
  await demo.come_back();
  await appoint("sahli.kotim", "62.02", ["pengawas"]);
  await begin({
    office: await demo.person("sekretariat.kotim"),
    region: "62.02",
    periods: ["SM1", "Q2"],
    phase: "cessation",
  });
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

const text = async (page) => await page.innerText("main");

test("the plan is called as its kind was; its matrix has its phases and periods", async () => {
  const page = await read("sekretariat.kobar", `/rencana/${made.plan.id}`);
  assert.match(await text(page), /Rencana Aksi Triwulanan/);
  assert.doesNotMatch(await text(page), /Per Semester/);
  await open(page, `/rencana/${made.plan.id}/matriks`);
  await complete(page);
  const matrix = await text(page);
  for (const period of quarters) assert.match(matrix, new RegExp(period));
  for (const period of halves) assert.doesNotMatch(matrix, new RegExp(period));
  assert.match(matrix, /Pemulihan/);
  assert.doesNotMatch(matrix, /recovery/);
  await page.context().close();
});

test("a target and the region's report are judged in the classes of the plan", async () => {
  const page = await read(
    "sekretariat.kobar",
    `/capaian/${made.signed_off.id}`,
  );
  assert.match(await text(page), /Masih berjalan/);
  await open(page, `/laporan/${made.report.id}`);
  await complete(page);
  assert.match(await text(page), /1 Masih berjalan/);
  await page.context().close();
});

test("who signs off chooses among the classes of the plan", async () => {
  const page = await read(
    "sekretariat.kobar",
    `/verifikasi?pilih=${made.endorsed.id}`,
  );
  const choices = page.locator("option", { hasText: "Tertinggal" });
  await choices.first().waitFor({ state: "attached" });
  const all = await page.locator("option").allInnerTexts();
  assert.ok(!all.includes("Kurang"), all.join());
  await page.context().close();
});

test("the overview shows each region's periods, and of which version they are", async () => {
  const page = await read(
    "sekretariat.kalteng",
    `/wilayah?jenis=${kind}&tahun=2026`,
  );
  const heads = await page.locator("thead th").allInnerTexts();
  assert.deepEqual(
    heads.filter((each) => [...quarters, ...halves].includes(each)),
    ["Q1", "SM1", "Q2", "Q3", "SM2", "Q4"],
  );
  const old = await page.locator("#wilayah-62\\.01").innerText();
  assert.match(old, /jenis rencana versi 1/);
  assert.match(old, /1 dari 2 final/);
  const under = async (region, title) =>
    await page
      .locator(`#wilayah-${region} [data-label="${title}"]`)
      .innerText();
  assert.match(await under("62\\.01", "SM2"), /bukan periode rencana ini/);
  assert.match(await under("62\\.02", "Q2"), /bukan periode rencana ini/);
  assert.match(await under("62\\.01", "Q2"), /1 dari 2 final/);
  const fresh = await page.locator("#wilayah-62\\.02").innerText();
  assert.match(fresh, /jenis rencana versi 2/);
  await page.context().close();
});

test("dates of periods are those of the region's plan, without one the newest", async () => {
  const page = await read(
    "admin.kalteng",
    `/pengaturan/kalender?wilayah=62.01&tahun=2026&jenis=${kind}`,
  );
  const dates = page.locator("section", { hasText: "Tanggal periode" });
  assert.match(await dates.innerText(), /Periode menurut versi 1/);
  assert.match(await dates.innerText(), /Q4/);
  await open(
    page,
    `/pengaturan/kalender?wilayah=62.03&tahun=2026&jenis=${kind}`,
  );
  await complete(page);
  assert.match(await dates.innerText(), /Periode menurut versi 2/);
  assert.match(await dates.innerText(), /SM2/);
  await page.context().close();
});

test("posts of the older chain can be given as long as the plan lives", async () => {
  const page = await read("admin.kalteng", "/pengaturan/jabatan");
  const roles = await page
    .locator("option")
    .evaluateAll((all) => all.map((each) => each.value));
  for (const role of [...chain, "pengawas"]) assert.ok(roles.includes(role));
  await page.context().close();
});

// One code is a period of both versions, and only one has the phase of the actions.
test("copying a plan into the newer version tells what it left behind", async () => {
  const office = await demo.person("sekretariat.kobar");
  // A draft that is newer and empty is nothing to copy.
  ok(
    await office.ask("POST", "plans", {
      kind,
      region: "62.01",
      year: 2027,
      title: "Rencana kosong",
    }),
    201,
  );
  const page = await read("sekretariat.kobar", "/rencana?baru=1");
  await page.locator("#new-kind").selectOption(kind);
  await page.getByLabel("Salin rencana aksi dari “Rencana 62.01”").check();
  const empty = page.locator("option", { hasText: "Rencana kosong" });
  assert.equal(await empty.count(), 0);
  await page.locator("#new-year").fill("2028");
  await page.locator("#new-title").fill("Rencana salinan");
  await page.getByRole("button", { name: "Buat rencana" }).click();
  await page.waitForURL(/matriks$/);
  await complete(page);
  const told = page.getByRole("region", { name: "Hasil salinan" });
  const said = await told.innerText();
  assert.match(said, /Disalin dari “Rencana 62.01”: 2 rencana aksi, 2 target/);
  assert.match(
    said,
    /tidak memilikinya: Target Q1 \(2\), Target Q3 \(2\), Target Q4 \(2\)\./,
  );
  assert.match(
    said,
    /Target Q2 \(2\) kini “SM2”, 1 Jul 2028 – 31 Des 2028\. Periksa targetnya/,
  );
  assert.match(said, /Tahap 2 rencana aksi tidak ada lagi/);
  const id = page.url().match(/rencana\/([^/]+)\/matriks/)[1];
  const made = await items(office, `plans/${id}/actions`);
  assert.deepEqual(
    made.map((each) => [each.title, each.phase, each.targets.length]),
    [
      ["Pendampingan desa", "cessation", 1],
      ["Pelatihan warga", "cessation", 1],
    ],
  );
  // It stays through a reload, until it is closed.
  await page.reload();
  await complete(page);
  await told.getByRole("button", { name: "Tutup hasil salinan" }).click();
  assert.equal(await told.count(), 0);
  await page.reload();
  await complete(page);
  assert.equal(await told.count(), 0);
  await page.context().close();
});

test("a copy that is refused says why, and that the plan made is empty", async () => {
  const page = await read("sekretariat.kobar", "/rencana?baru=1");
  await page.route("**/api/v1/plans/*/actions", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 409,
          contentType: "application/problem+json",
          body: JSON.stringify({ title: "Bentrok", detail: "Tidak bisa." }),
        })
      : route.continue(),
  );
  await page.locator("#new-kind").selectOption(kind);
  await page.getByLabel("Salin rencana aksi dari “Rencana 62.01”").check();
  await page.locator("#new-year").fill("2029");
  await page.getByRole("button", { name: "Buat rencana" }).click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByText("Tidak bisa.").waitFor();
  const said = await dialog.innerText();
  assert.match(said, /masih kosong.*“Pendampingan desa”/s);
  assert.doesNotMatch(said, /berkas yang dipilih|dalam berkas/);
  const link = dialog.getByRole("link", { name: /masih kosong/ });
  assert.match(await link.getAttribute("href"), /^\/rencana\/.+/);
  await page.context().close();
});
