// The matrix of a plan: as quick as a spreadsheet where it may be edited, a table to read where not,
// a list of cards on a phone.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Loading, Read } from "../parts/basics";
import { CopyAccountCard } from "../parts/copy_account";
import { announce } from "../parts/notice";
import { PlanHead } from "../parts/plan_head";
import type { PageProperties } from "../parts/route";
import { use_list, use_one, type Reading } from "../server/reading";
import type { Shapes } from "../words/first";
import { words } from "../words/words";
import type { Block } from "./block";
import { plan_block } from "./block";
import type { Agency, Frame } from "./column";
import { columns_of } from "./columns";
import { use_frame } from "./frame";
import { MatrixBar, Closed } from "./matrix_bar";
import { MatrixCards } from "./matrix_cards";
import { MatrixConflicts } from "./matrix_conflicts";
import { NewAction } from "./matrix_new";
import { PasteDialog } from "./matrix_paste";
import { after_grid, MatrixTable, type Hand } from "./matrix_table";
import { MatrixUpload } from "./matrix_upload";
import type { At } from "./moves";
import { MatrixRows, type MatrixRow } from "./rows";
import { Undo } from "./undo";
import { empty_values, type Action } from "./values";

const say = words({
    id: {
        add: "Tambah baris",
        removed: (title: string | number) => `Baris dihapus: ${title}`,
        empty_title: "(tanpa judul)",
        pasted: (cells: string | number, fresh: string | number) =>
            Number(fresh)
                ? `${cells} sel ditempel, ${fresh} baris baru.`
                : `${cells} sel ditempel.`,
        nothing_pasted: "Isinya sudah sama; tidak ada sel yang berubah.",
    },
    en: {
        add: "Add a row",
        removed: (title: string | number) => `Row deleted: ${title}`,
        empty_title: "(no title)",
        pasted: (cells: string | number, fresh: string | number) =>
            Number(fresh) ? `${cells} cells pasted, ${fresh} new rows.` : `${cells} cells pasted.`,
        nothing_pasted: "The cells say the same already; none was changed.",
    },
});

type Plan = Shapes["plan"];

