// One line of a form: its label, its fault, and a text, date or choice.
import type { ComponentChildren } from "preact";
import { Field } from "../parts/basics";
import type { Sending } from "./sending";

export interface InputProperties {
    form: string;
    name: string; // of the member
    label: string;
    value: string;
    on_text: (text: string) => void;
    sending: Sending;
    hint?: string;
    type?: "text" | "email" | "date" | "number" | "password";
    completion?: string; // what a browser may offer; nothing unless named
    is_required?: boolean;
    children?: ComponentChildren; // options: then it is a choice
}

export function Input(asked: InputProperties) {
    const id = `${asked.form}-${asked.name}`;
    const described = asked.hint ? `${id}-hint` : undefined;
    return (
        <Field
            id={id}
            label={asked.label}
            hint={asked.hint}
            fault={asked.sending.fault_of(asked.name)}
        >
            {asked.children ? (
                <select
                    id={id}
                    value={asked.value}
                    required={asked.is_required}
                    aria-describedby={described}
                    onChange={(event) => asked.on_text(event.currentTarget.value)}
                >
                    {asked.children}
                </select>
            ) : (
                <input
                    id={id}
                    type={asked.type ?? "text"}
                    value={asked.value}
                    required={asked.is_required}
                    aria-describedby={described}
                    autoComplete={asked.completion ?? "off"}
                    onInput={(event) => asked.on_text(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}
