// Where a key leads in a grid of cells, as in a spreadsheet. Pure.

export interface At {
    row: number;
    column: number;
}

export interface Size {
    rows: number;
    columns: number;
}

export interface Stroke {
    key: string;
    shiftKey: boolean;
    ctrlKey: boolean;
}

const page_rows = 10;

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

// Null where the key leads nowhere in the grid: no key of movement, or a Tab past its ends, which
// goes on with the page.
export function move(at: At, stroke: Stroke, size: Size): At | null {
    const to = (rows: number, columns: number): At => ({
        row: within(at.row + rows, size.rows),
        column: within(at.column + columns, size.columns),
    });
    switch (stroke.key) {
        case "ArrowDown":
            return to(stroke.ctrlKey ? size.rows : 1, 0);
        case "ArrowUp":
            return to(stroke.ctrlKey ? -size.rows : -1, 0);
        case "ArrowRight":
            return to(0, stroke.ctrlKey ? size.columns : 1);
        case "ArrowLeft":
            return to(0, stroke.ctrlKey ? -size.columns : -1);
        case "PageDown":
            return to(page_rows, 0);
        case "PageUp":
            return to(-page_rows, 0);
        case "Home":
            return to(stroke.ctrlKey ? -size.rows : 0, -size.columns);
        case "End":
            return to(stroke.ctrlKey ? size.rows : 0, size.columns);
        case "Enter":
            return to(stroke.shiftKey ? -1 : 1, 0);
        case "Tab":
            return along(at, stroke.shiftKey ? -1 : 1, size);
        default:
            return null;
    }
}

// The next cell in reading order.
function along(at: At, step: number, size: Size): At | null {
    const place = at.row * size.columns + at.column + step;
    if (place < 0 || place >= size.rows * size.columns) return null;
    return { row: Math.floor(place / size.columns), column: place % size.columns };
}
