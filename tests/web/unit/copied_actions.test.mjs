// What a newer version of a kind can hold of a copied plan's actions, and what is told of the rest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const { copied } = await load("plan/copied_actions.ts");

const named = (code, name) => ({ code, name: { id: name, en: name } });
const column = (code, name, type, choices = []) => ({
  ...named(code, name),
  type,
  choices,
  required: false,
});
const cell = (period, text) => ({
  id: `c-${period}`,
  period,
  text,
  quantity: text ? Number(text) : null,
  unit: "desa",
});
const rule = (code, title = code, months = [1, 6], years_later = 0) => ({
  code,
  title: { id: title, en: title },
  from: { month: months[0], day: 1, years_later },
  to: { month: months[1], day: 30, years_later },
});
const source = {
  title: "RAD 2026",
  periods: ["K1", "K2", "S2"].map((code) => ({ code, title: `P${code}` })),
  kind: {
    periods: [rule("K1"), rule("K2"), rule("S2")],
    columns: [
      column("anggaran", "Anggaran", "number"),
      column("sifat", "Sifat", "text"),
      column("mulai", "Mulai", "date"),
    ],
  },
};
const kind = {
  phases: [named("cessation", "Penghentian")],
  periods: [rule("K1"), rule("T2")],
  columns: [
    column("sifat", "Sifat", "choice", [named("baru", "Baru")]),
    column("mulai", "Mulai", "date"),
  ],
};
const dated = (code, title) => ({
  code,
  title,
  from: "2028-07-01",
  to: "2028-12-31",
});
const into = { kind, periods: [dated("K1", "PK1"), dated("T2", "PT2")] };
const action = (more) => ({
  id: "a",
  version: 3,
  plan: "p",
  number: 1,
  phase: "cessation",
  title: "Pendampingan desa",
  lead_agency: { id: "dinsos", name: "Dinas Sosial" },
  supporting_agencies: [{ id: null, name: "LSM" }],
  targets: [],
  columns: {},
  ...more,
});
const full = action({
  targets: [cell("K1", "10"), cell("K2", "20"), cell("S2", "30")],
  columns: { anggaran: 1000000, mulai: "2026-02-01", sifat: "lama" },
});

test("each target and value that the new version lacks is counted by its title", () => {
  const { account } = copied([full, full], source, into);
  assert.deepEqual(account.lost, [
    { what: "Target PK2", count: 2 },
    { what: "Target PS2", count: 2 },
    { what: "kolom Anggaran", count: 2 },
  ]);
  assert.deepEqual(account.unfit, [{ what: "kolom Sifat", count: 2 }]);
  assert.equal(account.actions, 2);
  assert.equal(account.targets, 2);
  assert.equal(account.values, 2);
});

test("what is sent has only what the new version knows, and no id of the other plan", () => {
  const [row] = copied([full], source, into).rows;
  assert.deepEqual(row.targets, [cell("K1", "10")]);
  assert.deepEqual(row.columns, { mulai: "2026-02-01" });
  assert.equal(row.lead_agency, "dinsos");
  for (const name of ["id", "version", "plan"]) assert.ok(!(name in row), name);
});

test("a phase that is no more becomes the first one, and is told", () => {
  const { rows, account } = copied(
    [action({ phase: "recovery" })],
    source,
    into,
  );
  assert.equal(rows[0].phase, "cessation");
  assert.equal(account.phases, 1);
  assert.equal(account.phase, "Penghentian");
});

test("an empty cell is not counted as lost", () => {
  const empty = action({ targets: [cell("K1", ""), cell("K2", "")] });
  const { account } = copied([empty], source, into);
  assert.deepEqual(account.lost, []);
  assert.equal(account.targets, 0);
});

for (const [what, changed] of [
  ["another title", rule("K1", "Semester II")],
  ["other days", rule("K1", "K1", [7, 12])],
  ["another year", rule("K1", "K1", [1, 6], 1)],
])
  test(`a period of the same code with ${what} is told, with what it is now`, () => {
    const { rows, account } = copied([full, full], source, {
      kind: { ...kind, periods: [changed] },
      periods: [dated("K1", "Semester II")],
    });
    assert.deepEqual(account.changed, [
      {
        what: "Target PK1",
        count: 2,
        now: "Semester II",
        from: "1 Jul 2028",
        to: "31 Des 2028",
      },
    ]);
    assert.deepEqual(rows[0].targets, [cell("K1", "10")]);
    assert.equal(account.targets, 2);
  });

test("a period that is the same, or in which nothing stands, is not told as changed", () => {
  assert.deepEqual(copied([full], source, into).account.changed, []);
  const empty = action({ targets: [cell("K1", "")] });
  const other = { ...kind, periods: [rule("K1", "Semester II")] };
  const { account } = copied([empty], source, { ...into, kind: other });
  assert.deepEqual(account.changed, []);
});
