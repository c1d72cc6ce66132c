// A new action where there is no grid to type it into: its title and phase, what the kind asks beside
// that, then its own page.
import { useMemo, useState } from "preact/hooks";
import { ErrorSummary, Field, LongText } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { go } from "../parts/route";
import type { Problem } from "../server/server";
import { use_kept } from "../typed/kept";
import { words } from "../words/words";
import type { Fields } from "../typed/merge";
import type { Frame } from "./column";
import { ColumnField } from "./matrix_field";
import { own_column } from "./own_column";
import type { MatrixRows } from "./rows";

const say = words({
    id: {
        title: "Rencana aksi baru",
        action: "Rencana aksi",
        phase: "Bidang/tahap",
        make: "Tambah dan lanjutkan",
        cancel: "Batal",
    },
    en: {
        title: "New action",
        action: "Action",
        phase: "Phase",
        make: "Add and go on",
        cancel: "Cancel",
    },
});

export function NewAction(asked: {
    plan: string;
    rows: MatrixRows;
    frame: Frame;
    on_close: () => void;
}) {
    const title = use_kept(`plans/${asked.plan}/new_title`, "");
    const { phases } = asked.frame;
    const own = useMemo(() => asked.frame.own.map(own_column), [asked.frame]);
    const [phase, choose] = useState(phases[0]?.code ?? "");
    const [values, set] = useState<Fields>({});
    const [problem, fail] = useState<Problem | null>(null);
    async function make(event: Event) {
        event.preventDefault();
        if (own.some((column) => column.fault(values))) return;
        const row = asked.rows.add({ ...values, title: title.value, phase });
        if (!(await row.keeper.flush())) return fail(row.keeper.problem);
        title.clear();
        go(`/rencana/${asked.plan}/matriks/${row.id}`);
    }
    return (
        <Dialog title={say.title} on_close={asked.on_close}>
            <form onSubmit={(event) => void make(event)}>
                <ErrorSummary problem={problem} field_of={() => "new-title"} />
                <Field id="new-title" label={say.action}>
                    <LongText
                        id="new-title"
                        value={title.value}
                        on_text={title.set}
                        maxLength={2000}
                        required
                    />
                </Field>
                <Field id="new-phase" label={say.phase}>
                    <select
                        id="new-phase"
                        value={phase}
                        onInput={(event) => choose(event.currentTarget.value)}
                    >
                        {phases.map(({ code, name }) => (
                            <option key={code} value={code}>
                                {name}
                            </option>
                        ))}
                    </select>
                </Field>
                {own.map((column) => (
                    <ColumnField
                        key={column.id}
                        column={column}
                        values={values}
                        agencies={[]}
                        fault={column.fault(values)}
                        on_text={(text) => set({ ...values, ...column.read(text, values) })}
                    />
                ))}
                <div class="buttons">
                    <button class="primary">{say.make}</button>
                    <button type="button" onClick={asked.on_close}>
                        {say.cancel}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
