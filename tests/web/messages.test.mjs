// The ledger of messages as a secretariat reads it: what has failed says why and can be sent again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/browser.mjs";
import { together } from "./support/together.mjs";

let browser;
together((made) => ({ browser } = made));

const why = "550 5.1.1 No such user";

// The server's own list, but that the first message has failed until somebody sends it again.
async function fail_the_first(page) {
  const asked = [];
  await page.route(/\/api\/v1\/messages\?/, async (route) => {
    const answer = await route.fetch();
    const list = await answer.json();
    if (!asked.length)
      Object.assign(list.items[0], { state: "dead", last_error: why });
    await route.fulfill({ response: answer, json: list });
  });
  await page.route(/\/commands\/send_again/, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await route.fulfill({ json: {} });
  });
  return asked;
}

test("a failed message says why, and Kirim lagi sends it again", async () => {
  const page = await browser.page("sekretariat.kalteng");
  const asked = await fail_the_first(page);
  await open(page, "/pengaturan/saya");
  await page.click("nav.tabs a:has-text('Pesan')");
  const row = page.locator("tr", { hasText: why });
  await row.waitFor();
  assert.match(await page.innerText("main"), /1 pesan gagal/);
  assert.match(await row.innerText(), /gagal/);
  const button = page.getByRole("button", { name: /^Kirim lagi kepada/ });
  assert.equal(await button.count(), 1);
  await button.click();
  await row.waitFor({ state: "detached" });
  assert.equal(asked.length, 1);
  assert.match(asked[0], /^\/api\/v1\/messages\/[0-9a-f]{32}\/commands\//);
  assert.doesNotMatch(await page.innerText("main"), /pesan gagal/);
  await page.context().close();
});

test("who looks after nobody's mail is shown no way to send it again", async () => {
  const page = await browser.page("kepala.dp3appkb");
  await fail_the_first(page);
  await open(page, "/pengaturan/saya");
  await page.click("nav.tabs a:has-text('Pesan')");
  await page.locator("tr", { hasText: why }).waitFor();
  assert.equal(await page.getByRole("button", { name: /Kirim lagi/ }).count(), 0);
  await page.context().close();
});
