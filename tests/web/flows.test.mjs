// The brief's flows from the landing page: by mouse with the clicks counted, at 1280 and at 360
// pixels, and by keyboard alone. Typing is not counted. The focus is never left on the body.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { drawn, open, sideways } from "./support/browser.mjs";
import { Keyboard, Mouse } from "./support/hands.mjs";
import { open_target } from "./support/places.mjs";
import { ready_region } from "./support/ready_region.mjs";
import { together } from "./support/together.mjs";

const pdf = {
  name: "laporan.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
};

let demo;
let browser;
const begin = () => together((made) => ({ demo, browser } = made));

const said = (page, pattern) =>
  page.locator("#notice", { hasText: pattern }).waitFor();
const focused = (page) =>
  page.evaluate(() => document.activeElement?.tagName ?? "BODY");

// What holds at the end of every flow.
async function went_well(page, hand, most) {
  assert.ok(hand.clicks <= most, `${hand.clicks} clicks`);
  await page
    .waitForFunction(() => document.activeElement !== document.body, null, {
      timeout: 2000,
    })
    .catch(() => assert.fail("the focus is on nothing"));
  assert.equal(await sideways(page), 0, "it can be pushed sideways");
}

function flows(how, Hand, width) {
  async function landing(username) {
    const page = await browser.page(username, {
      width,
      height: width < 500 ? 740 : 800,
    });
    await open(page, "/tugas");
    return { page, hand: new Hand(page) };
  }

  async function ends(page, hand, most, t) {
    if (Hand === Mouse)
      t.diagnostic(
        `flows: ${how}: ${t.name}: ${hand.clicks} clicks of ${most}`,
      );
    await went_well(page, hand, most);
    await page.context().close();
  }

  test("an agency suggests a wording, and the secretariat takes it over", async (t) => {
    const head = await landing("kepala.sosial.palangkaraya");
    await head.hand.click(head.page.locator(".task a").first());
    await drawn(head.page);
    await head.hand.click(
      head.page.getByRole("radio", { name: "Perlu diperbaiki" }).first(),
    );
    const texts = head.page.locator("main textarea");
    await texts.first().fill("Mohon kriteria diperjelas.");
    const suggestion = head.page.getByLabel(/Usulan rumusan|Usulan/).first();
    await suggestion.fill("Tim terbentuk, melapor tiap triwulan");
    await head.hand.click(head.page.locator("[data-command=request_changes]"));
    const send = head.page.locator("dialog[open] button.primary");
    await Promise.race([send.waitFor(), said(head.page, /selesai/)]);
    if (await send.count()) {
      await head.page
        .locator("dialog[open] textarea")
        .fill("Satu baris perlu diperjelas.");
      await head.hand.click(send);
    }
    await said(head.page, /selesai/);
    await ends(head.page, head.hand, 4, t);

    const office = await demo.person("sekretariat.palangkaraya");
    const plan = (await office.ask("GET", "plans")).json.items.find(
      (each) => each.region.code === "62.71",
    );
    const recalled = await office.ask(
      "POST",
      `plans/${plan.id}/commands/recall`,
      { reason: "Memperbaiki usulan" },
      { "If-Match": `"${plan.version}"` },
    );
    assert.equal(recalled.status, 200);
    const desk = await landing("sekretariat.palangkaraya");
    await desk.hand.click(desk.page.locator(".task a").first());
    await drawn(desk.page);
    await desk.hand.click(
      desk.page.getByRole("button", { name: "Terapkan usulan" }).first(),
    );
    await said(desk.page, /diterapkan/);
    await ends(desk.page, desk.hand, 2, t);

    // The agency whose row was changed is asked anew; the next flow agrees.
    const { version } = (await office.ask("GET", `plans/${plan.id}`)).json;
    const sent = await office.ask(
      "POST",
      `plans/${plan.id}/commands/submit`,
      {},
      { "If-Match": `"${version}"` },
    );
    assert.equal(sent.status, 200);
  });

  test("an agency agrees to all its rows", async (t) => {
    const { page, hand } = await landing("kepala.sosial.palangkaraya");
    await hand.click(page.locator(".task a").first());
    await drawn(page);
    await hand.click(page.locator("[data-command=confirm]"));
    await said(page, /selesai/);
    await ends(page, hand, 3, t);
  });

  test("the Sahli approves", async (t) => {
    const { page, hand } = await landing("sahli.kobar");
    await hand.click(page.locator(".task a").first());
    await drawn(page);
    await hand.click(page.locator("[data-command=approve]"));
    await said(page, /selesai/);
    await ends(page, hand, 3, t);
  });

  test("staff reports one target with one file", async (t) => {
    const { target, staff } = await open_target(demo);
    const { page, hand } = await landing(staff);
    await hand.click(page.locator(`.task a[href="/capaian/${target.id}"]`));
    await drawn(page);
    await page.locator("main textarea").first().fill("Seluruhnya terlaksana.");
    await page.locator("#achieved_quantity").fill("4");
    await hand.choose(page.getByRole("button", { name: "Pilih berkas" }), pdf);
    const report = page.locator("[data-command=report]:not([aria-disabled])");
    await report.waitFor();
    await hand.click(report);
    await said(page, /selesai/);
    await ends(page, hand, 6, t);
  });

  test("the secretariat sends a draft for review", async (t) => {
    const { page, hand } = await landing("sekretariat.kotim");
    await hand.click(page.locator(".task a").first());
    await drawn(page);
    await hand.click(page.locator("[data-command=submit]"));
    const sure = page.locator("dialog[open] button.primary");
    await Promise.race([sure.waitFor(), said(page, /selesai/)]);
    if (await sure.count()) await hand.click(sure);
    await said(page, /selesai/);
    await ends(page, hand, 3, t);
  });

  test("everybody who is late is reminded", async (t) => {
    const { page, hand } = await landing("sekretariat.kalteng");
    await hand.click(
      page.locator("header.top nav a", { hasText: "Pemantauan" }),
    );
    await drawn(page);
    await hand.click(page.getByRole("button", { name: /Ingatkan semua/ }));
    await page.getByLabel(/Teks/).first().waitFor();
    await ends(page, hand, 3, t);
  });

  test("a new plan is begun", async (t) => {
    const { page, hand } = await landing("sekretariat.palangkaraya");
    await hand.click(page.locator("header.top nav a", { hasText: "Rencana" }));
    await drawn(page);
    await hand.click(page.locator("main .title").locator("a, button").first());
    await page.locator("#new-year").fill("2027");
    await hand.click(
      page.locator("form button.primary, dialog[open] button.primary").first(),
    );
    await page.waitForURL(/\/rencana\/[a-z0-9]+/);
    await drawn(page);
    await ends(page, hand, 4, t);
  });

  test("a province drills down to the evidence", async (t) => {
    const { page, hand } = await landing("sekretariat.kalteng");
    await hand.click(page.locator("header.top nav a", { hasText: "Capaian" }));
    await drawn(page);
    const office = await demo.person("sekretariat.kalteng");
    const { json } = await office.ask(
      "GET",
      "targets?state=endorsed&limit=200",
    );
    const target = json.items.find((each) => each.evidence.length);
    await hand.click(
      page.locator(`main a[href="/capaian/${target.id}"]`).first(),
    );
    await drawn(page);
    const evidence = page.locator('main a[href*="/content"]').first();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      hand.click(evidence),
    ]);
    assert.ok(file.suggestedFilename());
    await ends(page, hand, 3, t);
  });

  test("a post is handed over", async (t) => {
    const { page, hand } = await landing("admin.kalteng");
    await hand.click(page.locator("#more-button"));
    await hand.click(page.locator("#more a", { hasText: "Pengaturan" }));
    await drawn(page);
    await hand.click(page.locator("main .tabs a", { hasText: "Jabatan" }));
    await drawn(page);
    await hand.click(page.getByRole("button", { name: /^Serahkan/ }).first());
    const successor = page.locator("#hand-over-user");
    await successor.focus();
    await successor.selectOption({ index: 3 }); // typed
    await page.keyboard.press("Tab");
    await page.locator("#hand-over-from").press("Enter");
    await said(page, /./);
    await ends(page, hand, 4, t);
  });
}

