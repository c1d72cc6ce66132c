// What an amendment changes against the revision in force: action by action, word by word.
import { Read } from "../parts/basics";
import { Wording } from "../parts/wording";
import { use_one } from "../server/reading";
import { locale, type Shapes } from "../words/first";
import { number } from "../words/format";
import { own_text } from "../words/own_columns";
import { words } from "../words/words";
import { use_difference_title, use_own_columns } from "./plan_words";

const say = words({
    id: {
        title: "Yang berubah terhadap rencana yang berlaku",
        none: "Tidak ada yang berubah.",
        added: "ditambahkan",
        removed: "dihapus",
        changed: "diubah",
        yes: "ya",
        no: "tidak",
    },
    en: {
        title: "What changes against the plan in force",
        none: "Nothing changes.",
        added: "added",
        removed: "removed",
        changed: "changed",
        yes: "yes",
        no: "no",
    },
});

type Differences = Shapes["differences"];
type Difference = Differences["items"][number];

// A member of an action or target as people read it.
function shown(value: unknown): string {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? say.yes : say.no;
    if (typeof value === "number") return number(value);
    if (Array.isArray(value)) return value.map(shown).join(", ");
    if (typeof value === "object") {
        const thing = value as Record<string, unknown>;
        if ("text" in thing) return [thing["text"], thing["unit"]].filter(Boolean).join(" ");
        return shown(thing["name"] ?? thing[locale]);
    }
    return String(value as string);
}

export function Changes(asked: { plan: string; from: number; to: number }) {
    const read = use_one<Differences>(`plans/${asked.plan}/diff?from=${asked.from}&to=${asked.to}`);
    return (
        <section class="card" aria-labelledby="changes">
            <h2 id="changes">
                {say.title} {read.data && <span class="count">{read.data.items.length}</span>}
            </h2>
            <Read from={read}>
                {(found) =>
                    found.items.length ? (
                        <ul>
                            {found.items.map((each) => (
                                <li key={each.id} class="comment">
                                    <One {...each} />
                                </li>
                            ))}
                        </ul>
                    ) : (
                        <p class="hint">{say.none}</p>
                    )
                }
            </Read>
        </section>
    );
}

function One(asked: Difference) {
    const field_title = use_difference_title();
    const own = use_own_columns();
    const text = (field: string, value: unknown) => {
        const column = own.find((each) => each.code === field);
        return column ? own_text(value, column) : shown(value);
    };
    return (
        <>
            <h3>
                {asked.number}. {asked.title} <span class="hint">({say[asked.change]})</span>
            </h3>
            {asked.change === "changed" && (
                <dl class="differences">
                    {asked.fields.map((each) => (
                        <div key={`${each.field}/${each.period ?? ""}`}>
                            <dt>{field_title(each.field, each.period)}</dt>
                            <dd>
                                <Wording
                                    before={text(each.field, each.before)}
                                    after={text(each.field, each.after)}
                                />
                            </dd>
                        </div>
                    ))}
                </dl>
            )}
        </>
    );
}
