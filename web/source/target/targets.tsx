// Capaian: the targets one sees, mine first, with how far each is, its class, and whether its evidence
// is complete; what needs no words can be done with many at once.
import { useState } from "preact/hooks";
import { Due, Empty, Read, State, Title } from "../parts/basics";
import { BulkBar, use_chosen } from "../parts/bulk";
import { Filter } from "../parts/filter";
import { announce } from "../parts/notice";
import { ReturnedLine } from "../parts/returned";
import { set_query, type PageProperties } from "../parts/route";
import { next_command, type InboxItem } from "../parts/waiting";
import { use_list, use_one } from "../server/reading";
import { fetch_json } from "../server/server";
import { machines, me, type Shapes } from "../words/first";
import { titles_by_code } from "../words/fields";
import { percent } from "../words/format";
import { command_title, is_final, words } from "../words/words";
import type { TargetItem } from "./achievement";
import { use_batch } from "./batch";
import { Class } from "./target_record";

const say = words({
    id: {
        title: "Capaian",
        filters: "Saring",
        plan: "Rencana",
        period: "Periode",
        agency: "Penanggung jawab",
        state: "Status",
        mine: "Perangkat daerah saya",
        overdue: "Hanya yang lewat tenggat",
        action: "Rencana aksi",
        due: "Tenggat",
        share: "Capaian",
        evidence: "Data dukung",
        complete: "lengkap",
        lacking: "belum lengkap",
        none: "Tidak ada target pada saringan ini.",
        clear: "Hapus saringan",
        more: "Tampilkan lebih banyak",
        count: (count: string | number) => `${count} target`,
        count_more: (count: string | number) => `${count} target pertama`,
        choose: (title: string | number) => `Pilih: ${title}`,
    },
    en: {
        title: "Achievements",
        filters: "Filter",
        plan: "Plan",
        period: "Period",
        agency: "Lead agency",
        state: "State",
        mine: "My agency",
        overdue: "Overdue only",
        action: "Action",
        due: "Due",
        share: "Achieved",
        evidence: "Evidence",
        complete: "complete",
        lacking: "incomplete",
        none: "No targets under this filter.",
        clear: "Clear the filter",
        more: "Show more",
        count: (count: string | number) => (count === 1 ? "1 target" : `${count} targets`),
        count_more: (count: string | number) => `The first ${count} targets`,
        choose: (title: string | number) => `Choose: ${title}`,
    },
});

interface Page {
    items: TargetItem[];
    next: string | null;
}

const my_agencies = me.appointments.flatMap((each) =>
    each.agency && each.role.startsWith("agency_") ? [each.agency] : [],
);
const my_regions = [...new Set(me.appointments.map((each) => each.region?.code))];
const everyone = "semua";

// The filters of the address, as the API takes them.
function asked_of(query: URLSearchParams): string {
    const wanted = new URLSearchParams({ limit: "100" });
    const take = (name: string, value: string | null | undefined) =>
        value && value !== everyone && wanted.set(name, value);
    take("plan", query.get("rencana"));
    take("period", query.get("periode"));
    take("agency", query.get("perangkat") ?? my_agencies[0]?.id);
    take("state", query.get("status"));
    take("overdue", query.get("terlambat") && "true");
    return `targets?${wanted.toString()}`;
}

export default function Targets({ place }: PageProperties) {
    const target = asked_of(place.query);
    const first = use_one<Page>(target);
    const inbox = use_list<InboxItem>("inbox?limit=200");
    const plans = use_list<Shapes["plan_item"]>("plans?limit=200").data ?? [];
    const reload = async () => void (await Promise.all([first.reload(), inbox.reload()]));
    return (
        <>
            <Title>{say.title}</Title>
            <Filters query={place.query} plans={plans} />
            <Read from={first}>
                {(page) => (
                    <Found
                        key={target}
                        target={target}
                        first={page}
                        plans={plans}
                        mine={inbox.data ?? []}
                        reload={reload}
                    />
                )}
            </Read>
        </>
    );
}

function Filters(asked: { query: URLSearchParams; plans: Shapes["plan_item"][] }) {
    const { query, plans } = asked;
    const region =
        plans.find((each) => each.id === query.get("rencana"))?.region.code ?? my_regions[0];
    const agencies = use_list<Shapes["agency"]>(
        region ? `agencies?limit=200&region=${region}` : null,
    ).data;
    const periods = titles_by_code(
        plans
            .filter((each) => !query.get("rencana") || each.id === query.get("rencana"))
            .flatMap((each) => each.periods.map((one): [string, string] => [one.code, one.title])),
    );
    const states = Object.entries(machines["targets"]?.states ?? {});
    return (
        <div class="choices" role="group" aria-label={say.filters}>
            <Filter name="rencana" label={say.plan} query={query}>
                {plans.map((each) => [each.id, `${each.title} (${each.region.name})`])}
            </Filter>
            <Filter name="periode" label={say.period} query={query}>
                {[...periods]}
            </Filter>
            <Filter
                name="perangkat"
                label={say.agency}
                query={query}
                start={my_agencies.length ? [say.mine, everyone] : undefined}
            >
                {(agencies ?? []).map((each) => [each.id, each.name])}
            </Filter>
            <Filter name="status" label={say.state} query={query}>
                {states.map(([name, each]) => [name, each.title])}
            </Filter>
            <label class="check">
                <input
                    type="checkbox"
                    checked={query.get("terlambat") === "1"}
                    onChange={(event) =>
                        set_query({ terlambat: event.currentTarget.checked ? "1" : null })
                    }
                />
                {say.overdue}
            </label>
        </div>
    );
}

