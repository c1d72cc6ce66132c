// The files of a plan: those that are there, and bringing another, with progress.
import { useState } from "preact/hooks";
import { ErrorSummary, Field, Read } from "../parts/basics";
import { announce } from "../parts/notice";
import type { Reading } from "../server/reading";
import { send_file } from "../server/send_file";
import { random_key, type Problem } from "../server/server";
import { accepted } from "../server/upload";
import type { Shapes } from "../words/first";
import { moment, number, size } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Berkas",
        none: "Belum ada berkas.",
        choose: "Unggah pindaian SK atau berkas lain",
        hint: "PDF, PNG, JPG, DOCX, atau XLSX. Dapat dibaca oleh semua yang melihat rencana ini.",
        send: "Unggah",
        sending: (share: string | number) => `Mengunggah ${share} %`,
        sent: (name: string | number) => `${name} tersimpan.`,
        by: (name: string | number, at: string | number) => `diunggah ${name}, ${at}`,
    },
    en: {
        title: "Files",
        none: "There is no file yet.",
        choose: "Upload a scan of the decree, or another file",
        hint: "PDF, PNG, JPG, DOCX or XLSX. Everybody who sees this plan can read it.",
        send: "Upload",
        sending: (share: string | number) => `Uploading ${share} %`,
        sent: (name: string | number) => `${name} was saved.`,
        by: (name: string | number, at: string | number) => `uploaded by ${name}, ${at}`,
    },
});

export type Document = Shapes["document"];

export function DocumentLink(asked: { document: Document }) {
    const { document } = asked;
    return (
        <a href={`/api/v1/documents/${document.id}/content`} download>
            {document.name} <span class="hint">({size(document.size)})</span>
        </a>
    );
}

export function PlanFiles(asked: {
    plan: string;
    documents: Reading<Document[]>;
    may_add: boolean;
}) {
    return (
        <section class="card" aria-labelledby="files">
            <h2 id="files">{say.title}</h2>
            <Read from={asked.documents}>
                {(all) =>
                    all.length ? (
                        <ul>
                            {all.map((each) => (
                                <li key={each.id} class="comment">
                                    <DocumentLink document={each} />
                                    <p class="hint">
                                        {say.by(each.uploaded_by.name, moment(each.uploaded_at))}
                                    </p>
                                </li>
                            ))}
                        </ul>
                    ) : (
                        <p class="hint">{say.none}</p>
                    )
                }
            </Read>
            {asked.may_add && <Add {...asked} />}
        </section>
    );
}

function Add(asked: { plan: string; documents: Reading<Document[]> }) {
    const [chosen, choose] = useState<{ file: File; key: string } | null>(null);
    const [share, tell] = useState<number | null>(null);
    const [problem, fail] = useState<Problem | null>(null);
    const [count, next] = useState(0);
    async function send(event: Event) {
        event.preventDefault();
        if (!chosen) return;
        fail(null);
        tell(0);
        try {
            const made = await send_file<Document>(
                `/api/v1/plans/${asked.plan}/documents`,
                chosen,
                tell,
            );
            choose(null);
            next(count + 1);
            await asked.documents.reload();
            announce({ text: say.sent(made.name) });
        } catch (fault) {
            fail(fault as Problem);
        } finally {
            tell(null);
        }
    }
    return (
        <form onSubmit={(event) => void send(event)}>
            <ErrorSummary problem={problem} field_of={() => "file"} />
            <Field id="file" label={say.choose} hint={say.hint} fault={problem?.faults[0]?.detail}>
                <input
                    key={count}
                    id="file"
                    type="file"
                    accept={accepted}
                    required
                    aria-describedby="file-hint"
                    disabled={share !== null}
                    onChange={(event) => {
                        const file = event.currentTarget.files?.[0];
                        choose(file ? { file, key: random_key() } : null);
                    }}
                />
            </Field>
            {share !== null && (
                <p role="status">
                    <progress max={1} value={share} aria-hidden="true" />{" "}
                    {say.sending(number(share * 100, 0))}
                </p>
            )}
            <button disabled={share !== null}>{say.send}</button>
        </form>
    );
}
