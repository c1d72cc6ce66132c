// Laporan periode of one region: what it adds up, what is missing with its reason, what the region
// above will see, and the commands.
import { useRef, useState } from "preact/hooks";
import { Due, Read, State, Title } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { announce } from "../parts/notice";
import { Returned } from "../parts/returned";
import type { PageProperties } from "../parts/route";
import { kind_of, use_kinds } from "../server/kinds";
import { use_list, use_one, type Reading } from "../server/reading";
import type { TargetItem } from "../target/achievement";
import { Class } from "../target/target_record";
import { use_kept } from "../typed/kept";
import { locale, machines, type Shapes } from "../words/first";
import { number, plan_years } from "../words/format";
import { state_title, words } from "../words/words";
import { Gaps, GapsToExplain, reason_of, type Reasons } from "./gaps";
import { Answers, Questions, type Flush } from "./questions";
import type { Report, Totals } from "./report_item";

const say = words({
    id: {
        list: "Laporan periode",
        title: (region: string | number, period: string | number) => `Laporan ${period} ${region}`,
        totals: "Rekapitulasi",
        targets: "Target",
        states: "Menurut status",
        classes: "Menurut kelas capaian",
        scores: "Nilai rata-rata",
        score: (administration: string | number, substance: string | number) =>
            `administrasi ${administration}, substansi ${substance}`,
        below: "Laporan wilayah di bawahnya",
        received: (count: string | number, all: string | number) => `${count} dari ${all} diterima`,
        submitted: (count: string | number) => `${count} menunggu diterima`,
        gaps: "Kekurangan",
        no_gaps: "Tidak ada kekurangan: semua target selesai dan semua laporan diterima.",
        preview: "Yang akan dilihat wilayah di atasnya",
        next: "Langkah berikutnya",
        unexplained: (count: string | number) =>
            `${count} kekurangan belum beralasan. Isi alasannya, lalu ajukan.`,
    },
    en: {
        list: "Period reports",
        title: (region: string | number, period: string | number) => `Report ${period} ${region}`,
        totals: "Totals",
        targets: "Targets",
        states: "By state",
        classes: "By achievement class",
        scores: "Mean score",
        score: (administration: string | number, substance: string | number) =>
            `administration ${administration}, substance ${substance}`,
        below: "Reports of the regions below",
        received: (count: string | number, all: string | number) => `${count} of ${all} received`,
        submitted: (count: string | number) => `${count} waiting to be received`,
        gaps: "Gaps",
        no_gaps: "There are no gaps: every target is final and every report was received.",
        preview: "What the region above will see",
        next: "Next step",
        unexplained: (count: string | number) =>
            count === 1
                ? "1 gap has no reason yet. Give it, then submit."
                : `${count} gaps have no reason yet. Give them, then submit.`,
    },
});

export default function ReportPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const item = use_one<Report>(`reports/${id}`);
    return <Read from={item}>{(report) => <Shown item={item} report={report} />}</Read>;
}

