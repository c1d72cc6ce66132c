// What the agencies asked to change, each as a card: the comment, the suggested wording against the
// row as it stands, and taking it over at once, with a way back.
import { useState } from "preact/hooks";
import { Who } from "../parts/basics";
import { announce } from "../parts/notice";
import { Wording } from "../parts/wording";
import { fetch_json, if_match, once, type Problem } from "../server/server";
import type { Shapes } from "../words/first";
import { words } from "../words/words";
import { change_of, fields_of, read_suggestion, text_of, type Action } from "./action_text";
import type { ReviewItem } from "./my_review";
import { use_field_title, use_own_columns } from "./plan_words";

const say = words({
    id: {
        title: "Permintaan perbaikan dan usulan",
        apply: "Terapkan usulan",
        applied: "Sudah diterapkan",
        done: (number: string | number) => `Usulan diterapkan pada baris ${number}.`,
        undone: "Rumusan semula dikembalikan.",
        gone: "Baris ini sudah tidak ada.",
        to: "Terapkan pada",
        stale: "Baris ini baru saja diubah orang lain. Bacalah lagi, lalu terapkan.",
        edit: "Buka baris",
    },
    en: {
        title: "Requested changes and suggestions",
        apply: "Apply the suggestion",
        applied: "Applied",
        done: (number: string | number) => `The suggestion was applied to row ${number}.`,
        undone: "The former wording is back.",
        gone: "This row no longer exists.",
        to: "Apply to",
        stale: "Somebody just changed this row. Read it again, then apply.",
        edit: "Open the row",
    },
});

type Editing = Shapes["plan"]["editing"];

export function Suggestions(asked: {
    reviews: ReviewItem[];
    actions: Action[];
    editing: Editing | null; // null: not who keeps the matrix
    on_change: () => Promise<void>;
}) {
    const found = asked.reviews.flatMap((review) =>
        (review.items ?? []).map((item, at) => ({ review, item, at })),
    );
    const messages = asked.reviews.filter((each) => each.reason);
    if (!found.length && !messages.length) return null;
    return (
        <section class="part" aria-labelledby="suggestions">
            <h2 id="suggestions">
                {say.title} <span class="count">{found.length}</span>
            </h2>
            {messages.map((each) => (
                <p key={each.id}>
                    <strong>{each.agency.name}</strong>: <q>{each.reason}</q>
                </p>
            ))}
            {found.map(({ review, item, at }) => (
                <Suggestion
                    key={`${review.id}/${at}`}
                    agency={review.agency.name}
                    item={item}
                    action={asked.actions.find((each) => each.id === item.action)}
                    editing={asked.editing}
                    on_change={asked.on_change}
                />
            ))}
        </section>
    );
}

async function patch(action: Action, version: number, change: object): Promise<Action> {
    return fetch_json<Action>(`/api/v1/actions/${action.id}`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", ...if_match(version), ...once() },
        body: JSON.stringify(change),
    });
}

function Suggestion(asked: {
    agency: string;
    item: { action: string; comment: string; suggestion: string };
    action: Action | undefined;
    editing: Editing | null;
    on_change: () => Promise<void>;
}) {
    const { item, action } = asked;
    const field_title = use_field_title();
    const own = use_own_columns();
    const read = read_suggestion(item.suggestion, own);
    const [chosen, choose] = useState("success_criterion");
    const [is_busy, busy] = useState(false);
    if (!action) return <p class="hint">{say.gone}</p>;
    const field = read.field ?? chosen;
    const now = text_of(action, field);
    const is_applied = now === read.text;
    const id = `apply-${item.action}-${field.replace("/", "-")}`;

    async function apply(to: Action) {
        busy(true);
        try {
            const changed = await patch(to, to.version, change_of(to, field, read.text));
            announce({
                text: say.done(to.number),
                undo: async () => {
                    await patch(changed, changed.version, change_of(changed, field, now));
                    announce({ text: say.undone });
                    await asked.on_change();
                },
            });
        } catch (fault) {
            const problem = fault as Problem;
            announce({ text: problem.status === 412 ? say.stale : problem.message, is_bad: true });
        } finally {
            busy(false);
            await asked.on_change();
        }
    }

    return (
        <article class="card">
            <h3>
                {action.number}. {action.title}
            </h3>
            <p class="beside">
                <strong>{asked.agency}</strong>
                {read.field && <span>{field_title(read.field)}</span>}
            </p>
            {item.comment && <p>{item.comment}</p>}
            {read.text && !read.field && (
                <label>
                    {say.to}
                    <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
                        {fields_of(action, own).map((each) => (
                            <option key={each} value={each}>
                                {field_title(each)}
                            </option>
                        ))}
                    </select>
                </label>
            )}
            {read.text && (
                <blockquote>
                    <Wording before={now} after={read.text} />
                </blockquote>
            )}
            {read.text && asked.editing && (
                <div class="buttons">
                    {is_applied ? (
                        <p class="hint">{say.applied}</p>
                    ) : (
                        <button
                            type="button"
                            class={asked.editing.allowed ? "primary" : undefined}
                            disabled={is_busy}
                            aria-disabled={!asked.editing.allowed || undefined}
                            aria-describedby={asked.editing.allowed ? undefined : `${id}-why`}
                            onClick={() => asked.editing?.allowed && void apply(action)}
                        >
                            {say.apply}
                        </button>
                    )}
                    <a class="button" href={`/rencana/${action.plan}/matriks/${action.id}`}>
                        {say.edit}
                    </a>
                    {!asked.editing.allowed && !is_applied && (
                        <div class="why" id={`${id}-why`}>
                            <p>{asked.editing.reason}</p>
                            {asked.editing.who && <Who who={asked.editing.who} />}
                        </div>
                    )}
                </div>
            )}
        </article>
    );
}
