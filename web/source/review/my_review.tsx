// My agency's review of its rows: a verdict on each, gathered into one answer. What is typed stays
// on this device until it is sent.
import { useEffect, useState } from "preact/hooks";
import { Field, LongText, Read, State } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { Returned } from "../parts/returned";
import type { Answer, Commandable } from "../server/commands";
import { use_one } from "../server/reading";
import type { Problem } from "../server/server";
import { use_kept } from "../typed/kept";
import type { Shapes } from "../words/first";
import { day, days_left, today } from "../words/format";
import { review_command } from "../words/names";
import type { OwnColumn } from "../words/own_columns";
import { command_title, words } from "../words/words";
import { ActionRow, texts_of, type Former } from "./action_row";
import { read_suggestion, text_of, write_suggestion, type Action } from "./action_text";
import { use_own_columns } from "./plan_words";
import { Verdict, type Remarks } from "./verdict";

const { confirm, request_changes } = review_command;

const say = words({
    id: {
        mine: "Baris perangkat daerah saya",
        due: "Tenggat",
        silence: (date: string | number, left: string | number) =>
            `Tanpa jawaban sampai ${date} (${left}), rancangan ini dianggap disetujui.`,
        rows: (count: string | number) => `${count} baris`,
        none: "Tidak ada baris yang dipimpin perangkat daerah Anda.",
        reason: "Pesan kepada sekretariat",
        reason_hint: "Bila dikosongkan, ditulis otomatis dari nomor baris.",
        automatic: (numbers: string | number) => `Mohon perbaikan baris ${numbers}.`,
        agree_all: (title: string | number, count: string | number) =>
            `${title} – semua ${count} baris`,
        fix_some: (title: string | number, count: string | number) => `${title} – ${count} baris`,
        last_time: "Permintaan sebelumnya",
        taken: "sudah diterapkan",
        not_taken: "belum diterapkan",
        since_mine: (date: string | number) => `sejak telaahan Anda ${date}`,
        actions: "Putusan",
    },
    en: {
        mine: "My agency's rows",
        due: "Due",
        silence: (date: string | number, left: string | number) =>
            `Without an answer until ${date} (${left}) this draft counts as agreed to.`,
        rows: (count: string | number) => (Number(count) === 1 ? "1 row" : `${count} rows`),
        none: "Your agency leads no row.",
        reason: "Message to the secretariat",
        reason_hint: "Left empty, it is written from the row numbers.",
        automatic: (numbers: string | number) => `Please change the rows ${numbers}.`,
        agree_all: (title: string | number, count: string | number) =>
            `${title} – all ${count} rows`,
        fix_some: (title: string | number, count: string | number) => `${title} – ${count} rows`,
        last_time: "Asked for before",
        taken: "taken over",
        not_taken: "not taken over yet",
        since_mine: (date: string | number) => `since your review of ${date}`,
        actions: "Verdict",
    },
});

export type ReviewItem = Shapes["review_item"] & {
    items?: { action: string; comment: string; suggestion: string }[];
};
type Review = ReviewItem & Commandable;

// The rows as they were when my agency answered last, from this device.
interface Answered {
    on: string;
    rows: Former["rows"];
}

// The items of the answer: one for each row without a wording, else one for each wording.
function items_of(rows: Action[], remarks: Remarks, own: OwnColumn[]) {
    return rows.flatMap((action) => {
        const remark = remarks[action.id];
        if (!remark?.is_open) return [];
        const wordings = Object.entries(remark.wordings).filter(
            ([field, text]) => text !== text_of(action, field),
        );
        const comment = remark.comment.trim();
        if (!wordings.length) return [{ action: action.id, comment }];
        return wordings.map(([field, text], at) => ({
            action: action.id,
            comment: at ? "" : comment,
            suggestion: write_suggestion(field, text, own),
        }));
    });
}

type Faults = Record<string, string>; // by action

// What was wrong with the rows of an answer that was refused.
function faults_in(problem: Problem, items: { action: string }[] = []): Faults {
    const faults: Faults = {};
    for (const { pointer, detail } of problem.faults) {
        const [, name, at] = pointer.split("/");
        const item = name === "items" ? items[Number(at)] : undefined;
        if (item) faults[item.action] ??= detail;
    }
    return faults;
}

export function MyReview(asked: {
    listed: ReviewItem;
    earlier: ReviewItem[]; // superseded ones of the same agency, newest last
    rows: Action[];
    former: Former | null; // the revision in force
    on_done: () => void;
}) {
    const review = use_one<Review>(`reviews/${asked.listed.id}`);
    return (
        <section class="part" aria-labelledby="mine">
            <h2 id="mine">
                {say.mine} <span class="count">{say.rows(asked.rows.length)}</span>
            </h2>
            <Read from={review}>
                {(it) => (
                    <Rows
                        {...asked}
                        review={it}
                        on_answer={(answer) => {
                            review.set({ ...answer.resource, commands: answer.commands });
                            asked.on_done();
                        }}
                        on_stale={() => void review.reload()}
                    />
                )}
            </Read>
        </section>
    );
}

