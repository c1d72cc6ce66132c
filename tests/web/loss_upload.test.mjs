// A file on its way while the line breaks: in the head of the request, anywhere in its body, before
// the answer, inside it, once or until the page gives up; or the server dies, or the session ends.
// In the end the server has the file once and whole, and where the page gave up it said so.
// Every run prints its seed; RAMPUNG_FULL=1 makes sixty.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { open } from "./support/browser.mjs";
import { end_session, sign_in_again } from "./support/ended_session.mjs";
import { Line } from "./support/line.mjs";
import { open_target } from "./support/places.mjs";
import { random_of } from "./support/random.mjs";
import { together } from "./support/together.mjs";

const size = 300_000;

let demo;
let browser;
let staff;
let target;
let line;
together(async (made) => {
  ({ demo, browser } = made);
  ({ target, staff } = await open_target(demo));
});

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

function file_of(seed) {
  const random = random_of(seed);
  const buffer = Buffer.alloc(size, "%PDF-1.4\n");
  for (let i = 9; i < size; i += 97) buffer[i] = Math.floor(random() * 256);
  return { name: `laporan ${seed}.pdf`, mimeType: "application/pdf", buffer };
}

async function files_named(name) {
  const somebody = await demo.person(staff);
  const { json } = await somebody.ask(
    "GET",
    `targets/${target.id}/evidence?limit=200`,
  );
  return json.items.filter((each) => each.name === name);
}

// Once and whole; and it stays so for the time in which a straggler could still arrive.
async function arrives(file, patience_ms = 30_000) {
  const deadline = Date.now() + patience_ms;
  while (!(await files_named(file.name)).length) {
    assert.ok(Date.now() < deadline, "the file did not arrive");
    await new Promise((done) => setTimeout(done, 50));
  }
  const found = await files_named(file.name);
  assert.deepEqual(
    found.map((each) => each.sha256),
    [sha256(file.buffer)],
  );
}

async function choose(page, file) {
  const [window] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Pilih berkas" }).click(),
  ]);
  await window.setFiles(file);
}

const again = (page) => page.getByRole("button", { name: "Coba lagi" });

// Where an attempt breaks: in the head, in the file, before the answer, inside it.
function place_of(random) {
  const kind = Math.floor(random() * 4);
  if (kind === 0) return { sent: 1 + Math.floor(random() * 600) };
  if (kind === 1) return { sent: 600 + Math.floor(random() * size) };
  if (kind === 2) return { answer: 0 };
  return { answer: 1 + Math.floor(random() * 300) };
}

const faults = ["once", "until it fails", "for good", "killed", "signed out"];

async function one_run(seed) {
  const random = random_of(seed);
  const fault = faults[seed % faults.length];
  const file = file_of(seed);
  const page = await browser.page(staff, { baseURL: line.base });
  await open(page, `/capaian/${target.id}`);
  if (fault === "once") line.cut_at(place_of(random));
  if (fault === "until it fails") {
    line.cut_always(place_of(random));
    const open_again = (request) =>
      /evidence$/.test(request.url()) && line.cut_at();
    page.on("requestfailed", open_again);
    page.on("requestfinished", open_again); // half of its head can pass for an answer
  }
  if (fault === "for good") line.cut_always(place_of(random));
  if (fault === "killed") line.cut_at(place_of(random));
  if (fault === "signed out") {
    line.cut_at();
    await end_session(browser, page, staff);
  }
  await choose(page, file);
  if (fault === "killed") {
    await page.waitForTimeout(Math.floor(random() * 60));
    await demo.kill();
    await page.waitForTimeout(Math.floor(random() * 500));
    await demo.come_back();
  }
  if (fault === "signed out") await sign_in_again(page, demo.account(staff));
  if (fault === "for good") {
    await again(page).waitFor({ timeout: 30_000 });
    assert.match(await page.innerText("main"), /terputus/);
    line.cut_at();
    await again(page).click();
  }
  await arrives(file);
  await page
    .locator("main a", { hasText: file.name })
    .first()
    .waitFor({ timeout: 30_000 });
  assert.equal(await again(page).count(), 0);
  if (fault === "once") assert.ok(line.attempts > 1);
  await page.context().close();
}