interface Listed {
    target: string;
    first: Page;
    plans: Shapes["plan_item"][];
    mine: InboxItem[];
    reload: () => Promise<void>;
}

function Found(asked: Listed) {
    const [further, add] = useState<Page | null>(null);
    const items = [...asked.first.items, ...(further?.items ?? [])];
    const next = further ? further.next : asked.first.next;
    async function more() {
        try {
            const page = await fetch_json<Page>(
                `/api/v1/${asked.target}&cursor=${encodeURIComponent(next ?? "")}`,
            );
            add({ items: [...(further?.items ?? []), ...page.items], next: page.next });
        } catch (fault) {
            announce({ text: (fault as Error).message, is_bad: true });
        }
    }
    if (!items.length)
        return (
            <Empty>
                <p>{say.none}</p>
                {location.search && (
                    <p>
                        <a href="/capaian">{say.clear}</a>
                    </p>
                )}
            </Empty>
        );
    return (
        <>
            <p class="hint" role="status">
                {next ? say.count_more(items.length) : say.count(items.length)}
            </p>
            <Rows {...asked} items={items} />
            {next && (
                <button type="button" onClick={() => void more()}>
                    {say.more}
                </button>
            )}
        </>
    );
}

// What I can do now without a word, by target: the inbox knows.
function ready_of(mine: InboxItem[]): Map<string, string> {
    return new Map(
        mine.flatMap((item) => {
            const command = item.resource === "targets" ? next_command(item) : undefined;
            return command && !command.needs.length ? [[item.id, command.name] as const] : [];
        }),
    );
}

function Rows(asked: Listed & { items: TargetItem[] }) {
    const ready = ready_of(asked.mine);
    const chosen = use_chosen(asked.items.map((each) => each.id).filter((id) => ready.has(id)));
    const batch = use_batch(chosen, asked.reload);
    const verbs = [...new Set(chosen.ids.map((id) => ready.get(id)!))];
    const run = (verb: string) =>
        batch.run(
            verb,
            asked.items
                .filter((each) => chosen.has(each.id) && ready.get(each.id) === verb)
                .map(({ id, version }) => ({ id, version })),
        );
    return (
        <>
            <div class="table" tabIndex={0} role="region" aria-label={say.title}>
                <table class="cards">
                    <thead>
                        <tr>
                            <th scope="col">{say.action}</th>
                            <th scope="col">{say.period}</th>
                            <th scope="col">{say.due}</th>
                            <th scope="col">{say.state}</th>
                            <th scope="col">{say.share}</th>
                            <th scope="col">{say.evidence}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {asked.items.map((item) => (
                            <Row
                                key={item.id}
                                item={item}
                                is_choosable={ready.has(item.id)}
                                is_chosen={chosen.has(item.id)}
                                fault={chosen.fault_of(item.id)}
                                on_toggle={() => chosen.toggle(item.id)}
                            />
                        ))}
                    </tbody>
                </table>
            </div>
            {verbs.map((verb) => (
                <BulkBar
                    key={verb}
                    count={chosen.ids.filter((id) => ready.get(id) === verb).length}
                    title={command_title("targets", verb)}
                    is_busy={batch.is_busy}
                    on_run={() => void run(verb)}
                    on_clear={chosen.clear}
                />
            ))}
            {batch.proof}
        </>
    );
}

function Row(asked: {
    item: TargetItem;
    is_choosable: boolean;
    is_chosen: boolean;
    fault: string | null;
    on_toggle: () => void;
}) {
    const { item } = asked;
    const title = `${item.action?.number ?? ""}. ${item.action?.title ?? ""}`;
    const is_complete = item.evidence_required.every((each) => each.present);
    return (
        <tr>
            <th scope="row">
                <div class="task-name">
                    {asked.is_choosable && (
                        <input
                            type="checkbox"
                            aria-label={say.choose(`${title} ${item.period_title}`)}
                            checked={asked.is_chosen}
                            onChange={asked.on_toggle}
                        />
                    )}
                    <div>
                        <a href={`/capaian/${item.id}`}>{title}</a>
                        <p class="hint">{item.agency?.name}</p>
                        <ReturnedLine back={item.returned} state={item.state} />
                        {asked.fault && <p class="fault">{asked.fault}</p>}
                    </div>
                </div>
            </th>
            <td data-label={say.period}>{item.period_title}</td>
            <td>
                <Due
                    due={item.due}
                    days={is_final("targets", item.state) ? null : item.days_left}
                />
            </td>
            <td data-label={say.state}>
                <State resource="targets" state={item.state} />
            </td>
            <td data-label={say.share}>
                {percent(item.percent_shown)}{" "}
                <Class
                    name={item.class_name}
                    colour={item.class_colour}
                    letter={item.class_letter}
                />
            </td>
            <td data-label={say.evidence}>
                {item.evidence_required.length > 0 && (is_complete ? say.complete : say.lacking)}
            </td>
        </tr>
    );
}
