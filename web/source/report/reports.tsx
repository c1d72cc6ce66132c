// Laporan periode: the reports of the regions one sees, with what each still lacks.
import { Empty, Read, State, Title } from "../parts/basics";
import { Filter } from "../parts/filter";
import { ReturnedLine } from "../parts/returned";
import type { PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import { machines } from "../words/first";
import { day, number, period_and_year } from "../words/format";
import { titles_by_code } from "../words/fields";
import { words } from "../words/words";
import type { ReportItem } from "./report_item";

const say = words({
    id: {
        title: "Laporan periode",
        filters: "Saring",
        region: "Wilayah",
        kind: "Jenis rencana",
        period: "Periode",
        state: "Status",
        due: "Tenggat",
        targets: "Target",
        gaps: "Kekurangan",
        no_gaps: "tidak ada",
        score: "Nilai rata-rata",
        none: "Belum ada laporan periode. Laporan dibuat begitu rencana berlaku.",
        none_here: "Tidak ada laporan pada saringan ini.",
        clear: "Hapus saringan",
    },
    en: {
        title: "Period reports",
        filters: "Filter",
        region: "Region",
        kind: "Kind of plan",
        period: "Period",
        state: "State",
        due: "Due",
        targets: "Targets",
        gaps: "Gaps",
        no_gaps: "none",
        score: "Mean score",
        none: "No period reports yet. They are made when a plan comes into force.",
        none_here: "No reports under this filter.",
        clear: "Clear the filter",
    },
});

export default function Reports({ place }: PageProperties) {
    const reports = use_list<ReportItem>("reports?limit=200");
    return (
        <>
            <Title>{say.title}</Title>
            <Read from={reports}>
                {(all) =>
                    all.length ? <Found all={all} query={place.query} /> : <Empty>{say.none}</Empty>
                }
            </Read>
        </>
    );
}

function Found(asked: { all: ReportItem[]; query: URLSearchParams }) {
    const { all, query } = asked;
    const regions = new Map(all.map((each) => [each.region.code, each.region.name]));
    const by_due = [...all].sort((one, other) => (one.due ?? "").localeCompare(other.due ?? ""));
    const periods = titles_by_code(by_due.map((each) => [each.period, each.period_title]));
    const kinds = new Map(all.map((each) => [each.kind, each.kind_title]));
    const states = Object.entries(machines["reports"]?.states ?? {});
    const fits = (name: string, value: string) => !query.get(name) || query.get(name) === value;
    const shown = all
        .filter(
            (each) =>
                fits("wilayah", each.region.code) &&
                fits("jenis", each.kind) &&
                fits("periode", each.period) &&
                fits("status", each.state),
        )
        .sort((one, other) => (one.due ?? "").localeCompare(other.due ?? ""));
    return (
        <>
            <div class="choices" role="group" aria-label={say.filters}>
                <Filter name="wilayah" label={say.region} query={query}>
                    {[...regions]}
                </Filter>
                <Filter name="jenis" label={say.kind} query={query}>
                    {[...kinds]}
                </Filter>
                <Filter name="periode" label={say.period} query={query}>
                    {[...periods]}
                </Filter>
                <Filter name="status" label={say.state} query={query}>
                    {states.map(([name, each]) => [name, each.title])}
                </Filter>
            </div>
            {shown.length ? (
                <Rows items={shown} />
            ) : (
                <Empty>
                    <p>{say.none_here}</p>
                    <p>
                        <a href="/laporan">{say.clear}</a>
                    </p>
                </Empty>
            )}
        </>
    );
}

function Rows(asked: { items: ReportItem[] }) {
    return (
        <Table
            title={say.title}
            rows={asked.items}
            key_of={(item) => item.id}
            columns={[
                {
                    title: say.region,
                    of: (item) => (
                        <a href={`/laporan/${item.id}`}>
                            {item.region.name} {period_and_year(item)}
                        </a>
                    ),
                },
                { title: say.kind, of: (item) => item.kind_title },
                { title: say.due, of: (item) => day(item.due) },
                {
                    title: say.state,
                    of: (item) => (
                        <>
                            <State resource="reports" state={item.state} />
                            <ReturnedLine back={item.returned} />
                        </>
                    ),
                },
                { title: say.targets, kind: "number", of: (item) => number(item.totals.targets) },
                {
                    title: say.gaps,
                    kind: "number",
                    of: (item) => item.gaps.length || say.no_gaps,
                },
                {
                    title: say.score,
                    kind: "number",
                    of: (item) => number(item.totals.scores?.total),
                },
            ]}
        />
    );
}
