// A spreadsheet into the matrix: first what would differ, or what is wrong by row and column, then,
// when asked, it is taken.
import { useState } from "preact/hooks";
import type { Shapes } from "../first";
import type { Column } from "../matrix/columns";
import { values_of, type Action } from "../matrix/values";
import { fetch_json, once, Problem } from "../server";
import { words } from "../words";
import { ErrorSummary, Field } from "./basics";
import { Dialog } from "./dialog";
import { announce } from "./notice";
import { Wording } from "./wording";

const say = words({
    id: {
        title: "Unggah matriks",
        file: "Berkas XLSX atau CSV",
        hint: "Baris dicocokkan menurut nomor: nomor yang sama diganti, nomor baru ditambahkan, tidak ada yang dihapus. Tidak ada yang disimpan sebelum Anda setuju.",
        reading: "Membaca berkas…",
        problems: (count: string | number) =>
            `Ada ${count} masalah dalam berkas. Perbaiki di Excel, lalu unggah lagi.`,
        row: "Baris",
        column: "Kolom",
        problem: "Masalah",
        counts: (added: string | number, changed: string | number, same: string | number) =>
            `${added} baris baru, ${changed} baris berubah, ${same} baris sama.`,
        added: "baru",
        take: "Simpan ke matriks",
        cancel: "Batal",
        taken: (rows: string | number) => `Berkas disimpan: ${rows} baris.`,
        unsaved: "Masih ada ketikan yang belum tersimpan; selesaikan dahulu.",
    },
    en: {
        title: "Upload a matrix",
        file: "XLSX or CSV file",
        hint: "Rows match by number: the same number replaces, a new one adds, none is deleted. Nothing is saved before you agree.",
        reading: "Reading the file…",
        problems: (count: string | number) =>
            `The file has ${count} problems. Mend them in Excel, then upload it again.`,
        row: "Row",
        column: "Column",
        problem: "Problem",
        counts: (added: string | number, changed: string | number, same: string | number) =>
            `${added} new rows, ${changed} changed, ${same} the same.`,
        added: "new",
        take: "Save into the matrix",
        cancel: "Cancel",
        taken: (rows: string | number) => `The file was saved: ${rows} rows.`,
        unsaved: "Something typed is not saved yet; settle that first.",
    },
});

type Told = Shapes["import_result"];
type Difference = Shapes["difference"];

const types: Record<string, string> = {
    csv: "text/csv",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

async function send(plan: string, file: File, is_trial: boolean): Promise<Told> {
    const format = /\.(csv|txt)$/i.test(file.name) ? "csv" : "xlsx";
    return fetch_json<Told>(
        `/api/v1/plans/${plan}/import?format=${format}${is_trial ? "&dry_run=true" : ""}`,
        {
            method: "POST",
            headers: { "Content-Type": types[format]!, ...(is_trial ? {} : once()) },
            body: file,
        },
    );
}

export function MatrixUpload(asked: {
    plan: string;
    columns: Column[];
    periods: string[];
    before: () => Promise<boolean>;
    on_close: () => void;
    on_taken: () => Promise<void>;
}) {
    const [file, choose] = useState<File | null>(null);
    const [told, tell] = useState<Told | null>(null);
    const [problem, fail] = useState<Problem | null>(null);
    const [is_busy, busy] = useState(false);

    async function attempt(what: () => Promise<void>) {
        busy(true);
        fail(null);
        try {
            if (!(await asked.before())) throw new Problem(409, { detail: say.unsaved });
            await what();
        } catch (fault) {
            const refused = fault as Problem & { body: Partial<Told> };
            if (refused.body?.problems?.length) tell({ ...refused.body } as Told);
            else fail(refused);
        } finally {
            busy(false);
        }
    }

    const look = (chosen: File | null) => {
        choose(chosen);
        tell(null);
        if (chosen) void attempt(async () => tell(await send(asked.plan, chosen, true)));
    };

    const take = () =>
        attempt(async () => {
            const done = await send(asked.plan, file!, false);
            await asked.on_taken();
            announce({ text: say.taken(done.rows) });
        });

    return (
        <Dialog title={say.title} on_close={asked.on_close} is_wide>
            <ErrorSummary problem={problem} />
            <Field id="matrix-file" label={say.file} hint={say.hint}>
                <input
                    id="matrix-file"
                    type="file"
                    accept=".xlsx,.csv"
                    aria-describedby="matrix-file-hint"
                    onChange={(event) => look(event.currentTarget.files?.[0] ?? null)}
                />
            </Field>
            {is_busy && <p role="status">{say.reading}</p>}
            {told && told.problems.length > 0 && <Problems told={told} />}
            {told && !told.problems.length && (
                <>
                    <Changes told={told} columns={asked.columns} periods={asked.periods} />
                    <div class="buttons">
                        <button
                            type="button"
                            class="primary"
                            disabled={is_busy}
                            onClick={() => void take()}
                        >
                            {say.take}
                        </button>
                        <button type="button" onClick={asked.on_close}>
                            {say.cancel}
                        </button>
                    </div>
                </>
            )}
        </Dialog>
    );
}

function Problems(asked: { told: Told }) {
    return (
        <>
            <p class="fault" role="alert">
                {say.problems(asked.told.problems.length)}
            </p>
            <div class="table" tabIndex={0} role="region" aria-label={say.problem}>
                <table class="cards">
                    <thead>
                        <tr>
                            <th scope="col">{say.row}</th>
                            <th scope="col">{say.column}</th>
                            <th scope="col">{say.problem}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {asked.told.problems.map((each, at) => (
                            <tr key={at}>
                                <td data-label={say.row}>{each.row}</td>
                                <td data-label={say.column}>{each.column}</td>
                                <td data-label={say.problem}>{each.detail}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </>
    );
}

function Changes(asked: { told: Told; columns: Column[]; periods: string[] }) {
    const differences = (before: Action, after: Action) =>
        asked.columns.flatMap((column) => {
            const texts = [before, after].map((each) =>
                column.text(values_of(each, asked.periods)),
            );
            if (texts[0] === texts[1]) return [];
            return [{ title: column.title, before: texts[0]!, after: texts[1]! }];
        });
    const changes: Difference[] = asked.told.changes ?? [];
    const added = changes.filter((each) => each.change === "added");
    const changed = changes.filter((each) => each.change === "changed");
    const same = asked.told.rows - changes.length;
    return (
        <>
            <p role="status">
                <strong>{say.counts(added.length, changed.length, same)}</strong>
            </p>
            <ul>
                {changes.map((each) => (
                    <li key={each.id} class="comment">
                        <strong>
                            {each.number}. {each.title}
                        </strong>{" "}
                        {each.change === "added" && <ins>{say.added}</ins>}
                        {each.before &&
                            each.after &&
                            differences(each.before, each.after).map((cell) => (
                                <p key={cell.title}>
                                    {cell.title}:{" "}
                                    <Wording before={cell.before} after={cell.after} />
                                </p>
                            ))}
                    </li>
                ))}
            </ul>
        </>
    );
}
