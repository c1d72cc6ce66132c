// Verifikasi: what waits for a decision on the left, what was claimed beside its evidence on the
// right; two ticks give the scores; j and k go to the next and the one before; many at once.
import { Due, Empty, Read, State, Title } from "../parts/basics";
import { BulkBar, on_enter, use_chosen } from "../parts/bulk";
import { set_query, type PageProperties } from "../parts/route";
import { next_command, type InboxItem } from "../parts/waiting";
import { use_list } from "../server/reading";
import { use_kept } from "../typed/kept";
import { command_title, words } from "../words/words";
import { use_batch } from "./batch";
import { body_of_judged, score_of, side_title, sides, toggled, type Judged } from "./scores";
import { Verified } from "./verified";

const say = words({
    id: {
        title: "Verifikasi",
        nothing: "Tidak ada capaian yang menunggu keputusan Anda.",
        list: "Menunggu keputusan",
        keys: "Papan ketik di daftar: j dan k pindah, x pilih, a dan s nilai penuh, Enter di kotak laksanakan.",
        choose: (title: string | number) => `Pilih: ${title}`,
        choose_all: (title: string | number) => `Pilih semua “${title}”`,
        unjudged: "belum dinilai",
        judge_first: "Beri nilai administrasi dan substansi dahulu.",
    },
    en: {
        title: "Verification",
        nothing: "No achievement waits for your decision.",
        list: "Waiting for a decision",
        keys: "Keys in the list: j and k move, x chooses, a and s give full scores, Enter on a tick runs.",
        choose: (title: string | number) => `Choose: ${title}`,
        choose_all: (title: string | number) => `Choose all “${title}”`,
        unjudged: "not judged yet",
        judge_first: "Give the scores for administration and substance first.",
    },
});

type AllJudged = Record<string, Judged>;

const needs_scores = (item: InboxItem) => next_command(item)?.needs.includes("scores") ?? false;

// What can be decided without a reason in words.
const is_here = (item: InboxItem) => {
    const command = next_command(item);
    return item.resource === "targets" && !!command && !command.needs.includes("reason");
};

// Those of one command together, in the order of the list.
function groups_of(items: InboxItem[]): [string, InboxItem[]][] {
    const groups = new Map<string, InboxItem[]>();
    for (const item of items) {
        const verb = next_command(item)?.name ?? "";
        groups.set(verb, [...(groups.get(verb) ?? []), item]);
    }
    return [...groups];
}

export default function Verification({ place }: PageProperties) {
    const inbox = use_list<InboxItem>("inbox?limit=200");
    return (
        <>
            <Title>{say.title}</Title>
            <Read from={inbox}>
                {(all) => (
                    <Desk
                        items={groups_of(all.filter(is_here)).flatMap(([, items]) => items)}
                        chosen={place.query.get("pilih")}
                        reload={inbox.reload}
                    />
                )}
            </Read>
        </>
    );
}

function Desk(asked: { items: InboxItem[]; chosen: string | null; reload: () => Promise<void> }) {
    const { items, chosen, reload } = asked;
    const kept = use_kept<AllJudged>("scores", {});
    const shown = items.find((each) => each.id === chosen) ?? (chosen ? undefined : items[0]);
    const judge = (id: string, judged: Judged) => kept.set({ ...kept.value, [id]: judged });
    if (!items.length && !chosen) return <Empty>{say.nothing}</Empty>;
    async function finished(id: string) {
        const at = items.findIndex((each) => each.id === id);
        const next = items[at + 1] ?? items[at - 1];
        const { [id]: _, ...others } = kept.value;
        kept.set(others);
        set_query({ pilih: chosen && next ? next.id : null });
        await reload();
    }
    return (
        <div class={chosen ? "split chosen" : "split"}>
            <section class="list" aria-label={say.list}>
                <List
                    items={items}
                    shown={shown?.id ?? null}
                    judged={kept.value}
                    judge={judge}
                    reload={reload}
                />
                <p class="hint no-print">{say.keys}</p>
            </section>
            <div class="detail">
                {(chosen ?? shown) && (
                    <Verified
                        key={chosen ?? shown?.id}
                        id={chosen ?? shown!.id}
                        listed={items.find((each) => each.id === (chosen ?? shown!.id))?.version}
                        judged={kept.value[chosen ?? shown!.id] ?? {}}
                        on_judged={(judged) => judge(chosen ?? shown!.id, judged)}
                        on_done={() => finished(chosen ?? shown!.id)}
                    />
                )}
            </div>
        </div>
    );
}

