// What pasting a block of cells would do to a matrix: said before it is done. Pure.
import { is_same, type Fields } from "../typed/merge";
import { spelling, type Column } from "./column";
import type { At } from "./moves";

export interface CellChange {
    row: number; // of the matrix; beyond its end, a new one
    column: Column;
    before: string;
    after: string;
    fault: string | null;
}

export interface Block {
    rows: { row: number; fields: Fields }[];
    cells: CellChange[]; // that become different
    overwritten: number; // of them, that held something
    fresh: number; // new rows
    left_out: number; // cells beyond the last column
}

const headings_min = 3;

// The columns that the block's first row names, when it is a header.
function columns_named(first: string[], columns: Column[]): (Column | null)[] | null {
    const named = first.map(
        (text) => columns.find((column) => spelling(column.title) === spelling(text)) ?? null,
    );
    return named.filter(Boolean).length >= headings_min ? named : null;
}

export function plan_block(
    block: string[][],
    at: At,
    columns: Column[],
    there: Fields[],
    empty: Fields,
): Block {
    const named = columns_named(block[0] ?? [], columns);
    const lines = named ? block.slice(1) : block;
    const out: Block = { rows: [], cells: [], overwritten: 0, fresh: 0, left_out: 0 };
    let row = at.row;
    for (const line of lines) {
        const is_fresh = row >= there.length;
        if (is_fresh && line.every((text) => !text.trim())) continue;
        const before = there[row] ?? empty;
        let after = before;
        const touched = line.flatMap((text, place) => {
            const column = named ? named[place] : columns[at.column + place];
            if (!column) {
                if (text.trim()) ++out.left_out;
                return [];
            }
            if (column.text(before) !== text) after = { ...after, ...column.read(text, after) };
            return [column];
        });
        for (const column of touched) {
            const change = {
                row,
                column,
                before: column.text(before),
                after: column.text(after),
                fault: column.fault(after),
            };
            if (change.before === change.after) continue;
            out.cells.push(change);
            if (change.before && !is_fresh) ++out.overwritten;
        }
        const fields = Object.fromEntries(
            Object.entries(after).filter(([field, value]) => !is_same(value, before[field])),
        );
        if (is_fresh) ++out.fresh;
        if (is_fresh || Object.keys(fields).length) out.rows.push({ row, fields });
        ++row;
    }
    return out;
}
