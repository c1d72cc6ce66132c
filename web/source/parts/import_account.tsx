// What became of a sheet's cells, before anything of it is taken: sheets, columns and rows, used or
// not, and why.
import type { Shapes } from "../words/first";
import { field_title } from "../words/fields";
import { own_title, type OwnColumn } from "../words/own_columns";
import { words } from "../words/words";
import { Table } from "./table";

type Account = Pick<Shapes["import_result"], "sheets" | "columns" | "left_out" | "cells">;

const say = words({
    id: {
        title: "Isi berkas",
        total: (used: string | number, total: string | number) =>
            `${used} dari ${total} sel berisi akan dipakai.`,
        not_used: (columns: string | number, rows: string | number, sheets: string | number) =>
            `TIDAK dipakai: ${columns} sel di kolom yang tidak dikenal, ${rows} sel di baris yang dilewati, ${sheets} sel di lembar yang tidak dibaca.`,
        headings: (count: string | number) => `${count} sel berisi judul.`,
        read: (row: string | number) => `dibaca, judul kolom di baris ${row}`,
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
        field: "Dipakai sebagai",
        no_field: "TIDAK dipakai",
        rows: "Baris yang dilewati",
        row: "Baris",
        text: "Isi",
        why: "Alasan",
    },
    en: {
        title: "What the file holds",
        total: (used: string | number, total: string | number) =>
            `${used} of ${total} cells with content will be used.`,
        not_used: (columns: string | number, rows: string | number, sheets: string | number) =>
            `NOT used: ${columns} cells in columns that are not known, ${rows} in rows left out, ${sheets} on sheets that are not read.`,
        headings: (count: string | number) => `${count} cells are headings.`,
        read: (row: string | number) => `read, header in row ${row}`,
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
        field: "Used as",
        no_field: "NOT used",
        rows: "Rows left out",
        row: "Row",
        text: "Text",
        why: "Reason",
    },
});

// "target_" with a period's code is the text of that period's target, "quantity_…" its number,
// "unit_…" its unit.
const column_field = /^(target|quantity|unit)_(.+)$/;

interface Titles {
    period_titles: Record<string, string>;
    own: OwnColumn[];
}

function field_name(field: string, { period_titles, own }: Titles): string {
    const column = own.find((each) => each.code === field);
    if (column) return own_title(column);
    const [, what, period] = column_field.exec(field) ?? [];
    if (!what || !period) return field_title(field);
    return field_title(what === "target" ? "targets" : what, period_titles[period] ?? period);
}

// Whether all of the file but its headings is used.
export const is_used_up = (told: Account) =>
    told.cells.used + told.cells.heading === told.cells.total;

function sheet_told(sheet: Account["sheets"][number]): string {
    if (sheet.read) return sheet.header_row ? say.read(sheet.header_row) : say.no_header;
    return sheet.hidden ? say.hidden : say.not_read;
}

export function ImportAccount(asked: { told: Account } & Titles) {
    const { sheets, columns, left_out, cells } = asked.told;
    return (
        <section aria-label={say.title}>
            <h3>{say.title}</h3>
            <p role="status">
                {say.total(cells.used, cells.total)} {say.headings(cells.heading)}
                {!is_used_up(asked.told) && (
                    <>
                        {" "}
                        <strong>
                            {say.not_used(
                                cells.column_not_used,
                                cells.row_left_out,
                                cells.sheet_not_read,
                            )}
                        </strong>
                    </>
                )}
            </p>
            {left_out.length > 0 && (
                <Table
                    title={say.rows}
                    rows={left_out}
                    key_of={(each) => each.row}
                    columns={[
                        { title: say.row, kind: "number", of: (each) => each.row },
                        { title: say.text, kind: "name", of: (each) => each.text },
                        { title: say.cells, kind: "number", of: (each) => each.cells },
                        { title: say.why, of: (each) => each.reason },
                    ]}
                />
            )}
            <Table
                title={say.columns}
                rows={columns}
                key_of={(each) => each.column}
                columns={[
                    { title: say.column, of: (each) => each.column },
                    { title: say.heading, kind: "name", of: (each) => each.heading || "–" },
                    {
                        title: say.field,
                        of: (each) =>
                            each.field ? (
                                field_name(each.field, asked)
                            ) : (
                                <strong>{say.no_field}</strong>
                            ),
                    },
                    { title: say.cells, kind: "number", of: (each) => each.cells },
                ]}
            />
            <Table
                title={say.sheets}
                rows={sheets}
                key_of={(_, at) => at}
                columns={[
                    { title: say.sheet, kind: "name", of: (each) => each.name ?? "CSV" },
                    { title: say.what, of: sheet_told },
                    { title: say.cells, kind: "number", of: (each) => each.cells },
                ]}
            />
        </section>
    );
}
