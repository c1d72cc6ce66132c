// Kalender: the days off of a year, edited as a table, and the dates of the periods. What is typed
// stays on this device until it is saved.
import { ErrorSummary, Read } from "../parts/basics";
import { set_query } from "../parts/route";
import { newest_of_each, use_kinds } from "../server/kinds";
import { use_one } from "../server/reading";
import { fetch_json, Problem } from "../server/server";
import { use_kept } from "../typed/kept";
import { has_role, locale, type Shapes } from "../words/first";
import { day } from "../words/format";
import { words } from "../words/words";
import { region_of, RegionChoice, YearChoice, year_of } from "./choices";
import { HolidayTable, NoDays, type Holiday } from "./holiday_table";
import { send, use_sending } from "./sending";

const say = words({
    id: {
        holidays: "Hari libur",
        holidays_why:
            "Libur nasional dan cuti bersama ditetapkan untuk wilayah Nasional; libur daerah " +
            "untuk wilayahnya.",
        add: "Tambah hari",
        save: "Simpan",
        discard: "Buang perubahan",
        saved: "Tersimpan.",
        periods: "Tanggal periode",
        periods_why: "Berlaku untuk target yang belum final.",
        plan_kind: "Jenis rencana",
        version: (version: string | number) =>
            `Periode menurut versi ${version} jenis rencana ini.`,
        code: "Periode",
        from: "Mulai",
        to: "Akhir",
        cut_off: "Tenggat perangkat daerah",
        due: "Tenggat wilayah",
        lock: "Dikunci",
    },
    en: {
        holidays: "Days off",
        holidays_why:
            "National holidays and joint leave are set for the nation; regional ones for " +
            "their region.",
        add: "Add a day",
        save: "Save",
        discard: "Discard the changes",
        saved: "Saved.",
        periods: "Dates of the periods",
        periods_why: "They hold for targets that are not final yet.",
        plan_kind: "Kind of plan",
        version: (version: string | number) => `Periods by version ${version} of this kind.`,
        code: "Period",
        from: "From",
        to: "To",
        cut_off: "Due for agencies",
        due: "Due for the region",
        lock: "Locked",
    },
});

type Period = Shapes["period"];
interface Year<T> {
    version: number;
    items: T[];
    fixed?: T[]; // of the nation's year without a list
    kind_version?: number; // by which its periods go
    stays_lapsed?: { period: string; detail: string }[]; // after periods were moved
}

export function Days(asked: { query: URLSearchParams }) {
    const year = year_of(asked.query);
    const region = region_of(asked.query);
    return (
        <>
            <div class="filters">
                <YearChoice year={year} />
                <RegionChoice region={region} />
            </div>
            <Holidays key={`holidays/${region}/${year}`} year={year} region={region} />
            <Periods year={year} region={region} kind={asked.query.get("jenis")} />
        </>
    );
}

// A year that is edited as a whole: what I typed over what the server has, with the version that it
// was typed on. What another saved meanwhile is told once, and then mine to overwrite.
function use_year<T>(target: string) {
    const read = use_one<Year<T>>(target);
    const mine = use_kept<Pick<Year<T>, "version" | "items"> | null>(
        `settings/${target}/typed`,
        null,
    );
    const sending = use_sending();
    async function meet(fault: unknown, items: T[]) {
        if (!(fault instanceof Problem) || fault.status !== 412) return;
        const theirs = await fetch_json<Year<T>>(`/api/v1/${target}`);
        read.set(theirs);
        mine.set({ version: theirs.version, items });
    }
    return {
        read,
        sending,
        rows: (server: Year<T>) => mine.value?.items ?? server.items,
        is_changed: mine.value !== null,
        set: (items: T[]) =>
            mine.set({ version: mine.value?.version ?? read.data?.version ?? 0, items }),
        discard: mine.clear,
        save: (server: Year<T>) =>
            sending.run(async () => {
                const { version, items } = mine.value ?? server;
                try {
                    read.set(await send<Year<T>>("PUT", target, { items }, version));
                } catch (fault) {
                    await meet(fault, items);
                    throw fault;
                }
                mine.clear();
                return say.saved;
            }),
    };
}

