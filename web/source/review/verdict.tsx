// A reviewer's verdict on one row: agreed, or what is to be changed, with a wording that the
// secretariat can take over as it is.
import { Field, LongText } from "../parts/basics";
import { Wording } from "../parts/wording";
import { words } from "../words/words";
import { fields_of, text_of, type Action } from "./action_text";
import { use_field_title, use_own_columns } from "./plan_words";

const say = words({
    id: {
        verdict: (number: string | number) => `Putusan untuk baris ${number}`,
        agree: "Setuju",
        fix: "Perlu diperbaiki",
        comment: "Catatan untuk sekretariat",
        for: "Usulkan rumusan untuk",
        wording: (field: string | number) => `Usulan: ${field}`,
        wording_hint: "Ubah teksnya; bila tidak diubah, tidak ada usulan yang dikirim.",
        difference: "Perubahan yang diusulkan",
    },
    en: {
        verdict: (number: string | number) => `Verdict on row ${number}`,
        agree: "Agreed",
        fix: "Needs changes",
        comment: "Comment for the secretariat",
        for: "Suggest a wording for",
        wording: (field: string | number) => `Suggestion: ${field}`,
        wording_hint: "Change the text; unchanged, no suggestion is sent.",
        difference: "The suggested change",
    },
});

export interface Remark {
    is_open: boolean; // not when agreed after all: what was typed stays for a change of mind
    comment: string;
    field: string; // whose wording is on the screen
    wordings: Record<string, string>; // by field
}
export type Remarks = Record<string, Remark>; // by action; none or closed: agreed

export const new_remark = (): Remark => ({
    is_open: true,
    comment: "",
    field: "success_criterion",
    wordings: {},
});

export function Verdict(asked: {
    action: Action;
    remark: Remark | undefined;
    fault?: string;
    on_change: (remark: Remark) => void;
}) {
    const { action, remark } = asked;
    const is_open = remark?.is_open ?? false;
    return (
        <fieldset class="verdict no-print">
            <legend class="unseen">{say.verdict(action.number)}</legend>
            <div class="chips">
                <label class="check">
                    <input
                        type="radio"
                        name={`verdict-${action.id}`}
                        checked={!is_open}
                        onChange={() => remark && asked.on_change({ ...remark, is_open: false })}
                    />
                    {say.agree}
                </label>
                <label class="check">
                    <input
                        type="radio"
                        name={`verdict-${action.id}`}
                        checked={is_open}
                        onChange={() =>
                            asked.on_change({ ...(remark ?? new_remark()), is_open: true })
                        }
                    />
                    {say.fix}
                </label>
            </div>
            {remark && is_open && <RemarkFields {...asked} remark={remark} />}
        </fieldset>
    );
}

function RemarkFields(asked: {
    action: Action;
    remark: Remark;
    fault?: string;
    on_change: (remark: Remark) => void;
}) {
    const { action, remark } = asked;
    const field_title = use_field_title();
    const own = use_own_columns();
    const now = text_of(action, remark.field);
    const wording = remark.wordings[remark.field] ?? now;
    return (
        <>
            <Field id={`comment-${action.id}`} label={say.comment} fault={asked.fault}>
                <LongText
                    id={`comment-${action.id}`}
                    rows={2}
                    value={remark.comment}
                    on_text={(comment) => asked.on_change({ ...remark, comment })}
                />
            </Field>
            <Field id={`field-${action.id}`} label={say.for}>
                <select
                    id={`field-${action.id}`}
                    value={remark.field}
                    onChange={(event) =>
                        asked.on_change({ ...remark, field: event.currentTarget.value })
                    }
                >
                    {fields_of(action, own).map((field) => (
                        <option key={field} value={field}>
                            {field_title(field)}
                        </option>
                    ))}
                </select>
            </Field>
            <Field
                id={`wording-${action.id}`}
                label={say.wording(field_title(remark.field))}
                hint={say.wording_hint}
            >
                <LongText
                    id={`wording-${action.id}`}
                    rows={2}
                    value={wording}
                    aria-describedby={`wording-${action.id}-hint`}
                    on_text={(text) =>
                        asked.on_change({
                            ...remark,
                            wordings: { ...remark.wordings, [remark.field]: text },
                        })
                    }
                />
            </Field>
            {Object.entries(remark.wordings)
                .filter(([field, text]) => text !== text_of(action, field))
                .map(([field, text]) => (
                    <p key={field} class="hint">
                        {say.difference}, {field_title(field)}:{" "}
                        <Wording before={text_of(action, field)} after={text} />
                    </p>
                ))}
        </>
    );
}
