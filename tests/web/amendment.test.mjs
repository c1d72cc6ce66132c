// A plan in force is amended from its page by whoever drafts it, and by nobody else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open } from "./support/browser.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
let plan;
together(async (made) => {
  ({ demo, browser } = made);
  const office = await demo.person("sekretariat.kalteng");
  const { items } = (await office.ask("GET", "plans?limit=200")).json;
  plan = items.find(
    (each) => each.region.code === "62" && each.state === "in_force",
  );
});

const name = "Mulai perubahan rencana";
const closed = (page) =>
  page.locator(".command", {
    has: page.locator('[data-command="amend"][aria-disabled]'),
  });

test("others read why they cannot amend a plan in force, and who can", async () => {
  const page = await browser.page("sahli.kalteng");
  await open(page, `/rencana/${plan.id}`);
  await drawn(page);
  const said = await closed(page).innerText();
  assert.match(said, new RegExp(name));
  assert.match(said, /sekretariat/i);
  await page.context().close();
});

test("the secretariat begins an amendment, and reads that the plan stays in force", async () => {
  const page = await browser.page("sekretariat.kalteng");
  await open(page, `/rencana/${plan.id}`);
  await page
    .getByText("tetap berlaku sampai perubahannya ditetapkan")
    .waitFor();
  await page.getByRole("button", { name }).click();
  await page.locator("#notice", { hasText: `${name}: selesai` }).waitFor();
  await page.getByText("perubahan ke-1; revisi 1 tetap berlaku").waitFor();
  await page.getByRole("button", { name: "Ajukan", exact: true }).waitFor();
  assert.match(
    await closed(page).innerText(),
    /Masih ada perubahan rencana yang terbuka/,
  );
  await page.context().close();
});
