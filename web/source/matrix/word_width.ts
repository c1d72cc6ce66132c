// How wide a column of the matrix must be so that none of its words is broken: as wide as its
// longest word is drawn. A browser measures that by itself only for tables that it lays out anew at
// every key.
import type { Column } from "./column";
import type { MatrixRow } from "./rows";

const letter_rem = 0.9; // as in .matrix table
const padding_rem = 1.1; // of a cell, both sides, with its line
const known = new Map<string, number>(); // by word, in pixels
let pen: CanvasRenderingContext2D | null | undefined;

function width_of(word: string): number {
    if (pen === undefined) {
        pen = document.createElement("canvas").getContext("2d");
        const { fontFamily } = getComputedStyle(document.body);
        if (pen) pen.font = `600 ${letter_rem * rem()}px ${fontFamily}`; // the widest in use
    }
    const found = known.get(word) ?? Math.ceil(pen?.measureText(word).width ?? 0);
    known.set(word, found);
    return found;
}

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

// In pixels, with the cell's padding.
export function widest_word(column: Column, rows: MatrixRow[]): number {
    let widest = 0;
    for (const text of [column.title, ...rows.map((row) => column.text(row.values))])
        for (const word of text.split(/[\s\-–—]+/)) widest = Math.max(widest, width_of(word));
    return Math.ceil(widest + padding_rem * rem());
}
