// The matrix as a grid of cells that is worked like a spreadsheet: keys move, typing edits, a block
// is pasted, the last change is taken back. The focus is moved in the page itself; a row is drawn
// anew only when its own text changes.
import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { announce } from "../parts/notice";
import type { Fields } from "../typed/merge";
import { words } from "../words/words";
import type { Agency, Column } from "./column";
import { RowCells, type Grid } from "./matrix_cells";
import { move, type At } from "./moves";
import type { MatrixRow, MatrixRows } from "./rows";
import { read_tsv } from "./tsv";
import { changes_between, still_standing, type Undo } from "./undo";
import { widest_word } from "./word_width";

const say = words({
    id: {
        label: "Matriks rencana aksi",
        required: "wajib",
        open: "Buka",
        remove: "Hapus",
        undone: (count: string | number) => `Diurungkan: ${count} sel.`,
        undone_rows: "Diurungkan.",
        nothing: "Tidak ada yang dapat diurungkan.",
    },
    en: {
        label: "Matrix of actions",
        required: "required",
        open: "Open",
        remove: "Delete",
        undone: (count: string | number) => `Undone: ${count} cells.`,
        undone_rows: "Undone.",
        nothing: "There is nothing to undo.",
    },
});

export const after_grid = "after-matrix"; // where Esc leads to from the grid

export interface TableProperties {
    plan: string;
    rows: MatrixRows;
    columns: Column[];
    periods: string[];
    agencies: Agency[];
    is_editable: boolean;
    undo: Undo;
    on_block: (at: At, block: string[][]) => void;
    on_remove: (row: MatrixRow) => void;
}

const is_field = (element: Element) => element.matches("input, select, textarea");

function at_of(element: Element): At | null {
    const cell = element.closest<HTMLTableCellElement>("tbody td, tbody th");
    const row = cell?.parentElement as HTMLTableRowElement | null;
    return cell && row ? { row: row.sectionRowIndex, column: cell.cellIndex } : null;
}

// What the table does with keys and the clipboard; made once.
class Hand implements Grid {
    table: HTMLTableElement | null = null;
    agencies: Agency[] = [];
    on_block: TableProperties["on_block"] = () => undefined;
    on_remove: TableProperties["on_remove"] = () => undefined;
    private active: HTMLElement | null = null;
    private wanted: At | null = null;
    private before: Fields = {};

    constructor(
        readonly plan: string,
        private all: MatrixRows,
        readonly columns: Column[],
        readonly periods: string[],
        readonly is_editable: boolean,
        private undo: Undo,
    ) {}

    private stop_at(at: At): HTMLElement | null {
        const cell = this.table?.tBodies[0]?.rows[at.row]?.cells[at.column];
        return cell?.querySelector<HTMLElement>("a, button") ?? cell ?? null;
    }

    // One stop for Tab in the whole grid: where one was last.
    private hold(stop: HTMLElement) {
        if (this.active) this.active.tabIndex = -1;
        this.active = stop;
        stop.tabIndex = 0;
    }

    private begin() {
        if (!this.is_editable || this.active?.isConnected) return;
        const first = this.stop_at({ row: 0, column: 0 });
        if (first) this.hold(first);
    }

    // As soon as it is drawn.
    focus_later(at: At) {
        this.wanted = at;
    }

    drawn() {
        this.begin();
        if (this.wanted && this.stop_at(this.wanted)) {
            this.focus(this.wanted);
            this.wanted = null;
        }
    }

    focus(at: At) {
        const stop = this.stop_at(at);
        if (!stop) return;
        this.hold(stop);
        stop.focus();
    }

    on_focus = (event: FocusEvent) => {
        const element = event.target as HTMLElement;
        const at = at_of(element);
        if (at && !is_field(element)) this.hold(this.stop_at(at) ?? element);
    };

    private place(event: Event) {
        const at = at_of(event.target as Element);
        if (!at) return null;
        return { at, row: this.all.rows[at.row], column: this.columns[at.column] };
    }

    private size = () => ({
        rows: this.all.rows.length,
        columns: this.columns.length + (this.is_editable ? 2 : 1),
    });

