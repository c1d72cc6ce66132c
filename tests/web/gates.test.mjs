// The gates of the pages, measured and printed: sizes, time to the largest paint and the slowest
// event under a slow phone, the content policy, odd texts, and paper. Beside each gate stands a
// planted fault that it must see.
import assert from "node:assert/strict";
import { test } from "node:test";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { drawn, open, sideways } from "./support/browser.mjs";
import { places, speak } from "./support/places.mjs";
import { together } from "./support/together.mjs";

const KB = 1024;
let demo;
let browser;
let all;
together(async (made) => {
  ({ demo, browser } = made);
  all = await places(demo);
});
const place = (name) => all.find((each) => each.name === name);

// What goes over the line, in bytes, gzip unless it says otherwise.
function sizes_of(rows) {
  const packed = (row) => row.sizes.gz || row.sizes.raw;
  const sum = (list) => list.reduce((total, row) => total + packed(row), 0);
  const scripts = rows.filter(
    (row) => row.name.endsWith(".js") && row.locale !== "en",
  );
  const entry = scripts.find((row) => row.made_of === "source/main.tsx");
  const named = (names) =>
    rows.filter((row) => names.split(" ").includes(row.name));
  const start = sum([entry, ...named(entry.imports)]);
  const style = sum(rows.filter((row) => row.name.endsWith(".css")));
  const brotli = scripts.reduce(
    (total, row) => total + (row.sizes.br || row.sizes.raw),
    0,
  );
  return {
    entry: start,
    "first load": start + style,
    style,
    "whole app": sum(scripts),
    "whole app in brotli": brotli,
  };
}

const limits = {
  entry: 25 * KB,
  "first load": 40 * KB,
  style: 6 * KB,
  "whole app": 104 * KB, // what nobody waits for: docs/decisions/0061
};
const too_large = (sizes) =>
  Object.keys(limits).filter((name) => sizes[name] > limits[name]);

test("what is sent is small: first load, entry, whole app, style", async (t) => {
  const rows = JSON.parse(
    readFileSync(
      join(dirname(process.env.RAMPUNG_BINARY), "web/assets.json"),
      "utf8",
    ),
  );
  const sizes = sizes_of(rows);
  t.diagnostic(
    `gates: ${Object.entries(sizes)
      .map(([name, bytes]) => `${name} ${bytes} B`)
      .join(", ")}`,
  );
  assert.deepEqual(too_large(sizes), []);

  const heavy = rows.map((row) => ({
    ...row,
    sizes: {
      raw: 3 * row.sizes.raw,
      gz: 3 * row.sizes.gz,
      br: 3 * row.sizes.br,
    },
  }));
  assert.deepEqual(too_large(sizes_of(heavy)), Object.keys(limits));
});

test("at most two packages of others are shipped", () => {
  const shipped = JSON.parse(
    readFileSync(new URL("../../web/package.json", import.meta.url)),
  );
  assert.ok(Object.keys(shipped.dependencies).length <= 2);
});

// 4 times slower, 1.6 Mbit/s, 150 ms: a cheap phone on a slow line.
async function on_a_phone(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 0.75e6 / 8,
  });
  await page.addInitScript(() => {
    window.painted = 0;
    window.slowest = 0;
    new PerformanceObserver((list) => {
      for (const each of list.getEntries()) window.painted = each.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const each of list.getEntries())
        window.slowest = Math.max(window.slowest, each.duration);
    }).observe({ type: "event", buffered: true, durationThreshold: 16 });
  });
}

// The middle one of so many times.
async function largest_paint(name, runs = 3, plant = () => undefined) {
  const { user, at } = place(name);
  const times = [];
  for (let i = 0; i < runs; ++i) {
    const page = await browser.page(user, { width: 360, height: 740 });
    await on_a_phone(page);
    await plant(page);
    await page.goto(at);
    await drawn(page);
    times.push(
      await page.evaluate(
        () =>
          new Promise((done) => setTimeout(() => done(window.painted), 300)),
      ),
    );
    await page.context().close();
  }
  return times.sort((one, other) => one - other)[runs >> 1];
}

// Moves and types in the matrix; milliseconds.
async function slowest_event(user, at, plant = () => undefined) {
  const page = await browser.page(user, { width: 1280 });
  await on_a_phone(page);
  await page.addInitScript(plant);
  await open(page, at);
  const cell = page.locator("td").nth(5);
  await cell.click();
  for (const key of [
    "ArrowDown",
    "ArrowRight",
    "a",
    "b",
    "c",
    "Enter",
    "x",
    "y",
    "Tab",
    "Escape",
  ])
    await page.keyboard.press(key, { delay: 30 });
  const found = await page.evaluate(
    () => new Promise((done) => setTimeout(() => done(window.slowest), 500)),
  );
  await page.context().close();
  return found;
}

