// Pemantauan: each agency in each period as a light with its word, the way to the deadline, and who
// has to be reminded.
import { useState } from "preact/hooks";
import { Empty, Read, Title } from "../parts/basics";
import { Reminder } from "../parts/reminder";
import { set_query, type PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import type { Shapes } from "../words/first";
import { day, days_left, today } from "../words/format";
import { targets_reminder, type Owed } from "../words/reminder";
import { target_state } from "../words/names";
import { words } from "../words/words";
import type { Move } from "./burn_up";
import { BurnUp } from "./burn_up_chart";
import { Lights, targets_address, type Counted } from "./lights";

const say = words({
    id: {
        title: "Pemantauan",
        plan: "Rencana",
        period: "Periode",
        none: "Belum ada rencana yang berlaku. Target muncul di sini begitu rencana ditetapkan.",
        remind: "Siapa yang perlu diingatkan",
        nobody: (period: string | number) => `Tidak ada target ${period} yang menunggu laporan.`,
        not_begun: (period: string | number, date: string | number) =>
            `Periode ${period} mulai ${date}.`,
        agency: "Perangkat daerah",
        open: "Belum dilaporkan",
        late: "Terlambat",
        due: "Tenggat terdekat",
        one: "Ingatkan",
        one_of: (agency: string | number) => `Ingatkan ${agency}`,
        all_late: (count: string | number) => `Ingatkan semua yang terlambat (${count})`,
        all_open: (count: string | number) => `Ingatkan semua yang belum melapor (${count})`,
    },
    en: {
        title: "Monitoring",
        plan: "Plan",
        period: "Period",
        none: "No plan is in force yet. Targets appear here once a plan is adopted.",
        remind: "Who has to be reminded",
        nobody: (period: string | number) => `No target of ${period} waits for a report.`,
        not_begun: (period: string | number, date: string | number) =>
            `The period ${period} begins on ${date}.`,
        agency: "Agency",
        open: "Not reported",
        late: "Late",
        due: "Next due",
        one: "Remind",
        one_of: (agency: string | number) => `Remind ${agency}`,
        all_late: (count: string | number) => `Remind all who are late (${count})`,
        all_open: (count: string | number) => `Remind all who have not reported (${count})`,
    },
});

// Targets that stand in the matrix; a withdrawn one may have lost its action.
type Target = Counted & Owed & { id: string };
const stands = (target: Shapes["target_item"]) => target.agency && target.action;
type Plan = Shapes["plan_item"];

// On the desk of the agency: begun, and not reported.
const is_open = (target: { state: string }) => target.state === target_state.open;
// What was reported, whatever became of it; an end without a report is none.
const { reported, endorsed, signed_off } = target_state;
const was_reported = (state: string) =>
    [reported, endorsed, signed_off].some((each) => each === state);

export default function Monitoring({ place }: PageProperties) {
    const plans = use_list<Plan>("plans?limit=200");
    return (
        <>
            <Title>{say.title}</Title>
            <Read from={plans}>
                {(all) => {
                    const shown = all.filter((each) => each.in_force_revision !== null);
                    const wanted = place.query.get("rencana");
                    const plan = shown.find((each) => each.id === wanted) ?? shown[0];
                    if (!plan) return <Empty>{say.none}</Empty>;
                    return (
                        <OnePlan
                            key={plan.id}
                            plan={plan}
                            plans={shown}
                            period={place.query.get("periode")}
                        />
                    );
                }}
            </Read>
        </>
    );
}

// The period that runs, else the last one that began.
function current_period(plan: Plan, today_is: string) {
    const begun = plan.periods.filter((each) => each.from <= today_is);
    return begun.find((each) => each.cut_off >= today_is) ?? begun.at(-1) ?? plan.periods[0];
}

function OnePlan(asked: { plan: Plan; plans: Plan[]; period: string | null }) {
    const { plan } = asked;
    const targets = use_list<Shapes["target_item"]>(`targets?plan=${plan.id}&limit=200`);
    const history = use_list<Move>(`plans/${plan.id}/history?limit=200`);
    const period =
        plan.periods.find((each) => each.code === asked.period) ?? current_period(plan, today())!;
    return (
        <>
            <Choice {...asked} period={period.code} />
            <Read from={targets}>
                {(read) => {
                    const all = read.filter(stands) as Target[];
                    const here = all.filter((each) => each.period === period.code);
                    return (
                        <>
                            <ToRemind plan={plan} period={period} targets={here} />
                            <Lights plan={plan.id} targets={all} periods={plan.periods} />
                            <BurnUp
                                moves={history.data ?? []}
                                targets={new Set(here.map((each) => each.id))}
                                span={period}
                                days_left={here[0]?.days_left ?? null}
                                is_reported={was_reported}
                            />
                        </>
                    );
                }}
            </Read>
        </>
    );
}

function Choice(asked: { plan: Plan; plans: Plan[]; period: string }) {
    return (
        <div class="filters">
            <label class="long">
                {say.plan}
                <select
                    value={asked.plan.id}
                    onChange={(event) => set_query({ rencana: event.currentTarget.value })}
                >
                    {asked.plans.map((each) => (
                        <option key={each.id} value={each.id}>
                            {each.title}
                        </option>
                    ))}
                </select>
            </label>
            <div class="chips" role="group" aria-label={say.period}>
                {asked.plan.periods.map((each) => (
                    <button
                        key={each.code}
                        type="button"
                        class="chip"
                        aria-pressed={each.code === asked.period}
                        onClick={() => set_query({ periode: each.code })}
                    >
                        {each.title}
                    </button>
                ))}
            </div>
        </div>
    );
}

interface Owing {
    agency: { id: string; name: string };
    open: Target[];
    late: Target[];
}

// Agencies with something on their desk, the latest first.
function owing(targets: Target[]): Owing[] {
    const found = new Map<string, Owing>();
    for (const target of targets.filter(is_open)) {
        const row = found.get(target.agency.id) ?? { agency: target.agency, open: [], late: [] };
        row.open.push(target);
        if ((target.days_left ?? 0) < 0) row.late.push(target);
        found.set(target.agency.id, row);
    }
    return [...found.values()].sort(
        (one, other) =>
            other.late.length - one.late.length || one.agency.name.localeCompare(other.agency.name),
    );
}

function ToRemind(asked: {
    plan: Plan;
    period: { code: string; title: string; from: string };
    targets: Target[];
}) {
    const { plan, period } = asked;
    const [text, remind] = useState<string | null>(null);
    const rows = owing(asked.targets);
    const late = rows.filter((each) => each.late.length);
    const link = (agency: string) =>
        `${location.origin}${targets_address(plan.id, period.code, agency)}`;
    const text_for = (row: Owing, targets: Target[]) =>
        targets_reminder(row.agency.name, plan.title, targets, link(row.agency.id));
    const text_for_all = (some: Owing[], of: (row: Owing) => Target[]) =>
        remind(some.map((row) => text_for(row, of(row))).join("\n\n"));
    return (
        <section class="part">
            <h2 id="to-remind">{say.remind}</h2>
            {!rows.length && (
                <p>
                    {period.from > today()
                        ? say.not_begun(period.title, day(period.from))
                        : say.nobody(period.title)}
                </p>
            )}
            {rows.length > 0 && (
                <>
                    <div class="buttons">
                        {late.length > 0 && (
                            <button
                                type="button"
                                class="primary"
                                onClick={() => text_for_all(late, (row) => row.late)}
                            >
                                {say.all_late(late.length)}
                            </button>
                        )}
                        <button
                            type="button"
                            class={late.length ? undefined : "primary"}
                            onClick={() => text_for_all(rows, (row) => row.open)}
                        >
                            {say.all_open(rows.length)}
                        </button>
                    </div>
                    <OwedTable
                        rows={rows}
                        on_remind={(row) =>
                            remind(text_for(row, row.late.length ? row.late : row.open))
                        }
                    />
                </>
            )}
            {text !== null && <Reminder text={text} on_close={() => remind(null)} />}
        </section>
    );
}

function OwedTable(asked: { rows: Owing[]; on_remind: (row: Owing) => void }) {
    const next_of = (row: Owing) =>
        row.open.reduce((one, other) => ((one.due ?? "") <= (other.due ?? "") ? one : other));
    const late_or = (row: Owing, text: string | number) => (
        <span class={row.late.length ? "late" : undefined}>{text}</span>
    );
    return (
        <Table
            title={say.remind}
            rows={asked.rows}
            key_of={(row) => row.agency.id}
            columns={[
                { title: say.agency, of: (row) => row.agency.name },
                { title: say.open, kind: "number", of: (row) => row.open.length },
                { title: say.late, kind: "number", of: (row) => late_or(row, row.late.length) },
                {
                    title: say.due,
                    of: (row) => {
                        const next = next_of(row);
                        return late_or(row, `${day(next.due)} · ${days_left(next.days_left)}`);
                    },
                },
                {
                    title: say.one,
                    kind: "buttons",
                    of: (row) => (
                        <button
                            type="button"
                            aria-label={say.one_of(row.agency.name)}
                            onClick={() => asked.on_remind(row)}
                        >
                            {say.one}
                        </button>
                    ),
                },
            ]}
        />
    );
}
