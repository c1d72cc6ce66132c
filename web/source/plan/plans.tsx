// Rencana: every plan that one may see, how far it is, and who it waits for.
import { Empty, Read, Title } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { ReturnedLine } from "../parts/returned";
import { set_query, type PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import { kind_title, use_kinds, type Kind } from "../server/kinds";
import { use_list } from "../server/reading";
import { has_role, type Shapes } from "../words/first";
import { plan_years, years_of } from "../words/format";
import { state_title, words } from "../words/words";
import { NewPlan } from "./new_plan";
import { Stepper } from "./stepper";
import { Waiting } from "./waiting_for";

const say = words({
    id: {
        title: "Rencana",
        fresh: "RAD baru",
        filters: "Saringan",
        kind: "Jenis",
        year: "Tahun",
        region: "Wilayah",
        state: "Tahap",
        all: "Semua",
        plan: "Rencana",
        waiting: "Menunggu",
        amendment: (number: string | number) => `Perubahan; revisi ${number} tetap berlaku`,
        none: "Belum ada rencana yang dapat Anda lihat.",
        none_here: "Tidak ada rencana pada saringan ini.",
        clear: "Hapus saringan",
        count: (count: string | number) => `${count} rencana`,
    },
    en: {
        title: "Plans",
        fresh: "New plan",
        filters: "Filters",
        kind: "Kind",
        year: "Year",
        region: "Region",
        state: "Step",
        all: "All",
        plan: "Plan",
        waiting: "Waits for",
        amendment: (number: string | number) => `Amendment; revision ${number} stays in force`,
        none: "There is no plan yet that you may see.",
        none_here: "No plans under these filters.",
        clear: "Clear the filters",
        count: (count: string | number) => (count === 1 ? "1 plan" : `${count} plans`),
    },
});

type Plan = Shapes["plan_item"];

// What the address and the API call a filter, and what it looks at.
// A plan of several years is found by each of them.
const filters: Record<string, (plan: Plan) => string[]> = {
    kind: (plan) => [plan.kind],
    year: (plan) => years_of(plan).map(String),
    region: (plan) => [plan.region.code],
    state: (plan) => [plan.state],
};

export default function Plans({ place }: PageProperties) {
    const plans = use_list<Plan>("plans?limit=200");
    const kinds = use_kinds();
    return (
        <>
            <Title
                beside={
                    has_role("secretariat") && (
                        <button
                            type="button"
                            class="primary"
                            onClick={() => set_query({ baru: "1" })}
                        >
                            {say.fresh}
                        </button>
                    )
                }
            >
                {say.title}
            </Title>
            <Read from={plans}>
                {(all) => (
                    <>
                        <Filtered all={all} query={place.query} kinds={kinds.data} />
                        {place.query.has("baru") && kinds.data && (
                            <Dialog
                                title={say.fresh}
                                on_close={() => set_query({ baru: null })}
                                is_wide
                            >
                                <NewPlan
                                    plans={all}
                                    kinds={kinds.data.filter((each) => each.for_new_plans)}
                                    every_kind={kinds.data}
                                />
                            </Dialog>
                        )}
                    </>
                )}
            </Read>
        </>
    );
}

function Filtered(asked: { all: Plan[]; query: URLSearchParams; kinds: Kind[] | undefined }) {
    const chosen = Object.keys(filters).filter((name) => asked.query.get(name));
    const shown = asked.all
        .filter((plan) =>
            chosen.every((name) => filters[name]!(plan).includes(asked.query.get(name)!)),
        )
        .sort(
            (one, other) => other.year - one.year || (one.region.code < other.region.code ? -1 : 1),
        );
    const titles: Record<string, (plan: Plan, value: string) => string> = {
        kind: (plan) => kind_title(asked.kinds, plan.kind),
        year: (_, value) => value,
        region: (plan) => plan.region.name,
        state: (plan) => state_title("plans", plan.state),
    };
    const labels: Record<string, string> = {
        kind: say.kind,
        year: say.year,
        region: say.region,
        state: say.state,
    };
    if (!asked.all.length) return <Empty>{say.none}</Empty>;
    return (
        <>
            <div class="filters" role="group" aria-label={say.filters}>
                {Object.keys(filters).map((name) => {
                    const options = new Map(
                        asked.all.flatMap((plan) =>
                            filters[name]!(plan).map((value): [string, string] => [
                                value,
                                titles[name]!(plan, value),
                            ]),
                        ),
                    );
                    return (
                        <div key={name}>
                            <label for={`filter-${name}`}>{labels[name]}</label>
                            <select
                                id={`filter-${name}`}
                                value={asked.query.get(name) ?? ""}
                                onChange={(event) =>
                                    set_query({ [name]: event.currentTarget.value })
                                }
                            >
                                <option value="">{say.all}</option>
                                {[...options].map(([value, title]) => (
                                    <option key={value} value={value}>
                                        {title}
                                    </option>
                                ))}
                            </select>
                        </div>
                    );
                })}
            </div>
            <p class="hint" role="status">
                {say.count(shown.length)}
            </p>
            {shown.length ? (
                <PlanTable plans={shown} kinds={asked.kinds} />
            ) : (
                <Empty>
                    <p>{say.none_here}</p>
                    <button
                        type="button"
                        onClick={() =>
                            set_query(Object.fromEntries(chosen.map((name) => [name, null])))
                        }
                    >
                        {say.clear}
                    </button>
                </Empty>
            )}
        </>
    );
}

function PlanTable(asked: { plans: Plan[]; kinds: Kind[] | undefined }) {
    return (
        <Table
            title={say.title}
            rows={asked.plans}
            key_of={(plan) => plan.id}
            columns={[
                {
                    title: say.plan,
                    of: (plan) => (
                        <>
                            <a href={`/rencana/${plan.id}`}>{plan.title}</a>
                            <p class="beside">
                                <span>{plan.region.name}</span>
                                <span>{plan_years(plan)}</span>
                            </p>
                        </>
                    ),
                },
                {
                    title: say.state,
                    of: (plan) => (
                        <>
                            <Stepper
                                resource="plans"
                                state={plan.state}
                                began_outside={plan.registered}
                                is_small
                            />
                            {plan.open_revision && plan.in_force_revision !== null && (
                                <p class="hint">{say.amendment(plan.in_force_revision)}</p>
                            )}
                            <ReturnedLine back={plan.returned} />
                        </>
                    ),
                },
                {
                    title: say.waiting,
                    of: (plan) => <Waiting waiting_for={plan.waiting_for} shown_max={2} />,
                },
            ]}
        />
    );
}
