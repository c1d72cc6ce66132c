// Two people changed the same field: both texts beside each other, and a choice for each field.
// Nothing is overwritten before somebody has chosen.
import { useEffect, useState } from "preact/hooks";
import type { Conflict } from "../typed/merge";
import { pause_in_typing } from "../typed/typing";
import { number } from "../words/format";
import { words } from "../words/words";
import { LongText } from "./basics";
import { Dialog } from "./dialog";

const say = words({
    id: {
        title: "Isian yang sama diubah orang lain",
        why: "Selagi Anda mengetik, orang lain menyimpan isi yang berbeda. Pilih yang berlaku.",
        mine: "Ketikan saya",
        theirs: "Yang tersimpan di server",
        both: "Gabungkan",
        both_label: (field: string | number) => `${field}: gabungan`,
        empty: "(kosong)",
        settle: "Simpan pilihan",
        later: "Nanti",
        waiting: "Pilihan Anda diperlukan sebelum ketikan dapat disimpan.",
        open: "Bandingkan dan pilih",
    },
    en: {
        title: "Somebody else changed the same field",
        why: "While you were typing, somebody else saved something different. Choose what holds.",
        mine: "What I typed",
        theirs: "What the server has",
        both: "Put together",
        both_label: (field: string | number) => `${field}: put together`,
        empty: "(empty)",
        settle: "Save the choice",
        later: "Later",
        waiting: "Your choice is needed before what you typed can be saved.",
        open: "Compare and choose",
    },
});

type Choice = "mine" | "theirs" | "both";

interface Asked {
    conflicts: Conflict[];
    label_of: (field: string) => string;
    show?: (field: string, value: unknown) => string; // for values that are no text
    on_settle: (choices: Record<string, unknown>) => void;
}

const shown = (asked: Asked, field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return say.empty;
    return (
        asked.show?.(field, value) ??
        (typeof value === "number" ? number(value) : typeof value === "string" ? value : "…")
    );
};

const is_text = (conflict: Conflict) =>
    typeof conflict.mine === "string" && typeof conflict.theirs === "string";

export function ConflictDialog(asked: Asked) {
    const [is_put_off, put_off] = useState(false);
    const fields = asked.conflicts.map((each) => each.field).join();
    const [asked_for, ask_for] = useState("");
    useEffect(() => {
        put_off(false);
        let is_current = true;
        void pause_in_typing().then(() => is_current && ask_for(fields));
        return () => void (is_current = false);
    }, [fields]);
    if (!fields || asked_for !== fields) return null;
    if (!is_put_off) return <Choices key={fields} {...asked} on_later={() => put_off(true)} />;
    return (
        <div class="summary">
            <p>{say.waiting}</p>
            <button type="button" onClick={() => put_off(false)}>
                {say.open}
            </button>
        </div>
    );
}

function Choices(asked: Asked & { on_later: () => void }) {
    const [chosen, choose] = useState<Record<string, Choice>>({});
    const [joined, join] = useState<Record<string, string>>({});
    const text_of = (each: Conflict) =>
        joined[each.field] ?? `${each.theirs as string}\n${each.mine as string}`;
    function settle(event: Event) {
        event.preventDefault();
        asked.on_settle(
            Object.fromEntries(
                asked.conflicts.map((each) => {
                    const by = chosen[each.field];
                    return [each.field, by === "both" ? text_of(each) : each[by ?? "mine"]];
                }),
            ),
        );
    }
    return (
        <Dialog title={say.title} on_close={asked.on_later} is_wide>
            <form onSubmit={settle}>
                <p>{say.why}</p>
                {asked.conflicts.map((each) => (
                    <fieldset key={each.field} class="conflict">
                        <legend>{asked.label_of(each.field)}</legend>
                        <div class="pair">
                            {(["mine", "theirs"] as const).map((side) => (
                                <div key={side}>
                                    <Radio
                                        field={each.field}
                                        side={side}
                                        chosen={chosen[each.field]}
                                        on_choose={choose}
                                    />
                                    <p class="quote">{shown(asked, each.field, each[side])}</p>
                                </div>
                            ))}
                        </div>
                        {is_text(each) && (
                            <Radio
                                field={each.field}
                                side="both"
                                chosen={chosen[each.field]}
                                on_choose={choose}
                            />
                        )}
                        {chosen[each.field] === "both" && (
                            <LongText
                                aria-label={say.both_label(asked.label_of(each.field))}
                                value={text_of(each)}
                                on_text={(text) => join((old) => ({ ...old, [each.field]: text }))}
                            />
                        )}
                    </fieldset>
                ))}
                <div class="buttons">
                    <button class="primary">{say.settle}</button>
                    <button type="button" onClick={asked.on_later}>
                        {say.later}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

function Radio(asked: {
    field: string;
    side: Choice;
    chosen: Choice | undefined;
    on_choose: (change: (old: Record<string, Choice>) => Record<string, Choice>) => void;
}) {
    return (
        <label class="check">
            <input
                type="radio"
                name={`conflict-${asked.field}`}
                required
                checked={asked.chosen === asked.side}
                onChange={() => asked.on_choose((old) => ({ ...old, [asked.field]: asked.side }))}
            />
            {say[asked.side]}
        </label>
    );
}
