// Words in tables stay whole, on the screen and on paper. RAMPUNG_FULL=1 tries a width between.
import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, open } from "./support/browser.mjs";
import { broken_words, cells_of } from "./support/broken_words.mjs";
import { printed } from "./support/paper.mjs";
import { places } from "./support/places.mjs";
import { together } from "./support/together.mjs";

let browser;
let all;
together(async (made) => {
  browser = made.browser;
  all = (await places(made.demo)).filter((each) => each.user);
});

for (const width of process.env.RAMPUNG_FULL ? [360, 768, 1280] : [360, 1280])
  test(`no word of a table is broken at ${width} px, nor when that is printed`, async (t) => {
    const found = [];
    let cells = 0;
    for (const { name, user, at } of all) {
      const page = await browser.page(user, { width });
      await open(page, at);
      cells += await cells_of(page);
      for (const media of ["screen", "print"]) {
        await page.emulateMedia({ media });
        for (const word of await broken_words(page))
          found.push(`${name} in ${media}: ${word}`);
      }
      await page.context().close();
    }
    t.diagnostic(`table words: ${cells} cells looked at, ${width} px wide`);
    assert.ok(cells > 1000, `${cells} cells`);
    assert.deepEqual(found, []);
  });

// Words of the page's tables that its paper lacks as a whole.
async function torn_on_paper(page) {
  const paper = await printed(page);
  const word = /[\p{L}\p{N}]+/gu;
  const whole = new Set(paper.match(word));
  const texts = await page
    .locator("td, th")
    .evaluateAll((cells) =>
      cells
        .filter(
          (cell) =>
            cell.checkVisibility() && !cell.querySelector("select, input"),
        )
        .map((cell) => cell.innerText),
    );
  const wanted = new Set(texts.join(" ").normalize("NFC").match(word));
  assert.ok(wanted.size > 10, `${wanted.size} words`);
  return [...wanted].filter((each) => !whole.has(each));
}

test("no word of a table is torn on A4 paper", async () => {
  const found = [];
  for (const name of [
    "matrix",
    "matrix_locked",
    "monitoring",
    "regions",
    "targets",
    "settings_people",
    "settings_messages",
  ]) {
    const { user, at } = all.find((each) => each.name === name);
    const page = await browser.page(user);
    await open(page, at);
    await complete(page);
    for (const word of await torn_on_paper(page))
      found.push(`${name}: ${word}`);
    await page.context().close();
  }
  assert.deepEqual(found, []);
});

test("a word that is broken is seen, on the screen and on paper", async () => {
  const { user, at } = all.find((each) => each.name === "targets");
  const page = await browser.page(user);
  await open(page, at);
  await complete(page);
  await page.evaluate(() => {
    const cell = document.querySelector("tbody td");
    cell.textContent = "mempertanggungjawabkannya";
    const style = new CSSStyleSheet();
    style.replaceSync(
      "tbody td:nth-of-type(1) { display: block; width: 5rem; overflow-wrap: anywhere }",
    );
    document.adoptedStyleSheets.push(style);
  });
  assert.deepEqual(await broken_words(page), ["mempertanggungjawabkannya"]);
  const torn = await torn_on_paper(page);
  assert.deepEqual(torn, ["mempertanggungjawabkannya"]);
});
