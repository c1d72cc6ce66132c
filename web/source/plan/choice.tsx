// One of several, under its label.
import { Field } from "../parts/basics";

export function Choice(asked: {
    id: string;
    label: string;
    value: string;
    options: [string, string][];
    on_choose: (value: string) => void;
    fault: string | null;
}) {
    return (
        <Field id={asked.id} label={asked.label} fault={asked.fault}>
            <select
                id={asked.id}
                value={asked.value}
                onChange={(event) => asked.on_choose(event.currentTarget.value)}
            >
                {asked.options.map(([value, title]) => (
                    <option key={value} value={value}>
                        {title}
                    </option>
                ))}
            </select>
        </Field>
    );
}
