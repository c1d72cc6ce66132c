// The record of a target while it may be written: it saves itself, says how far the target is
// reached, what is still missing, what the verifier will see, and then it is reported.
import { useRef } from "preact/hooks";
import { Field, LongText } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { ConflictDialog } from "../parts/conflict_dialog";
import { announce } from "../parts/notice";
import { SaveState } from "../parts/save_state";
import { fetch_json, if_match, Problem } from "../server/server";
import { forget, use_draft, type Draft, type Saved } from "../typed/draft";
import type { Fields } from "../typed/merge";
import type { Shapes } from "../words/first";
import { number, percent, quantity, read_number, unclear_number } from "../words/format";
import { target_command } from "../words/names";
import { words } from "../words/words";
import { body_of, fields_of, percent_of, type Target } from "./achievement";
import { EvidenceCard, FileList, kind_name } from "./evidence";
import { shown_percent } from "./shown_percent";
import { Class, Record } from "./target_record";

const say = words({
    id: {
        record: "Capaian",
        achievement: "Uraian capaian",
        achievement_hint: "Apa yang terlaksana, kapan, di mana, dan siapa yang ikut serta.",
        achieved_quantity: "Jumlah capaian",
        quantity_of: (wanted: string | number) => `Dari target ${wanted}. Contoh: 1.250 atau 3,5.`,
        quantity_free: "Bila ada angkanya. Contoh: 1.250 atau 3,5.",
        no_number: "Tulis angka saja, misalnya 1.250 atau 3,5.",
        obstacles: "Kendala",
        obstacles_hint: "Kosongkan bila tidak ada.",
        follow_up: "Tindak lanjut",
        follow_up_hint: "Yang akan dikerjakan berikutnya, oleh siapa.",
        too_long: (count: string | number) => `Paling banyak 4.000 huruf; sekarang ${count}.`,
        percent: "Persentase",
        confirming: "kelas menyusul begitu tersimpan",
        before: "Laporkan",
        missing: "Yang masih kurang",
        complete: "Semua yang wajib sudah ada.",
        evidence_of: (name: string | number) => `Data dukung: ${name}`,
        unsaved: "Ketikan Anda belum sampai di server. Periksa keterangan di bawah isian.",
        preview: "Yang akan dilihat pemeriksa",
        evidence: "Data dukung",
        left_over: "Ketikan Anda yang tidak sempat tersimpan",
        left_over_why: "Isian ini sudah tidak dapat diubah. Salin yang masih diperlukan.",
        forget: "Hapus dari perangkat ini",
        forgotten: "Sudah dihapus dari perangkat ini.",
    },
    en: {
        record: "Achievement",
        achievement: "Achievement",
        achievement_hint: "What was done, when, where, and who took part.",
        achieved_quantity: "Quantity achieved",
        quantity_of: (wanted: string | number) => `Of ${wanted}. For example 1,250 or 3.5.`,
        quantity_free: "If there is a number. For example 1,250 or 3.5.",
        no_number: "Write a number only, such as 1,250 or 3.5.",
        obstacles: "Obstacles",
        obstacles_hint: "Leave it empty if there were none.",
        follow_up: "Follow-up",
        follow_up_hint: "What will be done next, by whom.",
        too_long: (count: string | number) => `At most 4,000 letters; now ${count}.`,
        percent: "Percentage",
        confirming: "the class follows once it is saved",
        before: "Report",
        missing: "Still missing",
        complete: "Everything required is there.",
        evidence_of: (name: string | number) => `Evidence: ${name}`,
        unsaved: "What you typed has not reached the server yet. See the line below the fields.",
        preview: "What the verifier will see",
        evidence: "Evidence",
        left_over: "What you typed and could not be saved",
        left_over_why: "These fields cannot be changed any more. Copy what is still needed.",
        forget: "Delete it from this device",
        forgotten: "It was deleted from this device.",
    },
});

interface Writing {
    target: Target;
    kind: Shapes["kind"] | undefined;
    set: (target: Target) => void;
    reload: () => Promise<void>;
}

type TextField = "achievement" | "obstacles" | "follow_up";
const label_of = (field: string) => (say as unknown as Record<string, string>)[field] ?? field;
const letters_max = 4000;
const address = (target: Target) => `/api/v1/targets/${target.id}`;