function Rows(asked: {
    review: Review;
    earlier: ReviewItem[];
    rows: Action[];
    former: Former | null;
    on_answer: (answer: Answer<Review>) => void;
    on_stale: () => void;
}) {
    const { review, rows } = asked;
    const remarks = use_kept<Remarks>(`reviews/${review.id}/remarks`, {});
    const message = use_kept(`reviews/${review.id}/message`, "");
    const answered = use_kept<Answered | null>(
        `plans/${review.plan}/answered/${review.agency.id}`,
        null,
    );
    const own = use_own_columns();
    const [faults, mark] = useState<Faults>({});
    const [refused, refuse] = useState<Problem | null>(null);
    useEffect(() => {
        document.getElementById(`comment-${Object.keys(faults)[0]}`)?.focus();
    }, [refused]);
    const is_open = (review.commands ?? []).some((each) => each.allowed);
    const wanting = rows.filter((action) => remarks.value[action.id]?.is_open);
    const former = answered.value
        ? { since: say.since_mine(day(answered.value.on)), rows: answered.value.rows }
        : asked.former;
    const last = review.items?.length ? review : asked.earlier.at(-1);
    const prefill = wanting.length
        ? {
              items: items_of(rows, remarks.value, own),
              reason:
                  message.value.trim() ||
                  say.automatic(wanting.map((action) => action.number).join(", ")),
          }
        : undefined;
    function done(answer: Answer<Review>) {
        answered.set({
            on: today(),
            rows: Object.fromEntries(rows.map((action) => [action.id, texts_of(action, own)])),
        });
        if (prefill) {
            remarks.clear();
            message.clear();
        }
        asked.on_answer(answer);
    }
    return (
        <>
            <p class="beside">
                <strong>{review.agency.name}</strong>
                <State resource="reviews" state={review.state} />
                <span>
                    {say.due} <time dateTime={review.due ?? ""}>{day(review.due)}</time>
                </span>
            </p>
            {review.silence_consents && review.days_left !== null && (
                <p class="note">{say.silence(day(review.due), days_left(review.days_left))}</p>
            )}
            <Returned back={review.returned} />
            {!rows.length && <p class="hint">{say.none}</p>}
            {rows.map((action) => (
                <ActionRow key={action.id} action={action} former={former}>
                    <LastTime action={action} review={last} />
                    {is_open && (
                        <Verdict
                            action={action}
                            remark={remarks.value[action.id]}
                            fault={faults[action.id]}
                            on_change={(remark) => {
                                mark(({ [action.id]: _mended, ...others }) => others);
                                remarks.set({ ...remarks.value, [action.id]: remark });
                            }}
                        />
                    )}
                </ActionRow>
            ))}
            {wanting.length > 0 && (
                <Field id="review-message" label={say.reason} hint={say.reason_hint}>
                    <LongText
                        id="review-message"
                        rows={2}
                        value={message.value}
                        on_text={message.set}
                        aria-describedby="review-message-hint"
                    />
                </Field>
            )}
            <div class={is_open ? "bulk" : undefined} role="group" aria-label={say.actions}>
                <CommandBar<Review>
                    resource="reviews"
                    item={review}
                    first={wanting.length ? request_changes : confirm}
                    only={wanting.length ? [request_changes] : undefined}
                    prefill={prefill}
                    on_refused={(problem) => {
                        const found = faults_in(problem, prefill?.items);
                        mark(found);
                        refuse(problem);
                        return Object.keys(found).length > 0;
                    }}
                    title_of={(command) => {
                        const title = command_title("reviews", command.name);
                        if (wanting.length) return say.fix_some(title, wanting.length);
                        return command.name === confirm ? say.agree_all(title, rows.length) : title;
                    }}
                    on_done={done}
                    on_stale={asked.on_stale}
                />
            </div>
        </>
    );
}

// What my agency asked for on this row before, and whether the row says so now.
function LastTime(asked: { action: Action; review: ReviewItem | undefined }) {
    const own = use_own_columns();
    const items = asked.review?.items?.filter((each) => each.action === asked.action.id) ?? [];
    if (!items.length) return null;
    return (
        <ul class="hint" aria-label={say.last_time}>
            {items.map((item, at) => {
                const { field, text } = read_suggestion(item.suggestion, own);
                const now = field ? text_of(asked.action, field) : "";
                return (
                    <li key={at}>
                        {say.last_time}: {item.comment} {text && <q>{text}</q>}
                        {field && ` – ${now === text ? say.taken : say.not_taken}`}
                    </li>
                );
            })}
        </ul>
    );
}
