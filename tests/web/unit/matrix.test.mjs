// The pure parts of the matrix: what is on the clipboard, where keys lead, what is taken back, and
// what the cells mean.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const { read_tsv, write_tsv } = await load("matrix/tsv.ts");
const { move } = await load("matrix/moves.ts");
const { Undo, changes_between, still_standing } = await load("matrix/undo.ts");
const { body_of, field_of, values_of } = await load("matrix/values.ts");
const { column_of, columns_of, read_cell, show_cell } =
  await load("matrix/columns.ts");
const { read_day } = await load("words/format.ts");
const { plan_block } = await load("matrix/block.ts");

const periods = ["B04", "B08", "B12"];
const dinas = { id: "a-1", name: "Dinas Sosial", short_name: "Dinsos" };
const frame = {
  periods,
  period_titles: { B04: "B04", B08: "B08", B12: "B12" },
  phases: [
    { code: "prevention", name: "Pencegahan" },
    { code: "recovery", name: "Pemulihan" },
  ],
  own: [
    {
      code: "program",
      name: { id: "Program", en: "Programme" },
      type: "text",
      choices: [],
      required: true,
    },
    {
      code: "beneficiaries",
      name: { id: "Penerima manfaat", en: "Beneficiaries" },
      type: "number",
      choices: [],
      required: false,
    },
    {
      code: "begins",
      name: { id: "Tanggal mulai", en: "Begins on" },
      type: "date",
      choices: [],
      required: false,
    },
    {
      code: "funding",
      name: { id: "Jenis pendanaan", en: "Funding" },
      type: "choice",
      choices: [
        { code: "apbd", name: { id: "APBD", en: "Regional budget" } },
        { code: "apbn", name: { id: "APBN", en: "State budget" } },
      ],
      required: false,
    },
  ],
  agencies: [dinas],
};
const own = frame.own.map((each) => each.code);
const columns = columns_of(frame);
const column = (id) => columns.find((each) => each.id === id);
const action = {
  id: "x",
  version: 3,
  number: 4,
  phase: "prevention",
  theme: "",
  title: "Dialog",
  location: "",
  lead_agency: { id: "a-1", name: "Dinas Sosial" },
  supporting_agencies: [],
  success_criterion: "",
  budget_source: "",
  mandatory: false,
  note: "",
  measure: "cumulative",
  targets: [
    { id: "t", period: "B04", text: "1.000", quantity: 1000, unit: "orang" },
    { id: "u", period: "B12", text: "SK Pokja", quantity: null, unit: "orang" },
  ],
  columns: { program: "Damai", begins: "2026-03-01" },
};

test("a block is read as spreadsheet programs write it", () => {
  for (const [text, rows] of [
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ['"dua\nbaris"\tb', [["dua\nbaris", "b"]]],
    ['"kata ""kutip"""\tb', [['kata "kutip"', "b"]]],
    ['"tidak ditutup\tb', [['"tidak ditutup', "b"]]],
    ['"a"b\tc', [['"a"b', "c"]]],
    [
      "a\t\tc\n\t\t\n",
      [
        ["a", "", "c"],
        ["", "", ""],
      ],
    ],
    ["satu", [["satu"]]],
  ])
    assert.deepEqual(read_tsv(text), rows, JSON.stringify(text));
});

test("what is written is read again", () => {
  const rows = [
    ["a", "dua\nbaris", '"kutip"'],
    ["", "tab\tdi dalam", "z"],
  ];
  assert.deepEqual(read_tsv(write_tsv(rows)), rows);
});

test("keys lead through the grid, and Tab leaves it at its ends", () => {
  const size = { rows: 3, columns: 4 };
  const stroke = (key, more) => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    ...more,
  });
  const at = { row: 1, column: 3 };
  assert.deepEqual(move(at, stroke("ArrowDown"), size), { row: 2, column: 3 });
  assert.deepEqual(move(at, stroke("ArrowRight"), size), at);
  assert.deepEqual(move(at, stroke("Tab"), size), { row: 2, column: 0 });
  assert.deepEqual(move(at, stroke("Enter", { shiftKey: true }), size), {
    row: 0,
    column: 3,
  });
  assert.deepEqual(move(at, stroke("Home", { ctrlKey: true }), size), {
    row: 0,
    column: 0,
  });
  assert.equal(move({ row: 2, column: 3 }, stroke("Tab"), size), null);
  assert.equal(
    move({ row: 0, column: 0 }, stroke("Tab", { shiftKey: true }), size),
    null,
  );
  assert.equal(move(at, stroke("a"), size), null);
});