export default function Matrix({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const plan = use_one<Plan>(`plans/${id}`);
    const actions = use_list<Action>(`plans/${id}/actions?limit=200`);
    const frame = use_frame(plan.data);
    return (
        <Read from={plan}>
            {(it) => (
                <>
                    <PlanHead plan={it} here="matriks" />
                    <CopyAccountCard key={id} plan={id} />
                    <Read from={actions}>
                        {(all) =>
                            frame ? (
                                <Sheet plan={plan} actions={actions} all={all} frame={frame} />
                            ) : (
                                <Loading />
                            )
                        }
                    </Read>
                </>
            )}
        </Read>
    );
}

const narrow = matchMedia("(max-width: 44rem)");

function use_narrow(): boolean {
    const [is_narrow, change] = useState(narrow.matches);
    useEffect(() => {
        const look = () => change(narrow.matches);
        narrow.addEventListener("change", look);
        look();
        return () => narrow.removeEventListener("change", look);
    }, []);
    return is_narrow;
}

const look_again_after = 1500;

function Sheet(asked: {
    plan: Reading<Plan>;
    actions: Reading<Action[]>;
    all: Action[];
    frame: Frame;
}) {
    const { frame } = asked;
    const plan = asked.plan.data!;
    const is_editable = plan.editing.allowed;
    const is_narrow = use_narrow();
    const columns = useMemo(() => columns_of(frame), [frame]);
    const own = useMemo(() => frame.own.map((each) => each.code), [frame]);
    const [rows] = useState(() => new MatrixRows(plan.id, columns, frame.periods, own, asked.all));
    const [undo] = useState(() => new Undo());
    const [block, ask] = useState<Block | null>(null);
    const [is_uploading, upload] = useState(false);
    const [is_adding, add_by_form] = useState(false);
    const hand = useRef<Hand | null>(null);
    const count = use_count(rows, asked.plan);
    const agencies = use_list<Agency>(
        is_editable ? `agencies?region=${plan.region.code}&limit=200` : null,
    );
    if (agencies.data) frame.agencies = agencies.data;
    useEffect(() => rows.renew(asked.all), [asked.all]);

    function on_block(at: At, cells: string[][]) {
        const there = rows.rows.map((row) => row.values);
        const found = plan_block(cells, at, columns, there, empty_values(frame.periods, own));
        if (found.rows.length) ask(found);
        else announce({ text: say.nothing_pasted }, { takes_focus: false });
    }

    async function on_remove(row: MatrixRow) {
        const at = rows.rows.indexOf(row);
        try {
            await rows.remove(row);
            announce({
                text: say.removed(String(row.values["title"] || say.empty_title)),
                undo: async () => {
                    hand.current?.focus_later({ row: at, column: 0 });
                    rows.bring_back(row, at);
                    await row.keeper.flush();
                },
            });
        } catch (fault) {
            announce({ text: (fault as Error).message, is_bad: true });
        }
    }

    function add() {
        const last = rows.rows.at(-1);
        const column = columns.findIndex((each) => each.id === "title");
        hand.current?.focus_later({ row: rows.rows.length, column });
        rows.add({ phase: last?.values["phase"] ?? frame.phases[0]?.code ?? "" });
    }

    function paste(found: Block) {
        ask(null);
        const step = rows.take_block(found, frame.phases[0]?.code ?? "");
        undo.push(step);
        announce({
            text: say.pasted(found.cells.length, found.fresh),
            undo: async () => hand.current?.take_back(),
        });
    }

    return (
        <>
            <Closed editing={plan.editing} commands={plan.commands} />
            <MatrixBar
                plan={plan.id}
                rows={rows}
                count={count}
                is_editable={is_editable}
                has_grid={!is_narrow}
                on_upload={() => upload(true)}
                on_undo={() => void hand.current?.take_back()}
                on_show={(at) => hand.current?.focus({ row: at, column: 0 })}
            />
            {is_narrow ? (
                <MatrixCards plan={plan.id} rows={rows} />
            ) : (
                <MatrixTable
                    plan={plan.id}
                    rows={rows}
                    columns={columns}
                    periods={frame.periods}
                    agencies={frame.agencies}
                    is_editable={is_editable}
                    undo={undo}
                    on_block={on_block}
                    on_remove={(row) => void on_remove(row)}
                    hand_of={(made) => (hand.current = made)}
                />
            )}
            {is_editable && (
                <div class="buttons">
                    <button
                        type="button"
                        id={after_grid}
                        onClick={is_narrow ? () => add_by_form(true) : add}
                    >
                        {say.add}
                    </button>
                </div>
            )}
            {block && (
                <PasteDialog
                    block={block}
                    number_of={(row) => columns[0]!.text(rows.rows[row]?.values ?? {})}
                    on_close={() => ask(null)}
                    on_paste={() => paste(block)}
                />
            )}
            {is_adding && (
                <NewAction
                    plan={plan.id}
                    rows={rows}
                    frame={frame}
                    on_close={() => add_by_form(false)}
                />
            )}
            {is_uploading && (
                <MatrixUpload
                    plan={plan.id}
                    columns={columns}
                    frame={frame}
                    before={() => rows.flush()}
                    on_close={() => upload(false)}
                    on_taken={async () => {
                        upload(false);
                        await Promise.all([asked.actions.reload(), asked.plan.reload()]);
                    }}
                />
            )}
            <MatrixConflicts rows={rows} columns={columns} count={count} />
        </>
    );
}

// Draws the page anew when a row does; what is missing is asked again when the rows have come to
// rest.
function use_count(rows: MatrixRows, plan: Reading<Plan>): number {
    const [count, redraw] = useState(0);
    useEffect(() => {
        let is_due = false;
        let timer: ReturnType<typeof setTimeout> | undefined;
        let versions = rows.version_sum;
        rows.on_change = () => {
            if (is_due) return;
            is_due = true;
            setTimeout(() => {
                is_due = false;
                redraw((before) => before + 1);
                if (rows.version_sum === versions) return;
                versions = rows.version_sum;
                clearTimeout(timer);
                timer = setTimeout(() => void plan.reload(), look_again_after);
            });
        };
        const now_online = () => void rows.flush();
        addEventListener("online", now_online);
        return () => {
            clearTimeout(timer);
            removeEventListener("online", now_online);
            rows.on_change = () => undefined;
            void rows.flush();
        };
    }, [rows]);
    return count;
}
