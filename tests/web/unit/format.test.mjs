// Dates and numbers as they are written here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const indonesian = await load("format.ts");
const english = await load("format.ts", { locale: "en" });

test("a date stands as it is written, in no zone", () => {
  assert.equal(indonesian.day("2026-12-01"), "1 Des 2026");
  assert.equal(english.day("2026-12-01"), "1 Dec 2026");
  assert.equal(indonesian.day(null), "–");
});

test("numbers are read as they are written in each language", () => {
  const cases = [
    ["1.234,5", 1234.5, undefined],
    ["1,234.5", undefined, 1234.5],
    ["1.000", 1000, 1],
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

test("a quantity that is written can be read again, in both languages", () => {
  for (const value of [0, 1.5, 1000, 123456.75, -2.25, 0.001])
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
  assert.equal(indonesian.percent(133.3333), "133,33 %");
  assert.equal(english.percent(66.6666), "66.67 %");
});

test("days are counted in words", () => {
  assert.equal(indonesian.days_left(0), "hari ini");
  assert.equal(indonesian.days_left(-3), "terlambat 3 hari kerja");
  assert.equal(english.days_left(1), "1 working day left");
});
