// What is wrong in a sheet, by row and column as the spreadsheet program shows them.
import type { ImportProblem } from "../sheets";
import { words } from "../words";

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
            <p>{say.none_saved}</p>
            <div class="table" tabIndex={0} role="region" aria-label={title}>
                <table class="cards">
                    <thead>
                        <tr>
                            <th scope="col" class="number">
                                {say.row}
                            </th>
                            <th scope="col">{say.column}</th>
                            <th scope="col">{say.what}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {asked.problems.map((each, index) => (
                            <tr key={index}>
                                <td class="number" data-label={say.row}>
                                    {each.row}
                                </td>
                                <td data-label={say.column}>{each.column}</td>
                                <td data-label={say.what}>{each.detail}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </section>
    );
}
