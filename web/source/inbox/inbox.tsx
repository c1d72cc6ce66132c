// Tugas saya: what waits for me, by when, in one look; many at once where that makes sense.
import { useState } from "preact/hooks";
import { Due, Empty, Read, State, Title } from "../parts/basics";
import { BulkBar, on_enter, use_chosen } from "../parts/bulk";
import { announce } from "../parts/notice";
import { ReturnedLine } from "../parts/returned";
import { address_of, set_query, type PageProperties } from "../parts/route";
import { UpkeepNotice } from "../parts/upkeep";
import { next_command, step_of, type InboxItem } from "../parts/waiting";
import { give_all } from "../server/commands";
import { use_list } from "../server/reading";
import { me } from "../words/first";
import { command_title, words } from "../words/words";

const say = words({
    id: {
        title: "Tugas saya",
        all: "Semua",
        late: "Terlambat",
        soon: "7 hari",
        later: "Nanti",
        show: "Tampilkan",
        nothing: "Tidak ada yang menunggu Anda. Bila ada tugas baru, Anda diberi tahu lewat surel.",
        nothing_here: "Tidak ada tugas pada saringan ini.",
        others: "Menunggu orang lain",
        vacant: "belum ada pejabatnya",
        since: (who: string | number, date: string | number) => `${who} sejak ${date}`,
        choose: (title: string | number) => `Pilih: ${title}`,
        choose_all: (title: string | number) => `Pilih semua “${title}”`,
    },
    en: {
        title: "My tasks",
        all: "All",
        late: "Late",
        soon: "7 days",
        later: "Later",
        show: "Show",
        nothing: "Nothing waits for you. When there is something new, you are told by mail.",
        nothing_here: "No tasks under this filter.",
        others: "Waiting for somebody else",
        vacant: "nobody holds the post",
        since: (who: string | number, date: string | number) => `${who} since ${date}`,
        choose: (title: string | number) => `Choose: ${title}`,
        choose_all: (title: string | number) => `Choose all “${title}”`,
    },
});

type Bucket = "late" | "soon" | "later";
const working_days_soon = 5; // seven days of the calendar
const bucket_of = (item: InboxItem): Bucket =>
    item.days_left === null || item.days_left > working_days_soon
        ? "later"
        : item.days_left < 0
          ? "late"
          : "soon";

// Commands that many targets can be given at once: those that need no words.
const is_bulk = (item: InboxItem) =>
    item.resource === "targets" && next_command(item)?.needs.length === 0;

export default function Inbox({ place }: PageProperties) {
    const items = use_list<InboxItem>("inbox?limit=200");
    return (
        <>
            <Title>{say.title}</Title>
            <UpkeepNotice />
            <Read from={items}>
                {(all) => (
                    <Tasks all={all} chosen={place.query.get("saring")} reload={items.reload} />
                )}
            </Read>
        </>
    );
}

