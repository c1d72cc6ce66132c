// Pengingat: the whole year of mails as a calendar, before now what was sent, from now on as if
// nobody acted. A day opens its messages; what stands in the way is on top.
import { useEffect, useState } from "preact/hooks";
import { Loading, ErrorSummary } from "../parts/basics";
import { set_query } from "../parts/route";
import { Table } from "../parts/table";
import { fetch_json, Problem } from "../server/server";
import { locale } from "../words/first";
import { day, today } from "../words/format";
import { words } from "../words/words";
import { region_of, RegionChoice, YearChoice, year_of } from "./choices";
import { message_state, type Message } from "./messages";
import { rule_title } from "./notice_rules";

const say = words({
    id: {
        why:
            "Gladi pengingat: sebelum hari ini yang sudah dikirim, sesudahnya seakan tidak " +
            "ada yang bertindak. Tidak ada yang dikirim dari halaman ini.",
        total: (count: string | number, days: string | number) =>
            `${count} pesan pada ${days} hari.`,
        warnings: "Perlu diperhatikan",
        no_warnings: "Tidak ada peringatan.",
        on: (date: string | number) => `Pesan pada ${date}`,
        messages: (count: string | number) => `${count} pesan`,
        to: "Kepada",
        what: "Isi",
        at: "Pukul",
        state: "Status",
        due: "tenggat",
        moved: "digeser dari",
        week: "Minggu",
        choose: "Pilih hari pada kalender untuk membaca pesannya.",
    },
    en: {
        why:
            "The rehearsal of the reminders: before today what was sent, afterwards as if " +
            "nobody acted. This page sends nothing.",
        total: (count: string | number, days: string | number) =>
            `${count} messages on ${days} days.`,
        warnings: "Needs attention",
        no_warnings: "No warnings.",
        on: (date: string | number) => `Messages of ${date}`,
        messages: (count: string | number) => `${count} messages`,
        to: "To",
        what: "About",
        at: "At",
        state: "State",
        due: "due",
        moved: "moved from",
        week: "Week",
        choose: "Choose a day of the calendar to read its messages.",
    },
});

interface Told {
    items: Message[];
    warnings: { what: string; detail: string }[];
}

// All pages of it; the warnings come with each.
async function fetch_year(target: string): Promise<Told> {
    const items: Message[] = [];
    let warnings: Told["warnings"] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
        const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
        const page: Told & { next: string | null } = await fetch_json(target + more);
        items.push(...page.items);
        if (!cursor) warnings = page.warnings;
        cursor = page.next;
    }
    return { items, warnings };
}

export function Rehearsal(asked: { query: URLSearchParams }) {
    const year = year_of(asked.query);
    const region = region_of(asked.query);
    const [told, tell] = useState<Told | null>(null);
    const [problem, fail] = useState<Problem | null>(null);
    const target = `/api/v1/rehearsal?year=${year}&region=${region}&limit=200`;
    useEffect(() => {
        let is_wanted = true;
        tell(null);
        fail(null);
        fetch_year(target).then(
            (read) => is_wanted && tell(read),
            (fault) =>
                is_wanted &&
                fail(fault instanceof Problem ? fault : new Problem(0, { detail: String(fault) })),
        );
        return () => {
            is_wanted = false;
        };
    }, [target]);
    return (
        <>
            <p class="hint">{say.why}</p>
            <div class="filters">
                <YearChoice year={year} />
                <RegionChoice region={region} />
            </div>
            <ErrorSummary problem={problem} />
            {!told && !problem && <Loading />}
            {told && <Year told={told} year={year} chosen={asked.query.get("hari")} />}
        </>
    );
}

function Year(asked: { told: Told; year: number; chosen: string | null }) {
    const by_day = new Map<string, Message[]>();
    for (const message of asked.told.items) {
        const date = message.local_time.slice(0, 10);
        by_day.set(date, [...(by_day.get(date) ?? []), message]);
    }
    const warnings = [...new Set(asked.told.warnings.map((each) => each.detail))];
    return (
        <>
            <section class="card" aria-labelledby="warnings">
                <h2 id="warnings">
                    {say.warnings} <span class="count">{warnings.length}</span>
                </h2>
                {!warnings.length && <p>{say.no_warnings}</p>}
                <ul class="dots">
                    {warnings.map((each) => (
                        <li key={each}>{each}</li>
                    ))}
                </ul>
            </section>
            <p>{say.total(asked.told.items.length, by_day.size)}</p>
            {asked.chosen && by_day.has(asked.chosen) ? (
                <OneDay date={asked.chosen} messages={by_day.get(asked.chosen)!} />
            ) : (
                <p class="hint">{say.choose}</p>
            )}
            <div class="months">
                {Array.from({ length: 12 }, (_, at) => (
                    <Month key={at} month={at + 1} by_day={by_day} {...asked} />
                ))}
            </div>
        </>
    );
}

