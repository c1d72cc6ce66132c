// Tinjauan: the rows of my agency first, with what changed and a verdict on each; for who keeps the
// matrix what the agencies ask for; and who has not answered, since when.
import { useState } from "preact/hooks";
import { Read, State } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { PlanHead } from "../parts/plan_head";
import { Reminder } from "../parts/reminder";
import { ReturnedLine } from "../parts/returned";
import type { PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import { use_list, use_one } from "../server/reading";
import { has_role, machines, me, type Shapes } from "../words/first";
import { day, today } from "../words/format";
import { review_reminder } from "../words/reminder";
import { plan_command } from "../words/names";
import { words } from "../words/words";
import { ActionRow, texts_of, type Former } from "./action_row";
import type { Action } from "./action_text";
import { MyReview, type ReviewItem } from "./my_review";
import { PlanWords, use_own_columns } from "./plan_words";
import { Suggestions } from "./suggestions";

const say = words({
    id: {
        agencies: "Telaahan perangkat daerah",
        agency: "Perangkat daerah",
        state: "Status",
        rows: "Baris",
        since: "Menunggu sejak",
        due: "Tenggat",
        late: "lewat tenggat",
        not_asked: "Belum ada telaahan: rencana belum diajukan.",
        answered: (done: string | number, all: string | number) => `${done} dari ${all} setuju`,
        asking: (count: string | number) => `${count} minta perbaikan, menunggu sekretariat`,
        awaited: (count: string | number) => `${count} masih ditunggu`,
        replaced: (agency: string | number) =>
            `Telaahan ${agency} yang Anda buka sudah tidak berlaku: rencananya ditarik atau diajukan lagi.`,
        remind: "Ingatkan",
        remind_one: (agency: string | number) => `Ingatkan ${agency}`,
        remind_all: (count: string | number) => `Ingatkan yang belum selesai (${count})`,
        others: "Baris perangkat daerah lain",
        rows_all: "Semua baris",
        in_force: (number: string | number) => `dibanding revisi ${number} yang berlaku`,
    },
    en: {
        agencies: "The agencies' reviews",
        agency: "Agency",
        state: "State",
        rows: "Rows",
        since: "Waits since",
        due: "Due",
        late: "overdue",
        not_asked: "No reviews yet: the plan has not been submitted.",
        answered: (done: string | number, all: string | number) => `${done} of ${all} agreed`,
        asking: (count: string | number) =>
            `${count} asked for changes and wait for the secretariat`,
        awaited: (count: string | number) => `${count} still awaited`,
        replaced: (agency: string | number) =>
            `The review of ${agency} that you opened no longer counts: the plan was recalled or submitted anew.`,
        remind: "Remind",
        remind_one: (agency: string | number) => `Remind ${agency}`,
        remind_all: (count: string | number) => `Remind who is not done (${count})`,
        others: "Other agencies' rows",
        rows_all: "All rows",
        in_force: (number: string | number) => `against revision ${number} in force`,
    },
});

type Plan = Shapes["plan"];

export default function ReviewPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const plan = use_one<Plan>(`plans/${id}`);
    return (
        <Read from={plan}>
            {(it) => (
                <PlanWords plan={it}>
                    <PlanHead plan={it} here="tinjauan" />
                    <Reviews
                        plan={it}
                        reload={plan.reload}
                        set={plan.set}
                        asked_for={place.query.get("telaahan")}
                    />
                </PlanWords>
            )}
        </Read>
    );
}

// The rows of the revision in force, when another is open.
function use_former(plan: Plan): Former | null {
    const in_force = plan.in_force_revision;
    const is_amended = in_force !== null && plan.open_revision && plan.open_revision.number > 1;
    const former = use_list<Action>(
        is_amended ? `plans/${plan.id}/actions?revision=${in_force}&limit=200` : null,
    );
    const own = use_own_columns();
    if (!is_amended || !former.data) return null;
    return {
        since: say.in_force(in_force),
        rows: Object.fromEntries(former.data.map((action) => [action.id, texts_of(action, own)])),
    };
}

// A link may speak of a review that a later submission has replaced.
function Replaced(asked: { review: ReviewItem | undefined }) {
    const { review } = asked;
    if (!review) return null;
    return (
        <section class="card" aria-label={say.agencies}>
            <p>{say.replaced(review.agency.name)}</p>
            {review.reason && <p class="quote">{review.reason}</p>}
        </section>
    );
}

