// A table whose rows become cards on a phone: each cell then says which column it is of.
import type { ComponentChildren } from "preact";
import { words } from "../words/words";
import { Empty } from "./basics";

const say = words({
    id: { nothing: "Tidak ada yang cocok." },
    en: { nothing: "Nothing fits." },
});

export interface Column<T> {
    title: string;
    of: (row: T) => ComponentChildren;
    kind?: "number" | "buttons" | "name"; // the title of buttons is only read out
}

// A row is named by the column of that kind, else by the first. A column that is false is left out.
export function Table<T>(asked: {
    title: string;
    columns: (Column<T> | false)[];
    rows: T[];
    key_of: (row: T, at: number) => string | number;
}) {
    if (!asked.rows.length) return <Empty>{say.nothing}</Empty>;
    const columns = asked.columns.filter((each) => each !== false);
    const name = columns.find((each) => each.kind === "name") ?? columns[0];
    const align = ({ kind }: Column<T>) =>
        kind === "number" ? "number" : kind === "buttons" ? "no-print" : undefined;
    return (
        <div class="table" tabIndex={0} role="region" aria-label={asked.title}>
            <table class="cards">
                <thead>
                    <tr>
                        {columns.map((each) => (
                            <th key={each.title} scope="col" class={align(each)}>
                                {each.kind === "buttons" ? (
                                    <span class="unseen">{each.title}</span>
                                ) : (
                                    each.title
                                )}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {asked.rows.map((row, at) => (
                        <tr key={asked.key_of(row, at)}>
                            {columns.map((each) =>
                                each === name ? (
                                    <th key={each.title} scope="row">
                                        {each.of(row)}
                                    </th>
                                ) : (
                                    <td
                                        key={each.title}
                                        class={align(each)}
                                        data-label={
                                            each.kind === "buttons" ? undefined : each.title
                                        }
                                    >
                                        {each.of(row)}
                                    </td>
                                ),
                            )}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
