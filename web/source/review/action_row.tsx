// One action to read: its number and title, its fields in a list, and what changed in them since an
// earlier wording where there is one.
import type { ComponentChildren } from "preact";
import { Wording } from "../parts/wording";
import { own_text, type OwnColumn } from "../words/own_columns";
import { words } from "../words/words";
import { fields_of, own_field, shown_text, type Action } from "./action_text";
import { use_field_title, use_own_columns } from "./plan_words";

const say = words({
    id: {
        fresh: "Baris baru",
        changed: (count: string | number, since: string | number) =>
            `${count} isian berubah ${since}`,
        same: (since: string | number) => `Tidak berubah ${since}`,
    },
    en: {
        fresh: "New row",
        changed: (count: string | number, since: string | number) =>
            Number(count) === 1 ? `1 field changed ${since}` : `${count} fields changed ${since}`,
        same: (since: string | number) => `Unchanged ${since}`,
    },
});

// What a row is compared with; `rows` by action.
export interface Former {
    since: string; // "sejak …", behind "berubah"
    rows: Record<string, Record<string, string>>;
}

export const texts_of = (action: Action, own: OwnColumn[]): Record<string, string> =>
    Object.fromEntries([
        ...[...fields_of(action), "supporting"].map((field) => [field, shown_text(action, field)]),
        ...own.map((each) => [own_field(each.code), own_text(action.columns[each.code], each)]),
    ]);

export function ActionRow(asked: {
    action: Action;
    former?: Former | null;
    children?: ComponentChildren;
}) {
    const { action, former } = asked;
    const field_title = use_field_title();
    const now = texts_of(action, use_own_columns());
    const before = former?.rows[action.id];
    const changed = before
        ? Object.keys(now).filter((each) => (before[each] ?? "") !== now[each])
        : [];
    const shown = Object.keys(now).filter(
        (each) => each !== "title" && (now[each] || changed.includes(each)),
    );
    return (
        <article class="card" id={`row-${action.id}`} aria-labelledby={`row-${action.id}-title`}>
            <h3 id={`row-${action.id}-title`}>
                {action.number}.{" "}
                {before ? (
                    <Wording before={before["title"] ?? ""} after={action.title} />
                ) : (
                    action.title
                )}
            </h3>
            {former && (
                <p class={changed.length || !before ? "changed" : "hint"}>
                    {!before
                        ? say.fresh
                        : changed.length
                          ? say.changed(changed.length, former.since)
                          : say.same(former.since)}
                </p>
            )}
            <dl class="facts">
                {shown.map((field) => (
                    <div key={field}>
                        <dt>{field_title(field)}</dt>
                        <dd>
                            {before ? (
                                <Wording before={before[field] ?? ""} after={now[field]!} />
                            ) : (
                                now[field]
                            )}
                        </dd>
                    </div>
                ))}
            </dl>
            {asked.children}
        </article>
    );
}