// The draft of the record, and the newest version that any answer told.
function use_record(asked: Writing): { draft: Draft; newest: () => number } {
    const { target } = asked;
    const typed = useRef<string | null>(null);
    const known = useRef({ id: target.id, version: 0 });
    if (known.current.id !== target.id) known.current = { id: target.id, version: 0 };
    const note = (version: number) =>
        (known.current.version = Math.max(known.current.version, version));
    note(target.version);
    const saved = (answer: Target): Saved => {
        note(answer.version);
        return { version: answer.version, values: fields_of(answer, typed.current) };
    };
    const draft = use_draft({
        key: `targets/${target.id}`,
        server: saved(target),
        read: async () => {
            const answer = await fetch_json<Target>(address(target));
            asked.set(answer);
            return saved(answer);
        },
        write: async (changes: Fields, version: number) => {
            const wrong = number_fault(changes["achieved_quantity"]);
            const errors = [{ pointer: "/achieved_quantity", detail: wrong ?? "" }];
            if (wrong) throw new Problem(422, { errors });
            const answer = await fetch_json<Target>(address(target), {
                method: "PATCH",
                headers: { "Content-Type": "application/json", ...if_match(version) },
                body: JSON.stringify(body_of(changes)),
            });
            asked.set({ ...answer, rounds: target.rounds });
            return saved(answer);
        },
    });
    typed.current = String(draft.values["achieved_quantity"] ?? "");
    return { draft, newest: () => known.current.version };
}

export function RecordForm(asked: Writing) {
    const { target } = asked;
    const { draft, newest } = use_record(asked);
    async function before(): Promise<number | false> {
        if (await draft.flush()) return newest();
        announce({ text: say.unsaved, is_bad: true });
        return false;
    }
    return (
        <>
            <section class="card" aria-label={say.record}>
                <h2>{say.record}</h2>
                <ConflictDialog
                    conflicts={draft.conflicts}
                    label_of={label_of}
                    on_settle={draft.settle}
                />
                <Text draft={draft} name="achievement" hint={say.achievement_hint} rows={4} />
                <Quantity draft={draft} target={target} kind={asked.kind} />
                <div class="pair">
                    <Text draft={draft} name="obstacles" hint={say.obstacles_hint} rows={2} />
                    <Text draft={draft} name="follow_up" hint={say.follow_up_hint} rows={2} />
                </div>
                <SaveState draft={draft} label_of={label_of} id_of={(field) => field} />
            </section>
            <EvidenceCard target={target} kind={asked.kind} on_changed={asked.reload} />
            <section class="card" aria-label={say.before}>
                <h2>{say.before}</h2>
                <Missing {...asked} />
                <Preview {...asked} draft={draft} />
                <CommandBar
                    resource="targets"
                    item={target}
                    first={target_command.report}
                    before={before}
                    on_done={() => void asked.reload()}
                    on_stale={() => void asked.reload()}
                />
            </section>
        </>
    );
}

// Why it is no number, if it is none.
function number_fault(value: unknown): string | null {
    const text = String(value ?? "");
    if (read_number(text) !== undefined) return null;
    return unclear_number(text) ?? say.no_number;
}

const told_of = (draft: Draft, name: string) =>
    draft.problem?.faults.find((each) => each.pointer === `/${name}`)?.detail;

// What is typed, unless it is refused.
function counted(draft: Draft): number | null {
    if (told_of(draft, "achieved_quantity")) return null;
    return read_number(String(draft.values["achieved_quantity"] ?? "")) ?? null;
}

function Text(asked: { draft: Draft; name: TextField; hint: string; rows: number }) {
    const { draft, name } = asked;
    const value = String(draft.values[name] ?? "");
    const is_long = value.length > letters_max;
    const fault = is_long ? say.too_long(number(value.length)) : told_of(draft, name);
    return (
        <Field id={name} label={label_of(name)} hint={asked.hint} fault={fault}>
            <LongText
                id={name}
                rows={asked.rows}
                value={value}
                on_text={(text) => draft.set(name, text)}
                aria-describedby={`${name}-hint${fault ? ` ${name}-fault` : ""}`}
                aria-invalid={fault ? true : undefined}
            />
        </Field>
    );
}

function share_of(achieved: number | null, { target, kind }: Pick<Writing, "target" | "kind">) {
    const percent = percent_of(achieved, target.quantity);
    const shown = percent === null ? null : shown_percent(kind?.classes ?? [], percent);
    return { percent, percent_shown: shown };
}