test("taking back leaves alone what others have changed since", () => {
  const undo = new Undo();
  undo.push({
    changes: changes_between("r", { a: 1, b: 1, c: 1 }, { a: 2, b: 2, c: 1 }),
  });
  undo.push({ changes: [] });
  const step = undo.pop();
  assert.deepEqual(
    step.changes.map((each) => each.field),
    ["a", "b"],
  );
  assert.deepEqual(
    still_standing(step.changes, "r", { a: 2, b: 9 }).map((each) => each.field),
    ["a"],
  );
  assert.equal(undo.pop(), null);
});

test("a target is a number, a percentage or words, in the reader's notation", () => {
  for (const [text, as, cell] of [
    ["1.250,5", "id", { text: "1.250,5", quantity: 1250.5 }],
    ["1,250.5", "en", { text: "1250,5", quantity: 1250.5 }],
    ["100%", "id", { text: "100%", quantity: 100 }],
    ["SK Pokja", "id", { text: "SK Pokja", quantity: null }],
    ["75.5", "id", { text: "75.5", quantity: null }],
    ["–", "id", null],
    ["", "en", null],
  ])
    assert.deepEqual(read_cell(text, as), cell, text);
  assert.equal(
    show_cell({ text: "1.250,5", quantity: 1250.5 }, "en"),
    "1250.5",
  );
  assert.equal(
    show_cell({ text: "SK Pokja", quantity: null }, "en"),
    "SK Pokja",
  );
});

test("what is no clear number is doubted, and what may be two is refused", () => {
  const of = (text) => {
    const values = column("cell:B08").read(
      text,
      values_of(action, periods, own),
    );
    const cell = column("cell:B08");
    return [cell.fault(values) !== null, cell.doubt(values) !== null];
  };
  for (const text of ["-7", "1.5.2", "75.5", "1e308", "?"])
    assert.deepEqual(of(text), [false, true], text);
  for (const text of ["1,000", "12,000 %"]) assert.ok(of(text)[0], text);
  for (const text of ["1000", "1.000", "0,125", "SK Pokja", "5 desa", ""])
    assert.deepEqual(of(text), [false, false], text);
});

test("one changed target is sent with the others as they are", () => {
  const values = values_of(action, periods, own);
  const change = column("cell:B08").read("2.000", values);
  const body = body_of(change, { ...values, ...change }, periods);
  assert.deepEqual(body, {
    targets: [
      { period: "B04", text: "1.000", quantity: 1000, unit: "orang" },
      { period: "B08", text: "2.000", quantity: 2000, unit: "orang" },
      { period: "B12", text: "SK Pokja", quantity: null, unit: "orang" },
    ],
  });
  assert.equal(field_of("/targets/1/text", values, periods), "cell:B12");
});

test("a unit that has no target yet is kept", () => {
  const values = values_of({ ...action, targets: [] }, periods, own);
  const change = column("unit:B04") ?? column("unit");
  const fields = change.read("orang", values);
  const { targets } = body_of(fields, { ...values, ...fields }, periods);
  assert.deepEqual(targets, [
    { period: "B04", text: "", quantity: null, unit: "orang" },
  ]);
});

test("phases and agencies are found by how offices write them", () => {
  assert.deepEqual(column("phase").read("PENCEGAHAN KONFLIK", {}), {
    phase: "prevention",
  });
  assert.ok(column("phase").fault(column("phase").read("entah", {})));
  assert.equal(column("lead_agency").read("dinsos", {}).lead_agency.id, "a-1");
  assert.ok(
    column("lead_agency").fault(column("lead_agency").read("Dinas Lain", {})),
  );
  assert.deepEqual(
    column("supporting_agencies").read("Dinsos; Polda", {}).supporting_agencies,
    [
      { id: "a-1", name: "Dinas Sosial" },
      { id: null, name: "Polda" },
    ],
  );
});

test("a block is counted before it is pasted, and grows rows at the end", () => {
  const there = [values_of(action, periods, own)];
  const at = { row: 0, column: columns.indexOf(column("theme")) };
  const block = plan_block(
    [
      ["Damai", "Dialog"],
      ["Baru", "Judul"],
      ["", ""],
    ],
    at,
    columns,
    there,
    {
      ...there[0],
      title: "",
    },
  );
  assert.equal(block.cells.length, 3); // the first title is the same
  assert.equal(block.fresh, 1);
  assert.equal(block.overwritten, 0);
  assert.deepEqual(
    block.rows.map((each) => each.row),
    [0, 1],
  );
});