function Shown(asked: { item: Reading<Report>; report: Report }) {
    const { report, item } = asked;
    const kept = use_kept<Reasons>(`gaps/${report.id}`, {});
    const kind = kind_of(use_kinds().data, report);
    const targets = use_list<TargetItem>(
        `targets?plan=${report.plan}&period=${report.period}&limit=200`,
    ).data;
    const [is_checked, check] = useState(false);
    const flush = useRef<Flush | null>(null);
    // By what the command can ever be told, not by what is lacking now: reasons that were given
    // once may be given anew.
    const submit = (report.commands ?? []).find((each) =>
        machines["reports"]?.commands[each.name]?.needs.includes("gaps"),
    );
    // Also while the command itself still waits for an answer.
    const is_writing = report.editable ?? false;
    const gaps = report.gaps.map((each) => ({
        ...each,
        reason: reason_of(each, kept.value),
        target: targets?.find((one) => one.id === each.id),
    }));
    const empty = gaps.filter((each) => !each.reason.trim());
    // Asked here, where the fields are, before the server says the same.
    async function before() {
        if (!is_writing) return true;
        const saved = flush.current ? await flush.current() : report.version;
        if (saved === false || !empty.length) return saved;
        check(true);
        announce({ text: say.unexplained(empty.length), is_bad: true }, { takes_focus: false });
        document.getElementById(`gap-${empty[0]!.id}`)?.focus();
        return false;
    }
    return (
        <>
            <p class="crumbs">
                <a href="/laporan">{say.list}</a> › {report.region.name} {plan_years(report)} ›{" "}
                {report.period_title}
            </p>
            <Title
                beside={
                    <p class="beside">
                        <State resource="reports" state={report.state} />
                        <Due due={report.due} days={null} />
                        <span>{report.kind_title}</span>
                    </p>
                }
            >
                {say.title(report.region.name, report.period_title)}
            </Title>
            <Returned back={report.returned} />
            <section class="card" aria-label={say.totals}>
                <h2>{say.totals}</h2>
                <Sums totals={report.totals} kind={kind} />
            </section>
            <Questions report={report} set={item.set} flush={flush} is_writing={is_writing} />
            <section class="card" aria-label={say.gaps}>
                <h2>
                    {say.gaps} <span class="count">{gaps.length}</span>
                </h2>
                {!gaps.length && <p class="note">{say.no_gaps}</p>}
                {is_writing ? (
                    <GapsToExplain gaps={gaps} kept={kept} is_checked={is_checked} />
                ) : (
                    <Gaps gaps={gaps} />
                )}
            </section>
            <section class="card" aria-label={say.next}>
                <h2>{say.next}</h2>
                {is_writing && (
                    <details>
                        <summary>{say.preview}</summary>
                        <Sums totals={report.totals} kind={kind} />
                        {report.questions.length > 0 && <Answers questions={report.questions} />}
                        <Gaps gaps={gaps} />
                    </details>
                )}
                <CommandBar
                    resource="reports"
                    item={report}
                    first={submit?.name}
                    before={before}
                    prefill={{ gaps: gaps.map(({ id, reason }) => ({ id, reason })) }}
                    on_done={() => {
                        kept.clear();
                        void item.reload();
                    }}
                    on_stale={() => void item.reload()}
                />
            </section>
        </>
    );
}

function Sums(asked: { totals: Totals; kind: Shapes["kind"] | undefined }) {
    const { totals, kind } = asked;
    const below = totals.reports_below;
    return (
        <dl class="facts">
            <div>
                <dt>{say.targets}</dt>
                <dd>
                    <strong>{number(totals.targets)}</strong>
                </dd>
            </div>
            <div>
                <dt>{say.states}</dt>
                {Object.entries(totals.states).map(([state, count]) => (
                    <dd key={state}>
                        {number(count)} {state_title("targets", state)}
                    </dd>
                ))}
            </div>
            <div>
                <dt>{say.classes}</dt>
                {!Object.keys(totals.classes).length && <dd>–</dd>}
                {(kind?.classes ?? [])
                    .filter((each) => totals.classes[each.code])
                    .map((each) => (
                        <dd key={each.code}>
                            {number(totals.classes[each.code])}{" "}
                            <Class
                                name={each.name[locale]}
                                colour={each.colour}
                                letter={each.letter}
                            />
                        </dd>
                    ))}
            </div>
            <div>
                <dt>{say.scores}</dt>
                <dd>
                    <strong>{number(totals.scores?.total)}</strong>{" "}
                    {totals.scores && (
                        <span class="hint">
                            {say.score(
                                number(totals.scores.administration),
                                number(totals.scores.substance),
                            )}
                        </span>
                    )}
                </dd>
            </div>
            {below.total > 0 && (
                <div>
                    <dt>{say.below}</dt>
                    <dd>{say.received(below.received, below.total)}</dd>
                    {below.submitted > 0 && <dd>{say.submitted(below.submitted)}</dd>}
                </div>
            )}
        </dl>
    );
}
