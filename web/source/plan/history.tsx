// Riwayat: everything that happened to a plan and what belongs to it, newest first, each link of the
// chain with its mark.
import { Empty, Read } from "../parts/basics";
import { PlanHead } from "../parts/plan_head";
import { set_query, type PageProperties } from "../parts/route";
import { use_list, use_one } from "../server/reading";
import { machines, roles, type Shapes } from "../words/first";
import { moment } from "../words/format";
import { command_title, state_title, words } from "../words/words";

const say = words({
    id: {
        filter: "Tentang",
        all: "Semua",
        number: "No.",
        when: "Kapan",
        who: "Siapa",
        what: "Apa",
        way: "Dari → menjadi",
        mark: "Sidik",
        made: "dibuat",
        system: "Sistem",
        for_other: (name: string | number) => `atas nama ${name}`,
        because: (seq: string | number) => `akibat no. ${seq}`,
        reason: "Alasan",
        none: "Belum ada yang terjadi.",
        none_here: "Tidak ada pada saringan ini.",
        count: (from: string | number, to: string | number, all: string | number) =>
            `${from}–${to} dari ${all} peristiwa`,
        newer: "Lebih baru",
        older: "Lebih lama",
        pages: "Halaman riwayat",
        action: (number: string | number, period: string | number) => `No. ${number}, ${period}`,
    },
    en: {
        filter: "About",
        all: "Everything",
        number: "No.",
        when: "When",
        who: "Who",
        what: "What",
        way: "From → to",
        mark: "Mark",
        made: "made",
        system: "The system",
        for_other: (name: string | number) => `on behalf of ${name}`,
        because: (seq: string | number) => `because of no. ${seq}`,
        reason: "Reason",
        none: "Nothing has happened yet.",
        none_here: "Nothing under this filter.",
        count: (from: string | number, to: string | number, all: string | number) =>
            `${from}–${to} of ${all} events`,
        newer: "Newer",
        older: "Older",
        pages: "Pages of the history",
        action: (number: string | number, period: string | number) => `No. ${number}, ${period}`,
    },
});

type Event = Shapes["event"];
const page_size = 200;

export default function HistoryPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const plan = use_one<Shapes["plan"]>(`plans/${id}`);
    const events = use_list<Event>(`plans/${id}/history?limit=200`);
    return (
        <Read from={plan}>
            {(one) => (
                <>
                    <PlanHead plan={one} here="riwayat" />
                    <Read from={events}>
                        {(all) =>
                            all.length ? (
                                <Events plan={id} all={all} query={place.query} />
                            ) : (
                                <Empty>{say.none}</Empty>
                            )
                        }
                    </Read>
                </>
            )}
        </Read>
    );
}

// What the subjects of events are called: an agency's review, a target by action and period.
function use_names(plan: string): Map<string, string> {
    const reviews = use_list<Shapes["review_item"]>(`plans/${plan}/reviews?all=true&limit=200`);
    const targets = use_list<Shapes["target_item"]>(`targets?plan=${plan}&limit=200`);
    const reports = use_list<Shapes["report_item"]>("reports?limit=200");
    return new Map<string, string>([
        ...(reviews.data ?? []).map((each): [string, string] => [each.id, each.agency.name]),
        ...(targets.data ?? []).map((each): [string, string] => [
            each.id,
            say.action(each.action?.number ?? "", each.period_title),
        ]),
        ...(reports.data ?? []).map((each): [string, string] => [each.id, each.period_title]),
    ]);
}

