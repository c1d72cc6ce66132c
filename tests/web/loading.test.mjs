// A page that has not read everything yet says so: nobody takes it for an empty one, and no picture
// is taken of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { content, open } from "./support/browser.mjs";
import { picture_of } from "./support/picture.mjs";
import { places } from "./support/places.mjs";
import { together } from "./support/together.mjs";
import { walk_to } from "./support/weather.mjs";

let browser;
let all;
together(async (made) => {
  browser = made.browser;
  all = (await places(made.demo)).filter((each) => each.user);
});

const patience = { timeout: 5000 };

// Answers come one by one; at each step the page shows its content or that it is loading.
async function is_honest(page, at) {
  const held = [];
  let heard = () => undefined;
  await page.route("**/api/v1/**", (route) => {
    held.push(route);
    heard();
  });
  await walk_to(page, at);
  await page.waitForURL((url) => url.pathname === at);
  for (let step = 0; ; ++step) {
    const seen = await page
      .waitForFunction(
        (something) => {
          const shows = (what) =>
            [...document.querySelectorAll(what)].some((each) =>
              each.checkVisibility(),
            );
          return shows("main .loading")
            ? "loading"
            : shows(something) && "content";
        },
        content,
        patience,
      )
      .catch(() => null);
    if (!seen) return `nothing after ${step} answers`;
    if ((await seen.jsonValue()) === "content") return null;
    if (!held.length)
      await Promise.race([
        new Promise((done) => (heard = done)),
        page.waitForFunction(
          () => !document.querySelector("main .loading"),
          null,
          { timeout: 0 },
        ),
      ]);
    await held.shift()?.continue();
  }
}

test("every page says that it is loading until its content is there", async (t) => {
  const found = [];
  for (const { name, user, at } of all) {
    const page = await browser.page(user);
    await open(page, at === "/pengaturan" ? "/tugas" : "/pengaturan");
    const fault = await is_honest(page, at);
    if (fault) found.push(`${name}: ${fault}`);
    await page.context().close();
  }
  t.diagnostic(`loading: ${all.length} pages`);
  assert.deepEqual(found, []);
});

test("no picture is taken of a page that is still loading", async () => {
  const page = await browser.page("sekretariat.kalteng");
  await open(page, "/pengaturan");
  page.setDefaultTimeout(3000);
  const asked = [];
  await page.route("**/api/v1/overview**", (route) => asked.push(route));
  await walk_to(page, "/wilayah");
  await page.waitForURL(/wilayah/);
  await assert.rejects(picture_of(page, {}));
  for (const route of asked) await route.continue();
  await page.locator("main tbody tr").first().waitFor();
  assert.ok((await picture_of(page, {})).length > 0);
  await page.context().close();
});

test("a page that shows neither is found out", async () => {
  const page = await browser.page("sekretariat.kalteng");
  await open(page, "/pengaturan");
  await page.evaluate(() => {
    const planted = new CSSStyleSheet();
    planted.replaceSync("main > :not(.title) { display: none }");
    document.adoptedStyleSheets.push(planted);
  });
  const fault = await is_honest(page, "/wilayah");
  assert.match(fault, /nothing after 0 answers/);
  await page.context().close();
});
