// The loss battery: somebody types into a target while the line drops, the server is killed, the
// session ends, or the tab is closed; in the end the server has every character. Every run prints
// its seed; RAMPUNG_FULL=1 makes two hundred.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/browser.mjs";
import { end_session, sign_in_again } from "./support/ended_session.mjs";
import { Line } from "./support/line.mjs";
import { open_target } from "./support/places.mjs";
import { random_of } from "./support/random.mjs";
import { together } from "./support/together.mjs";

let user;
let colleague;
let demo;
let browser;
let target;
together(async (made) => {
  ({ demo, browser } = made);
  ({ target, staff: user, head: colleague } = await open_target(demo));
});

const achievement = (page) => page.locator("main textarea").first();

async function saved() {
  const staff = await demo.person(user);
  return (await staff.ask("GET", `targets/${target.id}`)).json;
}

async function until_saved(text, seed, patience_ms = 30_000) {
  const deadline = Date.now() + patience_ms;
  let found = "";
  const staff = await demo.person(user);
  while (Date.now() < deadline) {
    found = (await staff.ask("GET", `targets/${target.id}`)).json.achievement;
    if (found === text) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.equal(found, text, `seed ${seed}`);
}

const faults = ["offline", "killed", "signed_out", "closed"];

async function one_run(seed) {
  const random = random_of(seed);
  const fault = faults[seed % faults.length];
  let page = await browser.page(user);
  await open(page, `/capaian/${target.id}`);
  const words = `Putaran ${seed}: kebun plasma dipetakan, ${Math.floor(random() * 1e9)} batang.`;
  const cut = 1 + Math.floor(random() * (words.length - 2));
  const field = achievement(page);
  await field.fill("");
  await field.pressSequentially(words.slice(0, cut), {
    delay: Math.floor(random() * 12),
  });
  // A save may be on its way.
  if (random() < 0.5) await page.waitForTimeout(Math.floor(random() * 1200));
  if (fault === "offline") await page.context().setOffline(true);
  if (fault === "killed") await demo.kill();
  if (fault === "signed_out") await end_session(browser, page, user);
  if (fault === "closed") {
    const state = await page.context().storageState();
    await field.pressSequentially(words.slice(cut));
    const kept = await page.evaluate(() => ({ ...localStorage }));
    await page.close({ runBeforeUnload: false });
    const again = await browser.page(user, { storageState: state });
    await again.addInitScript((all) => {
      if (sessionStorage.getItem("taken")) return;
      sessionStorage.setItem("taken", "1");
      for (const [key, value] of Object.entries(all))
        localStorage.setItem(key, value);
    }, kept);
    await open(again, `/capaian/${target.id}`);
    page = again;
  } else {
    await field.pressSequentially(words.slice(cut), { delay: 5 });
    if (fault === "offline") await page.context().setOffline(false);
    if (fault === "killed") await demo.come_back();
    if (fault === "signed_out") await sign_in_again(page, demo.account(user));
  }
  await until_saved(words, seed);
  assert.equal(
    await achievement(page).inputValue(),
    words,
    `seed ${seed}: on the screen`,
  );
  await page.context().close();
}

const runs = process.env.RAMPUNG_FULL ? 200 : 12;

test(`0 characters are lost in ${runs} runs of everything that goes wrong`, async (t) => {
  const first = Number(
    process.env.RAMPUNG_SEED ?? Math.floor(Date.now() % 100_000) * 4,
  );
  t.diagnostic(`loss: seeds ${first} to ${first + runs - 1}`);
  for (let seed = first; seed < first + runs; ++seed) await one_run(seed);
});

test("a page that keeps nothing on the device loses what a closed tab held", async () => {
  const page = await browser.page(user);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => undefined; // the planted fault
  });
  await open(page, `/capaian/${target.id}`);
  const before_it = (await saved()).achievement;
  await achievement(page).fill("ini akan hilang");
  await page.close();
  const again = await browser.page(user);
  await open(again, `/capaian/${target.id}`);
  assert.equal(await achievement(again).inputValue(), before_it ?? "");
});

