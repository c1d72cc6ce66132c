// One action of a plan as a form: every field saves itself; its comments; the one before and after.
import { useMemo } from "preact/hooks";
import { Loading, Read } from "../parts/basics";
import { Comments } from "../parts/comments";
import { ConflictDialog } from "../parts/conflict_dialog";
import { PlanHead } from "../parts/plan_head";
import type { PageProperties } from "../parts/route";
import { SaveState } from "../parts/save_state";
import { use_list, use_one } from "../server/reading";
import { fetch_json, if_match, Problem } from "../server/server";
import { use_draft, type Saved } from "../typed/draft";
import type { Shapes } from "../words/first";
import { number } from "../words/format";
import { words } from "../words/words";
import type { Agency, Column, Frame } from "./column";
import { column_of, columns_of } from "./columns";
import { use_frame } from "./frame";
import { Closed } from "./matrix_bar";
import { ColumnField } from "./matrix_field";
import { body_of, cell_field, field_of, values_of, type Action, type Cell } from "./values";

const say = words({
    id: {
        all: "Semua rencana aksi",
        before: "Sebelumnya",
        after: "Berikutnya",
        heading: (at: string | number, title: string | number) => `${at}. ${title}`,
        target: "Capaian",
        counts_as: (value: string | number) => `Dihitung sebagai angka ${value}.`,
        counts_not: "Uraian: tidak dihitung dalam persentase.",
        mend: "Perbaiki isian",
    },
    en: {
        all: "All actions",
        before: "Previous",
        after: "Next",
        heading: (at: string | number, title: string | number) => `${at}. ${title}`,
        target: "Achievement",
        counts_as: (value: string | number) => `Counts as the number ${value}.`,
        counts_not: "Words: does not count in percentages.",
        mend: "Mend the field",
    },
});

type Plan = Shapes["plan"];

export default function ActionPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const plan = use_one<Plan>(`plans/${id}`);
    const action = use_one<Action>(`actions/${place.parameters["action"]!}`);
    const frame = use_frame(plan.data);
    return (
        <Read from={plan}>
            {(it) => (
                <>
                    <PlanHead plan={it} here="matriks" />
                    <Read from={action}>
                        {(one) =>
                            frame ? (
                                <One key={one.id} plan={it} action={one} frame={frame} />
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

function One(asked: { plan: Plan; action: Action; frame: Frame }) {
    const { plan, action, frame } = asked;
    const columns = useMemo(() => columns_of(frame), [frame]);
    const agencies = use_list<Agency>(
        plan.editing.allowed ? `agencies?region=${plan.region.code}&limit=200` : null,
    );
    if (agencies.data) frame.agencies = agencies.data;
    return (
        <>
            <Way plan={plan.id} action={action.id} />
            <section class="card" aria-labelledby="action-title">
                <h2 id="action-title">{say.heading(action.number, action.title)}</h2>
                {plan.editing.allowed ? (
                    <Form {...asked} columns={columns} />
                ) : (
                    <Facts {...asked} columns={columns} />
                )}
            </section>
            {!plan.editing.allowed && <Closed editing={plan.editing} commands={plan.commands} />}
            <Comments resource="actions" id={action.id} />
        </>
    );
}

const own_of = (frame: Frame) => frame.own.map((each) => each.code);

// The actions before and after this one, in the order of the matrix.
function Way(asked: { plan: string; action: string }) {
    const all = use_list<Action>(`plans/${asked.plan}/actions?limit=200`);
    const at = all.data?.findIndex((each) => each.id === asked.action) ?? -1;
    const link = (action: Action | undefined, title: string) =>
        action && (
            <a class="button" href={`/rencana/${asked.plan}/matriks/${action.id}`}>
                {title} ({action.number})
            </a>
        );
    return (
        <div class="buttons">
            <a class="button" href={`/rencana/${asked.plan}/matriks`}>
                {say.all}
            </a>
            {at > 0 && link(all.data?.[at - 1], say.before)}
            {at >= 0 && link(all.data?.[at + 1], say.after)}
        </div>
    );
}

function Facts(asked: { plan: Plan; action: Action; frame: Frame; columns: Column[] }) {
    const values = values_of(asked.action, asked.frame.periods, own_of(asked.frame));
    return (
        <dl class="facts">
            {asked.columns.slice(1).map((column) => {
                const period = asked.frame.periods.find((each) => cell_field(each) === column.id);
                const target = asked.action.targets.find((each) => each.period === period);
                return (
                    <div key={column.id}>
                        <dt>{column.title}</dt>
                        <dd class="written">
                            {column.text(values) || "–"}
                            {target && asked.plan.in_force_revision !== null && (
                                <>
                                    {" "}
                                    · <a href={`/capaian/${target.id}`}>{say.target}</a>
                                </>
                            )}
                        </dd>
                    </div>
                );
            })}
        </dl>
    );
}

function Form(asked: { action: Action; frame: Frame; columns: Column[] }) {
    const { action, columns } = asked;
    const { periods } = asked.frame;
    const own = own_of(asked.frame);
    const saved = (from: Action): Saved => ({
        version: from.version,
        values: values_of(from, periods, own),
    });
    const server = useMemo(() => saved(action), [action]);
    const draft = use_draft({
        key: `actions/${action.id}`,
        server,
        read: async () => saved(await fetch_json<Action>(`/api/v1/actions/${action.id}`)),
        field_of: (pointer, values) => field_of(pointer, values, periods),
        write: async (changes, version, base) => {
            const all = { ...base, ...changes };
            const errors = columns
                .filter((each) => each.fields.some((one) => one in changes))
                .flatMap((each) => {
                    const detail = each.fault(all);
                    const field = each.fields.find((one) => one in changes);
                    return detail ? [{ pointer: `/${field}`, detail }] : [];
                });
            if (errors.length) throw new Problem(422, { title: say.mend, errors });
            return saved(
                await fetch_json<Action>(`/api/v1/actions/${action.id}`, {
                    method: "PATCH",
                    headers: { "Content-Type": "application/json", ...if_match(version) },
                    body: JSON.stringify(body_of(changes, all, periods)),
                }),
            );
        },
    });
    const fault_of = (column: Column) =>
        draft.problem?.faults.find((each) => column_of(columns, each.pointer.slice(1)) === column)
            ?.detail ??
        column.doubt?.(draft.values) ??
        null;
    const label_of = (field: string) => column_of(columns, field)?.title ?? field;
    return (
        <>
            <SaveState
                draft={draft}
                label_of={label_of}
                id_of={(field) => `field-${column_of(columns, field)?.id ?? field}`}
            />
            <div class="form">
                {columns.map((column) => (
                    <ColumnField
                        key={column.id}
                        column={column}
                        values={draft.values}
                        agencies={asked.frame.agencies}
                        fault={fault_of(column)}
                        hint={
                            column.id.startsWith("cell:")
                                ? counted(draft.values[column.id] as Cell | null)
                                : undefined
                        }
                        on_text={(text) => {
                            const fields = column.read(text, draft.values);
                            for (const [field, value] of Object.entries(fields))
                                draft.set(field, value);
                        }}
                    />
                ))}
            </div>
            <ConflictDialog
                conflicts={draft.conflicts}
                label_of={label_of}
                show={(field, value) =>
                    column_of(columns, field)?.text({ ...draft.values, [field]: value }) ?? ""
                }
                on_settle={draft.settle}
            />
        </>
    );
}

const counted = (cell: Cell | null) =>
    cell
        ? cell.quantity === null
            ? say.counts_not
            : say.counts_as(number(cell.quantity, 6))
        : undefined;
