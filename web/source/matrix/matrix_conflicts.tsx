// Where two people wrote different things into the same cell: one row after the other is settled.
import { ConflictDialog } from "../parts/conflict_dialog";
import type { Column } from "./column";
import { column_of } from "./columns";
import type { MatrixRows } from "./rows";

export function MatrixConflicts(asked: {
    rows: MatrixRows;
    columns: Column[];
    count: number; // of changes: draws anew
}) {
    const row = asked.rows.rows.find((each) => each.keeper.conflicts.length);
    if (!row) return null;
    return (
        <ConflictDialog
            key={row.key}
            conflicts={row.keeper.conflicts}
            label_of={(field) => column_of(asked.columns, field)?.title ?? field}
            show={(field, value) =>
                column_of(asked.columns, field)?.text({ ...row.values, [field]: value }) ?? ""
            }
            on_settle={(choices) => row.keeper.settle(choices)}
        />
    );
}