function Reviews(asked: {
    plan: Plan;
    reload: () => Promise<void>;
    set: (plan: Plan) => void;
    asked_for: string | null;
}) {
    const { plan } = asked;
    const reviews = use_list<ReviewItem>(`plans/${plan.id}/reviews?limit=200`);
    const every = use_list<ReviewItem>(`plans/${plan.id}/reviews?all=true&limit=200`);
    const actions = use_list<Action>(`plans/${plan.id}/actions?limit=200`);
    const former = use_former(plan);
    const mine = new Set(me.appointments.flatMap((each) => each.agency?.id ?? []));
    const keeps_matrix = has_role("secretariat");
    const reload = async () => {
        await Promise.all([reviews.reload(), every.reload(), asked.reload()]);
    };
    return (
        <Read from={reviews}>
            {(all) => (
                <Read from={actions}>
                    {(rows) => (
                        <>
                            {!all.some((each) => each.id === asked.asked_for) && (
                                <Replaced
                                    review={every.data?.find((each) => each.id === asked.asked_for)}
                                />
                            )}
                            {all
                                .filter((each) => mine.has(each.agency.id))
                                .map((each) => (
                                    <MyReview
                                        key={each.id}
                                        listed={each}
                                        earlier={(every.data ?? []).filter(
                                            (one) =>
                                                one.agency.id === each.agency.id &&
                                                one.id !== each.id &&
                                                one.items?.length,
                                        )}
                                        rows={rows.filter(
                                            (row) => row.lead_agency?.id === each.agency.id,
                                        )}
                                        former={former}
                                        on_done={() => void reload()}
                                    />
                                ))}
                            {keeps_matrix && (
                                <div class="part">
                                    <CommandBar<Plan>
                                        resource="plans"
                                        item={plan}
                                        only={[plan_command.recall]}
                                        on_done={(answer) => {
                                            asked.set({
                                                ...answer.resource,
                                                commands: answer.commands,
                                            } as Plan);
                                            void reload();
                                        }}
                                        on_stale={() => void reload()}
                                    />
                                </div>
                            )}
                            <Suggestions
                                reviews={all}
                                actions={rows}
                                editing={keeps_matrix ? plan.editing : null}
                                on_change={actions.reload}
                            />
                            <Agencies
                                plan={plan}
                                reviews={all}
                                actions={rows}
                                may_remind={keeps_matrix}
                            />
                            <Others
                                title={
                                    all.some((each) => mine.has(each.agency.id))
                                        ? say.others
                                        : say.rows_all
                                }
                                rows={rows.filter((row) => !mine.has(row.lead_agency?.id ?? ""))}
                                former={former}
                            />
                        </>
                    )}
                </Read>
            )}
        </Read>
    );
}

function Agencies(asked: {
    plan: Plan;
    reviews: ReviewItem[];
    actions: Action[];
    may_remind: boolean;
}) {
    const since = new Map(
        asked.plan.waiting_for.map((each) => [each.agency?.id ?? "", each.since] as const),
    );
    // On the agency's desk; who has asked for changes waits for the secretariat.
    const waits = (review: ReviewItem) =>
        review.state === machines["reviews"]?.initial && since.has(review.agency.id);
    const [text, remind] = useState<string | null>(null);
    const text_for = (review: ReviewItem) =>
        review_reminder(
            review.agency.name,
            asked.plan.title,
            review.due,
            `${location.origin}/rencana/${asked.plan.id}/tinjauan`,
        );
    if (!asked.reviews.length) return <p class="hint">{say.not_asked}</p>;
    const sorted = [...asked.reviews].sort((one, other) => +waits(other) - +waits(one));
    const late = sorted.filter(waits);
    const asking = asked.reviews.filter((each) => each.returned).length;
    const agreed = asked.reviews.length - late.length - asking;
    const told = [
        say.answered(agreed, asked.reviews.length),
        asking && say.asking(asking),
        late.length && say.awaited(late.length),
    ];
    return (
        <section class="part">
            <h2 id="agencies">{say.agencies}</h2>
            <p>{told.filter(Boolean).join("; ")}.</p>
            {asked.may_remind && late.length > 0 && (
                <div class="buttons">
                    <button type="button" onClick={() => remind(late.map(text_for).join("\n\n"))}>
                        {say.remind_all(late.length)}
                    </button>
                </div>
            )}
            {text !== null && <Reminder text={text} on_close={() => remind(null)} />}
            <Table
                title={say.agencies}
                rows={sorted}
                key_of={(review) => review.id}
                columns={[
                    { title: say.agency, of: (review) => review.agency.name },
                    {
                        title: say.state,
                        of: (review) => (
                            <>
                                <State resource="reviews" state={review.state} />
                                <ReturnedLine back={review.returned} />
                            </>
                        ),
                    },
                    {
                        title: say.rows,
                        kind: "number",
                        of: (review) =>
                            asked.actions.filter(
                                (each) => each.lead_agency?.id === review.agency.id,
                            ).length,
                    },
                    {
                        title: say.since,
                        of: (review) => (waits(review) ? day(since.get(review.agency.id)) : "–"),
                    },
                    {
                        title: say.due,
                        of: (review) => (
                            <>
                                {day(review.due)}
                                {waits(review) && (review.due ?? "9") < today() && (
                                    <span class="late"> · {say.late}</span>
                                )}
                            </>
                        ),
                    },
                    asked.may_remind && {
                        title: say.remind,
                        kind: "buttons",
                        of: (review) =>
                            waits(review) && (
                                <button
                                    type="button"
                                    aria-label={say.remind_one(review.agency.name)}
                                    onClick={() => remind(text_for(review))}
                                >
                                    {say.remind}
                                </button>
                            ),
                    },
                ]}
            />
        </section>
    );
}

function Others(asked: { title: string; rows: Action[]; former: Former | null }) {
    if (!asked.rows.length) return null;
    return (
        <section class="part" aria-labelledby="others">
            <h2 id="others">
                {asked.title} <span class="count">{asked.rows.length}</span>
            </h2>
            {asked.rows.map((action) => (
                <details key={action.id} class="card">
                    <summary>
                        {action.number}. {action.title} · {action.lead_agency?.name ?? "–"}
                    </summary>
                    <ActionRow action={action} former={asked.former} />
                </details>
            ))}
        </section>
    );
}