for (const [how, Hand, width] of [
  ["by mouse", Mouse, 1280],
  ["by mouse on a phone", Mouse, 360],
  ["by keyboard", Keyboard, 1280],
])
  describe(how, () => {
    begin();
    flows(how, Hand, width);
  });

describe("besides", () => {
  begin();

  async function landing(username, options) {
    const page = await browser.page(username, options);
    await open(page, "/tugas");
    return { page, hand: new Mouse(page) };
  }

  test("ten reports are endorsed: three clicks, or twelve keys", async (t) => {
    const { head } = await ready_region(demo, 20);
    const mouse = await landing(head);
    const all = mouse.page.getByLabel(/^Pilih semua/).first();
    await mouse.hand.click(all);
    // The first ten only, so that the keyboard has as many.
    for (const box of (await mouse.page.locator(".task input").all()).slice(10))
      await box.uncheck();
    const before_it = mouse.hand.clicks;
    await mouse.hand.click(mouse.page.locator(".bulk button.primary"));
    await said(mouse.page, /10 selesai/);
    assert.equal(before_it, 1);
    t.diagnostic(`flows: ten endorsed by ${mouse.hand.clicks} clicks of 3`);
    assert.ok(mouse.hand.clicks <= 3);
    assert.notEqual(await focused(mouse.page), "BODY");

    const page = await browser.page(head);
    await open(page, "/tugas");
    let keys = 0;
    const press = async (key) => {
      ++keys;
      await page.keyboard.press(key);
    };
    const on_the_box = () =>
      page.evaluate(
        () =>
          document.activeElement?.closest("label")?.classList.contains("all") ??
          false,
      );
    await press("Tab");
    await press("Enter"); // past the navigation
    while (!(await on_the_box()) && keys < 12) await press("Tab");
    await press("Space");
    await press("Enter");
    await said(page, /10 selesai/);
    t.diagnostic(`flows: ten endorsed by ${keys} keys (at most 12)`);
    assert.ok(keys <= 12);
    assert.notEqual(await focused(page), "BODY");
  });

  test("what goes wrong in a flow is seen: clicks, focus, width, keyboard", async () => {
    async function monitored(Hand) {
      const page = await browser.page("sekretariat.kalteng");
      await open(page, "/pemantauan");
      return { page, hand: new Hand(page) };
    }
    const all = (page) => page.getByRole("button", { name: /Ingatkan semua/ });
    const ready = (page) => page.getByLabel(/Teks/).first().waitFor();

    const calm = await monitored(Mouse);
    await calm.hand.click(all(calm.page));
    await ready(calm.page);
    await went_well(calm.page, calm.hand, 1);
    await assert.rejects(went_well(calm.page, calm.hand, 0), /1 clicks/);
    await calm.page.evaluate(() => (document.body.style.width = "3000px"));
    await assert.rejects(went_well(calm.page, calm.hand, 1), /sideways/);
    await calm.page.evaluate(() => {
      document.body.style.width = "";
      document.querySelectorAll("dialog").forEach((each) => each.close());
      document.activeElement.blur();
    });
    await assert.rejects(went_well(calm.page, calm.hand, 1), /focus/);

    const keys = await monitored(Keyboard);
    await all(keys.page).evaluate((button) => (button.tabIndex = -1));
    await assert.rejects(keys.hand.click(all(keys.page)), /no Tab leads/);
  });

  test("every group of tasks says what it waits for", async () => {
    const { staff } = await open_target(demo);
    const { page } = await landing(staff);
    const titles = await page.locator("section.group h2").allInnerTexts();
    assert.ok(titles.length > 0);
    for (const title of titles) assert.match(title, /\p{L}/u);
    await page.context().close();
  });

  test("search opens by Ctrl+K and leads to a target by keys alone", async () => {
    const { page } = await landing("sekretariat.kalteng");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("patroli b04");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/capaian\//);
    await drawn(page);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    await page.context().close();
  });

  test("a closed button says why and who", async () => {
    const page = await browser.page("sekretariat.kalteng");
    const office = await demo.person("sekretariat.kalteng");
    const plan = (await office.ask("GET", "plans?region=62")).json.items[0];
    await open(page, `/rencana/${plan.id}`);
    const close = page.locator("[data-command=close]");
    assert.equal(await close.getAttribute("aria-disabled"), "true");
    const why = await page
      .locator(`[id="${await close.getAttribute("aria-describedby")}"]`)
      .innerText();
    assert.match(why, /belum selesai/);
    assert.match(why, /Katma Dirun/);
  });
});