// The aims are those of the brief; a test guards a time at five times the aim only.
test("the inbox is painted soon on a slow phone", async (t) => {
  const time = await largest_paint("inbox");
  t.diagnostic(`gates: LCP inbox ${Math.round(time)} ms (aim 1000)`);
  assert.ok(time > 0 && time <= 5 * 1000);
  const late = await largest_paint("inbox", 1, (page) =>
    page.route("**/assets/main-*", async (route) => {
      await new Promise((done) => setTimeout(done, 5 * 1000));
      await route.continue();
    }),
  );
  assert.ok(late > 5 * 1000, `${late} ms, though its script came late`);
});

test("a matrix of 150 rows is painted soon on a slow phone, and answers to keys", async (t) => {
  const secretariat = await demo.person("sekretariat.kotim");
  const { at, user } = place("matrix");
  const plan = at.split("/")[2];
  const model = (await secretariat.ask("GET", `plans/${plan}/actions?limit=1`))
    .json.items[0];
  for (let i = 0; i < 150; ++i) {
    const made = await secretariat.ask("POST", `plans/${plan}/actions`, {
      number: 1000 + i,
      phase: model.phase,
      title: `Rencana aksi nomor ${i} dengan judul yang cukup panjang untuk dua baris`,
      location: "11 kabupaten/kota",
      lead_agency: model.lead_agency.id,
      success_criterion:
        "Seluruh desa/kelurahan sasaran ditetapkan dan didampingi",
      targets: [{ period: "B04", text: "6", quantity: 6, unit: "desa" }],
    });
    assert.equal(made.status, 201, JSON.stringify(made.json));
  }
  const time = await largest_paint("matrix");
  t.diagnostic(
    `gates: LCP matrix of 150 rows ${Math.round(time)} ms (aim 1500)`,
  );
  assert.ok(time > 0 && time <= 5 * 1500);

  // The best of three: what the machine does meanwhile is not the page's.
  const slowest = Math.min(
    await slowest_event(user, at),
    await slowest_event(user, at),
    await slowest_event(user, at),
  );
  t.diagnostic(
    `gates: slowest event in the matrix ${Math.round(slowest)} ms (aim 100)`,
  );
  assert.ok(slowest <= 5 * 100);
  const busy = await slowest_event(user, at, () =>
    addEventListener(
      "keydown",
      (event) => {
        const began = performance.now();
        while (event.key === "c" && performance.now() - began < 600);
      },
      true,
    ),
  );
  assert.ok(busy > 5 * 100, `${busy} ms, though a key took 600`);
});

// Every text that the paper of this page lacks.
async function missing_on_paper(page, rows) {
  const folder = mkdtempSync(join(tmpdir(), "rampung-print-"));
  const paper = join(folder, "matrix.pdf");
  await page.pdf({ path: paper, format: "A4", landscape: true });
  const { stdout } = await promisify(execFile)(
    "pdftotext",
    ["-raw", paper, "-"],
    { maxBuffer: 1 << 26 },
  );
  rmSync(folder, { recursive: true });
  // A line ends where the column does; what is between words does not count.
  const bare = (text) => (text ?? "").replaceAll(/\s+/g, "");
  const printed = bare(stdout);
  return rows.flatMap((row) =>
    [
      row.title,
      row.location,
      row.success_criterion,
      row.lead_agency?.name,
      ...row.targets.map((target) => target.text),
    ]
      .filter((text) => !printed.includes(bare(text)))
      .map((text) => `${row.number}: ${text}`),
  );
}

test("the matrix on paper has every text of its rows", async (t) => {
  const office = await demo.person("sekretariat.kotim");
  const { at, user } = place("matrix");
  const plan = at.split("/")[2];
  const rows = [];
  for (let next = `plans/${plan}/actions?limit=200`; next; ) {
    const { json } = await office.ask("GET", next);
    rows.push(...json.items);
    next = json.next && `plans/${plan}/actions?limit=200&cursor=${json.next}`;
  }
  const page = await browser.page(user);
  await open(page, at);
  t.diagnostic(`gates: ${rows.length} rows of the matrix on paper`);
  assert.ok(rows.length >= 150);
  assert.deepEqual(await missing_on_paper(page, rows), []);

  const { title } = rows[7];
  await page.evaluate((hidden) => {
    for (const row of document.querySelectorAll("main tr, main li"))
      if (row.textContent.includes(hidden)) row.remove();
  }, title);
  const missing = await missing_on_paper(page, rows);
  assert.ok(
    missing.some((each) => each.includes(title)),
    "a row that was taken away was not missed",
  );
});