// The percentage is told at once; its class when the server has judged the number.
function Quantity(asked: { draft: Draft; target: Target; kind: Writing["kind"] }) {
    const { draft, target } = asked;
    const text = String(draft.values["achieved_quantity"] ?? "");
    const typed = counted(draft);
    const share = share_of(typed, asked);
    const is_judged = typed === target.achieved_quantity;
    const fault = number_fault(text) ?? told_of(draft, "achieved_quantity");
    const wanted = target.quantity !== null && `${quantity(target.quantity)} ${target.unit ?? ""}`;
    return (
        <Field
            id="achieved_quantity"
            label={say.achieved_quantity}
            hint={wanted ? say.quantity_of(wanted.trim()) : say.quantity_free}
            fault={fault}
        >
            <div class="beside-field">
                <input
                    id="achieved_quantity"
                    inputMode="decimal"
                    autoComplete="off"
                    value={text}
                    onInput={(event) => draft.set("achieved_quantity", event.currentTarget.value)}
                    aria-describedby={`achieved_quantity-hint${fault ? " achieved_quantity-fault" : ""}`}
                    aria-invalid={fault ? true : undefined}
                />
                {target.unit && <span>{target.unit}</span>}
                {share.percent_shown !== null && (
                    <output for="achieved_quantity" aria-label={say.percent}>
                        <strong>{percent(share.percent_shown)}</strong>{" "}
                        {is_judged ? (
                            <Class
                                name={target.class_name}
                                colour={target.class_colour}
                                letter={target.class_letter}
                            />
                        ) : (
                            <span class="hint">{say.confirming}</span>
                        )}
                    </output>
                )}
            </div>
        </Field>
    );
}

// Whether it is among the things that a sentence ends in, perhaps with who signs it behind.
const is_named_in = (reason: string, title: string): boolean =>
    reason
        .replace(/\.$/, "")
        .split(/: |, /)
        .some((each) => each === title || each.startsWith(`${title} (`));

// Told by the server: why the command that the page is for is still closed. It tells the first
// reason; files that lack besides are named here.
function Missing(asked: Writing) {
    const report = (asked.target.commands ?? []).find(
        (each) => each.name === target_command.report,
    );
    if (!report) return null;
    if (report.allowed) return <p class="note">{say.complete}</p>;
    const { evidence_required, evidence_checklist } = asked.target;
    const absent = [
        ...evidence_required.map((each) => ({ ...each, title: kind_name(asked.kind, each.kind) })),
        ...evidence_checklist,
    ].filter((each) => !each.present && !is_named_in(report.reason ?? "", each.title));
    const lacking = [...new Set(absent.map((each) => each.title))];
    return (
        <div class="warned" id="missing">
            <h3>{say.missing}</h3>
            <ul class="checklist">
                <li>{report.reason}</li>
                {lacking.map((title) => (
                    <li key={title}>{say.evidence_of(title)}</li>
                ))}
            </ul>
        </div>
    );
}

function Preview(asked: Writing & { draft: Draft }) {
    const { target, draft } = asked;
    const achieved = counted(draft);
    const is_judged = achieved === target.achieved_quantity;
    return (
        <details>
            <summary>{say.preview}</summary>
            <Record
                unit={target.unit}
                round={{
                    ...target,
                    achievement: String(draft.values["achievement"] ?? ""),
                    achieved_quantity: achieved,
                    ...share_of(achieved, asked),
                    class_name: is_judged ? target.class_name : null,
                    obstacles: String(draft.values["obstacles"] ?? ""),
                    follow_up: String(draft.values["follow_up"] ?? ""),
                    reason: null,
                }}
            />
            <h3>{say.evidence}</h3>
            <FileList files={target.evidence} kind={asked.kind} />
        </details>
    );
}

// Somebody was faster, or the time was over: what was typed is still theirs.
export function LeftOver(asked: { target: Target; copy: Fields; on_forgotten: () => void }) {
    const server = fields_of(asked.target, null);
    const lost = Object.entries(asked.copy).filter(
        ([field, value]) => value && value !== server[field],
    );
    if (!lost.length) return null;
    return (
        <section class="card warned" aria-label={say.left_over}>
            <h2>{say.left_over}</h2>
            <p>{say.left_over_why}</p>
            <dl>
                {lost.map(([field, value]) => (
                    <div key={field}>
                        <dt>{label_of(field)}</dt>
                        <dd class="quote">{String(value)}</dd>
                    </div>
                ))}
            </dl>
            <button
                type="button"
                onClick={() => {
                    forget(`targets/${asked.target.id}`);
                    announce({ text: say.forgotten });
                    asked.on_forgotten();
                }}
            >
                {say.forget}
            </button>
        </section>
    );
}
