// A column of the matrix as a field of a form: the same reading of what is typed, one below the
// other.
import { useEffect, useState } from "preact/hooks";
import { Field, LongText } from "../parts/basics";
import type { Fields } from "../typed/merge";
import { is_same } from "../typed/merge";
import type { Agency, Column } from "./column";

const long_width = 15; // columns as wide as this get a line of their own

export function ColumnField(asked: {
    column: Column;
    values: Fields;
    agencies: Agency[];
    fault: string | null;
    hint?: string;
    on_text: (text: string) => void;
}) {
    const { column, values } = asked;
    const id = `field-${column.id}`;
    const held = (column.written ?? column.text).call(column, values);
    const [typed, type] = useState(held);
    // What is typed stays as typed while it means what is held: a blank at its end must not vanish
    // because the server has saved the text without it.
    const means = column.read(typed, values);
    const is_meant = Object.entries(means).every(([name, value]) => is_same(values[name], value));
    const is_near = typed.trim() === held.trim();
    useEffect(() => {
        if (!is_meant && !is_near) type(held);
    }, [held]);
    const text = is_meant || is_near ? typed : held;
    const set = (value: string) => {
        type(value);
        asked.on_text(value);
    };
    const before = column.editor === "agencies" ? text.slice(0, text.lastIndexOf(";") + 1) : "";
    const common = {
        id,
        "aria-describedby":
            [asked.hint && `${id}-hint`, asked.fault && `${id}-fault`].filter(Boolean).join(" ") ||
            undefined,
        "aria-invalid": asked.fault ? (true as const) : undefined,
    };
    const is_long = column.width >= long_width;
    const field = (
        <Field
            id={id}
            label={column.title}
            fault={asked.fault}
            hint={asked.hint}
            is_required={column.is_required}
        >
            {column.editor === "choice" ? (
                <select
                    {...common}
                    value={held}
                    onInput={(event) => set(event.currentTarget.value)}
                >
                    {!column.choices?.some((one) => one.title === held) && <option>{held}</option>}
                    {column.choices?.map((one) => (
                        <option key={one.value}>{one.title}</option>
                    ))}
                </select>
            ) : column.editor === "text" ? (
                <LongText {...common} value={text} on_text={set} rows={1} maxLength={2000} />
            ) : column.editor === "date" ? (
                <input
                    {...common}
                    type="date"
                    max="9999-12-31"
                    value={text}
                    onInput={(event) => set(event.currentTarget.value)}
                />
            ) : (
                <input
                    {...common}
                    value={text}
                    autoComplete="off"
                    inputMode={column.input_mode}
                    list={column.editor === "line" ? undefined : `${id}-agencies`}
                    onInput={(event) => set(event.currentTarget.value)}
                />
            )}
            {column.editor.startsWith("agenc") && (
                <datalist id={`${id}-agencies`}>
                    {asked.agencies.map((one) => (
                        <option key={one.id} value={before ? `${before} ${one.name}` : one.name}>
                            {one.short_name}
                        </option>
                    ))}
                </datalist>
            )}
        </Field>
    );
    return is_long ? <div class="whole">{field}</div> : field;
}
