// Wilayah: regions by periods, as a map of squares and as a table that leads to each report; who
// has no plan yet; and the gaps that were declared.
import { Empty, Loading, Read, State, Title } from "../parts/basics";
import { set_query, type PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import { newest_of_each, use_kinds, type Kind } from "../server/kinds";
import { use_list } from "../server/reading";
import { locale, type Shapes } from "../words/first";
import { day, plan_years, today, years_of } from "../words/format";
import { words } from "../words/words";
import {
    colour_of,
    has_plan,
    region_state,
    RegionTiles,
    short_name,
    type RegionRow,
} from "./region_tiles";

const say = words({
    id: {
        title: "Wilayah",
        kind: "Jenis rencana",
        year: "Tahun",
        region: "Wilayah",
        state: "Rencana",
        all: "Semua wilayah",
        table: "Wilayah × periode",
        final: (final: string | number, all: string | number) => `${final} dari ${all} final`,
        open: (count: string | number) => `${count} belum dilaporkan`,
        checked: (count: string | number) => `${count} diperiksa`,
        overdue: (count: string | number) => `${count} terlambat`,
        report: "Laporan",
        due: "Tenggat laporan",
        version: (version: string | number) => `jenis rencana versi ${version}`,
        other: "bukan periode rencana ini",
        without: "Belum menyusun rencana",
        none: "Tidak ada wilayah pada saringan ini.",
        gaps: "Kekurangan yang dinyatakan",
        no_gaps: "Belum ada kekurangan yang dinyatakan dengan alasan.",
        what: "Yang kurang",
        reason: "Alasan",
        period: "Periode",
    },
    en: {
        title: "Regions",
        kind: "Kind of plan",
        year: "Year",
        region: "Region",
        state: "Plan",
        all: "All regions",
        table: "Regions × periods",
        final: (final: string | number, all: string | number) => `${final} of ${all} final`,
        open: (count: string | number) => `${count} not reported`,
        checked: (count: string | number) => `${count} being checked`,
        overdue: (count: string | number) => `${count} late`,
        report: "Report",
        due: "Report due",
        version: (version: string | number) => `version ${version} of the kind`,
        other: "no period of this plan",
        without: "No plan drafted yet",
        none: "No regions under this filter.",
        gaps: "Declared gaps",
        no_gaps: "No gap has been declared with a reason yet.",
        what: "What is missing",
        reason: "Reason",
        period: "Period",
    },
});

type Report = Omit<Shapes["report_item"], "gaps"> & {
    due?: string;
    gaps: { id: string; what: string; reason: string | null; label?: string }[];
};

// More than these are shown level by level.
const rows_at_once = 60;

export default function Regions({ place }: PageProperties) {
    const kinds = use_kinds();
    const plans = use_list<Shapes["plan_item"]>("plans?limit=200");
    return (
        <>
            <Title>{say.title}</Title>
            <Read from={kinds}>
                {(all) => {
                    const newest = plans.data?.[0];
                    const kind = place.query.get("jenis") ?? newest?.kind ?? all[0]?.name ?? "";
                    const this_year = Number(today().slice(0, 4));
                    const begun_with =
                        newest && !years_of(newest).includes(this_year) ? newest.year : this_year;
                    const year = Number(place.query.get("tahun") ?? begun_with);
                    return (
                        <>
                            <Filters
                                kinds={all}
                                kind={kind}
                                year={year}
                                years={plans.data?.flatMap(years_of) ?? []}
                            />
                            {plans.is_loading ? (
                                <Loading />
                            ) : (
                                <OneYear
                                    kind={kind}
                                    year={year}
                                    root={place.query.get("wilayah")}
                                />
                            )}
                        </>
                    );
                }}
            </Read>
        </>
    );
}

function Filters(asked: { kinds: Kind[]; kind: string; year: number; years: number[] }) {
    const this_year = Number(today().slice(0, 4));
    const years = [...new Set([...asked.years, this_year, asked.year])].sort();
    return (
        <div class="filters">
            <label class="long">
                {say.kind}
                <select
                    value={asked.kind}
                    onChange={(event) => set_query({ jenis: event.currentTarget.value })}
                >
                    {newest_of_each(asked.kinds).map((each) => (
                        <option key={each.name} value={each.name}>
                            {each.title[locale]}
                        </option>
                    ))}
                </select>
            </label>
            <label>
                {say.year}
                <select
                    value={asked.year}
                    onChange={(event) => set_query({ tahun: event.currentTarget.value })}
                >
                    {years.map((year) => (
                        <option key={year}>{year}</option>
                    ))}
                </select>
            </label>
        </div>
    );
}

// All rows, or one level of them, or one region and what lies below it.
function shown_rows(rows: RegionRow[], root: string | null): RegionRow[] {
    if (root)
        return rows.filter(
            ({ region }) => region.code === root || region.code.startsWith(`${root}.`),
        );
    if (rows.length <= rows_at_once) return rows;
    const depth = (row: RegionRow) => row.region.code.split(".").length;
    const least = Math.min(...rows.map(depth));
    return rows.filter((row) => depth(row) === least);
}

function OneYear(asked: { kind: string; year: number; root: string | null }) {
    const query = `kind=${asked.kind}&year=${asked.year}`;
    const overview = use_list<RegionRow>(`overview?${query}&limit=200`);
    const reports = use_list<Report>(`reports?${query}&limit=200`);
    return (
        <Read from={overview}>
            {(all) => {
                const rows = shown_rows(all, asked.root);
                const is_level = !asked.root && rows.length < all.length;
                const up = `/wilayah?jenis=${asked.kind}&tahun=${asked.year}`;
                const address = (row: RegionRow) =>
                    is_level
                        ? `${up}&wilayah=${row.region.code}`
                        : row.plan
                          ? `/rencana/${row.plan}`
                          : `#wilayah-${row.region.code}`;
                const codes = new Set(rows.map((row) => row.region.code));
                const here = (reports.data ?? []).filter((each) => codes.has(each.region.code));
                if (!rows.length) return <Empty>{say.none}</Empty>;
                return (
                    <>
                        {asked.root && (
                            <p>
                                <a href={up}>{say.all}</a>
                            </p>
                        )}
                        <RegionTiles rows={rows} address={address} />
                        <RegionTable rows={rows} reports={here} address={address} />
                        <Without rows={rows} />
                        <Gaps reports={here} />
                    </>
                );
            }}
        </Read>
    );
}

type Period = RegionRow["periods"][number];

// Two versions of a kind can mean different periods by one code. Dates tell nothing apart: a region
// can move its own.
const meaning_of = (of: Period) => `${of.code}/${of.title}`;

// As they follow each other in the year; plans of another version of the kind have others.
function periods_of(rows: RegionRow[]): { meaning: string; title: string }[] {
    const all = rows.flatMap((row) => row.periods);
    const by_date = all.sort((one, other) => (one.from + one.to < other.from + other.to ? -1 : 1));
    const titles = new Map(by_date.map((each) => [meaning_of(each), each.title]));
    return [...titles].map(([meaning, title]) => ({ meaning, title }));
}

function RegionTable(asked: {
    rows: RegionRow[];
    reports: Report[];
    address: (row: RegionRow) => string;
}) {
    const rows = asked.rows.filter(has_plan);
    const periods = periods_of(rows);
    const has_versions = new Set(rows.map((row) => row.kind_version ?? 0)).size > 1;
    if (!rows.length) return null;
    return (
        <section class="part">
            <h2 id="regions">{say.table}</h2>
            <div class="table" tabIndex={0} role="region" aria-label={say.table}>
                <table class="cards">
                    <thead>
                        <tr>
                            <th scope="col">{say.region}</th>
                            <th scope="col">{say.state}</th>
                            {periods.map((period) => (
                                <th scope="col" key={period.meaning}>
                                    {period.title}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map((row) => (
                            <tr key={row.region.code} id={`wilayah-${row.region.code}`}>
                                <th scope="row">
                                    {row.plan ? (
                                        <a href={asked.address(row)}>{row.region.name}</a>
                                    ) : (
                                        row.region.name
                                    )}
                                </th>
                                <td data-label={say.state}>
                                    <span class={`light ${colour_of(row)}`}>
                                        {region_state(row.state)}
                                    </span>
                                    {row.year !== null && row.years !== null && row.years > 1 && (
                                        <span class="hint">
                                            {" "}
                                            {plan_years({ year: row.year, years: row.years })}
                                        </span>
                                    )}
                                    {has_versions && row.kind_version && (
                                        <span class="hint"> {say.version(row.kind_version)}</span>
                                    )}
                                </td>
                                {periods.map((period) => (
                                    <td key={period.meaning} data-label={period.title}>
                                        <Cell
                                            row={row}
                                            meaning={period.meaning}
                                            reports={asked.reports}
                                        />
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </section>
    );
}

function Cell(asked: { row: RegionRow; meaning: string; reports: Report[] }) {
    const { row } = asked;
    const counted = row.periods.find((each) => meaning_of(each) === asked.meaning);
    const report = asked.reports.find(
        (each) => each.region.code === row.region.code && each.period === counted?.code,
    );
    if (!counted && row.periods.length > 0)
        return (
            <>
                –<span class="unseen"> {say.other}</span>
            </>
        );
    if (!counted?.total) return <>–</>;
    const final = counted.signed + (counted.infeasible ?? 0) + (counted.not_reported ?? 0);
    const rest = [
        counted.open ? say.open(counted.open) : "",
        counted.reported ? say.checked(counted.reported) : "",
    ].filter(Boolean);
    return (
        <>
            {say.final(final, counted.total)}
            {rest.length > 0 && <span class="hint"> · {rest.join(" · ")}</span>}
            {counted.overdue > 0 && <span class="late"> · {say.overdue(counted.overdue)}</span>}
            {report && (
                <span class="beside">
                    <a href={`/laporan/${report.id}`}>
                        {say.report}
                        <span class="unseen">
                            {" "}
                            {row.region.name}, {counted.title}
                        </span>
                    </a>
                    <State resource="reports" state={report.state} />
                    {report.due && (
                        <span>
                            {say.due} {day(report.due)}
                        </span>
                    )}
                </span>
            )}
        </>
    );
}

function Without(asked: { rows: RegionRow[] }) {
    const rows = asked.rows.filter((row) => !has_plan(row));
    if (!rows.length) return null;
    return (
        <section class="part" aria-labelledby="without">
            <h2 id="without">
                {say.without} <span class="count">{rows.length}</span>
            </h2>
            <ul class="card columns">
                {rows.map((row) => (
                    <li key={row.region.code} id={`wilayah-${row.region.code}`} tabIndex={-1}>
                        {row.region.name} <span class="hint">{row.region.code}</span>
                    </li>
                ))}
            </ul>
        </section>
    );
}

function Gaps(asked: { reports: Report[] }) {
    const gaps = asked.reports.flatMap((report) =>
        report.gaps.filter((gap) => gap.reason).map((gap) => ({ report, gap })),
    );
    return (
        <section class="part">
            <h2 id="gaps">
                {say.gaps} <span class="count">{gaps.length}</span>
            </h2>
            {!gaps.length && <p class="hint">{say.no_gaps}</p>}
            {gaps.length > 0 && (
                <Table
                    title={say.gaps}
                    rows={gaps}
                    key_of={({ report, gap }) => `${report.id}/${gap.id}`}
                    columns={[
                        { title: say.region, of: ({ report }) => short_name(report.region.name) },
                        {
                            title: say.period,
                            of: ({ report }) => (
                                <a href={`/laporan/${report.id}`}>{report.period_title}</a>
                            ),
                        },
                        { title: say.what, of: ({ gap }) => gap.label ?? gap.id },
                        { title: say.reason, of: ({ gap }) => gap.reason },
                    ]}
                />
            )}
        </section>
    );
}
