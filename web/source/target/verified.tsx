// One reported target before who decides about it: what was claimed, beside what proves it, the
// scores, and the commands.
import { useEffect } from "preact/hooks";
import { Due, Read, State } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { next_command } from "../parts/waiting";
import { kind_of, use_kinds } from "../server/kinds";
import { use_one } from "../server/reading";
import type { Shapes } from "../words/first";
import { words } from "../words/words";
import type { Target } from "./achievement";
import { Checklist } from "./checklist";
import { FileList, Required } from "./evidence";
import { body_of_judged, Scores, type Judged } from "./scores";
import { FormerRounds, Record, Wanted } from "./target_record";

const say = words({
    id: {
        back: "Kembali ke daftar",
        claimed: "Yang dilaporkan",
        proof: "Data dukungnya",
        look: (name: string | number) => `Lihat ${name}`,
        page: "Buka halaman capaian: catatan dan riwayat",
        decision: "Keputusan",
    },
    en: {
        back: "Back to the list",
        claimed: "What was reported",
        proof: "What proves it",
        look: (name: string | number) => `Look at ${name}`,
        page: "Open the page of the achievement: comments and history",
        decision: "Decision",
    },
});

interface Asked {
    id: string;
    listed?: number; // its version in the list; undefined when the list has it no more
    judged: Judged;
    on_judged: (judged: Judged) => void;
    on_done: () => Promise<void>;
}

export function Verified(asked: Asked) {
    const item = use_one<Target>(`targets/${asked.id}`);
    // A decision about many may have been about this one, too.
    useEffect(() => {
        if (item.data && item.data.version !== asked.listed) void item.reload();
    }, [asked.listed]);
    return (
        <>
            <p class="back">
                <a href="/verifikasi">{say.back}</a>
            </p>
            <Read from={item}>
                {(target) => <Shown {...asked} target={target} reload={item.reload} />}
            </Read>
        </>
    );
}

function Shown(asked: Asked & { target: Target; reload: () => Promise<void> }) {
    const { target } = asked;
    const plan = use_one<Shapes["plan"]>(`plans/${target.plan}`).data;
    const kind = kind_of(use_kinds().data, plan);
    const next = next_command(target);
    const wants_scores = next?.needs.includes("scores") ?? false;
    return (
        <article class="card" aria-label={target.action?.title ?? target.id}>
            <h2>
                {target.action?.number}. {target.action?.title}
            </h2>
            <p class="beside">
                <State resource="targets" state={target.state} />
                <Due due={target.due} days={target.days_left} />
                <a href={`/capaian/${target.id}`}>{say.page}</a>
            </p>
            <Wanted target={target} />
            <hr />
            <div class="pair">
                <section aria-label={say.claimed}>
                    <h3>{say.claimed}</h3>
                    <Record round={target} unit={target.unit} />
                </section>
                <section aria-label={say.proof}>
                    <h3>{say.proof}</h3>
                    <Required target={target} kind={kind} />
                    <Checklist target={target} />
                    <FileList files={target.evidence} kind={kind} />
                    <Pictures files={target.evidence} />
                </section>
            </div>
            {wants_scores && (
                <Scores
                    id={target.id}
                    judged={asked.judged}
                    on_change={asked.on_judged}
                    classes={target.percent === null ? kind?.classes : undefined}
                />
            )}
            <h3>{say.decision}</h3>
            <CommandBar
                resource="targets"
                item={target}
                first={next?.name}
                prefill={prefill_of(asked.judged)}
                on_done={() => void asked.on_done()}
                on_stale={() => void asked.reload()}
            />
            <FormerRounds rounds={target.rounds ?? []} unit={target.unit} kind={kind} />
        </article>
    );
}

// With both scores there is nothing more to ask; the class, too, is asked on this page.
function prefill_of(judged: Judged): Record<string, unknown> | undefined {
    const body = body_of_judged(judged);
    return body ? { class: undefined, ...body } : undefined;
}

// Photographs are fetched when somebody opens them: lines are slow, and what is restricted is
// logged when it is read.
function Pictures(asked: { files: Shapes["evidence"][] }) {
    return (
        <>
            {asked.files
                .filter((each) => /\.(png|jpe?g)$/i.test(each.name))
                .map((each) => (
                    <details key={each.id}>
                        <summary>{say.look(each.name)}</summary>
                        <img
                            class="evidence"
                            loading="lazy"
                            src={`/api/v1/evidence/${each.id}/content`}
                            alt={each.name}
                        />
                    </details>
                ))}
        </>
    );
}
