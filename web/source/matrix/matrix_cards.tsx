// The matrix on a phone: a card for each action, which opens it as a form.
import { words } from "../words/words";
import { row_state } from "./matrix_cells";
import type { MatrixRows } from "./rows";
import type { Named } from "./values";

const say = words({
    id: { label: "Rencana aksi", fresh: "baru", untitled: "(tanpa judul)" },
    en: { label: "Actions", fresh: "new", untitled: "(no title)" },
});

export function MatrixCards(asked: { plan: string; rows: MatrixRows }) {
    return (
        <ul class="card" aria-label={say.label}>
            {asked.rows.rows.map((row) => {
                const { number, title, lead_agency } = row.values;
                const state = row_state(row);
                const text = `${(number as number | null) ?? say.fresh}. ${(title as string) || say.untitled}`;
                return (
                    <li key={row.key} class="task">
                        <div>
                            {row.id ? (
                                <a href={`/rencana/${asked.plan}/matriks/${row.id}`}>{text}</a>
                            ) : (
                                text
                            )}
                            <p class="beside">
                                <span>{(lead_agency as Named | null)?.name ?? "–"}</span>
                                {state.text && (
                                    <span class={state.is_bad ? "fault" : undefined}>
                                        {state.text}
                                    </span>
                                )}
                            </p>
                        </div>
                    </li>
                );
            })}
        </ul>
    );
}
