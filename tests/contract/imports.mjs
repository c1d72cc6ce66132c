// The walk over offices' spreadsheets: looked at, answered, applied, undone.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const matrices = join(
  dirname(fileURLToPath(import.meta.url)),
  "../data/matrices",
);
const types = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

// The draft is left as it was.
export async function importFiles(by, plan) {
  const begin = async (kind, name, body) =>
    (
      await by.ask("POST", `/api/v1${plan}/imports?kind=${kind}&name=${name}`, {
        body,
        headers: { "Content-Type": types[kind] },
      })
    ).json;
  const office = (name) =>
    begin("xlsx", name, readFileSync(join(matrices, name)));

  const hidden = await office("D3-baris-tersembunyi-dan-dicoret.xlsx");
  const [column] = hidden.columns;
  await by.change("PATCH", `/imports/${hidden.id}`, {
    sheets: [column.sheet],
    columns: [{ sheet: column.sheet, letter: column.letter, field: null }],
    answers: { hidden_rows: "out" },
  });
  await by.change("PATCH", `/imports/${hidden.id}`, {
    sheets: ["Tidak ada"],
    answer: {},
  });
  const named = await office("I1-penanggung-jawab-ala-kantor.xlsx");
  const open = named.agencies.find((each) => !each.agency);
  await by.change("PATCH", `/imports/${named.id}`, {
    agencies: [{ text: open.text, agency: open.suggestions[0] ?? null }],
  });
  for (const name of [
    "C1-gabung-vertikal-sub-kegiatan.xlsx",
    "B1-lampiran-sk-huruf.xlsx",
  ])
    await office(name);
  await begin("xlsx", "rusak.xlsx", "PK\x03\x04");

  const sheet = (await by.get(`${plan}/export?format=csv`)).body;
  const moved = `${sheet.replace("Kuala Kapuas", "Palangka Raya")}Catatan\n`;
  const made = await begin("csv", "matriks.csv", moved);
  await by.give("imports", made.id, "apply");
  await by.get(`/imports/${made.id}`);
  await by.give("imports", made.id, "undo");
  await by.all(`/api/v1${plan}/imports`);
}