    on_grid_key = (event: KeyboardEvent) => {
        const element = event.target as Element;
        const here = this.place(event);
        if (!here?.row || is_field(element)) return;
        const { at, row, column } = here;
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
            event.preventDefault();
            void this.take_back();
            return;
        }
        if (event.altKey || event.metaKey) return;
        if (element.matches("a, button") && (event.key === "Enter" || event.key === " ")) return;
        if (event.key === "Escape") return document.getElementById(after_grid)?.focus();
        if (column && this.edit_by_key(row, column, event)) return event.preventDefault();
        const to = move(at, event, this.size());
        if (!to) return;
        event.preventDefault();
        this.focus(to);
    };

    private edit_by_key(row: MatrixRow, column: Column, event: KeyboardEvent): boolean {
        if (event.key === "F2") this.edit(row, column, null);
        else if (event.key === "Delete" || event.key === "Backspace") this.write(row, column, "");
        else if (event.key.length === 1 && !event.ctrlKey) this.edit(row, column, event.key);
        else return false;
        return true;
    }

    on_double_click = (event: MouseEvent) => {
        const here = this.place(event);
        if (here?.row && here.column && !is_field(event.target as Element))
            this.edit(here.row, here.column, null);
    };

    edit(row: MatrixRow, column: Column, typed: string | null) {
        this.before = row.values;
        row.editing = { column: column.id, before: column.text(row.values), typed };
        row.redraw();
    }

    on_typed = (row: MatrixRow, column: Column, text: string) =>
        row.set(column.read(text, row.values));

    on_left = (row: MatrixRow) => {
        if (!row.editing) return;
        row.editing = null;
        this.undo.push({ changes: changes_between(row.key, this.before, row.values) });
        row.redraw();
    };

    // In a cell that is being edited.
    on_key = (row: MatrixRow, event: KeyboardEvent) => {
        event.stopPropagation();
        const field = event.target as HTMLInputElement;
        const at = at_of(field)!;
        if (event.key === "Escape") {
            event.preventDefault();
            row.set(this.before);
            return this.focus(at);
        }
        if (event.key === "Enter" && (event.altKey || event.shiftKey)) {
            if (!event.altKey || !field.matches("textarea")) return;
            event.preventDefault();
            field.setRangeText("\n", field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
            field.dispatchEvent(new Event("input", { bubbles: true }));
            return;
        }
        const goes_on = event.key.startsWith("Arrow") && row.editing?.typed != null;
        const is_plain = field.matches("textarea") && goes_on;
        if (event.key !== "Enter" && event.key !== "Tab" && !is_plain) return;
        const to = move(at, event, this.size());
        if (!to) return;
        event.preventDefault();
        this.focus(to);
    };

    // A cell at once, as one step.
    write(row: MatrixRow, column: Column, text: string) {
        const before = row.values;
        row.set(column.read(text, before));
        this.undo.push({ changes: changes_between(row.key, before, row.values) });
    }

    on_paste = (event: ClipboardEvent) => {
        const here = this.place(event);
        if (!here?.row || !here.column || is_field(event.target as Element)) return;
        const block = read_tsv(event.clipboardData?.getData("text/plain") ?? "");
        event.preventDefault();
        if (block.length === 1 && block[0]!.length === 1)
            this.write(here.row, here.column, block[0]![0]!);
        else this.on_block(here.at, block);
    };

    // One cell; a block that was marked is the browser's to copy.
    on_copy = (event: ClipboardEvent) => {
        const here = this.place(event);
        if (!here?.row || !here.column || !document.getSelection()?.isCollapsed) return;
        event.clipboardData?.setData("text/plain", here.column.text(here.row.values));
        event.preventDefault();
    };

    async take_back() {
        const step = this.undo.pop();
        if (!step) return announce({ text: say.nothing }, { takes_focus: false });
        let count = 0;
        for (const key of new Set(step.changes.map((each) => each.row))) {
            const row = this.all.find(key);
            const standing = row ? still_standing(step.changes, key, row.values) : [];
            row?.set(Object.fromEntries(standing.map((each) => [each.field, each.before])));
            count += standing.length;
        }
        try {
            for (const key of step.added) {
                const row = this.all.find(key);
                if (row) await this.all.remove(row);
            }
            announce(
                { text: step.added.length ? say.undone_rows : say.undone(count) },
                { takes_focus: step.added.length > 0 },
            );
        } catch (fault) {
            announce({ text: (fault as Error).message, is_bad: true });
        }
    }
}

export function MatrixTable(asked: TableProperties & { hand_of?: (hand: Hand) => void }) {
    const [hand] = useState(
        () =>
            new Hand(
                asked.plan,
                asked.rows,
                asked.columns,
                asked.periods,
                asked.is_editable,
                asked.undo,
            ),
    );
    hand.agencies = asked.agencies;
    hand.on_block = asked.on_block;
    hand.on_remove = asked.on_remove;
    const { rows } = asked.rows;
    const widths = useMemo(
        () =>
            asked.columns.map(
                (each) => `max(calc(${each.width} * var(--u)), ${widest_word(each, rows)}px)`,
            ),
        [asked.columns, rows.length, asked.rows.version_sum],
    );
    // The same element again tells Preact that there is nothing to compare.
    const drawn = useRef(new Map<MatrixRow, VNode>()).current;
    const element_of = (row: MatrixRow) => {
        const made = drawn.get(row) ?? <RowCells key={row.key} row={row} grid={hand} />;
        drawn.set(row, made);
        return made;
    };
    useLayoutEffect(() => {
        asked.hand_of?.(hand);
        hand.drawn();
    });
    return (
        <div class="table matrix" role="region" aria-label={say.label} tabIndex={0}>
            <table
                role={asked.is_editable ? "grid" : undefined}
                aria-label={say.label}
                ref={(table) => void (hand.table = table)}
                onKeyDown={asked.is_editable ? hand.on_grid_key : undefined}
                onDblClick={asked.is_editable ? hand.on_double_click : undefined}
                onFocusIn={asked.is_editable ? hand.on_focus : undefined}
                onPaste={asked.is_editable ? hand.on_paste : undefined}
                onCopy={asked.is_editable ? hand.on_copy : undefined}
            >
                <colgroup>
                    {asked.columns.map((column, at) => (
                        <col key={column.id} style={{ width: widths[at] }} />
                    ))}
                    <col class="narrow no-print" />
                    {asked.is_editable && <col class="wide no-print" />}
                </colgroup>
                <thead>
                    <tr>
                        {asked.columns.map((column) => (
                            <th key={column.id} scope="col">
                                {column.title}
                                {column.is_required && <span class="hint"> ({say.required})</span>}
                            </th>
                        ))}
                        <th scope="col" class="no-print">
                            {say.open}
                        </th>
                        {asked.is_editable && (
                            <th scope="col" class="no-print">
                                {say.remove}
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>{asked.rows.rows.map(element_of)}</tbody>
            </table>
        </div>
    );
}

export type { Hand };
