// Capaian: one target, from what is asked to its report: the record that saves itself, the evidence,
// what is still missing, and what the verifier will see.
import { useState } from "preact/hooks";
import { Due, Read, State, Title } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { Comments } from "../parts/comments";
import { Returned } from "../parts/returned";
import type { PageProperties } from "../parts/route";
import { kind_of, use_kinds } from "../server/kinds";
import { use_one, type Reading } from "../server/reading";
import { remembered } from "../typed/draft";
import type { Shapes } from "../words/first";
import { plan_years } from "../words/format";
import { words } from "../words/words";
import { classes_of, type Target } from "./achievement";
import { EventList } from "./event_list";
import { EvidenceCard } from "./evidence";
import { LeftOver, RecordForm } from "./record_form";
import { FormerRounds, Record, Wanted } from "./target_record";

const say = words({
    id: {
        title: "Capaian",
        asked: "Yang diminta",
        record: "Capaian",
        next: "Langkah berikutnya",
    },
    en: {
        title: "Achievements",
        asked: "What is asked",
        record: "Achievement",
        next: "Next step",
    },
});

export default function TargetPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const item = use_one<Target>(`targets/${id}`);
    return <Read from={item}>{(target) => <Shown item={item} target={target} />}</Read>;
}

function Shown(asked: { item: Reading<Target>; target: Target }) {
    const { item, target } = asked;
    const plan = use_one<Shapes["plan"]>(`plans/${target.plan}`).data;
    const kind = kind_of(use_kinds().data, plan);
    const rounds = target.rounds ?? [];
    const Part = target.editable ? RecordForm : Told;
    return (
        <>
            <p class="crumbs">
                <a href="/capaian">{say.title}</a>
                {plan && ` › ${plan.region.name} ${plan_years(plan)}`} › {target.period_title}
            </p>
            <Title
                beside={
                    <p class="beside">
                        <State resource="targets" state={target.state} />
                        <Due due={target.due} days={target.days_left} />
                    </p>
                }
            >
                {`${target.action?.number ?? ""}. ${target.action?.title ?? ""}`}
            </Title>
            <Returned back={target.returned} state={target.state} />
            <section class="card" aria-label={say.asked}>
                <h2>{say.asked}</h2>
                <Wanted target={target} />
            </section>
            <Part target={target} kind={kind} set={item.set} reload={item.reload} />
            <Comments resource="targets" id={target.id} />
            <FormerRounds rounds={rounds} unit={target.unit} kind={kind} />
            <EventList resource="targets" id={target.id} version={target.version} />
        </>
    );
}

// For who reads, verifies or decides, but does not write.
function Told(asked: {
    target: Target;
    kind: Shapes["kind"] | undefined;
    set: (target: Target) => void;
    reload: () => Promise<void>;
}) {
    const { target, kind } = asked;
    const [left_over, keep] = useState(() => remembered(`targets/${target.id}`));
    return (
        <>
            {left_over && (
                <LeftOver target={target} copy={left_over.mine} on_forgotten={() => keep(null)} />
            )}
            <section class="card" aria-label={say.record}>
                <h2>{say.record}</h2>
                <Record round={target} unit={target.unit} />
            </section>
            <EvidenceCard target={target} kind={kind} on_changed={asked.reload} />
            {(target.commands ?? []).length > 0 && (
                <section class="card" aria-label={say.next}>
                    <h2>{say.next}</h2>
                    <CommandBar
                        resource="targets"
                        item={{ ...target, classes: classes_of(kind) }}
                        on_done={() => void asked.reload()}
                        on_stale={() => void asked.reload()}
                    />
                </section>
            )}
        </>
    );
}
