// What is wrong in a sheet, by row and column as the spreadsheet program shows them.
import type { ImportProblem } from "../server/sheets";
import { words } from "../words/words";
import { Table } from "./table";

const say = words({
    id: {
        row: "Baris",
        column: "Kolom",
        what: "Masalah",
        title: (count: string | number) => `${count} masalah dalam berkas`,
        none_saved: "Tidak ada baris yang disimpan. Perbaiki di berkas, lalu pilih berkasnya lagi.",
    },
    en: {
        row: "Row",
        column: "Column",
        what: "Problem",
        title: (count: string | number) =>
            count === 1 ? "1 problem in the file" : `${count} problems in the file`,
        none_saved: "No row was saved. Mend the file, then choose it again.",
    },
});

export function ImportProblems(asked: { problems: ImportProblem[] }) {
    const title = say.title(asked.problems.length);
    return (
        <section aria-label={title}>
            <h3>{title}</h3>
            <p role="alert">{say.none_saved}</p>
            <Table
                title={title}
                rows={asked.problems}
                key_of={(_, at) => at}
                columns={[
                    { title: say.row, kind: "number", of: (each) => each.row },
                    { title: say.column, of: (each) => each.column },
                    { title: say.what, kind: "name", of: (each) => each.detail },
                ]}
            />
        </section>
    );
}
