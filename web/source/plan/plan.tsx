// One plan: how far it is, who holds the ball, what one may do with it, and by when its periods end.
import { useEffect, useState } from "preact/hooks";
import { Read } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { Comments } from "../parts/comments";
import { PlanHead } from "../parts/plan_head";
import type { PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import type { ReviewItem } from "../review/my_review";
import { PlanWords } from "../review/plan_words";
import { Suggestions } from "../review/suggestions";
import { give, type Answer } from "../server/commands";
import { kind_of, use_kinds } from "../server/kinds";
import { use_list, use_one } from "../server/reading";
import { locale, machines, type Shapes } from "../words/first";
import { day } from "../words/format";
import { plan_command } from "../words/names";
import { command_title, state_title, words } from "../words/words";
import { StateDiagram } from "./state_diagram";
import { Stepper } from "./stepper";
import { Waiting } from "./waiting_for";

const say = words({
    id: {
        ball: "Siapa memegang bola",
        reviews: (count: string | number, state: string | number) => `${count} ${state}`,
        reviews_title: "Telaahan",
        open_reviews: "Lihat telaahan",
        commands: "Yang dapat dilakukan",
        asks: "Yang akan diminta menelaah",
        asks_nobody: (state: string | number) =>
            `Tidak ada yang perlu menelaah lagi. Status berikutnya: ${state}.`,
        with_scan: (title: string | number) => `${title}: unggah pindaian dokumennya lebih dahulu`,
        amend_hint:
            "Rencana yang berlaku tetap berlaku sampai perubahannya ditetapkan. Target yang tidak berubah tetap seperti adanya.",
        facts: "Tentang rencana ini",
        kind: "Jenis",
        decree: "Ditetapkan dengan",
        decree_date: "Tanggal penetapan",
        revision: "Revisi",
        registered: "Sudah ditetapkan sebelum sistem ini dipakai.",
        periods: "Tenggat tiap periode",
        period: "Periode",
        span: "Masa",
        cut_off: "Perangkat daerah melapor sampai",
        due: "Laporan wilayah sampai",
        lock: "Dikunci",
    },
    en: {
        ball: "Who holds the ball",
        reviews: (count: string | number, state: string | number) => `${count} ${state}`,
        reviews_title: "Reviews",
        open_reviews: "See the reviews",
        commands: "What can be done",
        asks: "Will be asked to review",
        asks_nobody: (state: string | number) =>
            `Nobody needs to review again. It will then be: ${state}.`,
        with_scan: (title: string | number) => `${title}: upload a scan of the document first`,
        amend_hint:
            "The plan stays in force until the amendment is adopted. Targets that do not change stay as they are.",
        facts: "About this plan",
        kind: "Kind",
        decree: "Adopted by",
        decree_date: "Date of adoption",
        revision: "Revision",
        registered: "Was adopted before this system was in use.",
        periods: "Deadlines of the periods",
        period: "Period",
        span: "Time",
        cut_off: "Agencies report until",
        due: "The region's report until",
        lock: "Locked",
    },
});

type Plan = Shapes["plan"] & { decree_number?: string | null; decree_date?: string | null };
type Review = Shapes["review_item"];

export default function PlanPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const plan = use_one<Plan>(`plans/${id}`);
    const approvals = use_list<Shapes["approval_item"]>(`plans/${id}/approvals?limit=200`);
    return (
        <Read from={plan}>
            {(one) => (
                <>
                    <PlanHead plan={one} here={null} approvals={approvals.data} />
                    <Stepper resource="plans" state={one.state} began_outside={one.registered} />
                    <div class="halves">
                        <Ball plan={one} />
                        <Doing
                            plan={one}
                            set={(answer) =>
                                plan.set({ ...answer.resource, commands: answer.commands })
                            }
                            reload={async () => {
                                await Promise.all([plan.reload(), approvals.reload()]);
                            }}
                        />
                    </div>
                    {one.editing.allowed && <Wishes plan={one} />}
                    <Facts plan={one} />
                    <Periods plan={one} />
                    <StateDiagram
                        machine={machines["plans"]?.name ?? ""}
                        resource="plans"
                        state={one.state}
                    />
                    <Comments resource="plans" id={one.id} />
                </>
            )}
        </Read>
    );
}

// What the agencies asked to change, where it can be taken over at once.
function Wishes(asked: { plan: Plan }) {
    const reviews = use_list<ReviewItem>(`plans/${asked.plan.id}/reviews?limit=200`);
    const has_items = reviews.data?.some((each) => each.items?.length);
    const actions = use_list<Shapes["action"]>(
        has_items ? `plans/${asked.plan.id}/actions?limit=200` : null,
    );
    if (!reviews.data || !actions.data) return null;
    return (
        <PlanWords plan={asked.plan}>
            <Suggestions
                reviews={reviews.data}
                actions={actions.data}
                editing={asked.plan.editing}
                on_change={actions.reload}
            />
        </PlanWords>
    );
}