function Events(asked: { plan: string; all: Event[]; query: URLSearchParams }) {
    const names = use_names(asked.plan);
    const resource = asked.query.get("resource") ?? "";
    const kinds = [...new Set(asked.all.map((each) => each.subject.resource))];
    const shown = asked.all.filter((each) => !resource || each.subject.resource === resource);
    shown.reverse();
    const at = Math.max(0, Number(asked.query.get("halaman") ?? 1) - 1);
    const from = Math.min(at * page_size, Math.max(0, shown.length - 1));
    const here = shown.slice(from, from + page_size);
    return (
        <>
            <div class="filters">
                <div>
                    <label for="resource">{say.filter}</label>
                    <select
                        id="resource"
                        value={resource}
                        onChange={(event) =>
                            set_query({ resource: event.currentTarget.value, halaman: null })
                        }
                    >
                        <option value="">{say.all}</option>
                        {kinds.map((each) => (
                            <option key={each} value={each}>
                                {machines[each]?.title ?? each}
                            </option>
                        ))}
                    </select>
                </div>
            </div>
            {here.length ? (
                <>
                    <p class="hint" role="status">
                        {say.count(from + 1, from + here.length, shown.length)}
                    </p>
                    <Table events={here} names={names} />
                    <Pages at={at} count={Math.ceil(shown.length / page_size)} />
                </>
            ) : (
                <Empty>{say.none_here}</Empty>
            )}
        </>
    );
}

function Pages(asked: { at: number; count: number }) {
    if (asked.count < 2) return null;
    const to = (page: number) => {
        set_query({ halaman: page ? String(page + 1) : null });
        document.querySelector("h1")?.focus();
        scrollTo(0, 0);
    };
    return (
        <nav class="buttons" aria-label={say.pages}>
            <button type="button" disabled={asked.at === 0} onClick={() => to(asked.at - 1)}>
                {say.newer}
            </button>
            <button
                type="button"
                disabled={asked.at + 1 >= asked.count}
                onClick={() => to(asked.at + 1)}
            >
                {say.older}
            </button>
        </nav>
    );
}

function Table(asked: { events: Event[]; names: Map<string, string> }) {
    return (
        <div class="table" tabIndex={0} role="region" aria-label={say.pages}>
            <table class="cards">
                <thead>
                    <tr>
                        <th scope="col" class="number">
                            {say.number}
                        </th>
                        <th scope="col">{say.what}</th>
                        <th scope="col">{say.way}</th>
                        <th scope="col">{say.who}</th>
                        <th scope="col">{say.when}</th>
                        <th scope="col">{say.mark}</th>
                    </tr>
                </thead>
                <tbody>
                    {asked.events.map((each) => (
                        <Row
                            key={each.seq}
                            event={each}
                            name={asked.names.get(each.subject.id) ?? null}
                        />
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function Row(asked: { event: Event; name: string | null }) {
    const { event } = asked;
    const resource = event.subject.resource;
    return (
        <tr id={`no-${event.seq}`}>
            <td class="number" data-label={say.number}>
                {event.seq}
            </td>
            <th scope="row">
                {event.command ? command_title(resource, event.command) : say.made}
                <p class="hint">
                    {machines[resource]?.title ?? resource}
                    {asked.name && ` · ${asked.name}`}
                    {event.cause !== null && ` · ${say.because(event.cause)}`}
                </p>
                {event.reason && (
                    <p class="quote">
                        <span class="unseen">{say.reason}: </span>
                        {event.reason}
                    </p>
                )}
            </th>
            <td data-label={say.way}>
                {event.from && `${state_title(resource, event.from)} → `}
                {state_title(resource, event.to)}
            </td>
            <td data-label={say.who}>
                <By by={event.by} />
            </td>
            <td data-label={say.when}>
                <time dateTime={event.at}>{moment(event.at)}</time>
            </td>
            <td data-label={say.mark}>
                <details class="mark">
                    <summary title={event.hash}>{event.hash.slice(0, 8)}</summary>
                    <code>{event.hash}</code>
                </details>
            </td>
        </tr>
    );
}

// A post is written role@place.
function By(asked: { by: Event["by"] }) {
    if (!asked.by) return <>{say.system}</>;
    const role = asked.by.post?.split("@")[0];
    const other = asked.by.on_behalf_of;
    const other_name =
        other && typeof other === "object" ? (other as { name?: string }).name : other;
    return (
        <>
            {asked.by.user.name}
            <p class="hint">
                {role && (roles[role] ?? role)}
                {other_name && ` · ${say.for_other(other_name)}`}
            </p>
        </>
    );
}