test("a save that the server never got, though the page was told so, is seen", async () => {
  const page = await browser.page(user);
  await open(page, `/capaian/${target.id}`);
  const here = await saved();
  await page.route(`**/api/v1/targets/${target.id}`, (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill({ json: here, headers: { ETag: `"${here.version}"` } })
      : route.continue(),
  );
  await achievement(page).fill("ini tidak pernah sampai");
  await assert.rejects(until_saved("ini tidak pernah sampai", "lied to", 3000));
  await page.context().close();
});

test("two people on different fields never see a conflict", async () => {
  const one = await browser.page(user);
  const other = await browser.page(colleague);
  await open(one, `/capaian/${target.id}`);
  await open(other, `/capaian/${target.id}`);
  await achievement(one).fill("Bibit dibagikan.");
  await other.locator("main textarea").nth(1).fill("Jalan rusak.");
  await until_saved("Bibit dibagikan.", "two people");
  const deadline = Date.now() + 15_000;
  while ((await saved()).obstacles !== "Jalan rusak." && Date.now() < deadline);
  const found = await saved();
  assert.deepEqual(
    [found.achievement, found.obstacles],
    ["Bibit dibagikan.", "Jalan rusak."],
  );
  assert.equal(await one.locator("dialog[open]").count(), 0);
  assert.equal(await other.locator("dialog[open]").count(), 0);
});

// The dialog with both texts.
async function asks_which(page, theirs, mine, patience_ms = 5000) {
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor({ timeout: patience_ms });
  const inputs = await dialog
    .locator("textarea, input")
    .evaluateAll((all) => all.map((each) => each.value).join(" "));
  const text = (await dialog.innerText()) + inputs;
  for (const each of [theirs, mine]) assert.ok(text.includes(each), text);
}

test("a page that overwrites what it has not read is seen", async () => {
  const page = await browser.page(user);
  await open(page, `/capaian/${target.id}`);
  const somebody = await demo.person(colleague);
  const at = `targets/${target.id}`;
  const { version } = await saved();
  const changed = await somebody.ask(
    "PATCH",
    at,
    { achievement: "Versi lain." },
    { "If-Match": `"${version}"` },
  );
  assert.equal(changed.status, 200);
  await page.route(`**/api/v1/${at}`, async (route) => {
    const headers = { ...route.request().headers() };
    if (headers["if-match"])
      headers["if-match"] = `"${(await saved()).version}"`;
    await route.continue({ headers });
  });
  await achievement(page).fill("Versi saya.");
  await assert.rejects(asks_which(page, "Versi lain.", "Versi saya."));
  await page.context().close();
});

test("two people on the same field always see both texts, and nothing is overwritten", async () => {
  const one = await browser.page(user);
  const other = await browser.page(colleague);
  await open(one, `/capaian/${target.id}`);
  await open(other, `/capaian/${target.id}`);
  await achievement(one).fill("Versi staf.");
  await until_saved("Versi staf.", "same field");
  await achievement(other).fill("Versi kepala.");
  await asks_which(other, "Versi staf.", "Versi kepala.");
  assert.equal((await saved()).achievement, "Versi staf.");
});

// Without TLS, browsers take what has come of a head for an answer: "HTTP/1.1 " for a 200. Here it
// is the beginning of a refusal.
test("half a refusal does not pass for having saved", async () => {
  const line = await Line.to(demo.base, /^PATCH \S+\/targets\//);
  const page = await browser.page(user, { baseURL: line.base });
  await open(page, `/capaian/${target.id}`);
  const somebody = await demo.person(colleague);
  const { version } = await saved();
  const changed = await somebody.ask(
    "PATCH",
    `targets/${target.id}`,
    { achievement: "Kata orang lain." },
    { "If-Match": `"${version}"` },
  );
  assert.equal(changed.status, 200);
  line.cut_at({ answer: 9 });
  await achievement(page).fill("Kata saya.");
  await asks_which(page, "Kata orang lain.", "Kata saya.", 15_000);
  assert.ok(line.attempts > 1);
  await page.context().close();
  await line.end();
});