function Holidays(asked: { year: number; region: string }) {
    const year = use_year<Holiday>(`holidays?year=${asked.year}&region=${asked.region}`);
    const keeps = has_role("administrator");
    const fresh_kind = asked.region === "00" ? "national" : "regional";
    return (
        <section class="part">
            <h2 id="holidays">{say.holidays}</h2>
            <p class="hint">{say.holidays_why}</p>
            <Read from={year.read}>
                {(server) => {
                    const rows = year.rows(server);
                    const set = (at: number, change: Partial<Holiday>) =>
                        year.set(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
                    return (
                        <>
                            <ErrorSummary problem={year.sending.problem} />
                            {!rows.length && (
                                <NoDays
                                    fixed={server.fixed ?? []}
                                    begin={keeps ? year.set : undefined}
                                />
                            )}
                            {rows.length > 0 && (
                                <HolidayTable
                                    rows={rows}
                                    keeps={keeps}
                                    set={set}
                                    remove={(at) => year.set(rows.filter((_, i) => i !== at))}
                                />
                            )}
                            {keeps && (
                                <Buttons
                                    year={year}
                                    server={server}
                                    on_add={() =>
                                        year.set([
                                            ...rows,
                                            {
                                                date: `${asked.year}-01-01`,
                                                kind: fresh_kind,
                                                name: "",
                                            },
                                        ])
                                    }
                                />
                            )}
                        </>
                    );
                }}
            </Read>
        </section>
    );
}

function Buttons<T>(asked: {
    year: ReturnType<typeof use_year<T>>;
    server: Year<T>;
    on_add?: () => void;
}) {
    const { year } = asked;
    return (
        <div class="buttons">
            {asked.on_add && (
                <button type="button" onClick={asked.on_add}>
                    {say.add}
                </button>
            )}
            {year.is_changed && (
                <>
                    <button
                        type="button"
                        class="primary"
                        disabled={year.sending.is_busy}
                        onClick={() => void year.save(asked.server)}
                    >
                        {say.save}
                    </button>
                    <button type="button" onClick={year.discard}>
                        {say.discard}
                    </button>
                </>
            )}
        </div>
    );
}

function Periods(asked: { year: number; region: string; kind: string | null }) {
    const kinds = use_kinds();
    return (
        <section class="part">
            <h2 id="periods">{say.periods}</h2>
            <p class="hint">{say.periods_why}</p>
            <Read from={kinds}>
                {(all) => {
                    const kind = asked.kind ?? all[0]?.name ?? "";
                    return (
                        <>
                            <div class="filters">
                                <label class="long">
                                    {say.plan_kind}
                                    <select
                                        value={kind}
                                        onChange={(event) =>
                                            set_query({ jenis: event.currentTarget.value })
                                        }
                                    >
                                        {newest_of_each(all).map((each) => (
                                            <option key={each.name} value={each.name}>
                                                {each.title[locale]}
                                            </option>
                                        ))}
                                    </select>
                                </label>
                            </div>
                            <PeriodYear
                                key={`${asked.region}/${asked.year}/${kind}`}
                                {...asked}
                                kind={kind}
                            />
                        </>
                    );
                }}
            </Read>
        </section>
    );
}

const dates = ["from", "to", "cut_off", "due", "lock"] as const;

function PeriodYear(asked: { year: number; region: string; kind: string }) {
    const year = use_year<Period>(
        `periods?region=${asked.region}&kind=${asked.kind}&year=${asked.year}`,
    );
    const keeps = has_role("administrator");
    return (
        <Read from={year.read}>
            {(server) => {
                const rows = year.rows(server);
                return (
                    <>
                        <ErrorSummary problem={year.sending.problem} />
                        <p class="hint">{say.version(server.kind_version ?? 1)}</p>
                        {server.stays_lapsed?.map((each) => (
                            <p key={each.period}>{each.detail}</p>
                        ))}
                        <div class="table" tabIndex={0} role="region" aria-label={say.periods}>
                            <table class="cards">
                                <thead>
                                    <tr>
                                        <th scope="col">{say.code}</th>
                                        {dates.map((name) => (
                                            <th scope="col" key={name}>
                                                {say[name]}
                                            </th>
                                        ))}
                                    </tr>
                                </thead>
                                <tbody>
                                    {rows.map((row, at) => (
                                        <tr key={row.code}>
                                            <th scope="row">{row.title}</th>
                                            {dates.map((name) => (
                                                <td key={name} data-label={say[name]}>
                                                    {keeps ? (
                                                        <input
                                                            type="date"
                                                            aria-label={`${row.title}: ${say[name]}`}
                                                            value={row[name]}
                                                            onInput={(event) =>
                                                                year.set(
                                                                    rows.map((each, i) =>
                                                                        i === at
                                                                            ? {
                                                                                  ...each,
                                                                                  [name]: event
                                                                                      .currentTarget
                                                                                      .value,
                                                                              }
                                                                            : each,
                                                                    ),
                                                                )
                                                            }
                                                        />
                                                    ) : (
                                                        day(row[name])
                                                    )}
                                                </td>
                                            ))}
                                        </tr>
                                    ))}
                                </tbody>
                            </table>
                        </div>
                        {keeps && <Buttons year={year} server={server} />}
                    </>
                );
            }}
        </Read>
    );
}
