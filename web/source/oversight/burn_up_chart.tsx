// The burn-up of a period: how many targets were reported and how many final, up to the deadline.
// Drawn, said in a sentence, and given as a table.
import { day, days_left, today } from "../words/format";
import { is_final, words } from "../words/words";
import { burn_up, type Move, type Step } from "./burn_up";

const say = words({
    id: {
        title: "Kemajuan menuju tenggat",
        sentence: (
            reported: string | number,
            final: string | number,
            all: string | number,
            due: string | number,
            left: string | number,
        ) =>
            `${reported} dari ${all} target sudah dilaporkan, ${final} final. Tenggat ${due}${left}.`,
        reported: "dilaporkan",
        final: "final",
        cut_off: "tenggat",
        today: "hari ini",
        all: (count: string | number) => `semua: ${count}`,
        table: "Angka pada grafik",
        date: "Tanggal",
    },
    en: {
        title: "Progress to the deadline",
        sentence: (
            reported: string | number,
            final: string | number,
            all: string | number,
            due: string | number,
            left: string | number,
        ) => `${reported} of ${all} targets are reported, ${final} final. Due ${due}${left}.`,
        reported: "reported",
        final: "final",
        cut_off: "due",
        today: "today",
        all: (count: string | number) => `all: ${count}`,
        table: "The numbers of the chart",
        date: "Date",
    },
});

export interface Span {
    from: string;
    cut_off: string;
    lock: string;
}

const width = 640;
const height = 220;
const edge = { left: 34, right: 12, top: 22, bottom: 30 };
const time = (date: string) => Date.parse(`${date.slice(0, 10)}T12:00:00Z`);

export function BurnUp(asked: {
    moves: Move[];
    targets: Set<string>;
    span: Span;
    days_left: number | null;
    is_reported: (state: string) => boolean;
}) {
    const { span } = asked;
    const total = asked.targets.size;
    const steps = burn_up(asked.moves, asked.targets, asked.is_reported, (state) =>
        is_final("targets", state),
    );
    const last = steps.at(-1) ?? { day: span.from, reported: 0, final: 0 };
    const left = asked.days_left === null ? "" : ` (${days_left(asked.days_left)})`;
    return (
        <section class="part" aria-labelledby="burn-up">
            <h2 id="burn-up">{say.title}</h2>
            <p>{say.sentence(last.reported, last.final, total, day(span.cut_off), left)}</p>
            <figure class="card chart" tabIndex={0} aria-label={say.title}>
                <Chart steps={steps} total={total} span={span} />
            </figure>
            <details class="card">
                <summary>{say.table}</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say.date}</th>
                            <th scope="col" class="number">
                                {say.reported}
                            </th>
                            <th scope="col" class="number">
                                {say.final}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {steps.map((step) => (
                            <tr key={step.day}>
                                <th scope="row">{day(step.day)}</th>
                                <td class="number">{step.reported}</td>
                                <td class="number">{step.final}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </details>
        </section>
    );
}

function Chart(asked: { steps: Step[]; total: number; span: Span }) {
    const { span, total } = asked;
    const now = today();
    const from = time(span.from);
    const to = Math.max(time(span.lock), Math.min(time(now), time(span.lock)));
    const x = (date: string) => {
        const share = (Math.min(Math.max(time(date), from), to) - from) / (to - from || 1);
        return edge.left + share * (width - edge.left - edge.right);
    };
    const y = (count: number) =>
        height - edge.bottom - (count / (total || 1)) * (height - edge.top - edge.bottom);
    // Stairs: a number holds until the day on which it changes.
    const line = (of: (step: Step) => number) => {
        let path = `M${x(span.from)} ${y(0)}`;
        for (const step of asked.steps) path += `H${x(step.day)}V${y(of(step))}`;
        return now > span.from ? `${path}H${x(now)}` : path;
    };
    const mark = (date: string, text: string, anchor: "start" | "end", at: number) => (
        <>
            <line x1={x(date)} x2={x(date)} y1={edge.top - 8} y2={y(0)} class="mark" />
            <text x={x(date) + (anchor === "end" ? -4 : 4)} y={at} text-anchor={anchor}>
                {text}
            </text>
        </>
    );
    return (
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="burn-up">
            <line x1={edge.left} x2={width - edge.right} y1={y(0)} y2={y(0)} class="axis" />
            <line x1={edge.left} x2={width - edge.right} y1={y(total)} y2={y(total)} class="mark" />
            <text x={edge.left - 4} y={y(0)} text-anchor="end">
                0
            </text>
            <text x={edge.left - 4} y={y(total) + 4} text-anchor="end">
                {total}
            </text>
            {mark(span.cut_off, `${say.cut_off} ${day(span.cut_off)}`, "end", 12)}
            {now >= span.from && now <= span.lock && mark(now, say.today, "end", height - 12)}
            <text x={edge.left} y={height - 12}>
                {day(span.from)}
            </text>
            <path d={line((step) => step.reported)} class="reported" />
            <path d={line((step) => step.final)} class="final" />
            <g class="legend">
                <line x1={edge.left + 10} x2={edge.left + 34} y1={46} y2={46} class="reported" />
                <text x={edge.left + 40} y={50}>
                    {say.reported}
                </text>
                <line x1={edge.left + 10} x2={edge.left + 34} y1={66} y2={66} class="final" />
                <text x={edge.left + 40} y={70}>
                    {say.final}
                </text>
            </g>
        </svg>
    );
}
