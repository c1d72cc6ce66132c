// A target as those read it who do not write in it: what was asked, what was achieved, by whom it was
// reported; and the rounds that are over.
import { State } from "../parts/basics";
import type { Shapes } from "../words/first";
import { number, percent, quantity } from "../words/format";
import { words } from "../words/words";
import type { Round, TargetItem } from "./achievement";
import { FileList } from "./evidence";

const say = words({
    id: {
        target: "Target",
        quantity: "Jumlah target",
        achieved: "Jumlah capaian",
        percent: "Persentase",
        achievement: "Uraian capaian",
        obstacles: "Kendala",
        follow_up: "Tindak lanjut",
        reported_by: "Dilaporkan oleh",
        endorsed_by: "Disetujui oleh",
        scores: "Nilai",
        score: (
            administration: string | number,
            substance: string | number,
            total: string | number,
        ) => `${total} (administrasi ${administration}, substansi ${substance})`,
        reason: "Alasan",
        nothing: "belum diisi",
        rounds: "Putaran sebelumnya",
        round: (count: string | number) => `Putaran ${count}`,
        evidence: "Data dukung",
        by: "Penanggung jawab",
        period: "Periode",
    },
    en: {
        target: "Target",
        quantity: "Quantity wanted",
        achieved: "Quantity achieved",
        percent: "Percentage",
        achievement: "Achievement",
        obstacles: "Obstacles",
        follow_up: "Follow-up",
        reported_by: "Reported by",
        endorsed_by: "Endorsed by",
        scores: "Scores",
        score: (
            administration: string | number,
            substance: string | number,
            total: string | number,
        ) => `${total} (administration ${administration}, substance ${substance})`,
        reason: "Reason",
        nothing: "not filled in",
        rounds: "Earlier rounds",
        round: (count: string | number) => `Round ${count}`,
        evidence: "Evidence",
        by: "Lead agency",
        period: "Period",
    },
});

// A colour, and always its letter and the word: prints have no colours, and not everybody sees them.
export function Class(asked: {
    name?: string | null;
    colour?: string | null;
    letter?: string | null;
}) {
    if (!asked.name) return null;
    return (
        <span class={`class ${asked.colour ?? ""}`} data-letter={asked.letter ?? undefined}>
            {asked.name}
        </span>
    );
}

const with_unit = (value: number | null, unit: string | null) =>
    value === null ? "–" : `${quantity(value)} ${unit ?? ""}`.trim();

export function Wanted(asked: { target: TargetItem }) {
    const { text, quantity, unit, agency, period_title } = asked.target;
    return (
        <dl class="facts">
            {(quantity === null || text !== String(quantity)) && (
                <Fact name={say.target}>{text}</Fact>
            )}
            {quantity !== null && (
                <Fact name={say.quantity}>
                    <strong>{with_unit(quantity, unit)}</strong>
                </Fact>
            )}
            <Fact name={say.period}>{period_title}</Fact>
            <Fact name={say.by}>{agency?.name}</Fact>
        </dl>
    );
}

function Fact(asked: { name: string; children: preact.ComponentChildren }) {
    const is_there =
        asked.children !== null && asked.children !== undefined && asked.children !== "";
    return (
        <div>
            <dt>{asked.name}</dt>
            <dd class="written">
                {is_there ? asked.children : <span class="hint">{say.nothing}</span>}
            </dd>
        </div>
    );
}

// What was achieved in a round, as who verifies it reads it.
export function Record(asked: { round: Omit<Round, "round" | "state">; unit: string | null }) {
    const { round } = asked;
    return (
        <dl class="facts record">
            <Fact name={say.achievement}>{round.achievement}</Fact>
            <Fact name={say.achieved}>
                {round.achieved_quantity !== null && with_unit(round.achieved_quantity, asked.unit)}
            </Fact>
            {(round.percent !== null || round.class_name) && (
                <Fact name={say.percent}>
                    {round.percent !== null && percent(round.percent_shown)}{" "}
                    <Class
                        name={round.class_name}
                        colour={round.class_colour}
                        letter={round.class_letter}
                    />
                </Fact>
            )}
            <Fact name={say.obstacles}>{round.obstacles}</Fact>
            <Fact name={say.follow_up}>{round.follow_up}</Fact>
            {round.reason && <Fact name={say.reason}>{round.reason}</Fact>}
            {round.reported_by && <Fact name={say.reported_by}>{round.reported_by.name}</Fact>}
            {round.endorsed_by && <Fact name={say.endorsed_by}>{round.endorsed_by.name}</Fact>}
            {round.scores && (
                <Fact name={say.scores}>
                    {say.score(
                        number(round.scores.administration),
                        number(round.scores.substance),
                        number(round.scores.total),
                    )}
                </Fact>
            )}
        </dl>
    );
}

export function FormerRounds(asked: {
    rounds: Round[];
    unit: string | null;
    kind: Shapes["kind"] | undefined;
}) {
    if (!asked.rounds.length) return null;
    return (
        <section class="card" aria-label={say.rounds}>
            <h2>
                {say.rounds} <span class="count">{asked.rounds.length}</span>
            </h2>
            {asked.rounds.map((each) => (
                <details key={each.round}>
                    <summary>
                        {say.round(each.round)} <State resource="targets" state={each.state} />
                    </summary>
                    <Record round={each} unit={asked.unit} />
                    <h3>{say.evidence}</h3>
                    <FileList files={each.evidence} kind={asked.kind} />
                </details>
            ))}
        </section>
    );
}
