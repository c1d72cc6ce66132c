// Persetujuan: on one page what the plan is, what changes, what was objected, who agreed, and the
// decision.
import { Due, Empty, Read, State } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { PlanHead } from "../parts/plan_head";
import { ReturnedLine } from "../parts/returned";
import type { PageProperties } from "../parts/route";
import type { Answer } from "../server/commands";
import { use_list, use_one } from "../server/reading";
import { machines, type Shapes } from "../words/first";
import { day, moment } from "../words/format";
import { is_final, state_title, words } from "../words/words";
import { Changes } from "./changes";
import { PlanWords } from "./plan_words";
import { PlanSummary } from "./plan_summary";

const say = words({
    id: {
        decision: "Keputusan",
        none: "Rencana ini belum diajukan untuk disetujui.",
        stage: (name: string | number) => `Tahap persetujuan: ${name}`,
        votes: (count: string | number, quorum: string | number) => `${count} dari ${quorum} suara`,
        voted: (name: string | number, at: string | number) => `${name}, ${at}`,
        other_stages: "Semua tahap persetujuan",
        agreed: (count: string | number, all: string | number) =>
            `${count} dari ${all} perangkat daerah menyetujui`,
        reviews: "Telaahan perangkat daerah",
        open: "Keberatan yang masih terbuka",
        no_open: "Tidak ada keberatan yang masih terbuka.",
        earlier: "Keberatan sebelumnya, sudah ditanggapi dalam pengajuan ini",
        unanswered: "Belum ditanggapi: harus dijawab dalam pengajuan berikutnya",
        former: "Keberatan dari pengajuan sebelumnya",
        replaced:
            "Persetujuan yang Anda buka sudah tidak berlaku: rencananya ditarik atau diajukan lagi.",
        row: (number: string | number) => `Rencana aksi No. ${number}`,
        suggestion: "Usulan",
    },
    en: {
        decision: "Decision",
        none: "This plan has not been sent for approval.",
        stage: (name: string | number) => `Stage of the approval: ${name}`,
        votes: (count: string | number, quorum: string | number) => `${count} of ${quorum} votes`,
        voted: (name: string | number, at: string | number) => `${name}, ${at}`,
        other_stages: "All stages of the approval",
        agreed: (count: string | number, all: string | number) =>
            `${count} of ${all} agencies agreed`,
        reviews: "Reviews of the agencies",
        open: "Open objections",
        no_open: "No objection is open.",
        earlier: "Earlier objections, answered by this submission",
        unanswered: "Not answered yet: to be answered by the next submission",
        former: "Objections to former submissions",
        replaced:
            "The approval that you opened no longer counts: the plan was recalled or submitted anew.",
        row: (number: string | number) => `Action no. ${number}`,
        suggestion: "Suggested wording",
    },
});

type Plan = Shapes["plan"];
type Approval = Shapes["approval"];
type Action = Shapes["action"];
type Review = Shapes["review_item"] & {
    items?: { action: string; comment: string; suggestion: string }[];
};

// As the kind calls it, and who decides there where the title does not say so: one role can have
// several stages.
const stage_name = (of: Pick<Approval, "stage_title" | "role_title">): string =>
    of.stage_title === of.role_title ? of.role_title : `${of.stage_title} (${of.role_title})`;

export default function ApprovalPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const plan = use_one<Plan>(`plans/${id}`);
    const approvals = use_list<Shapes["approval_item"]>(`plans/${id}/approvals?limit=200`);
    const asked_for = place.query.get("persetujuan");
    const reload = async () => {
        await Promise.all([plan.reload(), approvals.reload()]);
    };
    return (
        <Read from={plan}>
            {(one) => (
                <PlanWords plan={one}>
                    <PlanHead plan={one} here="persetujuan" approvals={approvals.data} />
                    <Read from={approvals}>
                        {(all) => {
                            // The stages follow each other: the last is where it stands.
                            const last = all[all.length - 1];
                            const is_replaced =
                                asked_for && !all.some((each) => each.id === asked_for);
                            const chosen = asked_for ?? last?.id;
                            return chosen ? (
                                <>
                                    {is_replaced && <p class="hint">{say.replaced}</p>}
                                    <Decision id={chosen} on_change={() => void reload()} />
                                    {all.length > 1 && <Stages all={all} />}
                                </>
                            ) : (
                                <Empty>{say.none}</Empty>
                            );
                        }}
                    </Read>
                    <About plan={one} />
                </PlanWords>
            )}
        </Read>
    );
}

function Decision(asked: { id: string; on_change: () => void }) {
    const approval = use_one<Approval & { days_left?: number | null }>(`approvals/${asked.id}`);
    return (
        <section class="card" aria-labelledby="decision">
            <h2 id="decision">{say.decision}</h2>
            <Read from={approval}>
                {(one) => (
                    <>
                        <p class="beside">
                            <State resource="approvals" state={one.state} />
                            {!one.votes.length && <Due due={one.due} days={one.days_left} />}
                            <span>{say.stage(stage_name(one))}</span>
                            {one.quorum > 1 && (
                                <span>{say.votes(one.votes.length, one.quorum)}</span>
                            )}
                        </p>
                        <Votes votes={one.votes} />
                        {one.returned ? (
                            <ReturnedLine back={one.returned} />
                        ) : (
                            one.reason && <p class="quote">{one.reason}</p>
                        )}
                        <CommandBar<Approval>
                            resource="approvals"
                            item={one}
                            first={
                                one.commands.find((each) => !each.needs.includes("reason"))?.name
                            }
                            on_done={(answer: Answer<Approval>) => {
                                approval.set({ ...answer.resource, commands: answer.commands });
                                asked.on_change();
                            }}
                            on_stale={() => {
                                void approval.reload();
                                asked.on_change();
                            }}
                        />
                    </>
                )}
            </Read>
        </section>
    );
}

