// Why something came back: the reason, who gave it back and when, and what has changed since. As a
// card on top of the thing's page, and as a line where it is listed.
import { roles, type Shapes } from "../words/first";
import { day, moment } from "../words/format";
import { target_state } from "../words/names";
import { words } from "../words/words";

const say = words({
    id: {
        return_to_staff: "Dikembalikan",
        return_for_changes: "Dikembalikan",
        return_to_draft: "Dikembalikan",
        request_changes: "Minta perbaikan",
        reopen: "Dibuka kembali",
        revise: "Diubah oleh perubahan rencana",
        recall: "Ditarik kembali",
        refuse: "Ditolak",
        again: "Diajukan lagi setelah dikembalikan",
        system: "Sistem",
        unchanged: "Belum ada yang diubah sejak itu.",
        changed: (what: string | number) => `Diubah sejak itu: ${what}.`,
        achievement: "uraian capaian",
        achieved_quantity: "realisasi",
        obstacles: "kendala",
        follow_up: "tindak lanjut",
        evidence: "data dukung",
        rows: "baris yang dipimpinnya",
    },
    en: {
        return_to_staff: "Returned",
        return_for_changes: "Returned",
        return_to_draft: "Returned",
        request_changes: "Changes requested",
        reopen: "Reopened",
        revise: "Changed by an amendment of the plan",
        recall: "Recalled",
        refuse: "Refused",
        again: "Sent again after it was returned",
        system: "The system",
        unchanged: "Nothing has changed since.",
        changed: (what: string | number) => `Changed since: ${what}.`,
        achievement: "the achievement",
        achieved_quantity: "the quantity",
        obstacles: "the obstacles",
        follow_up: "the follow-up",
        evidence: "the evidence",
        rows: "the rows it leads",
    },
});

export type Return = NonNullable<Shapes["plan_item"]["returned"]>;

// A word of ours where there is one; agencies and gaps are called what they are.
const called = (name: string) => (say as unknown as Record<string, string>)[name] ?? name;

// Sent again by now: it lies with who checks it.
const is_sent_again = (state: string) =>
    state === target_state.reported || state === target_state.endorsed;

const title_of = (back: Return, state = "") =>
    is_sent_again(state) ? say.again : called(back.command);

const who_of = (back: Return) =>
    back.agency?.name ?? back.by?.name ?? (back.role ? (roles[back.role] ?? "") : say.system);

function changes_of(back: Return): string | null {
    if (!back.changed) return null;
    return back.changed.length ? say.changed(back.changed.map(called).join(", ")) : say.unchanged;
}

export function Returned(asked: { back: Return | null; state?: string }) {
    const { back } = asked;
    if (!back) return null;
    const title = title_of(back, asked.state);
    const changes = changes_of(back);
    return (
        <section class="card warned" aria-label={title} data-returned={back.command}>
            <h2>{title}</h2>
            <p class="beside">
                <strong>{back.by?.name ?? say.system}</strong>
                {(back.agency || back.role) && (
                    <span>{back.agency?.name ?? roles[back.role ?? ""] ?? back.role}</span>
                )}
                <time dateTime={back.at}>{moment(back.at)}</time>
            </p>
            {back.reason && <p class="quote">{back.reason}</p>}
            {changes && <p>{changes}</p>}
        </section>
    );
}

export function ReturnedLine(asked: { back: Return | null; state?: string }) {
    const { back } = asked;
    if (!back) return null;
    return (
        <p class="returned" data-returned={back.command}>
            <strong>{title_of(back, asked.state)}</strong> · {who_of(back)},{" "}
            <time dateTime={back.at}>{day(back.at)}</time>
            {back.reason && <>: “{back.reason}”</>} <span class="hint">{changes_of(back)}</span>
        </p>
    );
}