interface Listed {
    items: InboxItem[];
    shown: string | null;
    judged: AllJudged;
    judge: (id: string, judged: Judged) => void;
    reload: () => Promise<void>;
}

function List(asked: Listed) {
    const row_of = (id: string) => document.getElementById(`row-${id}`);
    function press(event: KeyboardEvent) {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const inside = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
        const at = asked.items.findIndex((each) => each.id === (inside?.dataset["row"] ?? ""));
        const by = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
        const next = asked.items[Math.max(0, at + by)];
        if (by && next) {
            set_query({ pilih: next.id });
            row_of(next.id)?.focus();
        }
        const here = asked.items[at];
        if (!here) return;
        if (event.key === "x") inside?.querySelector<HTMLInputElement>("input")?.click();
        const side = event.key === "a" ? "administration" : event.key === "s" ? "substance" : null;
        if (side && needs_scores(here))
            asked.judge(here.id, toggled(asked.judged[here.id] ?? {}, side));
    }
    return (
        <div onKeyDown={press}>
            {groups_of(asked.items).map(([verb, items]) => (
                <Group key={verb} {...asked} verb={verb} items={items} />
            ))}
        </div>
    );
}

function Group(asked: Listed & { verb: string }) {
    const { items, verb, judged } = asked;
    const title = command_title("targets", verb);
    const chosen = use_chosen(items.map((each) => each.id));
    const batch = use_batch(chosen, asked.reload);
    // What has no scores yet stays behind, and its row says why.
    function run() {
        const wanted = items.filter((each) => chosen.has(each.id));
        const ready = wanted.flatMap((each) => {
            const body = needs_scores(each) ? body_of_judged(judged[each.id] ?? {}) : {};
            return body ? [{ id: each.id, version: each.version, ...body }] : [];
        });
        const left = wanted.filter((each) => !ready.some((one) => one.id === each.id));
        void batch.run(
            verb,
            ready,
            left.map((each) => ({
                id: each.id,
                status: 422,
                problem: { title: "", detail: say.judge_first, code: "" },
            })),
        );
    }
    return (
        <section class="group" aria-label={title} onKeyDown={on_enter(chosen.count, run)}>
            <h2>
                {title} <span class="count">{items.length}</span>
            </h2>
            {items.length > 1 && (
                <label class="all">
                    <input type="checkbox" checked={chosen.is_all} onChange={chosen.toggle_all} />
                    {say.choose_all(title)}
                </label>
            )}
            <ul class="tasks">
                {items.map((item) => (
                    <li
                        key={item.id}
                        data-row={item.id}
                        class={item.id === asked.shown ? "task shown" : "task"}
                    >
                        <input
                            type="checkbox"
                            aria-label={say.choose(item.title)}
                            checked={chosen.has(item.id)}
                            onChange={() => chosen.toggle(item.id)}
                        />
                        <div>
                            <a
                                id={`row-${item.id}`}
                                href={`/verifikasi?pilih=${item.id}`}
                                aria-current={item.id === asked.shown || undefined}
                            >
                                {item.title}
                            </a>
                            <p class="beside">
                                <State resource="targets" state={item.state} />
                                <Due due={item.due} days={item.days_left} />
                                <span>{item.agency?.name}</span>
                                {needs_scores(item) && <Given judged={judged[item.id] ?? {}} />}
                            </p>
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
                is_busy={batch.is_busy}
                on_run={run}
                on_clear={chosen.clear}
            />
            {batch.proof}
        </section>
    );
}

function Given(asked: { judged: Judged }) {
    const given = sides.filter((side) => score_of(asked.judged[side]) !== undefined);
    return (
        <span>
            {given.length
                ? given.map((side) => `${side_title(side)} ${asked.judged[side]}`).join(" · ")
                : say.unjudged}
        </span>
    );
}
