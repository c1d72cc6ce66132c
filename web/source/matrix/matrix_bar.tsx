// Above the matrix: why it cannot be edited, what is missing before it goes on, whether everything is
// saved, and what one can do with the whole of it.
import { Who } from "../parts/basics";
import type { Command } from "../server/commands";
import type { Shapes } from "../words/first";
import { command_title, words } from "../words/words";
import { incomplete, type MatrixRows } from "./rows";

const say = words({
    id: {
        closed: "Matriks ini hanya dapat dibaca",
        missing: "Yang masih kurang",
        saved: "Semua ketikan tersimpan.",
        saving: (count: string | number) => `Menyimpan ${count} baris…`,
        kept_here: (count: string | number) =>
            `${count} baris tersimpan di perangkat ini, dikirim lagi begitu server terjangkau.`,
        refused: (count: string | number) => `${count} baris belum tersimpan; lihat alasannya.`,
        incomplete: (count: string | number) => `${count} baris baru belum lengkap.`,
        show: "Tunjukkan",
        download: "Unduh",
        upload: "Unggah XLSX/CSV",
        undo: "Urungkan",
        print: "Cetak",
        hint: "Panah dan Tab berpindah, ketik atau F2 mengubah, Esc membatalkan, Ctrl+Z mengurungkan, Ctrl+V menempel dari Excel.",
        rows: (count: string | number) => `${count} rencana aksi`,
    },
    en: {
        closed: "This matrix is for reading only",
        missing: "What is missing",
        saved: "All that was typed is saved.",
        saving: (count: string | number) => `Saving ${count} rows…`,
        kept_here: (count: string | number) =>
            `${count} rows are kept on this device, sent again as soon as the server can be reached.`,
        refused: (count: string | number) => `${count} rows are not saved; see why.`,
        incomplete: (count: string | number) => `${count} new rows are incomplete.`,
        show: "Show",
        download: "Download",
        upload: "Upload XLSX/CSV",
        undo: "Undo",
        print: "Print",
        hint: "Arrows and Tab move, typing or F2 edits, Esc reverts, Ctrl+Z undoes, Ctrl+V pastes from Excel.",
        rows: (count: string | number) => `${count} actions`,
    },
});

export function Closed(asked: { editing: Shapes["plan"]["editing"]; commands: Command[] }) {
    if (!asked.editing.allowed)
        return (
            <div class="card no-print">
                <h2>{say.closed}</h2>
                <p>{asked.editing.reason}</p>
                {asked.editing.who && <Who who={asked.editing.who} />}
            </div>
        );
    const reasons = new Map<string, string[]>();
    for (const each of asked.commands)
        if (!each.allowed && each.reason)
            reasons.set(each.reason, [...(reasons.get(each.reason) ?? []), each.name]);
    if (!reasons.size) return null;
    return (
        <div class="card no-print">
            <h2>{say.missing}</h2>
            <ul>
                {[...reasons].map(([reason, names]) => (
                    <li key={reason}>
                        <strong>
                            {names.map((name) => command_title("plans", name)).join(", ")}
                        </strong>
                        : {reason}
                    </li>
                ))}
            </ul>
        </div>
    );
}

// Where all the rows are by now, in one sentence, worst first.
function summary(rows: MatrixRows): { text: string; at: number } {
    const at = (state: string) => rows.rows.findIndex((row) => row.keeper.state === state);
    const count = (...states: string[]) =>
        rows.rows.filter(
            ({ keeper }) => states.includes(keeper.state) && keeper.problem?.code !== incomplete,
        ).length;
    const is_stuck = (code: boolean) =>
        rows.rows.findIndex(
            ({ keeper }) =>
                keeper.state === "not_taken" && (keeper.problem?.code === incomplete) === code,
        );
    if (count("not_taken", "conflict"))
        return { text: say.refused(count("not_taken", "conflict")), at: is_stuck(false) };
    if (count("kept_here")) return { text: say.kept_here(count("kept_here")), at: at("kept_here") };
    if (count("waiting", "saving")) return { text: say.saving(count("waiting", "saving")), at: -1 };
    const begun = rows.rows.filter(({ keeper }) => keeper.problem?.code === incomplete).length;
    if (begun) return { text: say.incomplete(begun), at: is_stuck(true) };
    return { text: say.saved, at: -1 };
}

export function MatrixBar(asked: {
    plan: string;
    rows: MatrixRows;
    count: number; // of changes: draws anew
    is_editable: boolean;
    has_grid: boolean; // with its keys
    on_upload: () => void;
    on_undo: () => void;
    on_show: (row: number) => void;
}) {
    const now = summary(asked.rows);
    return (
        <>
            <div class="buttons">
                {asked.is_editable && (
                    <>
                        <button type="button" onClick={asked.on_upload}>
                            {say.upload}
                        </button>
                        {asked.has_grid && (
                            <button type="button" onClick={asked.on_undo}>
                                {say.undo}
                            </button>
                        )}
                    </>
                )}
                {["xlsx", "csv"].map((format) => (
                    <a
                        key={format}
                        class="button"
                        download
                        href={`/api/v1/plans/${asked.plan}/export?format=${format}`}
                    >
                        {say.download} {format.toUpperCase()}
                    </a>
                ))}
                <button type="button" onClick={() => print()}>
                    {say.print}
                </button>
            </div>
            <div class="saving no-print">
                <span>{say.rows(asked.rows.rows.length)}</span>
                {asked.is_editable && <span role="status">{now.text}</span>}
                {now.at >= 0 && asked.has_grid && (
                    <button type="button" onClick={() => asked.on_show(now.at)}>
                        {say.show}
                    </button>
                )}
            </div>
            {asked.is_editable && asked.has_grid && <p class="hint no-print">{say.hint}</p>}
        </>
    );
}