function Ball(asked: { plan: Plan }) {
    const { plan } = asked;
    const reviews = use_list<Review>(`plans/${plan.id}/reviews?limit=200`);
    // A command or an amendment has changed who is asked.
    useEffect(() => {
        if (reviews.data) void reviews.reload();
    }, [plan.version]);
    const counts = new Map<string, number>();
    for (const each of reviews.data ?? [])
        counts.set(each.state, (counts.get(each.state) ?? 0) + 1);
    return (
        <section class="card">
            <h2>{say.ball}</h2>
            <Waiting waiting_for={plan.waiting_for} shown_max={8} />
            {counts.size > 0 && (
                <p class="hint">
                    {say.reviews_title}:{" "}
                    {[...counts]
                        .map(([state, count]) => say.reviews(count, state_title("reviews", state)))
                        .join(", ")}
                    . <a href={`/rencana/${plan.id}/tinjauan`}>{say.open_reviews}</a>
                </p>
            )}
        </section>
    );
}

interface Changing {
    plan: Plan;
    set: (answer: Answer<Plan>) => void;
    reload: () => Promise<void>;
}

// The buttons; before sending it round, who would be asked. What wants a scan is done where scans are.
function Doing(asked: Changing) {
    const { plan } = asked;
    const with_scan = plan.commands.filter((each) => each.needs.includes("decree_scan"));
    const here = plan.commands.filter((each) => !with_scan.includes(each));
    const main = here.find((each) => each.allowed && !each.needs.includes("reason"));
    const may_be_amended = !plan.open_revision && here.some((each) => each.allowed);
    if (!plan.commands.length) return null;
    return (
        <section class="card">
            <h2>{say.commands}</h2>
            <CommandBar<Plan>
                resource="plans"
                item={plan}
                only={here.map((each) => each.name)}
                first={plan.open_revision ? main?.name : undefined}
                on_done={(answer) => {
                    asked.set(answer);
                    void asked.reload();
                }}
                on_stale={() => void asked.reload()}
            />
            <Asked plan={plan} />
            {with_scan
                .filter((each) => each.allowed)
                .map((each) => (
                    <p key={each.name}>
                        <a href={`/rencana/${plan.id}/dokumen`}>
                            {say.with_scan(command_title("plans", each.name))}
                        </a>
                    </p>
                ))}
            {may_be_amended && <p class="hint">{say.amend_hint}</p>}
        </section>
    );
}

// Sends nothing: asks the server what sending would lead to.
function Asked(asked: { plan: Plan }) {
    const { plan } = asked;
    const submit = plan.commands.find((each) => each.name === plan_command.submit && each.allowed);
    const [told, tell] = useState<Answer<Plan> | null>(null);
    useEffect(() => {
        tell(null);
        if (!submit) return;
        give<Plan>(submit, plan.version, {}, { dry_run: true }).then(tell, () => tell(null));
    }, [plan.version, submit?.href]);
    if (!told?.asks) return null;
    if (!told.asks.length)
        return (
            <p class="hint">
                {say.asks_nobody(
                    state_title("plans", told.resource.open_revision?.state ?? told.resource.state),
                )}
            </p>
        );
    return (
        <div>
            <h3>
                {say.asks} <span class="count">{told.asks.length}</span>
            </h3>
            <ul class="names">
                {told.asks.map((each) => (
                    <li key={each.id}>{each.name}</li>
                ))}
            </ul>
        </div>
    );
}

function Facts(asked: { plan: Plan }) {
    const { plan } = asked;
    const kinds = use_kinds();
    return (
        <section class="card">
            <h2>{say.facts}</h2>
            <dl class="facts">
                <div>
                    <dt>{say.kind}</dt>
                    <dd>{kind_of(kinds.data, plan)?.title[locale] ?? plan.kind}</dd>
                </div>
                <div>
                    <dt>{say.revision}</dt>
                    <dd>{plan.revision}</dd>
                </div>
                {plan.decree_number && (
                    <div>
                        <dt>{say.decree}</dt>
                        <dd>{plan.decree_number}</dd>
                    </div>
                )}
                {plan.decree_date && (
                    <div>
                        <dt>{say.decree_date}</dt>
                        <dd>{day(plan.decree_date)}</dd>
                    </div>
                )}
            </dl>
            {plan.registered && <p class="hint">{say.registered}</p>}
        </section>
    );
}

function Periods(asked: { plan: Plan }) {
    return (
        <section>
            <h2>{say.periods}</h2>
            <Table
                title={say.periods}
                rows={asked.plan.periods}
                key_of={(each) => each.code}
                columns={[
                    { title: say.period, of: (each) => each.title },
                    { title: say.span, of: (each) => `${day(each.from)} – ${day(each.to)}` },
                    { title: say.cut_off, of: (each) => day(each.cut_off) },
                    { title: say.due, of: (each) => day(each.due) },
                    { title: say.lock, of: (each) => day(each.lock) },
                ]}
            />
        </section>
    );
}
