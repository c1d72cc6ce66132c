// Before a block is pasted: how many cells change, what they hold now, and what cannot be read.
import { Dialog } from "../parts/dialog";
import { words } from "../words/words";
import type { Block } from "./block";

const say = words({
    id: {
        title: "Tempel dari Excel",
        cells: (cells: string | number, rows: string | number) =>
            `${cells} sel pada ${rows} baris akan berubah.`,
        overwritten: (count: string | number) => `${count} sel yang sudah berisi diganti.`,
        fresh: (count: string | number) => `${count} baris baru ditambahkan.`,
        left_out: (count: string | number) =>
            `${count} sel di luar kolom terakhir tidak ikut ditempel.`,
        faults: (count: string | number) => `${count} sel perlu diperbaiki sesudah ditempel.`,
        row: "Baris",
        column: "Kolom",
        before: "Sekarang",
        after: "Menjadi",
        new_row: "baru",
        more: (count: string | number) => `… dan ${count} sel lagi.`,
        paste: (count: string | number) => `Tempel ${count} sel`,
        cancel: "Batal",
    },
    en: {
        title: "Paste from Excel",
        cells: (cells: string | number, rows: string | number) =>
            `${cells} cells in ${rows} rows will change.`,
        overwritten: (count: string | number) => `${count} cells that hold something are replaced.`,
        fresh: (count: string | number) => `${count} new rows are added.`,
        left_out: (count: string | number) =>
            `${count} cells beyond the last column are not pasted.`,
        faults: (count: string | number) => `${count} cells will have to be mended afterwards.`,
        row: "Row",
        column: "Column",
        before: "Now",
        after: "Becomes",
        new_row: "new",
        more: (count: string | number) => `… and ${count} cells more.`,
        paste: (count: string | number) => `Paste ${count} cells`,
        cancel: "Cancel",
    },
});

const shown_max = 12;

export function PasteDialog(asked: {
    block: Block;
    number_of: (row: number) => string;
    on_close: () => void;
    on_paste: () => void;
}) {
    const { cells, rows, overwritten, fresh, left_out } = asked.block;
    const faulty = cells.filter((each) => each.fault);
    // What is wrong first; of the rest the first ones.
    const shown = [...faulty, ...cells.filter((each) => !each.fault)].slice(0, shown_max);
    return (
        <Dialog title={say.title} on_close={asked.on_close} is_wide>
            <ul>
                <li>
                    <strong>{say.cells(cells.length, rows.length)}</strong>
                </li>
                {overwritten > 0 && <li>{say.overwritten(overwritten)}</li>}
                {fresh > 0 && <li>{say.fresh(fresh)}</li>}
                {left_out > 0 && <li>{say.left_out(left_out)}</li>}
                {faulty.length > 0 && <li class="fault">{say.faults(faulty.length)}</li>}
            </ul>
            <div class="buttons">
                <button type="button" class="primary" autoFocus onClick={asked.on_paste}>
                    {say.paste(cells.length)}
                </button>
                <button type="button" onClick={asked.on_close}>
                    {say.cancel}
                </button>
            </div>
            <div class="table" tabIndex={0} role="region" aria-label={say.title}>
                <table class="cards">
                    <thead>
                        <tr>
                            <th scope="col">{say.row}</th>
                            <th scope="col">{say.column}</th>
                            <th scope="col">{say.before}</th>
                            <th scope="col">{say.after}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {shown.map((each) => (
                            <tr key={`${each.row}/${each.column.id}`}>
                                <td data-label={say.row}>
                                    {asked.number_of(each.row) || say.new_row}
                                </td>
                                <td data-label={say.column}>{each.column.title}</td>
                                <td data-label={say.before}>{each.before}</td>
                                <td data-label={say.after}>
                                    {each.after}
                                    {each.fault && <p class="fault">{each.fault}</p>}
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {cells.length > shown.length && <p>{say.more(cells.length - shown.length)}</p>}
        </Dialog>
    );
}
