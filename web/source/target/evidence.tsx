// The files of a target: what is required and there, a place to drop more, how far each has got,
// and the ones that arrived, with ways to fetch and to delete them.
import { useEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "../parts/dialog";
import { announce } from "../parts/notice";
import { fetch_json, if_match, once, Problem } from "../server/server";
import { accepted, use_uploads, type Evidence, type Upload } from "../server/upload";
import { locale, type Shapes } from "../words/first";
import { size } from "../words/format";
import { words } from "../words/words";
import type { Target } from "./achievement";
import { Checklist } from "./checklist";

const say = words({
    id: {
        title: "Data dukung",
        required: "Wajib ada",
        there: "sudah ada",
        lacking: "belum ada",
        none: "Belum ada berkas.",
        drop: "Seret berkas ke sini, atau pilih dari perangkat.",
        limits: "PDF, JPG, PNG, DOCX, atau XLSX, paling besar 25 MB. Boleh beberapa sekaligus.",
        kind: "Jenis berkas berikutnya",
        classification: "Sifat",
        biasa: "Biasa",
        terbatas: "Terbatas",
        restricted_hint: "Terbatas hanya dibuka oleh penanggung jawab dan sekretariat.",
        choose: "Pilih berkas",
        waiting: "menunggu giliran",
        sending: (share: string | number) => `terkirim ${share} %`,
        interrupted: "Sambungan terputus. Berkas masih dipegang halaman ini.",
        again: "Coba lagi",
        drop_it: "Batalkan",
        arrived: (name: string | number) => `${name} sudah terunggah.`,
        remove: (name: string | number) => `Hapus ${name}`,
        delete: "Hapus",
        delete_title: "Hapus berkas?",
        delete_why: "Berkas yang dihapus tidak dapat dikembalikan, tetapi dapat diunggah lagi.",
        deleted: (name: string | number) => `${name} dihapus.`,
        cancel: "Batal",
        fetch: (name: string | number) => `Unduh ${name}`,
    },
    en: {
        title: "Evidence",
        required: "Required",
        there: "is there",
        lacking: "is missing",
        none: "No files yet.",
        drop: "Drop files here, or choose them from this device.",
        limits: "PDF, JPG, PNG, DOCX or XLSX, at most 25 MB. Several at once are welcome.",
        kind: "Kind of the next files",
        classification: "Classification",
        biasa: "Ordinary",
        terbatas: "Restricted",
        restricted_hint: "Restricted ones are opened by the lead agency and the secretariat only.",
        choose: "Choose files",
        waiting: "waits for its turn",
        sending: (share: string | number) => `${share} % sent`,
        interrupted: "The connection broke. This page still holds the file.",
        again: "Try again",
        drop_it: "Give up",
        arrived: (name: string | number) => `${name} has arrived.`,
        remove: (name: string | number) => `Delete ${name}`,
        delete: "Delete",
        delete_title: "Delete the file?",
        delete_why: "What is deleted cannot be brought back, but it can be uploaded again.",
        deleted: (name: string | number) => `${name} was deleted.`,
        cancel: "Cancel",
        fetch: (name: string | number) => `Download ${name}`,
    },
});

type Kind = Shapes["kind"];
type Classification = "biasa" | "terbatas";

export function kind_name(kind: Kind | undefined, code: string): string {
    const found = kind?.evidence_kinds.find((each) => each.code === code);
    return found?.name[locale] ?? code;
}

function item_name(kind: Kind | undefined, code: string | null): string | undefined {
    return kind?.evidence_checklist.find((each) => each.code === code)?.name[locale];
}

export function EvidenceCard(asked: {
    target: Target;
    kind: Kind | undefined;
    on_changed: () => Promise<void>;
}) {
    const { target, kind } = asked;
    const [classification, classify] = useState<Classification>("biasa");
    const sent = use_uploads(target.id, (file) => {
        announce({ text: say.arrived(file.name) }, { takes_focus: false });
        void asked.on_changed();
    });
    return (
        <section class="card" aria-label={say.title}>
            <h2>{say.title}</h2>
            {target.evidence_required.length > 0 && <Required {...asked} />}
            <Checklist
                target={target}
                on_files={
                    target.editable
                        ? (files, { kind, code }) =>
                              void sent.add(files, { kind, classification, item: code })
                        : undefined
                }
            />
            <Files {...asked} />
            {target.editable && kind && (
                <Add
                    target={target}
                    kind={kind}
                    sent={sent}
                    classification={classification}
                    classify={classify}
                />
            )}
        </section>
    );
}

export function Required(asked: { target: Target; kind: Kind | undefined }) {
    return (
        <ul class="checklist" aria-label={say.required}>
            {asked.target.evidence_required.map((each) => (
                <li key={each.kind} class={each.present ? "there" : undefined}>
                    <strong>{kind_name(asked.kind, each.kind)}</strong>{" "}
                    {each.present ? say.there : say.lacking}
                </li>
            ))}
        </ul>
    );
}

function Files(asked: { target: Target; kind: Kind | undefined; on_changed: () => Promise<void> }) {
    const [to_delete, ask] = useState<Evidence | null>(null);
    async function remove(file: Evidence) {
        ask(null);
        try {
            await fetch_json(`/api/v1/evidence/${file.id}`, {
                method: "DELETE",
                headers: { ...if_match(file.version), ...once() },
            });
            announce({ text: say.deleted(file.name) });
        } catch (fault) {
            announce({ text: (fault as Problem).message, is_bad: true });
        }
        await asked.on_changed();
    }
    if (!asked.target.evidence.length)
        return asked.target.editable ? null : <p class="hint">{say.none}</p>;
    return (
        <>
            <FileList
                files={asked.target.evidence}
                kind={asked.kind}
                on_delete={asked.target.editable ? ask : undefined}
            />
            {to_delete && (
                <Dialog title={say.delete_title} on_close={() => ask(null)}>
                    <p>
                        <strong>{to_delete.name}</strong>
                    </p>
                    <p>{say.delete_why}</p>
                    <div class="buttons">
                        <button
                            type="button"
                            class="primary"
                            onClick={() => void remove(to_delete)}
                        >
                            {say.delete}
                        </button>
                        <button type="button" onClick={() => ask(null)}>
                            {say.cancel}
                        </button>
                    </div>
                </Dialog>
            )}
        </>
    );
}

export function FileList(asked: {
    files: Evidence[];
    kind: Kind | undefined;
    on_delete?: (file: Evidence) => void;
}) {
    if (!asked.files.length) return <p class="hint">{say.none}</p>;
    return (
        <ul class="files">
            {asked.files.map((file) => (
                <li key={file.id}>
                    <div>
                        <a
                            href={`/api/v1/evidence/${file.id}/content`}
                            download={file.name}
                            aria-label={say.fetch(file.name)}
                        >
                            {file.name}
                        </a>
                        <p class="beside">
                            <span>{kind_name(asked.kind, file.kind)}</span>
                            {item_name(asked.kind, file.item) && (
                                <span>{item_name(asked.kind, file.item)}</span>
                            )}
                            <span>{size(file.size)}</span>
                            {file.classification !== "biasa" && <strong>{say.terbatas}</strong>}
                        </p>
                    </div>
                    {asked.on_delete && (
                        <button
                            type="button"
                            aria-label={say.remove(file.name)}
                            onClick={() => asked.on_delete?.(file)}
                        >
                            {say.delete}
                        </button>
                    )}
                </li>
            ))}
        </ul>
    );
}

function Add(asked: {
    target: Target;
    kind: Kind;
    sent: ReturnType<typeof use_uploads>;
    classification: Classification; // of all files, those of the checklist too
    classify: (classification: Classification) => void;
}) {
    const { sent, classification, classify } = asked;
    const input = useRef<HTMLInputElement>(null);
    const [is_over, over] = useState(false);
    const [chosen, choose] = useState<string | null>(null);
    // What is still missing comes next, unless somebody chose otherwise.
    const missing = asked.target.evidence_required.find(
        (each) => !each.present && !sent.uploads.some((one) => one.kind === each.kind),
    );
    const kinds = asked.kind.evidence_kinds;
    const kind = chosen ?? missing?.kind ?? kinds[0]?.code ?? "";
    useEffect(() => choose(null), [missing?.kind]);
    const take = (files: FileList | null | undefined) =>
        void (files?.length && sent.add([...files], { kind, classification, item: null }));
    return (
        <>
            {sent.uploads.length > 0 && (
                <ul class="files">
                    {sent.uploads.map((one) => (
                        <OnItsWay
                            key={one.key}
                            upload={one}
                            kind={asked.kind}
                            on_again={() => sent.try_again(one.key)}
                            on_drop={() => sent.drop(one.key)}
                        />
                    ))}
                </ul>
            )}
            <div
                class={is_over ? "drop over" : "drop"}
                onDragOver={(event) => {
                    event.preventDefault();
                    over(true);
                }}
                onDragLeave={() => over(false)}
                onDrop={(event) => {
                    event.preventDefault();
                    over(false);
                    take(event.dataTransfer?.files);
                }}
            >
                <p>{say.drop}</p>
                <div class="pair">
                    <div class="field">
                        <label for="evidence-kind">{say.kind}</label>
                        <select
                            id="evidence-kind"
                            value={kind}
                            onChange={(event) => choose(event.currentTarget.value)}
                        >
                            {kinds.map((each) => (
                                <option key={each.code} value={each.code}>
                                    {each.name[locale]}
                                </option>
                            ))}
                        </select>
                    </div>
                    <div class="field">
                        <label for="evidence-classification">{say.classification}</label>
                        <select
                            id="evidence-classification"
                            value={classification}
                            aria-describedby="evidence-limits"
                            onChange={(event) =>
                                classify(event.currentTarget.value as Classification)
                            }
                        >
                            <option value="biasa">{say.biasa}</option>
                            <option value="terbatas">{say.terbatas}</option>
                        </select>
                    </div>
                </div>
                <input
                    ref={input}
                    type="file"
                    id="evidence-file"
                    multiple
                    hidden
                    accept={accepted}
                    onChange={(event) => {
                        take(event.currentTarget.files);
                        event.currentTarget.value = "";
                    }}
                />
                <button type="button" onClick={() => input.current?.click()}>
                    {say.choose}
                </button>
                <p class="hint" id="evidence-limits">
                    {say.limits} {say.restricted_hint}
                </p>
            </div>
        </>
    );
}

function OnItsWay(asked: {
    upload: Upload;
    kind: Kind;
    on_again: () => void;
    on_drop: () => void;
}) {
    const { file, state, share, fault, kind } = asked.upload;
    const is_moving = state === "waiting" || state === "sending";
    const percent = Math.floor(share * 100);
    return (
        <li>
            <div>
                <strong>{file.name}</strong>
                <p class="beside">
                    <span>{kind_name(asked.kind, kind)}</span>
                    <span>{size(file.size)}</span>
                    {state === "waiting" && <span>{say.waiting}</span>}
                    {state === "sending" && <span>{say.sending(percent)}</span>}
                </p>
                {is_moving && <progress max={100} value={percent} aria-label={file.name} />}
                <div role="status">
                    {fault && <p class="fault">{fault}</p>}
                    {state === "interrupted" && <p>{say.interrupted}</p>}
                </div>
            </div>
            {state === "interrupted" && (
                <button type="button" onClick={asked.on_again}>
                    {say.again}
                </button>
            )}
            {!is_moving && (
                <button type="button" onClick={asked.on_drop}>
                    {say.drop_it}
                </button>
            )}
        </li>
    );
}
