// What just happened is said where it covers nothing; good news goes by itself, bad news stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/browser.mjs";
import { ready_region } from "./support/ready_region.mjs";
import { together } from "./support/together.mjs";

let browser;
let head;
together(async (made) => {
  browser = made.browser;
  ({ head } = await ready_region(made.demo, 14));
});

// What one could press on the screen, had the notice not been before it: in a frame as it is
// painted, when the notice has made way for what has moved. (The page's clock is not the screen's.)
// A button of the name `planted` is put there first, and looked at before the notice makes way.
const covered = (page, planted = "") =>
  page.evaluate((planted) => {
    const pressable = "a[href], button, input, select, textarea, summary";
    const notice = document.getElementById("notice");
    const is_covered = (each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
        [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y]),
      );
      return points.some(([x, y]) =>
        notice.contains(document.elementFromPoint(x, y)),
      );
    };
    const look = () =>
      [...document.querySelectorAll(pressable)]
        .filter((each) => each.checkVisibility() && !notice.contains(each))
        .filter(is_covered)
        .map(
          (each) => each.textContent.trim() || each.getAttribute("aria-label"),
        );
    if (planted) {
      const button = document.createElement("button");
      button.textContent = planted;
      const { left, top } = notice.getBoundingClientRect();
      button.style.cssText = `position: fixed; left: ${left}px; top: ${top}px`;
      document.querySelector("main").append(button);
      return look();
    }
    // Heard in the next frame, scrolled and laid out, after whoever has observed for longer.
    return new Promise((done) => {
      new ResizeObserver((_, frame) => {
        frame.disconnect();
        done(look());
      }).observe(document.documentElement);
    });
  }, planted);

async function covers_nothing(page) {
  assert.deepEqual(await covered(page), []);
  for (const by of [150, 150, 150, -300, 1000]) {
    await page.mouse.wheel(0, by);
    // Frame by frame, until the page stands still.
    for (let at; at !== (at = await page.evaluate(() => scrollY)); )
      assert.deepEqual(await covered(page), [], `scrolled by ${by}`);
  }
}

// The inbox of a head, with some reports chosen.
async function desk(width, count) {
  const page = await browser.page(head, { width, height: 740 });
  await page.clock.install();
  await open(page, "/tugas");
  for (const box of (await page.locator(".task input").all()).slice(0, count))
    await box.check();
  return page;
}

const endorse = (page) => page.locator(".bulk button.primary").click();
const notice = (page, text) => page.locator("#notice", { hasText: text });
const is_silent = (page) =>
  page.waitForFunction(() => !document.getElementById("notice").textContent);

for (const width of [360, 1280])
  test(`good news covers no button at ${width} px, and goes by itself`, async () => {
    const page = await desk(width, 3);
    await endorse(page);
    await notice(page, /3 selesai/).waitFor();
    await covers_nothing(page);
    await page.clock.fastForward(60_000);
    await is_silent(page);
    assert.notEqual(
      await page.evaluate(() => document.activeElement.tagName),
      "BODY",
    );
    await page.context().close();
  });

for (const width of [360, 1280])
  test(`bad news covers no button at ${width} px, and stays until it is closed`, async () => {
    const page = await desk(width, 1);
    await page.route("**/api/v1/targets/commands/*", (route) =>
      route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({ title: "Gagal", detail: "Cakram penuh." }),
      }),
    );
    await endorse(page);
    await notice(page, "Cakram penuh.").waitFor();
    assert.ok(
      await page.evaluate(() => {
        const { top, bottom } = document
          .getElementById("notice")
          .getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
      "it is seen",
    );
    await covers_nothing(page);
    await page.clock.fastForward(600_000);
    await covers_nothing(page);
    assert.ok(await notice(page, "Cakram penuh.").isVisible());
    await page.locator("#notice button", { hasText: "×" }).click();
    await is_silent(page);
    assert.equal(
      await page.evaluate(() => document.activeElement.id),
      "notice",
      "the focus does not fall to the body",
    );
    await page.context().close();
  });

test("good news can be closed at once, and a covered button is found out", async () => {
  const page = await desk(1280, 2);
  await endorse(page);
  await notice(page, /2 selesai/).waitFor();
  // In one go with the look: good news makes way for what comes below it.
  assert.deepEqual(await covered(page, "di bawah"), ["di bawah"]);
  await page.locator("#notice button", { hasText: "×" }).click();
  await is_silent(page);
  await page.context().close();
});