test("a block with a header goes to the columns that it names", () => {
  const there = [values_of(action, periods, own)];
  const lines = [
    ["Lokasi", "Tema", "Satuan"],
    ["Sampit", "Damai", "kali"],
  ];
  const block = plan_block(
    lines,
    { row: 0, column: 0 },
    columns,
    there,
    there[0],
  );
  assert.deepEqual(
    block.cells.map((each) => [each.column.title, each.after]),
    [
      ["Lokasi", "Sampit"],
      ["Tema", "Damai"],
      ["Satuan", "kali"],
    ],
  );
});

test("a target's column is headed by what the kind calls its period", () => {
  const quarters = columns_of({
    ...frame,
    periods: ["q1", "q2"],
    period_titles: { q1: "Triwulan I" },
  });
  const titles = quarters.map((each) => each.title);
  assert.ok(titles.includes("Target Triwulan I"));
  assert.ok(titles.includes("Target q2")); // of a kind that names none
});

test("the kind's own columns stand before the periods and hold what one writes", () => {
  const ids = columns.map((each) => each.id);
  assert.deepEqual(ids.slice(8, 13), [
    "columns/program",
    "columns/beneficiaries",
    "columns/begins",
    "columns/funding",
    "cell:B04",
  ]);
  const values = values_of(action, periods, own);
  const shown = own.map((code) => column(`columns/${code}`).text(values));
  assert.deepEqual(shown, ["Damai", "", "1 Mar 2026", ""]);
  for (const [code, text, value, is_wrong] of [
    ["program", "Damai\n2026", "Damai\n2026", false],
    ["program", "", null, false],
    ["beneficiaries", "1.250,5", 1250.5, false],
    ["beneficiaries", "", null, false],
    ["beneficiaries", "banyak", "banyak", true],
    ["beneficiaries", "-3", "-3", true],
    ["beneficiaries", "1,000", "1,000", true],
    ["begins", "1 Mar 2026", "2026-03-01", false],
    ["begins", "31/12/2026", "2026-12-31", false],
    ["begins", "31/02/2026", "31/02/2026", true],
    ["funding", "state  BUDGET", "apbn", false],
    ["funding", "APBD", "apbd", false],
    ["funding", "", null, false],
    ["funding", "Hibah", "Hibah", true],
  ]) {
    const of = column(`columns/${code}`);
    const read = of.read(text, values);
    assert.deepEqual(read, { [`columns/${code}`]: value }, `${code}: ${text}`);
    assert.equal(of.fault(read) !== null, is_wrong, `${code}: ${text}`);
  }
  assert.equal(column("columns/begins").written(values), "2026-03-01");
  for (const [value, shown, written] of [
    [12345678.905, "12.345.678,905", "12345678,905"],
    [1.125, "1,1250", "1,1250"],
    [0, "0", "0"],
    ["banyak", "banyak", "banyak"],
    [null, "", ""],
  ]) {
    const held = { "columns/beneficiaries": value };
    const of = column("columns/beneficiaries");
    assert.equal(of.text(held), shown);
    assert.equal(of.written(held), written);
    assert.deepEqual(of.read(shown, held), held);
  }
});

test("of the kind's own columns only those that changed are sent", () => {
  const values = values_of(action, periods, own);
  const change = {
    ...column("columns/beneficiaries").read("12", values),
    ...column("columns/program").read("", values),
  };
  assert.deepEqual(body_of(change, { ...values, ...change }, periods), {
    columns: { beneficiaries: 12, program: null },
  });
  const field = field_of("/columns/program", values, periods);
  assert.equal(column_of(columns, field).title, "Program");
});

test("a day is read as it is written in either language, and only where there is one", () => {
  for (const [text, day] of [
    ["2026-12-01", "2026-12-01"],
    [" 1/12/2026 ", "2026-12-01"],
    ["01-12-2026", "2026-12-01"],
    ["1.12.2026", "2026-12-01"],
    ["1 Desember 2026", "2026-12-01"],
    ["1 Dec 2026", "2026-12-01"],
    ["29/2/2028", "2028-02-29"],
    ["", null],
    ["29/2/2026", undefined],
    ["12/31/2026", undefined],
    ["1/12/26", undefined],
    ["Desember 2026", undefined],
    ["2026-13-01", undefined],
    ["besok", undefined],
  ])
    assert.equal(read_day(text), day, text);
});
