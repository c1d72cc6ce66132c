// What the file leaves open, on one screen: which sheets, each matter once, each spelling once.
// What is proposed is chosen already.
import { useState } from "preact/hooks";
import { use_list } from "../server/reading";
import type { Import, ImportAnswers } from "../server/sheets";
import type { Shapes } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Yang perlu dijawab",
        none: "Tidak ada yang ditanyakan.",
        sheets: "Lembar yang dibaca",
        hidden: "tersembunyi",
        cells: (count: string | number) => `${count} sel`,
        must: "belum dijawab",
        agencies: "Perangkat daerah",
        agency: (text: string | number, count: string | number) => `“${text}” (${count} sel)`,
        choose: "Pilih…",
        open: "Biarkan kosong untuk sekarang",
        suggested: "Barangkali",
        others: "Semua perangkat daerah",
        missing:
            "Yang dicari tidak ada? Biarkan kosong, lalu minta administrator wilayah menambahkannya.",
    },
    en: {
        title: "What is asked",
        none: "Nothing is asked.",
        sheets: "Sheets to be read",
        hidden: "hidden",
        cells: (count: string | number) => `${count} cells`,
        must: "not answered yet",
        agencies: "Agencies",
        agency: (text: string | number, count: string | number) => `“${text}” (${count} cells)`,
        choose: "Choose…",
        open: "Leave it open for now",
        suggested: "Perhaps",
        others: "All agencies",
        missing:
            "Is yours not there? Leave it open, and ask the administrator of the region to add it.",
    },
});

type Question = Import["questions"][number];
type Spelling = Import["agencies"][number];
type Send = (answers: ImportAnswers) => void;

const left_open = "left_open";

// Only what nobody knew, or what somebody has said of it.
const is_shown = (each: Spelling) => !each.agency || each.answered || each.suggestions.length > 0;

export function ImportQuestions(asked: { told: Import; region: string; on_answer: Send }) {
    const { told, on_answer } = asked;
    const spellings = told.agencies.filter(is_shown);
    const sheets = told.sheets.length > 1;
    const is_nothing = !told.questions.length && !spellings.length && !sheets;
    return (
        <section aria-labelledby="import-questions">
            <h2 id="import-questions">{say.title}</h2>
            {is_nothing && <p>{say.none}</p>}
            {sheets && <SheetChoice told={told} on_answer={on_answer} />}
            {told.questions.map((each) => (
                <Asked key={each.id} question={each} on_answer={on_answer} />
            ))}
            {spellings.length > 0 && (
                <Spellings all={spellings} region={asked.region} on_answer={on_answer} />
            )}
        </section>
    );
}

// What was clicked stands there until what is shown has changed, by its answer or a refusal.
function use_until_answered<T>(shown: unknown): [T | null, (value: T) => void] {
    const [clicked, click] = useState<{ on: unknown; value: T } | null>(null);
    return [clicked?.on === shown ? clicked.value : null, (value) => click({ on: shown, value })];
}

function SheetChoice(asked: { told: Import; on_answer: Send }) {
    const { sheets } = asked.told;
    const [wanted, want] = use_until_answered<string[]>(asked.told);
    const read = wanted ?? sheets.filter((each) => each.read).map((each) => each.name ?? "");
    const toggle = (name: string, is_read: boolean) => {
        const names = sheets.map((each) => each.name ?? "");
        const now = names.filter((each) => (each === name ? is_read : read.includes(each)));
        want(now);
        asked.on_answer({ sheets: now });
    };
    return (
        <fieldset>
            <legend>{say.sheets}</legend>
            {sheets.map((each) => (
                <label key={each.name} class="check">
                    <input
                        type="checkbox"
                        checked={read.includes(each.name ?? "")}
                        disabled={read.length === 1 && read.includes(each.name ?? "")}
                        onChange={(event) => toggle(each.name ?? "", event.currentTarget.checked)}
                    />
                    {each.name} · {say.cells(each.cells)}
                    {!each.visible && ` · ${say.hidden}`}
                </label>
            ))}
        </fieldset>
    );
}

function Asked(asked: { question: Question; on_answer: Send }) {
    const { question } = asked;
    const [clicked, click] = use_until_answered<string>(question);
    const chosen = clicked ?? question.answer ?? question.proposed;
    return (
        <fieldset>
            <legend>
                {question.text} {chosen === null && <strong>({say.must})</strong>}
            </legend>
            {question.choices.map((each) => (
                <label key={each.id} class="check">
                    <input
                        type="radio"
                        name={`question-${question.id}`}
                        checked={each.id === chosen}
                        onChange={() => {
                            click(each.id);
                            asked.on_answer({ answers: { [question.id]: each.id } });
                        }}
                    />
                    {each.text}
                </label>
            ))}
        </fieldset>
    );
}

function Spellings(asked: { all: Spelling[]; region: string; on_answer: Send }) {
    const agencies =
        use_list<Shapes["agency"]>(`agencies?region=${asked.region}&limit=200`).data ?? [];
    return (
        <fieldset>
            <legend>{say.agencies}</legend>
            {asked.all.map((each, at) => (
                <div key={each.text} class="field">
                    <label for={`agency-${at}`}>{say.agency(each.text, each.count)}</label>
                    <select
                        id={`agency-${at}`}
                        value={each.agency?.id ?? (each.answered ? left_open : "")}
                        onChange={(event) => {
                            const { value } = event.currentTarget;
                            const agency = value === left_open ? null : value;
                            asked.on_answer({ agencies: [{ text: each.text, agency }] });
                        }}
                    >
                        {!each.agency && !each.answered && (
                            <option value="" disabled>
                                {say.choose}
                            </option>
                        )}
                        {each.suggestions.length > 0 && (
                            <optgroup label={say.suggested}>
                                {each.suggestions.map((one) => (
                                    <option key={one.id} value={one.id}>
                                        {one.name}
                                    </option>
                                ))}
                            </optgroup>
                        )}
                        <option value={left_open}>{say.open}</option>
                        <optgroup label={say.others}>
                            {agencies
                                .filter((one) => !each.suggestions.some((it) => it.id === one.id))
                                .map((one) => (
                                    <option key={one.id} value={one.id}>
                                        {one.name}
                                    </option>
                                ))}
                        </optgroup>
                    </select>
                </div>
            ))}
            <p class="hint">{say.missing}</p>
        </fieldset>
    );
}