// Texts that a reader of the paper would see twice: in the field that was typed in, and below it.
const doubled = (page) =>
  page.locator("textarea, .cell-input").filter({ visible: true }).count();

test("a form on paper says each text once", async () => {
  const { at, user } = place("action");
  const page = await browser.page(user);
  await open(page, at);
  assert.ok((await doubled(page)) > 0, "no field to type in on the screen");
  await page.emulateMedia({ media: "print" });
  assert.equal(await doubled(page), 0);
  assert.ok(await page.locator(".on-paper").filter({ visible: true }).count());
});

test("the main links stand in one line on a phone, in both languages", async () => {
  const { at, user } = place("inbox");
  for (const locale of ["en", "id"]) {
    await speak(demo, user, locale);
    const page = await browser.page(user, { width: 360 });
    await open(page, at);
    const lines = await page
      .locator("header.top nav > a, header.top .more > button")
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect().top),
      );
    assert.equal(lines.length, 5);
    assert.equal(new Set(lines).size, 1, `${locale}: ${lines}`);
    await page.context().close();
  }
});

// What odd texts do to a page, and what of its navigation is in no dictionary.
async function oddities(page) {
  const found = [];
  const pushed = await sideways(page);
  if (pushed > 0) found.push(`${pushed} px sideways`);
  for (const text of await page.locator("header.top nav a").allInnerTexts())
    if (!text.includes("[")) found.push(`“${text}” is not in the dictionary`);
  return found;
}

test("odd long texts fit on every page, and every text of the pages is one of them", async () => {
  const found = [];
  for (const { name, user, at } of all.filter((each) => each.user)) {
    const page = await browser.page(user, { width: 360 });
    await page.addInitScript(() => sessionStorage.setItem("pseudo", "1"));
    await open(page, at);
    for (const each of await oddities(page)) found.push(`${name}: ${each}`);
    await page.context().close();
  }
  assert.deepEqual(found, []);

  const page = await browser.page("sekretariat.kalteng", { width: 360 });
  await page.addInitScript(() => sessionStorage.setItem("pseudo", "1"));
  await open(page, "/tugas");
  await page.evaluate(() => {
    document.querySelector("nav a").textContent = "Tugas saya";
    document.querySelector("main").style.width = "500px";
  });
  assert.equal((await oddities(page)).length, 2);
});

test("a script or style that is not ours does not run, and is seen by the browser", async () => {
  const page = await browser.page("sekretariat.kalteng");
  const violations = [];
  await page.exposeFunction("violated", (what) => violations.push(what));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violated(event.effectiveDirective),
    ),
  );
  await open(page, "/tugas");
  assert.deepEqual(violations, []);
  const made = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>planted</b>";
      return "taken";
    } catch (fault) {
      return fault.name;
    }
  });
  assert.equal(made, "TypeError");
  await page.waitForFunction(() => true);
  assert.ok(violations.includes("require-trusted-types-for"));
  await Promise.all([
    page.waitForEvent("pageerror"),
    page.evaluate(() => {
      console.error("planted");
      setTimeout(() => {
        throw new Error("planted");
      });
    }),
  ]);
  assert.ok(browser.complaints.length >= 3, "planted ones were not heard");
  browser.complaints.length = 0;
});

test("no page breaks the content policy or throws", async () => {
  for (const { user, at } of all) {
    const page = await browser.page(user);
    await open(page, at);
    await page.context().close();
  }
  assert.deepEqual(browser.complaints, []);
});

test("every page of the table is in the bundle that it names", () => {
  const web = new URL("../../web/", import.meta.url);
  const table = JSON.parse(readFileSync(new URL("pages.json", web)));
  for (const { page, bundle } of table) {
    const path = bundle === "main" ? "main.tsx" : `bundles/${bundle}.ts`;
    const text = readFileSync(new URL(`source/${path}`, web), "utf8");
    assert.match(text, new RegExp(`from "\\.{1,2}/[a-z]+/${page}"`), page);
  }
});