function Tasks(asked: { all: InboxItem[]; chosen: string | null; reload: () => Promise<void> }) {
    const counts = { late: 0, soon: 0, later: 0 };
    for (const item of asked.all) ++counts[bucket_of(item)];
    const shown = asked.all.filter((item) => !asked.chosen || bucket_of(item) === asked.chosen);
    const groups = new Map<string, InboxItem[]>();
    const elsewhere: InboxItem[] = [];
    for (const item of shown) {
        const step = step_of(item, me.name);
        if (!step.is_mine) {
            elsewhere.push(item);
            continue;
        }
        const key = `${item.resource}/${step.name}`;
        groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    if (!asked.all.length) return <Empty>{say.nothing}</Empty>;
    return (
        <>
            <div class="chips" role="group" aria-label={say.show}>
                <Chip name={null} chosen={asked.chosen} title={say.all} count={asked.all.length} />
                <Chip
                    name="late"
                    chosen={asked.chosen}
                    title={say.late}
                    count={counts.late}
                    is_bad
                />
                <Chip name="soon" chosen={asked.chosen} title={say.soon} count={counts.soon} />
                <Chip name="later" chosen={asked.chosen} title={say.later} count={counts.later} />
            </div>
            {!shown.length && <Empty>{say.nothing_here}</Empty>}
            {[...groups].map(([key, items]) => (
                <Group key={key} items={items} reload={asked.reload} />
            ))}
            {elsewhere.length > 0 && <Elsewhere items={elsewhere} />}
        </>
    );
}

function Chip(asked: {
    name: string | null;
    chosen: string | null;
    title: string;
    count: number;
    is_bad?: boolean;
}) {
    return (
        <button
            type="button"
            class={asked.is_bad && asked.count ? "chip bad" : "chip"}
            aria-pressed={asked.name === asked.chosen}
            onClick={() => set_query({ saring: asked.name })}
        >
            {asked.title} <span class="count">{asked.count}</span>
        </button>
    );
}

function Task({ item }: { item: InboxItem }) {
    return (
        <>
            <a href={address_of(item)}>{item.title}</a>
            <p class="beside">
                <State resource={item.resource} state={item.state} />
                <Due due={item.due} days={item.days_left} />
                <span>{item.agency?.name ?? item.region.name}</span>
                <span class="hint">{item.kind_title}</span>
            </p>
            <ReturnedLine back={item.returned} state={item.state} />
        </>
    );
}

// What others have to do next, with their names; I may give it back, which is on the page itself.
function Elsewhere(asked: { items: InboxItem[] }) {
    return (
        <section class="group" aria-label={say.others}>
            <h2>
                {say.others} <span class="count">{asked.items.length}</span>
            </h2>
            <ul class="tasks">
                {asked.items.map((item) => {
                    const step = step_of(item, me.name);
                    const names = (step.command?.who ?? []).flatMap((each) => each.names);
                    const told = `${command_title(item.resource, step.name)}: ${names.join(", ") || say.vacant}`;
                    return (
                        <li key={item.id} class="task">
                            <div>
                                <Task item={item} />
                                <p class="hint">{told}</p>
                            </div>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}

function Group(asked: { items: InboxItem[]; reload: () => Promise<void> }) {
    const first = asked.items[0]!;
    const verb = step_of(first, me.name).name;
    const ready = asked.items.filter(is_bulk);
    const can_bulk = ready.length > 1;
    const chosen = use_chosen(ready.map((item) => item.id));
    const [is_busy, busy] = useState(false);
    const title = command_title(first.resource, verb);
    async function run() {
        busy(true);
        try {
            const outcomes = await give_all(
                verb,
                asked.items
                    .filter((item) => chosen.has(item.id))
                    .map(({ id, version }) => ({ id, version })),
            );
            chosen.report(outcomes);
            announce({
                text: chosen.sentence(title, outcomes),
                is_bad: outcomes.some((one) => one.status >= 300),
            });
            await asked.reload();
        } catch (fault) {
            announce({ text: (fault as Error).message, is_bad: true });
        } finally {
            busy(false);
        }
    }
    return (
        <section
            class="group"
            aria-label={title}
            onKeyDown={on_enter(chosen.count, () => void run())}
        >
            <h2>
                {title} <span class="count">{asked.items.length}</span>
            </h2>
            {can_bulk && (
                <label class="all">
                    <input type="checkbox" checked={chosen.is_all} onChange={chosen.toggle_all} />
                    {say.choose_all(title)}
                </label>
            )}
            <ul class="tasks">
                {asked.items.map((item) => (
                    <li key={item.id} class={can_bulk ? "task choosable" : "task"}>
                        {can_bulk && is_bulk(item) && (
                            <input
                                type="checkbox"
                                aria-label={say.choose(item.title)}
                                checked={chosen.has(item.id)}
                                onChange={() => chosen.toggle(item.id)}
                            />
                        )}
                        <div>
                            <Task item={item} />
                            {chosen.fault_of(item.id) && (
                                <p class="fault">{chosen.fault_of(item.id)}</p>
                            )}
                        </div>
                    </li>
                ))}
            </ul>
            <BulkBar
                count={chosen.count}
                title={title}
                is_busy={is_busy}
                on_run={() => void run()}
                on_clear={chosen.clear}
            />
        </section>
    );
}
