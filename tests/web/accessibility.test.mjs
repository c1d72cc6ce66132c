// axe on every page, in two languages, light and dark, wide and narrow; and that axe would have
// seen something, had there been something. RAMPUNG_FULL=1 looks at both schemes in both widths.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { open, sideways } from "./support/browser.mjs";
import { places, speak } from "./support/places.mjs";
import { together } from "./support/together.mjs";

const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const rules = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22aa",
  "best-practice",
];

const looks = [
  ["light", 1280],
  ["dark", 360],
  ...(process.env.RAMPUNG_FULL
    ? [
        ["light", 360],
        ["dark", 1280],
      ]
    : []),
];

let demo;
let browser;
let all;
together(async (made) => {
  ({ demo, browser } = made);
  all = await places(demo);
});

async function faults(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) =>
      window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }),
    rules,
  );
  return violations.map(
    (each) =>
      `${each.id}: ${each.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
}

for (const locale of ["id", "en"])
  test(`axe finds nothing on any page in ${locale}, light and dark, wide and narrow`, async (t) => {
    for (const user of new Set(all.map((each) => each.user).filter(Boolean)))
      await speak(demo, user, locale);
    const found = [];
    let looked = 0;
    for (const place of all) {
      const page = await browser.page(place.user);
      const at = place.user ? place.at : `${place.at}?bahasa=${locale}`;
      await open(page, at);
      for (const [scheme, width] of looks) {
        await page.emulateMedia({
          colorScheme: scheme,
          reducedMotion: "reduce",
        });
        await page.setViewportSize({ width, height: 800 });
        for (const fault of await faults(page))
          found.push(`${place.name} ${scheme} ${width}: ${fault}`);
        ++looked;
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const pushed = await sideways(page);
      if (pushed > 0)
        found.push(`${place.name}: ${pushed} px sideways at 320 px`);
      assert.equal(await page.getAttribute("html", "lang"), locale, place.name);
      await page.context().close();
    }
    t.diagnostic(`accessibility: axe looked at ${looked} pages in ${locale}`);
    assert.deepEqual(found, []);
  });

test("axe sees a picture without words and grey on grey, when they are planted", async () => {
  const page = await browser.page("sekretariat.kalteng");
  await open(page, "/tugas");
  await page.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
    const text = document.createElement("p");
    text.textContent = "hardly to be read";
    text.style.color = "#999";
    text.style.background = "#aaa";
    document.querySelector("main").append(picture, text);
  });
  const found = (await faults(page)).join();
  assert.match(found, /image-alt/);
  assert.match(found, /color-contrast/);
});
