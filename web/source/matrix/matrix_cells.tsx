// One row of the matrix: plain cells, and in the one that is being edited its field. A row is drawn
// anew only when it changes itself.
import { Component } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../words/words";
import type { Agency, Column } from "./column";
import { column_of } from "./columns";
import { incomplete, type MatrixRow } from "./rows";
import { field_of } from "./values";

const say = words({
    id: {
        fresh: "baru",
        saved: "",
        waiting: "menyimpan…",
        kept_here: "tersimpan di perangkat ini",
        conflict: "bentrok: pilih isinya",
        not_taken: "belum tersimpan",
        incomplete: "belum lengkap",
        open: "Buka",
        open_row: (title: string | number) => `Buka: ${title}`,
        remove: "Hapus",
        remove_row: (title: string | number) => `Hapus: ${title}`,
        edit: (column: string | number) => `Ubah ${column}`,
    },
    en: {
        fresh: "new",
        saved: "",
        waiting: "saving…",
        kept_here: "kept on this device",
        conflict: "two versions: choose",
        not_taken: "not saved",
        incomplete: "incomplete",
        open: "Open",
        open_row: (title: string | number) => `Open: ${title}`,
        remove: "Delete",
        remove_row: (title: string | number) => `Delete: ${title}`,
        edit: (column: string | number) => `Edit ${column}`,
    },
});

// What the rows ask of the table; the same object as long as the table is there.
export interface Grid {
    plan: string;
    columns: Column[];
    periods: string[];
    agencies: Agency[];
    is_editable: boolean;
    on_typed: (row: MatrixRow, column: Column, text: string) => void;
    on_key: (row: MatrixRow, event: KeyboardEvent) => void;
    on_left: (row: MatrixRow) => void;
    on_remove: (row: MatrixRow) => void;
}

export function row_state(row: MatrixRow): { text: string; is_bad: boolean } {
    const { state, problem } = row.keeper;
    if (problem?.code === incomplete) return { text: say.incomplete, is_bad: false };
    if (state === "saving") return { text: say.waiting, is_bad: false };
    return { text: say[state], is_bad: state === "not_taken" || state === "conflict" };
}

// What is wrong with a cell: our own reading of it first, then the server's.
function fault_of(row: MatrixRow, column: Column, grid: Grid): string | null {
    const own = column.fault(row.values);
    if (own && !row.fresh) return own;
    if (row.keeper.problem?.code === incomplete) return null;
    const told = row.keeper.problem?.faults.find(({ pointer }) => {
        const field = field_of(pointer, row.values, grid.periods);
        return column_of(grid.columns, field) === column;
    });
    return told?.detail ?? own;
}

export class RowCells extends Component<{ row: MatrixRow; grid: Grid }> {
    override componentDidMount() {
        this.props.row.redraw = () => this.setState({});
    }
    override render() {
        const { row, grid } = this.props;
        const title = String(row.values["title"] ?? "");
        return (
            <tr data-row={row.key}>
                {grid.columns.map((column, at) => (
                    <Cell key={column.id} row={row} column={column} grid={grid} is_first={!at} />
                ))}
                <td class="no-print" tabIndex={-1}>
                    {row.id && (
                        <a
                            href={`/rencana/${grid.plan}/matriks/${row.id}`}
                            tabIndex={grid.is_editable ? -1 : undefined}
                            aria-label={say.open_row(title)}
                        >
                            {say.open}
                        </a>
                    )}
                </td>
                {grid.is_editable && (
                    <td class="no-print" tabIndex={-1}>
                        <button
                            type="button"
                            class="quiet"
                            tabIndex={-1}
                            aria-label={say.remove_row(title)}
                            onClick={() => grid.on_remove(row)}
                        >
                            {say.remove}
                        </button>
                    </td>
                )}
            </tr>
        );
    }
}

