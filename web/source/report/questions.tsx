// What the kind of plan asks of a period's report: as it is answered, saving itself, and as it is
// read, by who may not answer and by the region above.
import { useRef } from "preact/hooks";
import { Field, LongText } from "../parts/basics";
import { ConflictDialog } from "../parts/conflict_dialog";
import { announce } from "../parts/notice";
import { SaveState } from "../parts/save_state";
import { fetch_json, if_match } from "../server/server";
import { use_draft, type Draft, type Saved } from "../typed/draft";
import type { Fields } from "../typed/merge";
import type { Shapes } from "../words/first";
import { number } from "../words/format";
import { words } from "../words/words";
import type { Report } from "./report_item";

const say = words({
    id: {
        title: "Pertanyaan",
        count: (count: string | number) => `${count} dari 4.000 huruf.`,
        too_long: (count: string | number) => `Paling banyak 4.000 huruf; sekarang ${count}.`,
        none: "belum dijawab",
        unsaved: "Jawaban Anda belum sampai di server. Periksa keterangan di bawah isian.",
    },
    en: {
        title: "Questions",
        count: (count: string | number) => `${count} of 4,000 letters.`,
        too_long: (count: string | number) => `At most 4,000 letters; now ${count}.`,
        none: "not answered yet",
        unsaved: "Your answers have not reached the server yet. See the line below the fields.",
    },
});

type Question = Shapes["report_question"];
// Saves what is typed; the newest version of the report, or false when it could not.
export type Flush = () => Promise<number | false>;

const letters_max = 4000;
const letters_in = (text: string) => [...text].length;
const id_of = (code: string) => `question-${code}`;
const address = (report: Report) => `/api/v1/reports/${report.id}`;
const fields_of = (report: Report): Fields =>
    Object.fromEntries(report.questions.map(({ code, answer }) => [code, answer ?? ""]));

interface Writing {
    report: Report;
    set: (report: Report) => void;
    flush: { current: Flush | null }; // gets the way to save, for the command that follows
}

// Nothing where the kind asks nothing.
export function Questions(asked: Writing & { is_writing: boolean }) {
    const { questions } = asked.report;
    if (!questions.length) return null;
    return (
        <section class="card" aria-label={say.title}>
            <h2>
                {say.title}{" "}
                <span class="count">
                    {questions.filter((each) => each.answer).length}/{questions.length}
                </span>
            </h2>
            {asked.is_writing ? (
                <QuestionsToAnswer {...asked} />
            ) : (
                <Answers questions={questions} />
            )}
        </section>
    );
}

// The draft of the answers, and how to save it now.
function use_answers(asked: Writing) {
    const { report } = asked;
    const newest = useRef(0);
    const saved = (told: Report): Saved => {
        newest.current = Math.max(newest.current, told.version);
        return { version: told.version, values: fields_of(told) };
    };
    const take = (told: Report): Saved => {
        asked.set(told);
        return saved(told);
    };
    const draft = use_draft({
        key: `reports/${report.id}`,
        server: saved(report),
        read: async () => take(await fetch_json<Report>(address(report))),
        write: async (changes: Fields, version: number) =>
            take(
                await fetch_json<Report>(address(report), {
                    method: "PATCH",
                    headers: { "Content-Type": "application/json", ...if_match(version) },
                    body: JSON.stringify({ answers: changes }),
                }),
            ),
        field_of: (pointer) => pointer.split("/")[2] ?? "",
    });
    const flush: Flush = async () => {
        if (await draft.flush()) return newest.current;
        announce({ text: say.unsaved, is_bad: true });
        return false;
    };
    return { draft, flush };
}

function QuestionsToAnswer(asked: Writing) {
    const { draft, flush } = use_answers(asked);
    asked.flush.current = flush;
    const { questions } = asked.report;
    const label_of = (code: string) => questions.find((each) => each.code === code)?.title ?? code;
    return (
        <>
            <ConflictDialog
                conflicts={draft.conflicts}
                label_of={label_of}
                on_settle={draft.settle}
            />
            {questions.map((each) => (
                <Answer key={each.code} question={each} draft={draft} />
            ))}
            <SaveState draft={draft} label_of={label_of} id_of={id_of} />
        </>
    );
}

function Answer(asked: { question: Question; draft: Draft }) {
    const { question, draft } = asked;
    const id = id_of(question.code);
    const value = String(draft.values[question.code] ?? "");
    const count = letters_in(value);
    const told = draft.problem?.faults.find((each) => each.pointer === `/${question.code}`);
    const fault = count > letters_max ? say.too_long(number(count)) : told?.detail;
    return (
        <Field
            id={id}
            label={question.title}
            hint={say.count(number(count))}
            fault={fault}
            is_required={question.required}
        >
            <LongText
                id={id}
                rows={3}
                value={value}
                on_text={(text) => draft.set(question.code, text)}
                aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ""}`}
                aria-invalid={fault ? true : undefined}
            />
        </Field>
    );
}

export function Answers(asked: { questions: Question[] }) {
    return (
        <dl class="wide facts record">
            {asked.questions.map((each) => (
                <div key={each.code}>
                    <dt>{each.title}</dt>
                    <dd class="written">{each.answer ?? <span class="hint">{say.none}</span>}</dd>
                </div>
            ))}
        </dl>
    );
}
