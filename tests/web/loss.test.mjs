// The loss battery: somebody types into a target while the line drops, the server is killed, the
// session ends, or the tab is closed; in the end the server has every character. Every run prints
// its seed; RAMPUNG_FULL=1 makes two hundred.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, open } from "./support/browser.mjs";
import { Demo } from "./support/demo.mjs";
import { open_target } from "./support/places.mjs";
import { random_of } from "./support/random.mjs";

let user;
let colleague;
let demo;
let browser;
let target;
before(async () => {
  demo = await Demo.start();
  browser = await Browser.start(demo);
  ({ target, staff: user, head: colleague } = await open_target(demo));
});
after(async () => {
  await browser.end();
  await demo.end();
});

const achievement = (page) => page.locator("main textarea").first();

async function saved() {
  const staff = await demo.person(user);
  return (await staff.ask("GET", `targets/${target.id}`)).json;
}

async function until_saved(text, seed) {
  const deadline = Date.now() + 30_000;
  let found = "";
  const staff = await demo.person(user);
  while (Date.now() < deadline) {
    found = (await staff.ask("GET", `targets/${target.id}`)).json.achievement;
    if (found === text) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.equal(found, text, `seed ${seed}`);
}

// Somebody else's work in the same session's place: the session is over, and asked for again.
async function end_session(page) {
  const cookies = await page.context().cookies();
  const { value } = cookies[0];
  const made = await fetch(`${demo.base}/api/v1/session`, {
    headers: { Cookie: `${cookies[0].name}=${value}` },
  });
  const { csrf_token } = await made.json();
  await fetch(`${demo.base}/api/v1/session`, {
    method: "DELETE",
    headers: {
      Cookie: `${cookies[0].name}=${value}`,
      "X-CSRF-Token": csrf_token,
    },
  });
  browser.cookies.delete(user);
}

async function sign_in_again(page) {
  const password = page.locator("#again-password");
  await password.waitFor();
  await password.fill(demo.account(user).password);
  await password.press("Enter");
  await password.waitFor({ state: "detached" });
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
  if (fault === "signed_out") await end_session(page);
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
    if (fault === "signed_out") await sign_in_again(page);
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

test("two people on the same field always see both texts, and nothing is overwritten", async () => {
  const one = await browser.page(user);
  const other = await browser.page(colleague);
  await open(one, `/capaian/${target.id}`);
  await open(other, `/capaian/${target.id}`);
  await achievement(one).fill("Versi staf.");
  await until_saved("Versi staf.", "same field");
  await achievement(other).fill("Versi kepala.");
  const dialog = other.locator("dialog[open]");
  await dialog.waitFor();
  const text = await dialog.innerText();
  const inputs = await dialog
    .locator("textarea, input")
    .evaluateAll((all) => all.map((each) => each.value).join(" "));
  assert.match(text + inputs, /Versi staf\./);
  assert.match(text + inputs, /Versi kepala\./);
  assert.equal((await saved()).achievement, "Versi staf.");
});