function Cell(asked: { row: MatrixRow; column: Column; grid: Grid; is_first: boolean }) {
    const { row, column, grid } = asked;
    const is_edited = row.editing?.column === column.id;
    // Below the field the cell stays as it was, so that the table keeps its shape while one types.
    const text = is_edited ? row.editing!.before : column.text(row.values);
    const is_judged = grid.is_editable && !is_edited;
    const fault = is_judged ? fault_of(row, column, grid) : null;
    const doubt = is_judged && !fault ? column.doubt?.(row.values) : null;
    const kind = [column.is_number && "number", fault && "faulty", is_edited && "edited"]
        .filter(Boolean)
        .join(" ");
    const below = (
        <>
            {is_edited && <CellEditor row={row} column={column} grid={grid} text={text} />}
            {fault && <p class="fault">{fault}</p>}
            {doubt && <p class="doubt">{doubt}</p>}
        </>
    );
    if (!asked.is_first)
        return (
            <td class={kind || undefined} tabIndex={grid.is_editable ? -1 : undefined}>
                {text}
                {(is_edited || fault || doubt) && below}
            </td>
        );
    const state = row_state(row);
    return (
        <th scope="row" class={kind} tabIndex={grid.is_editable ? -1 : undefined}>
            {text || say.fresh}
            {below}
            {grid.is_editable && state.text && (
                <span class={state.is_bad ? "row-state fault" : "row-state"}>{state.text}</span>
            )}
            {row.keeper.state === "not_taken" && !row.keeper.problem?.faults.length && (
                <p class={state.is_bad ? "fault" : "doubt"}>{row.keeper.problem?.message}</p>
            )}
        </th>
    );
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// The field of the one cell that is edited. What was typed to open it is its first text.
function CellEditor(asked: { row: MatrixRow; column: Column; grid: Grid; text: string }) {
    const { row, column, grid } = asked;
    const element = useRef<Field | null>(null);
    const typed = row.editing?.typed ?? null;
    const is_free = column.editor !== "choice" && column.editor !== "date";
    const [text, change] = useState(
        (is_free ? typed : null) ?? column.written?.(row.values) ?? asked.text,
    );
    // Before the next key arrives.
    useLayoutEffect(() => {
        const field = element.current;
        if (!field) return;
        field.focus({ preventScroll: true });
        if (is_free && !(field instanceof HTMLSelectElement)) {
            field.setSelectionRange(field.value.length, field.value.length);
            if (typed !== null) grid.on_typed(row, column, typed);
        } else if (column.editor === "choice" && typed) choose(typed);
        grow(field);
    }, []);
    // The browser's own search in a list does not know the key that opened it.
    const letters = useRef("");
    function choose(letter: string) {
        letters.current += letter.toLowerCase();
        const is_meant = (title: string) => title.toLowerCase().startsWith(letters.current);
        const meant = column.choices?.find((one) => is_meant(one.title));
        if (meant) type(meant.title);
    }
    function type(value: string) {
        change(value);
        grid.on_typed(row, column, value);
    }
    const common = {
        ref: (field: Field | null) => void (element.current = field),
        class: "cell-input",
        value: text,
        "aria-label": say.edit(column.title),
        onInput: (event: Event) => {
            const field = event.currentTarget as Field;
            type(field.value);
            grow(field);
        },
        onKeyDown(event: KeyboardEvent) {
            grid.on_key(row, event);
            if (column.editor !== "choice" || event.key.length > 1 || event.ctrlKey) return;
            event.preventDefault();
            choose(event.key);
        },
        onBlur: () => document.hasFocus() && grid.on_left(row),
    };
    if (column.editor === "choice")
        return (
            <select {...common}>
                {!column.choices?.some((one) => one.title === text) && <option>{text}</option>}
                {column.choices?.map((one) => (
                    <option key={one.value}>{one.title}</option>
                ))}
            </select>
        );
    if (column.editor === "text") return <textarea {...common} rows={1} maxLength={2000} />;
    if (column.editor === "date") return <input {...common} type="date" max="9999-12-31" />;
    const before = column.editor === "agencies" ? text.slice(0, text.lastIndexOf(";") + 1) : "";
    return (
        <>
            <input
                {...common}
                autoComplete="off"
                list={column.editor === "line" ? undefined : "agencies"}
                inputMode={column.input_mode}
            />
            {column.editor !== "line" && (
                <datalist id="agencies">
                    {grid.agencies.map((one) => (
                        <option key={one.id} value={before ? `${before} ${one.name}` : one.name}>
                            {one.short_name}
                        </option>
                    ))}
                </datalist>
            )}
        </>
    );
}

function grow(field: Field) {
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
}
