// A spreadsheet into the matrix: first what would differ, or what is wrong by row and column, then,
// when asked, it is taken.
import { useState } from "preact/hooks";
import { ErrorSummary, Field } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { ImportAccount } from "../parts/import_account";
import { ImportProblems } from "../parts/import_problems";
import { announce } from "../parts/notice";
import { Wording } from "../parts/wording";
import { Problem } from "../server/server";
import {
    format_of,
    import_sheet,
    problems_in,
    sheet_accept,
    type ImportResult,
} from "../server/sheets";
import type { Shapes } from "../words/first";
import { words } from "../words/words";
import type { Column, Frame } from "./column";
import { values_of, type Action } from "./values";

const say = words({
    id: {
        title: "Unggah matriks",
        file: "Berkas XLSX atau CSV",
        hint: "Baris dicocokkan menurut kolom ID dari unduhan, tanpa ID menurut nomor beserta judul atau penanggung jawabnya. Yang sama diganti, yang baru ditambahkan, tidak ada yang dihapus. Tidak ada yang disimpan sebelum Anda setuju.",
        reading: "Membaca berkas…",
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
        hint: "Rows match by the column ID of a download, without one by number together with title or lead agency. The same are replaced, new ones added, none is deleted. Nothing is saved before you agree.",
        reading: "Reading the file…",
        counts: (added: string | number, changed: string | number, same: string | number) =>
            `${added} new rows, ${changed} changed, ${same} the same.`,
        added: "new",
        take: "Save into the matrix",
        cancel: "Cancel",
        taken: (rows: string | number) => `The file was saved: ${rows} rows.`,
        unsaved: "Something typed is not saved yet; settle that first.",
    },
});

type Difference = Shapes["difference"];

export function MatrixUpload(asked: {
    plan: string;
    columns: Column[];
    frame: Frame;
    before: () => Promise<boolean>;
    on_close: () => void;
    on_taken: () => Promise<void>;
}) {
    const [file, choose] = useState<File | null>(null);
    const [told, tell] = useState<ImportResult | null>(null);
    const [problem, fail] = useState<Problem | null>(null);
    const [is_busy, busy] = useState(false);

    async function attempt(what: () => Promise<void>) {
        busy(true);
        fail(null);
        try {
            if (!(await asked.before())) throw new Problem(409, { detail: say.unsaved });
            await what();
        } catch (fault) {
            const refused = fault as Problem;
            if (problems_in(refused).length) tell({ ...refused.body } as ImportResult);
            else fail(refused);
        } finally {
            busy(false);
        }
    }

    const send = (sheet: File, is_trial: boolean) =>
        import_sheet(
            asked.plan,
            { file: sheet, format: format_of(sheet.name) },
            { dry_run: is_trial },
        );

    const look = (chosen: File | null) => {
        choose(chosen);
        tell(null);
        if (chosen) void attempt(async () => tell(await send(chosen, true)));
    };

    const take = () =>
        attempt(async () => {
            const done = await send(file!, false);
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
                    accept={sheet_accept}
                    aria-describedby="matrix-file-hint"
                    onChange={(event) => look(event.currentTarget.files?.[0] ?? null)}
                />
            </Field>
            {is_busy && <p role="status">{say.reading}</p>}
            {told && told.problems.length > 0 && <ImportProblems problems={told.problems} />}
            {told && (
                <ImportAccount
                    told={told}
                    period_titles={asked.frame.period_titles}
                    own={asked.frame.own}
                />
            )}
            {told && !told.problems.length && (
                <>
                    <Changes told={told} columns={asked.columns} frame={asked.frame} />
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

function Changes(asked: { told: ImportResult; columns: Column[]; frame: Frame }) {
    const { periods } = asked.frame;
    const own = asked.frame.own.map((each) => each.code);
    const differences = (before: Action, after: Action) =>
        asked.columns.flatMap((column) => {
            const texts = [before, after].map((each) => column.text(values_of(each, periods, own)));
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