// Without TLS, browsers take what has come of a head for an answer: "HTTP/1.1 " for a 200.
for (const answer of [9, 10, 12, 40])
  test(`${answer} bytes of an answer are no answer to an upload`, async () => {
    line = await Line.to(demo.base);
    const page = await browser.page(staff, { baseURL: line.base });
    await open(page, `/capaian/${target.id}`);
    const file = file_of(1000 + answer);
    line.cut_at({ answer });
    await choose(page, file);
    await page.locator("main a", { hasText: file.name }).first().waitFor();
    await arrives(file);
    assert.ok(line.attempts > 1);
    await page.context().close();
    await line.end();
  });

test("a plan's file whose line breaks stays in the form, and arrives once", async () => {
  const region = "sekretariat.kalteng";
  const somebody = await demo.person(region);
  const plan = (await somebody.ask("GET", "plans")).json.items.find(
    (each) => each.region.code === "62",
  );
  line = await Line.to(demo.base);
  const page = await browser.page(region, { baseURL: line.base });
  await open(page, `/rencana/${plan.id}/dokumen`);
  const file = file_of(2000);
  await page.locator("input[type=file]").setInputFiles(file);
  const send = page.getByRole("button", { name: "Unggah", exact: true });
  for (const answer of [9, 40]) {
    line.cut_at({ answer });
    await send.click();
    await page
      .getByText("Sambungan terputus sebelum berkas sampai")
      .first()
      .waitFor();
  }
  line.cut_at();
  await end_session(browser, page, region);
  await send.click();
  await sign_in_again(page, demo.account(region));
  await page.locator("main a", { hasText: file.name }).first().waitFor();
  const { json } = await somebody.ask("GET", `plans/${plan.id}/documents`);
  const found = json.items.filter((each) => each.name === file.name);
  assert.deepEqual(
    found.map((each) => each.sha256),
    [sha256(file.buffer)],
  );
  await page.context().close();
  await line.end();
});

const runs = process.env.RAMPUNG_FULL ? 60 : 5;

test(`a file arrives once and whole in ${runs} runs of a line that breaks`, async (t) => {
  line = await Line.to(demo.base);
  const first = Number(
    process.env.RAMPUNG_SEED ?? Math.floor(Date.now() % 100_000) * 5,
  );
  t.diagnostic(`upload: seeds ${first} to ${first + runs - 1}`);
  try {
    for (let seed = first; seed < first + runs; ++seed)
      await one_run(seed).catch((fault) => {
        throw new Error(`seed ${seed}: ${fault.message}`, { cause: fault });
      });
  } finally {
    await line.end();
  }
});

test("a page that sends a file twice is seen, and one that gives up in silence", async () => {
  const lied = await Line.to(demo.base);
  const page = await browser.page(staff, { baseURL: lied.base });
  await page.addInitScript(() => {
    const { setRequestHeader } = XMLHttpRequest.prototype;
    let count = 0;
    XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
      const planted = name === "Idempotency-Key" ? `${value}${++count}` : value;
      setRequestHeader.call(this, name, planted);
    };
  });
  await open(page, `/capaian/${target.id}`);
  const twice = file_of(1);
  lied.cut_always({ answer: 0 });
  await Promise.all([page.waitForEvent("requestfailed"), choose(page, twice)]);
  lied.cut_at();
  await page.locator("main a", { hasText: twice.name }).first().waitFor();
  await assert.rejects(arrives(twice));

  await page.addInitScript(() => {
    XMLHttpRequest.prototype.send = () => undefined;
  });
  await open(page, `/capaian/${target.id}`);
  const never = file_of(2);
  await choose(page, never);
  await assert.rejects(arrives(never, 1500), /did not arrive/);
  await page.context().close();
  await lied.end();
});
