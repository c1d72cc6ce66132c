// What the file changes in the draft, action by action, before anything is changed; of an import
// that was applied, what it changed.
import { Wording } from "../parts/wording";
import type { Import } from "../server/sheets";
import { readable_number } from "../words/format";
import { own_text } from "../words/own_columns";
import { words } from "../words/words";
import { changed_name, type Titles } from "./import_fields";

const say = words({
    id: {
        title: "Perubahan dalam rancangan",
        none: "Belum dapat ditampilkan: selesaikan dahulu masalah di atas.",
        counts: (
            added: string | number,
            changed: string | number,
            renumbered: string | number,
            same: string | number,
            missing: string | number,
        ) =>
            `${added} baru, ${changed} berubah, ${renumbered} bernomor baru, ${same} sama, ${missing} tidak ada dalam berkas.`,
        added: "baru",
        changed: "berubah",
        renumbered: "bernomor baru",
        missing: "tidak ada dalam berkas",
        unsure: "belum pasti",
        same: "sama",
        kept: "tetap seperti dalam rancangan",
        removed: "dihapus dari rancangan",
        all_same: (count: string | number) => `${count} rencana aksi yang sama`,
        yes: "ya",
        no: "tidak",
    },
    en: {
        title: "Changes in the draft",
        none: "Cannot be shown yet: settle the problems above first.",
        counts: (
            added: string | number,
            changed: string | number,
            renumbered: string | number,
            same: string | number,
            missing: string | number,
        ) =>
            `${added} new, ${changed} changed, ${renumbered} with a new number, ${same} the same, ${missing} not in the file.`,
        added: "new",
        changed: "changed",
        renumbered: "with a new number",
        missing: "not in the file",
        unsure: "not certain yet",
        same: "the same",
        kept: "stays as it is in the draft",
        removed: "removed from the draft",
        all_same: (count: string | number) => `${count} actions that are the same`,
        yes: "yes",
        no: "no",
    },
});

type Change = Import["changes"][number];
type Difference = Change["fields"][number];

// A value of any member as text: agencies by name, a target as it is written.
function text_of(value: unknown, field: string, titles: Titles): string {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? say.yes : say.no;
    if (Array.isArray(value)) return value.map((each) => text_of(each, field, titles)).join("; ");
    if (typeof value === "object") {
        const { name, text, unit } = value as { name?: string; text?: string; unit?: string };
        return name ?? [text, unit].filter(Boolean).join(" ");
    }
    const column = titles.own.find((each) => each.code === field);
    if (column) return own_text(value, column);
    return typeof value === "number" ? readable_number(value) : String(value as string);
}

const outcome = (change: Change): string | null => {
    if (change.kept) return say.kept;
    return change.kind === "missing" ? say.removed : null;
};

export function ImportChanges(asked: { told: Import; titles: Titles }) {
    const { changes } = asked.told;
    const of = (kind: Change["kind"]) => changes.filter((each) => each.kind === kind);
    const same = of("same");
    return (
        <section aria-labelledby="import-changes">
            <h2 id="import-changes">{say.title}</h2>
            {changes.length === 0 && <p>{say.none}</p>}
            {changes.length > 0 && (
                <p role="status">
                    <strong>
                        {say.counts(
                            of("added").length,
                            of("changed").length,
                            of("renumbered").length,
                            same.length,
                            of("missing").length,
                        )}
                    </strong>
                </p>
            )}
            <ul>
                {changes
                    .filter((each) => each.kind !== "same")
                    .map((each, at) => (
                        <Changed key={at} change={each} titles={asked.titles} />
                    ))}
            </ul>
            {same.length > 0 && (
                <details>
                    <summary>{say.all_same(same.length)}</summary>
                    <ul>
                        {same.map((each) => (
                            <li key={each.action}>
                                {each.number}. {each.title}
                            </li>
                        ))}
                    </ul>
                </details>
            )}
        </section>
    );
}

function Changed(asked: { change: Change; titles: Titles }) {
    const { change } = asked;
    const became = outcome(change);
    return (
        <li class="comment">
            <strong>
                {change.number}. {change.title}
            </strong>{" "}
            <span class="state">{say[change.kind]}</span>
            {became && <span class="hint"> {became}</span>}
            {change.fields.map((each) => (
                <Differing
                    key={`${each.field} ${each.period ?? ""}`}
                    of={each}
                    titles={asked.titles}
                />
            ))}
        </li>
    );
}

function Differing(asked: { of: Difference; titles: Titles }) {
    const { of, titles } = asked;
    return (
        <p>
            {changed_name(of, titles)}:{" "}
            <Wording
                before={text_of(of.before, of.field, titles)}
                after={text_of(of.after, of.field, titles)}
            />
        </p>
    );
}
