// Where every cell of the file went: used, a heading, or not used and why; and what a column is
// taken for, which can be chosen.
import { Table } from "../parts/table";
import type { Import, ImportAnswers } from "../server/sheets";
import { words } from "../words/words";
import { field_name, type Titles } from "./import_fields";

const say = words({
    id: {
        title: "Isi berkas",
        total: (used: string | number, total: string | number) =>
            `${used} dari ${total} sel berisi dipakai.`,
        not_used: (columns: string | number, rows: string | number, sheets: string | number) =>
            `TIDAK dipakai: ${columns} sel di kolom yang tidak dipakai, ${rows} sel di baris yang dilewati, ${sheets} sel di lembar yang tidak dibaca.`,
        headings: (count: string | number) => `${count} sel berisi judul.`,
        read: (rows: string | number) => `dibaca, judul kolom di baris ${rows}`,
        no_header: "dibaca, tetapi judul kolom tidak ditemukan",
        not_read: "tidak dibaca",
        hidden: "tersembunyi, tidak dibaca",
        sheet: "Lembar",
        sheets: "Lembar dalam berkas",
        what: "Keterangan",
        cells: "Sel",
        columns: "Kolom lembar",
        column: "Kolom",
        heading: "Judul kolom",
        example: "Contoh isi",
        field: "Dipakai sebagai",
        field_of: (column: string | number) => `Kolom ${column} dipakai sebagai`,
        no_field: "TIDAK dipakai",
        rows: "Baris yang dilewati",
        row: "Baris",
        text: "Isi",
        why: "Alasan",
    },
    en: {
        title: "What the file holds",
        total: (used: string | number, total: string | number) =>
            `${used} of ${total} cells with content are used.`,
        not_used: (columns: string | number, rows: string | number, sheets: string | number) =>
            `NOT used: ${columns} cells in columns that are not used, ${rows} in rows left out, ${sheets} on sheets that are not read.`,
        headings: (count: string | number) => `${count} cells are headings.`,
        read: (rows: string | number) => `read, header in row ${rows}`,
        no_header: "read, but no header was found",
        not_read: "not read",
        hidden: "hidden, not read",
        sheet: "Sheet",
        sheets: "Sheets of the file",
        what: "What became of it",
        cells: "Cells",
        columns: "Columns of the sheet",
        column: "Column",
        heading: "Heading",
        example: "Example",
        field: "Used as",
        field_of: (column: string | number) => `Column ${column} is used as`,
        no_field: "NOT used",
        rows: "Rows left out",
        row: "Row",
        text: "Text",
        why: "Reason",
    },
});

type Sheet = Import["sheets"][number];
type Column = Import["columns"][number];

export interface CellsProperties {
    told: Import;
    titles: Titles;
    on_answer: ((answers: ImportAnswers) => void) | null; // null: it is only shown
}

function sheet_told(sheet: Sheet): string {
    if (sheet.read)
        return sheet.header_rows.length ? say.read(sheet.header_rows.join(", ")) : say.no_header;
    return sheet.visible ? say.not_read : say.hidden;
}

export function ImportCells(asked: CellsProperties) {
    const { cells } = asked.told;
    return (
        <section aria-labelledby="import-cells">
            <h2 id="import-cells">{say.title}</h2>
            <p role="status">
                {say.total(cells.used, cells.total)} {say.headings(cells.heading)}
                {cells.used + cells.heading < cells.total && (
                    <>
                        {" "}
                        <strong>
                            {say.not_used(cells.unused_columns, cells.left_out, cells.other_sheets)}
                        </strong>
                    </>
                )}
            </p>
            <Columns {...asked} />
            <LeftOut told={asked.told} />
            <Sheets told={asked.told} />
        </section>
    );
}

function Columns(asked: CellsProperties) {
    const several = new Set(asked.told.columns.map((each) => each.sheet)).size > 1;
    if (!asked.told.columns.length) return null;
    return (
        <>
            <h3>{say.columns}</h3>
            <Table
                title={say.columns}
                rows={asked.told.columns}
                key_of={(each) => `${each.sheet ?? ""} ${each.letter}`}
                columns={[
                    several && { title: say.sheet, of: (each) => each.sheet ?? "CSV" },
                    { title: say.column, of: (each) => each.letter },
                    { title: say.heading, kind: "name", of: (each) => each.header || "–" },
                    { title: say.example, of: (each) => each.example ?? "–" },
                    { title: say.field, of: (each) => <Field {...asked} column={each} /> },
                    { title: say.cells, kind: "number", of: (each) => each.cells },
                ]}
            />
        </>
    );
}

function Field(asked: CellsProperties & { column: Column }) {
    const { column, on_answer, titles } = asked;
    if (!on_answer)
        return column.field ? (
            <>{field_name(column.field, titles)}</>
        ) : (
            <strong>{say.no_field}</strong>
        );
    return (
        <select
            aria-label={say.field_of(column.letter)}
            value={column.field ?? ""}
            onChange={(event) =>
                on_answer({
                    columns: [
                        {
                            sheet: column.sheet,
                            letter: column.letter,
                            field: event.currentTarget.value || null,
                        },
                    ],
                })
            }
        >
            <option value="">{say.no_field}</option>
            {asked.told.available_fields.map((each) => (
                <option key={each} value={each}>
                    {field_name(each, titles)}
                </option>
            ))}
        </select>
    );
}

function LeftOut(asked: { told: Import }) {
    const rows = asked.told.rows.filter((each) => each.kind === "left_out");
    if (!rows.length) return null;
    return (
        <>
            <h3>{say.rows}</h3>
            <Table
                title={say.rows}
                rows={rows}
                key_of={(each) => `${each.sheet ?? ""} ${each.row}`}
                columns={[
                    { title: say.row, kind: "number", of: (each) => each.row },
                    { title: say.text, kind: "name", of: (each) => each.text || "–" },
                    { title: say.cells, kind: "number", of: (each) => each.cells },
                    { title: say.why, of: (each) => each.why },
                ]}
            />
        </>
    );
}

function Sheets(asked: { told: Import }) {
    return (
        <>
            <h3>{say.sheets}</h3>
            <Table
                title={say.sheets}
                rows={asked.told.sheets}
                key_of={(_, at) => at}
                columns={[
                    { title: say.sheet, kind: "name", of: (each) => each.name ?? "CSV" },
                    { title: say.what, of: sheet_told },
                    { title: say.cells, kind: "number", of: (each) => each.cells },
                ]}
            />
        </>
    );
}
