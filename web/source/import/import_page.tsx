// Impor: one office's file from its upload until it is part of the draft, on one screen. What it
// asks, what it changes, and where every cell went; applied and undone in one step each.
import { ErrorSummary, Read, Who } from "../parts/basics";
import { announce } from "../parts/notice";
import { PlanHead } from "../parts/plan_head";
import { go, type PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import { kind_of, use_kinds } from "../server/kinds";
import { use_one } from "../server/reading";
import type { Import } from "../server/sheets";
import type { Shapes } from "../words/first";
import { period_titles_of } from "../words/fields";
import { moment } from "../words/format";
import { words } from "../words/words";
import { use_answering, type Answering } from "./answering";
import { ImportCells } from "./import_cells";
import { ImportChanges } from "./import_changes";
import type { Titles } from "./import_fields";
import { ImportQuestions } from "./import_questions";

const say = words({
    id: {
        file: (name: string | number) => `Berkas “${name}”`,
        made: (name: string | number, when: string | number) => `Diunggah ${name}, ${when}.`,
        applied: (name: string | number, when: string | number) => `Diterapkan ${name}, ${when}.`,
        undone: (name: string | number, when: string | number) => `Dibatalkan ${name}, ${when}.`,
        nothing_yet: "Belum ada yang berubah dalam rancangan.",
        apply: "Terapkan ke rancangan",
        undo: "Batalkan impor ini",
        is_applied: "Berkas diterapkan ke rancangan.",
        is_undone: "Impor dibatalkan; rancangan kembali seperti semula.",
        look_again: "Lihat lagi perubahannya",
        to_matrix: "Ke matriks",
        problems: (count: string | number) => `${count} masalah dalam berkas`,
        mend: "Tidak ada yang diterapkan selama ada masalah. Perbaiki di berkas lalu unggah lagi, atau jawab yang ditanyakan di bawah.",
        remarks: "Yang disesuaikan tanpa ditanyakan",
        sheet: "Lembar",
        row: "Baris",
        column: "Kolom",
        what: "Keterangan",
        saving: "Menyimpan jawaban…",
    },
    en: {
        file: (name: string | number) => `File “${name}”`,
        made: (name: string | number, when: string | number) => `Uploaded by ${name}, ${when}.`,
        applied: (name: string | number, when: string | number) => `Applied by ${name}, ${when}.`,
        undone: (name: string | number, when: string | number) => `Undone by ${name}, ${when}.`,
        nothing_yet: "Nothing has changed in the draft yet.",
        apply: "Apply to the draft",
        undo: "Undo this import",
        is_applied: "The file was applied to the draft.",
        is_undone: "The import was undone; the draft is as it was before.",
        look_again: "Look at the changes again",
        to_matrix: "To the matrix",
        problems: (count: string | number) =>
            count === 1 ? "1 problem in the file" : `${count} problems in the file`,
        mend: "Nothing is applied while there are problems. Mend the file and upload it again, or answer what is asked below.",
        remarks: "What was settled without being asked",
        sheet: "Sheet",
        row: "Row",
        column: "Column",
        what: "What is said",
        saving: "Saving the answer…",
    },
});

type Plan = Shapes["plan"];
type Told = Import["problems"][number];

export default function ImportPage({ place }: PageProperties) {
    const plan = use_one<Plan>(`plans/${place.parameters["id"]!}`);
    const told = use_one<Import>(`imports/${place.parameters["import"]!}`);
    const kinds = use_kinds();
    const answering = use_answering(told);
    return (
        <Read from={plan}>
            {(one) => (
                <>
                    <PlanHead plan={one} here="matriks" />
                    <Read from={told}>
                        {(all) => (
                            <Shown
                                plan={one}
                                told={all}
                                titles={{
                                    period_titles: period_titles_of(one),
                                    own: kind_of(kinds.data, one)?.columns ?? [],
                                }}
                                answering={answering}
                            />
                        )}
                    </Read>
                </>
            )}
        </Read>
    );
}

function Shown(asked: { plan: Plan; told: Import; titles: Titles; answering: Answering }) {
    const { plan, told, titles, answering } = asked;
    const is_open = told.commands.some((each) => each.name === "apply");
    return (
        <>
            <ErrorSummary problem={answering.problem} />
            <Head told={told} />
            {told.problems.length > 0 && (
                <section>
                    <h2>{say.problems(told.problems.length)}</h2>
                    <p>{say.mend}</p>
                    <Remarks title={say.problems(told.problems.length)} all={told.problems} />
                </section>
            )}
            {is_open && (
                <ImportQuestions
                    told={told}
                    region={plan.region.code}
                    on_answer={answering.answer}
                />
            )}
            <ImportChanges told={told} titles={titles} />
            <Commands plan={plan} told={told} answering={answering} />
            {told.remarks.length > 0 && (
                <section>
                    <h2>{say.remarks}</h2>
                    <Remarks title={say.remarks} all={told.remarks} />
                </section>
            )}
            <ImportCells
                told={told}
                titles={titles}
                on_answer={is_open ? answering.answer : null}
            />
        </>
    );
}

function Head(asked: { told: Import }) {
    const { file, made, applied, undone } = asked.told;
    const told = (act: Import["applied"], sentence: (who: string, when: string) => string) =>
        act && <> {sentence(act.by.name, moment(act.at))}</>;
    return (
        <p>
            <strong>{say.file(file.name)}</strong>
            {told(made, say.made)}
            {told(applied, say.applied)}
            {told(undone, say.undone)} {!applied && say.nothing_yet}
        </p>
    );
}

function Remarks(asked: { title: string; all: Told[] }) {
    const several = new Set(asked.all.map((each) => each.sheet)).size > 1;
    return (
        <Table
            title={asked.title}
            rows={asked.all}
            key_of={(_, at) => at}
            columns={[
                several && { title: say.sheet, of: (each) => each.sheet ?? "–" },
                { title: say.row, of: (each) => each.cell ?? each.row ?? "–" },
                { title: say.column, of: (each) => each.column ?? "–" },
                { title: say.what, kind: "name", of: (each) => each.detail },
            ]}
        />
    );
}

function Commands(asked: { plan: Plan; told: Import; answering: Answering }) {
    const { plan, told, answering } = asked;
    const matrix = `/rencana/${plan.id}/matriks`;
    async function run(name: string) {
        if (!(await answering.command(name))) return;
        if (name === "apply") go(matrix);
        announce({ text: name === "apply" ? say.is_applied : say.is_undone });
    }
    return (
        <div class="buttons">
            {told.commands.map((each) => (
                <div key={each.name} class="command">
                    <button
                        type="button"
                        class={each.name === "apply" ? "primary" : undefined}
                        aria-disabled={!each.allowed || answering.is_busy || undefined}
                        aria-describedby={each.allowed ? undefined : `why-${each.name}`}
                        onClick={() => each.allowed && !answering.is_busy && void run(each.name)}
                    >
                        {each.name === "apply" ? say.apply : say.undo}
                    </button>
                    {!each.allowed && (
                        <div class="why" id={`why-${each.name}`}>
                            <p>{each.reason}</p>
                            {each.who && <Who who={each.who} />}
                        </div>
                    )}
                </div>
            ))}
            {told.draft_changed && (
                <button type="button" onClick={() => answering.answer({})}>
                    {say.look_again}
                </button>
            )}
            <a href={matrix}>{say.to_matrix}</a>
            {answering.is_busy && <span role="status">{say.saving}</span>}
        </div>
    );
}
