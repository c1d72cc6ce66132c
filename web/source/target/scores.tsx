// How good a report is, in two ticks: administration and substance. A tick is 100, and the number
// can be changed; what was given stays on this device until the sign-off is there.
import { locale, type Shapes } from "../words/first";
import { read_number, write_number } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Penilaian",
        administration: "Administrasi",
        administration_hint: "Tepat waktu, lengkap, bentuknya benar.",
        substance: "Substansi",
        substance_hint: "Capaian terbukti oleh data dukung.",
        value: (name: string | number) => `Nilai ${name} (0–100)`,
        no_value: "Angka 0 sampai 100.",
        class: "Kelas capaian",
        class_hint: "Target ini tanpa persentase: kelasnya dipilih pemeriksa.",
        choose: "Belum dipilih",
    },
    en: {
        title: "Judgement",
        administration: "Administration",
        administration_hint: "On time, complete, in the right form.",
        substance: "Substance",
        substance_hint: "The evidence proves the achievement.",
        value: (name: string | number) => `${name} score (0–100)`,
        no_value: "A number from 0 to 100.",
        class: "Achievement class",
        class_hint: "This target has no percentage: the verifier chooses its class.",
        choose: "Not chosen",
    },
});

export interface Judged {
    administration?: string; // as typed
    substance?: string;
    class?: string;
}

export const sides = ["administration", "substance"] as const;
export type Side = (typeof sides)[number];
export const side_title = (side: Side) => say[side];
const full = "100";

// 0–100, or undefined.
export function score_of(text: string | undefined): number | undefined {
    const value = read_number(text ?? "");
    return typeof value === "number" && value >= 0 && value <= 100 ? value : undefined;
}

export const toggled = (judged: Judged, side: Side): Judged => ({
    ...judged,
    [side]: judged[side] ? "" : full,
});

// The members of the body, once both scores are there.
export function body_of_judged(judged: Judged): Record<string, unknown> | null {
    const administration = score_of(judged.administration);
    const substance = score_of(judged.substance);
    if (administration === undefined || substance === undefined) return null;
    return {
        scores: { administration, substance },
        ...(judged.class ? { class: judged.class } : {}),
    };
}

export function Scores(asked: {
    id: string;
    judged: Judged;
    on_change: (judged: Judged) => void;
    classes?: Shapes["kind"]["classes"]; // where somebody has to choose one
}) {
    const { judged, on_change } = asked;
    return (
        <fieldset class="scores">
            <legend>{say.title}</legend>
            <div class="pair">
                {sides.map((side) => (
                    <Score key={side} {...asked} side={side} />
                ))}
            </div>
            {asked.classes && (
                <div class="field">
                    <label for={`class-${asked.id}`}>{say.class}</label>
                    <p class="hint" id={`class-${asked.id}-hint`}>
                        {say.class_hint}
                    </p>
                    <select
                        id={`class-${asked.id}`}
                        aria-describedby={`class-${asked.id}-hint`}
                        value={judged.class ?? ""}
                        onChange={(event) =>
                            on_change({ ...judged, class: event.currentTarget.value })
                        }
                    >
                        <option value="">{say.choose}</option>
                        {asked.classes.map((each) => (
                            <option key={each.code} value={each.code}>
                                {each.name[locale]}
                            </option>
                        ))}
                    </select>
                </div>
            )}
        </fieldset>
    );
}

function Score(asked: {
    id: string;
    side: Side;
    judged: Judged;
    on_change: (judged: Judged) => void;
}) {
    const { side, judged, on_change } = asked;
    const text = judged[side] ?? "";
    const is_wrong = text !== "" && score_of(text) === undefined;
    return (
        <div>
            <label class="check">
                <input
                    type="checkbox"
                    checked={text !== ""}
                    aria-describedby={`${side}-${asked.id}-hint`}
                    onChange={() => on_change(toggled(judged, side))}
                />
                <strong>{say[side]}</strong>
            </label>
            <p class="hint" id={`${side}-${asked.id}-hint`}>
                {say[`${side}_hint`]}
            </p>
            <input
                class="number"
                inputMode="decimal"
                aria-label={say.value(say[side])}
                aria-invalid={is_wrong || undefined}
                value={text}
                placeholder={write_number(0) + "–100"}
                onInput={(event) => on_change({ ...judged, [side]: event.currentTarget.value })}
            />
            {is_wrong && <p class="fault">{say.no_value}</p>}
        </div>
    );
}
