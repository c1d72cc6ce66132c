// What a list is narrowed by: a choice that stands in the address.
import { words } from "../words/words";
import { set_query } from "./route";

const say = words({ id: { all: "Semua" }, en: { all: "All" } });

export function Filter(asked: {
    name: string;
    label: string;
    query: URLSearchParams;
    start?: [string, string]; // what nothing chosen means, and the name of all
    children: [string, string][];
}) {
    const id = `filter-${asked.name}`;
    return (
        <div class="field">
            <label for={id}>{asked.label}</label>
            <select
                id={id}
                value={asked.query.get(asked.name) ?? ""}
                onChange={(event) => set_query({ [asked.name]: event.currentTarget.value })}
            >
                <option value="">{asked.start?.[0] ?? say.all}</option>
                {asked.start && <option value={asked.start[1]}>{say.all}</option>}
                {asked.children.map(([value, title]) => (
                    <option key={value} value={value}>
                        {title}
                    </option>
                ))}
            </select>
        </div>
    );
}
