// A spreadsheet for the matrix: taken along to the page of its import, where it is looked at before
// anything is changed.
import { useState } from "preact/hooks";
import { ErrorSummary, Field } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { go } from "../parts/route";
import { Problem } from "../server/server";
import { begin_import, import_address, sheet_accept } from "../server/sheets";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Unggah matriks",
        file: "Berkas XLSX, ODS, atau CSV",
        hint: "Baris dicocokkan menurut kolom ID dari unduhan, tanpa ID menurut nomor beserta judul dan penanggung jawabnya; yang tidak pasti ditanyakan. Tidak ada yang berubah sebelum Anda menerapkannya.",
        reading: "Membaca berkas…",
        unsaved: "Masih ada ketikan yang belum tersimpan; selesaikan dahulu.",
    },
    en: {
        title: "Upload a matrix",
        file: "XLSX, ODS or CSV file",
        hint: "Rows match by the column ID of a download, without one by number together with title and lead agency; what is not certain is asked. Nothing changes before you apply it.",
        reading: "Reading the file…",
        unsaved: "Something typed is not saved yet; settle that first.",
    },
});

export function MatrixUpload(asked: {
    plan: string;
    before: () => Promise<boolean>;
    on_close: () => void;
}) {
    const [problem, fail] = useState<Problem | null>(null);
    const [is_busy, busy] = useState(false);

    async function look(file: File) {
        busy(true);
        fail(null);
        try {
            if (!(await asked.before())) throw new Problem(409, { detail: say.unsaved });
            const made = await begin_import(asked.plan, file);
            asked.on_close();
            go(import_address(made));
        } catch (fault) {
            fail(fault as Problem);
            busy(false);
        }
    }

    return (
        <Dialog title={say.title} on_close={asked.on_close}>
            <ErrorSummary problem={problem} />
            <Field id="matrix-file" label={say.file} hint={say.hint}>
                <input
                    id="matrix-file"
                    type="file"
                    accept={sheet_accept}
                    aria-describedby="matrix-file-hint"
                    onChange={(event) => {
                        const file = event.currentTarget.files?.[0];
                        if (file && !is_busy) void look(file);
                    }}
                />
            </Field>
            {is_busy && <p role="status">{say.reading}</p>}
        </Dialog>
    );
}
