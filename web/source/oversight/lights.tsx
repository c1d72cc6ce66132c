// The traffic lights: agencies down, periods across. Each light has its word, the counts by state,
// and leads to the targets behind it.
import { Fragment } from "preact";
import { machines } from "../words/first";
import { target_state } from "../words/names";
import { is_final, state_title, words } from "../words/words";

const say = words({
    id: {
        title: "Perangkat daerah × periode",
        agency: "Perangkat daerah",
        late: (count: string | number) => `Terlambat ${count}`,
        not_begun: "Belum dimulai",
        running: (count: string | number) => `Belum dilaporkan ${count}`,
        checked: "Diperiksa",
        none: "–",
        legend: "Tiap angka adalah jumlah target.",
    },
    en: {
        title: "Agencies × periods",
        agency: "Agency",
        late: (count: string | number) => `Late ${count}`,
        not_begun: "Not begun",
        running: (count: string | number) => `Not reported ${count}`,
        checked: "Being checked",
        none: "–",
        legend: "Each number counts targets.",
    },
});

export interface Counted {
    agency: { id: string; name: string };
    period: string;
    state: string;
    days_left: number | null;
}

export interface PeriodName {
    code: string;
    title: string; // as the plan's kind calls it
}

// The targets of an agency in a period, as the list of targets filters them.
export const targets_address = (plan: string, period: string, agency: string) =>
    `/capaian?${new URLSearchParams({ rencana: plan, periode: period, perangkat: agency })}`;

// What a cell says: the worst first. Red is for lateness only. What is final is said in the words of
// its states and has no colour: not every end is an achievement.
export function light_of(targets: Counted[]): { colour: string; text: string } {
    const open = targets.filter((each) => each.state === target_state.open);
    const late = open.filter((each) => (each.days_left ?? 0) < 0).length;
    if (!targets.length) return { colour: "none", text: say.none };
    if (late) return { colour: "merah", text: say.late(late) };
    if (open.length) return { colour: "kuning", text: say.running(open.length) };
    if (targets.every((each) => is_final("targets", each.state)))
        return { colour: "none", text: counts(targets) };
    if (targets.every((each) => each.state === machines["targets"]?.initial))
        return { colour: "none", text: say.not_begun };
    return { colour: "biru", text: say.checked };
}

function counts(targets: Counted[]): string {
    const by_state = new Map<string, number>();
    for (const each of targets) by_state.set(each.state, (by_state.get(each.state) ?? 0) + 1);
    return [...by_state]
        .map(([state, count]) => `${count} ${state_title("targets", state)}`)
        .join(" · ");
}

export function Lights(asked: { plan: string; targets: Counted[]; periods: PeriodName[] }) {
    const agencies = new Map(asked.targets.map((each) => [each.agency.id, each.agency.name]));
    const rows = [...agencies].sort((one, other) => one[1].localeCompare(other[1]));
    return (
        <section class="part">
            <h2 id="lights">{say.title}</h2>
            <div class="table" tabIndex={0} role="region" aria-label={say.title}>
                <table class="cards">
                    <thead>
                        <tr>
                            <th scope="col">{say.agency}</th>
                            {asked.periods.map((period) => (
                                <th scope="col" key={period.code}>
                                    {period.title}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map(([id, name]) => (
                            <tr key={id}>
                                <th scope="row">{name}</th>
                                {asked.periods.map((period) => (
                                    <td key={period.code} data-label={period.title}>
                                        <Cell
                                            {...asked}
                                            period={period}
                                            agency={{ id, name }}
                                            targets={asked.targets.filter(
                                                (each) =>
                                                    each.agency.id === id &&
                                                    each.period === period.code,
                                            )}
                                        />
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            <p class="hint">{say.legend}</p>
        </section>
    );
}

function Cell(asked: {
    plan: string;
    period: PeriodName;
    agency: { id: string; name: string };
    targets: Counted[];
}) {
    const light = light_of(asked.targets);
    if (!asked.targets.length) return <Fragment>{light.text}</Fragment>;
    return (
        <>
            <a
                class={`light ${light.colour}`}
                href={targets_address(asked.plan, asked.period.code, asked.agency.id)}
            >
                {light.text}
                <span class="unseen">
                    , {asked.agency.name}, {asked.period.title}
                </span>
            </a>
            {light.text !== counts(asked.targets) && (
                <span class="hint"> {counts(asked.targets)}</span>
            )}
        </>
    );
}
