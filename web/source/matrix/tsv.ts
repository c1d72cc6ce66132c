// A block of cells as spreadsheet programs put it on the clipboard: tabs between cells, line ends
// between rows, quotes round a cell that holds either of them. Pure.

export const block_rows_max = 500; // as many as a plan may hold

// The cell that begins at `from`, and where it ends. A quote that is never closed, or that is
// followed by more text, belongs to the text.
function read_cell(text: string, from: number): { cell: string; to: number } {
    if (text[from] === '"') {
        let cell = "";
        for (let at = from + 1; at < text.length; ++at) {
            if (text[at] !== '"') cell += text[at];
            else if (text[at + 1] === '"') cell += text[++at];
            else if (at + 1 === text.length || "\t\r\n".includes(text[at + 1]!))
                return { cell, to: at + 1 };
            else break;
        }
    }
    let to = from;
    while (to < text.length && !"\t\r\n".includes(text[to]!)) ++to;
    return { cell: text.slice(from, to), to };
}

export function read_tsv(text: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    for (let at = 0; ; ) {
        const { cell, to } = read_cell(text, at);
        row.push(cell.replaceAll(/\r\n?/g, "\n"));
        at = to + 1;
        if (text[to] === "\t") continue;
        rows.push(row);
        row = [];
        if (text[to] === "\r" && text[at] === "\n") ++at;
        // A line end closes a row; it does not begin an empty one.
        if (at >= text.length) break;
    }
    return rows;
}

const quoted = (cell: string) =>
    /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const write_tsv = (rows: string[][]): string =>
    rows.map((row) => row.map(quoted).join("\t")).join("\n");
