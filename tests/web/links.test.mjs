// Every kind of link that a mail, a calendar or a copied address can hold, opened cold, after
// signing in, and in the same page: what it shows is the very thing, not only its address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open } from "./support/browser.mjs";
import {
  calendar_links,
  mail_links,
  rehearsed_links,
} from "./support/links.mjs";
import { headline_of, table_of_pages } from "./support/headlines.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
together((made) => ({ demo, browser } = made));

// What stands on the page that a link to a thing leads to.
async function shows(page, link) {
  const wanted = await headline_of(demo, link);
  await drawn(page).catch(() => assert.fail(`${link.at} stays empty`));
  assert.equal(await page.innerText("main h1"), wanted.h1, link.at);
  for (const text of wanted.texts)
    assert.ok(
      (await page.innerText("main")).includes(text),
      `${link.at} does not say "${text}"`,
    );
  assert.equal(await page.locator("main [role=alert]").count(), 0, link.at);
}

async function sign_in(page, username) {
  await page.fill("#username", username);
  await page.fill("#password", demo.account(username).password);
  await page.click("button.primary");
}

// One link of each kind, with somebody who was sent it or has it in the calendar.
let of_each_kind;
async function kinds() {
  if (of_each_kind) return of_each_kind;
  const found = new Map();
  const dated = await calendar_links(demo, "sekretariat.kalteng");
  for (const link of [...mail_links(demo), ...dated])
    if (!found.has(link.resource)) found.set(link.resource, link);
  assert.deepEqual(
    [...found.keys()].sort(),
    ["approvals", "plans", "reports", "reviews", "targets"],
    "no mail or calendar of the demo holds a link of some kind",
  );
  return (of_each_kind = [...found.values()]);
}

test("a link of each kind shows its thing to who is signed in", async () => {
  for (const link of await kinds()) {
    const page = await browser.page(link.user);
    await page.goto(link.at);
    await shows(page, link);
    await page.context().close();
  }
});

test("a link of each kind shows its thing after the sign-in that it led to", async () => {
  for (const link of await kinds()) {
    const page = await browser.page(null);
    await page.goto(link.at);
    assert.match(page.url(), /\/masuk\?lanjut=/);
    await sign_in(page, link.user);
    await shows(page, link);
    await page.context().close();
  }
});

test("a link of each kind shows its thing in a page where somebody works already", async () => {
  for (const link of await kinds()) {
    const page = await browser.page(link.user);
    await open(page, "/tugas");
    await page.evaluate((at) => {
      const line = document.createElement("a");
      line.href = at;
      line.textContent = "dari surel";
      document.querySelector("main").prepend(line);
      line.click();
    }, link.at);
    await page.waitForURL((url) => !url.pathname.startsWith("/tugas"));
    await shows(page, link);
    await page.goBack();
    await drawn(page);
    assert.equal(new URL(page.url()).pathname, "/tugas", "the way back");
    await page.context().close();
  }
});

test("after a wrong password, in the other language, a link still leads to its thing", async () => {
  const [link] = await kinds();
  const page = await browser.page(null);
  await page.goto(link.at);
  await page.fill("#username", link.user);
  await page.fill("#password", "salah salah salah");
  await page.click("button.primary");
  await page.locator("[role=alert]").waitFor();
  await page.click("header a[lang=en]");
  assert.match(await page.innerText("h1"), /Sign in/);
  await sign_in(page, link.user);
  await shows(page, link);
});

test("who has to make a password first is led on to the thing, too", async () => {
  const [link] = await kinds();
  const page = await browser.page(null, { javaScriptEnabled: false });
  await page.goto(link.at);
  await page.click("a[href^='/aktivasi']");
  await page.click("header a[lang=en]");
  const admin = await demo.person("admin.kalteng");
  const made = await admin.ask("POST", "users", {
    username: "penerima.tautan",
    name: "Penerima Tautan",
    email: "penerima.tautan@kalteng.example",
    locale: "id",
  });
  assert.equal(made.status, 201);
  await page.fill("#code", "salah");
  await page.fill("#password", "rumah betang di tepi sungai");
  await page.click("button.primary");
  await page.locator("[role=alert]").waitFor();
  await page.fill("#code", made.json.activation_code);
  await page.fill("#password", "rumah betang di tepi sungai");
  await page.click("button.primary");
  await page.locator("[role=status]").waitFor();
  await page.fill("#username", "penerima.tautan");
  await page.fill("#password", "rumah betang di tepi sungai");
  await page.click("button.primary");
  assert.equal(new URL(page.url()).pathname, link.at);
});

test("every link of a calendar shows its thing", async () => {
  for (const user of [
    "sekretariat.kalteng",
    "sahli.kobar",
    "kepala.sosial.palangkaraya",
  ]) {
    const links = await calendar_links(demo, user);
    assert.ok(links.length, `the calendar of ${user} is empty`);
    const page = await browser.page(user);
    for (const link of links) {
      await page.goto(link.at);
      await shows(page, link);
    }
    await page.context().close();
  }
});

test("every address of the pages' table, copied, shows its page after the sign-in", async () => {
  for (const { user, at, h1 } of await table_of_pages(demo)) {
    const page = await browser.page(null);
    await page.goto(at);
    await sign_in(page, user);
    await drawn(page).catch(() => assert.fail(`${at} stays empty`));
    const shown = await page.innerText("main h1");
    if (h1 instanceof RegExp) assert.match(shown, h1, at);
    else assert.equal(shown, h1, at);
    await page.context().close();
  }
});

test("every link of every mail of the rehearsed year shows its thing to its reader", async (t) => {
  const links = [...mail_links(demo), ...(await rehearsed_links(demo))];
  const by_user = new Map(links.map(({ user }) => [user, []]));
  for (const link of links) by_user.get(link.user).push(link);
  let opened = 0;
  for (const [user, all] of by_user) {
    const page = await browser.page(user);
    for (const link of new Map(all.map((each) => [each.at, each])).values()) {
      await page.goto(link.at);
      await shows(page, link);
      ++opened;
    }
    await page.context().close();
  }
  t.diagnostic(`links: ${opened} links of ${by_user.size} readers`);
  assert.ok(opened > 100, `${opened} links`);
});