const language = locale === "en" ? "en-GB" : "id-ID";
const two = (value: number) => String(value).padStart(2, "0");
const weekday = (at: Date) => (at.getUTCDay() + 6) % 7; // Monday first

function Month(asked: {
    year: number;
    month: number;
    by_day: Map<string, Message[]>;
    chosen: string | null;
}) {
    const first = new Date(Date.UTC(asked.year, asked.month - 1, 1, 12));
    const count = new Date(Date.UTC(asked.year, asked.month, 0)).getUTCDate();
    const name = (options: Intl.DateTimeFormatOptions, at: Date) =>
        new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(at);
    const blanks: (number | null)[] = Array<null>(weekday(first)).fill(null);
    const days = [...blanks, ...Array.from({ length: count }, (_, at) => at + 1)];
    const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, at) =>
        Array.from({ length: 7 }, (_, i) => days[at * 7 + i] ?? null),
    );
    // 1 January 2024 was a Monday.
    const heads = Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2024, 0, 1 + at, 12)));
    return (
        <table class="month card">
            <caption>{name({ month: "long", year: "numeric" }, first)}</caption>
            <thead>
                <tr>
                    {heads.map((at) => (
                        <th scope="col" key={at.getTime()}>
                            <abbr title={name({ weekday: "long" }, at)}>
                                {name({ weekday: "narrow" }, at)}
                            </abbr>
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {weeks.map((week, at) => (
                    <tr key={at}>
                        {week.map((number, i) => (
                            <td key={i}>
                                {number && (
                                    <Day
                                        date={`${asked.year}-${two(asked.month)}-${two(number)}`}
                                        number={number}
                                        {...asked}
                                    />
                                )}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

function Day(asked: {
    date: string;
    number: number;
    by_day: Map<string, Message[]>;
    chosen: string | null;
}) {
    const count = asked.by_day.get(asked.date)?.length ?? 0;
    const is_today = asked.date === today();
    if (!count) return <span class={is_today ? "day today" : "day"}>{asked.number}</span>;
    return (
        <button
            type="button"
            class={is_today ? "day today" : "day"}
            aria-pressed={asked.date === asked.chosen}
            aria-label={`${day(asked.date)}: ${say.messages(count)}`}
            onClick={() => {
                set_query({ hari: asked.date });
                requestAnimationFrame(() => document.getElementById("one-day")?.focus());
            }}
        >
            {asked.number}
            <strong>{count}</strong>
        </button>
    );
}

function OneDay(asked: { date: string; messages: Message[] }) {
    return (
        <section class="part">
            <h2 id="one-day" tabIndex={-1}>
                {say.on(day(asked.date))} <span class="count">{asked.messages.length}</span>
            </h2>
            <Table
                title={say.on(day(asked.date))}
                rows={asked.messages}
                key_of={(message, at) => message.id ?? at}
                columns={[
                    {
                        title: say.at,
                        of: (message) => message.local_time.slice(11, 16).replace(":", "."),
                    },
                    {
                        title: say.to,
                        kind: "name",
                        of: (message) => (
                            <>
                                {message.to.user.name}{" "}
                                <span class="hint">{message.to.addresses.join(", ")}</span>
                            </>
                        ),
                    },
                    { title: say.what, of: (message) => <Items of={message} /> },
                    { title: say.state, of: (message) => message_state(message.state) },
                ]}
            />
        </section>
    );
}

function Items(asked: { of: Message }) {
    return (
        <>
            {asked.of.subject && <p>{asked.of.subject}</p>}
            <ul>
                {asked.of.items.map((item, at) => (
                    <li key={at}>
                        {rule_title(item.rule)}
                        {item.due && ` · ${say.due} ${day(item.due)}`}
                        {item.moved_from && (
                            <span class="hint">
                                {" "}
                                ({say.moved} {day(item.moved_from)})
                            </span>
                        )}
                    </li>
                ))}
            </ul>
        </>
    );
}