function Votes(asked: { votes: Approval["votes"] }) {
    if (!asked.votes.length) return null;
    return (
        <ul class="hint">
            {asked.votes.map((each) => (
                <li key={each.at}>{say.voted(each.by?.name ?? "", moment(each.at))}</li>
            ))}
        </ul>
    );
}

function Stages(asked: { all: Shapes["approval_item"][] }) {
    return (
        <section class="card" aria-labelledby="stages">
            <h2 id="stages">{say.other_stages}</h2>
            <ol>
                {asked.all.map((each) => (
                    <li key={each.id} class="comment">
                        {stage_name(each)} <State resource="approvals" state={each.state} />{" "}
                        <span class="hint">{say.votes(each.votes.length, each.quorum)}</span>
                        <Votes votes={each.votes} />
                    </li>
                ))}
            </ol>
        </section>
    );
}

// What there is to know before deciding.
function About(asked: { plan: Plan }) {
    const { plan } = asked;
    const reviews = use_list<Review>(`plans/${plan.id}/reviews?limit=200`);
    const every = use_list<Review>(`plans/${plan.id}/reviews?all=true&limit=200`);
    const earlier_approvals = use_list<Shapes["approval_item"]>(
        `plans/${plan.id}/approvals?all=true&limit=200`,
    );
    const actions = use_list<Action>(`plans/${plan.id}/actions?limit=200`);
    const current = new Set((reviews.data ?? []).map((each) => each.id));
    const to = plan.open_revision?.number;
    const stages = (earlier_approvals.data ?? [])
        .filter((each) => each.reason && each.revision === (to ?? plan.revision))
        .map((each) => ({
            ...each,
            by: stage_name(each),
            resource: "approvals",
            items: [],
        }));
    // Answered is what a later submission followed; a draft has answered nothing yet.
    const is_draft = plan.state === machines["plans"]?.initial;
    const unanswered = stages.filter((each) => is_draft && each.returned);
    const objections = [
        ...(every.data ?? [])
            .filter((each) => each.reason && !current.has(each.id))
            .map((each) => ({ ...each, by: each.agency.name, resource: "reviews" })),
        ...stages.filter((each) => !unanswered.includes(each)),
    ];
    return (
        <>
            {plan.in_force_revision !== null && to !== undefined && (
                <Changes plan={plan.id} from={plan.in_force_revision} to={to} />
            )}
            <section class="card" aria-labelledby="reviews">
                <h2 id="reviews">{say.reviews}</h2>
                <Read from={reviews}>
                    {(all) => <Agreed all={all} rows={actions.data ?? []} />}
                </Read>
            </section>
            <Objections
                id="unanswered"
                title={say.unanswered}
                all={unanswered}
                rows={actions.data ?? []}
            />
            <Objections
                id="earlier"
                title={is_draft ? say.former : say.earlier}
                all={objections}
                rows={actions.data ?? []}
            />
            <PlanSummary plan={plan} actions={actions} />
        </>
    );
}

interface Objected {
    id: string;
    by: string;
    resource: string;
    state: string;
    due: string | null;
    reason: string | null;
    items?: Review["items"];
}

function Objections(asked: { id: string; title: string; all: Objected[]; rows: Action[] }) {
    if (!asked.all.length) return null;
    return (
        <section class="card" aria-labelledby={asked.id}>
            <h2 id={asked.id}>{asked.title}</h2>
            <ul>
                {asked.all.map((each) => (
                    <Objection key={each.id} {...each} rows={asked.rows} />
                ))}
            </ul>
        </section>
    );
}

// Who has answered, and gives no reason against it, has agreed; so has silence that counts.
function Agreed(asked: { all: Review[]; rows: Action[] }) {
    const against = asked.all.filter((each) => each.reason);
    const agreed = asked.all.filter(
        (each) => !each.reason && each.state !== machines["reviews"]?.initial,
    ).length;
    return (
        <>
            <p>
                <strong>{say.agreed(agreed, asked.all.length)}</strong>
            </p>
            <h3>
                {say.open} <span class="count">{against.length}</span>
            </h3>
            {against.length ? (
                <ul>
                    {against.map((each) => (
                        <Objection
                            key={each.id}
                            {...each}
                            by={each.agency.name}
                            resource="reviews"
                            rows={asked.rows}
                        />
                    ))}
                </ul>
            ) : (
                <p class="hint">{say.no_open}</p>
            )}
        </>
    );
}

function Objection(asked: Omit<Objected, "id"> & { rows: Action[] }) {
    return (
        <li class="comment">
            <p>
                <strong>{asked.by}</strong>{" "}
                <span class="hint">
                    {state_title(asked.resource, asked.state)}
                    {!is_final(asked.resource, asked.state) && asked.due && ` · ${day(asked.due)}`}
                </span>
            </p>
            <p class="quote">{asked.reason}</p>
            {(asked.items ?? []).map((each) => {
                const row = asked.rows.find((one) => one.id === each.action);
                return (
                    <p key={each.action} class="quote">
                        {row && <strong>{say.row(row.number)}: </strong>}
                        {each.comment}
                        {each.suggestion && ` ${say.suggestion}: ${each.suggestion}`}
                    </p>
                );
            })}
        </li>
    );
}
