// Dates and numbers as they are written here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const indonesian = await load("words/format.ts");
const numbers = await load([
  "target/shown_percent.ts",
  "target/achievement.ts",
]);
const english = await load("words/format.ts", { locale: "en" });

test("a date stands as it is written, in no zone", () => {
  assert.equal(indonesian.day("2026-12-01"), "1 Des 2026");
  assert.equal(english.day("2026-12-01"), "1 Dec 2026");
  assert.equal(indonesian.day(null), "–");
});

test("a plan says all of its years, and a period its own once", () => {
  const { period_and_year, plan_years, years_of } = indonesian;
  assert.equal(plan_years({ year: 2026, years: 1 }), "2026");
  assert.equal(plan_years({ year: 2026, years: 2 }), "2026–2027");
  assert.deepEqual(years_of({ year: 2026, years: 3 }), [2026, 2027, 2028]);
  const one = { period_title: "B04", year: 2026, years: 1 };
  assert.equal(period_and_year(one), "B04 2026");
  const two = { period_title: "S3 2027", year: 2026, years: 2 };
  assert.equal(period_and_year(two), "S3 2027");
});

test("numbers are read as they are written in each language", () => {
  const cases = [
    ["1.234,5", 1234.5, undefined],
    ["1,234.5", undefined, 1234.5],
    ["1.000", 1000, undefined], // a thousand or one?
    ["12,000", undefined, 12000],
    ["0,125", 0.125, undefined],
    ["1,1250", 1.125, undefined],
    ["75,5", 75.5, undefined],
    ["75.5", undefined, 75.5],
    ["-3", -3, -3],
    ["", null, null],
    ["dua", undefined, undefined],
    ["1.00", undefined, 1],
    ["12.34.567", undefined, undefined],
  ];
  for (const [text, id, en] of cases) {
    assert.equal(indonesian.read_number(text, "id"), id, `id ${text}`);
    assert.equal(indonesian.read_number(text, "en"), en, `en ${text}`);
  }
});

test("of a number that may be two, both ways to write it are said", () => {
  for (const [text, as, whole, part] of [
    ["1,000", "id", "1000", "1"],
    ["12,500", "id", "12500", "12,5"],
    [" 1,125", "id", "1125", "1,1250"],
    ["1.125", "en", "1125", "1.1250"],
  ]) {
    const told = indonesian.unclear_number(text, as);
    assert.ok(told.endsWith(`Tulis ${whole} atau ${part}.`), told);
  }
  assert.match(english.unclear_number("1.000"), /Write 1000 or 1\./);
  for (const text of ["1.000", "1000", "0,125", "1,00", "dua", ""])
    assert.equal(indonesian.unclear_number(text, "id"), null, text);
});

test("a quantity that is written can be read again, in both languages", () => {
  for (const value of [0, 1.5, 1000, 123456.75, -2.25, 0.001, 1.125, 12.345])
    for (const language of ["id", "en"])
      assert.equal(
        indonesian.read_number(
          indonesian.write_number(value, language),
          language,
        ),
        value,
      );
});

test("percentages may exceed one hundred and have a decimal comma", () => {
  assert.equal(indonesian.percent(133.33), "133,33 %");
  assert.equal(english.percent(66.67), "66.67 %");
});

// The server is held to the same table (tests/workflow/shown_percent.tests.cpp).
const table = JSON.parse(
  readFileSync(new URL("../../data/shown_percents.json", import.meta.url)),
);

test("a percentage that is shown is of the class that stands beside it", () => {
  assert.ok(table.shown.length > 20);
  for (const [exact, shown] of table.shown)
    assert.equal(
      numbers.shown_percent(table.classes, exact),
      shown,
      `${exact}`,
    );
  const { classes } = table;
  assert.equal(
    indonesian.percent(numbers.shown_percent(classes, 99.998)),
    "99,99 %",
  );
});

test("who reaches a target exactly has reached 100 percent of it", () => {
  for (const [achieved, wanted, percent] of table.of_quantities)
    assert.equal(
      numbers.percent_of(achieved, wanted),
      percent,
      `${achieved} of ${wanted}`,
    );
});

test("a quantity that is shown is not rounded to the one that was wanted", () => {
  assert.equal(indonesian.quantity(999.998), "999,998");
  assert.equal(indonesian.quantity(1000), "1.000");
});

test("days are counted in words", () => {
  assert.equal(indonesian.days_left(0), "hari ini");
  assert.equal(indonesian.days_left(-3), "terlambat 3 hari kerja");
  assert.equal(english.days_left(1), "1 working day left");
});
