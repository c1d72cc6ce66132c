// Definisi: each machine as a picture and as a table of rules in words, and the kinds of plans with
// their dates, chain and weights. All of it is what the server runs, told by the server.
import { Read } from "../parts/basics";
import { Table } from "../parts/table";
import { use_kinds } from "../server/kinds";
import { use_list, use_one } from "../server/reading";
import { locale, type Shapes } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: {
        machines: "Alur kerja",
        choose: "Pilih alur kerja",
        kinds: "Jenis rencana",
        diagram: (title: string | number) => `Diagram: ${title}`,
        diagram_text: (title: string | number, states: string | number) =>
            `Diagram alur ${title}. Keadaan: ${states}. Aturannya ada pada tabel di bawah.`,
        rules: "Aturan",
        from: "Dari",
        command: "Tindakan",
        who: "Siapa",
        when: "Tidak dapat bila",
        not: "Hanya bila",
        to: "Menjadi",
        version: "Versi",
        fresh: "untuk rencana baru",
        old: "untuk rencana yang dibuat dengannya",
        years: "Tahun tiap rencana",
        periods: "Periode",
        chain: "Rantai persetujuan",
        review: "Hari kerja telaahan",
        approval: "Hari kerja tiap tahap persetujuan",
        silence: "Diam berarti setuju",
        weights: "Bobot administrasi/substansi",
        evidence: "Data dukung wajib",
        checklist: "Berkas yang harus ada",
        columns: "Kolom matriks sendiri",
        questions: "Pertanyaan laporan",
        required: (name: string | number) => `${name} (wajib)`,
        none: "tidak ada",
        ladder: "Pengingat",
        returns: "Hari kerja perbaikan",
        yes: "ya",
        no: "tidak",
    },
    en: {
        machines: "Workflows",
        choose: "Choose a workflow",
        kinds: "Kinds of plans",
        diagram: (title: string | number) => `Diagram: ${title}`,
        diagram_text: (title: string | number, states: string | number) =>
            `Diagram of ${title}. States: ${states}. Its rules are in the table below.`,
        rules: "Rules",
        from: "From",
        command: "Command",
        who: "Who",
        when: "Not when",
        not: "Only when",
        to: "To",
        version: "Version",
        fresh: "for new plans",
        old: "for the plans made with it",
        years: "Years of a plan",
        periods: "Periods",
        chain: "Approval chain",
        review: "Working days to review",
        approval: "Working days of a stage of approval",
        silence: "Silence is consent",
        weights: "Weights administration/substance",
        evidence: "Required evidence",
        checklist: "Files that must be there",
        columns: "Columns of its own",
        questions: "Questions of the report",
        required: (name: string | number) => `${name} (required)`,
        none: "none",
        ladder: "Reminders",
        returns: "Working days to mend",
        yes: "yes",
        no: "no",
    },
});

type Machine = Shapes["workflow"];
type Names = Record<string, string>;

export function Definitions(asked: { name: string | undefined }) {
    const machines = use_list<Shapes["workflow_item"]>("workflows?limit=200");
    return (
        <>
            <section aria-labelledby="machines">
                <h2 id="machines">{say.machines}</h2>
                <Read from={machines}>
                    {(all) => {
                        const chosen = asked.name ?? all[0]?.name;
                        return (
                            <>
                                <nav class="tabs" aria-label={say.choose}>
                                    {all.map((each) => (
                                        <a
                                            key={each.name}
                                            href={`/pengaturan/definisi/${each.name}`}
                                            aria-current={each.name === chosen ? "true" : undefined}
                                        >
                                            {each.title}
                                        </a>
                                    ))}
                                </nav>
                                {chosen && <OneMachine key={chosen} name={chosen} />}
                            </>
                        );
                    }}
                </Read>
            </section>
            <Kinds />
        </>
    );
}

function OneMachine(asked: { name: string }) {
    const machine = use_one<Machine>(`workflows/${asked.name}`);
    return (
        <Read from={machine}>
            {(it) => {
                const states = it.states.map((each) => each.title).join(", ");
                return (
                    <>
                        <figure class="card chart" tabIndex={0} aria-label={say.diagram(it.title)}>
                            <img
                                class="diagram"
                                src={it.diagram}
                                alt={say.diagram_text(it.title, states)}
                            />
                        </figure>
                        <Rules machine={it} />
                    </>
                );
            }}
        </Read>
    );
}

function Rules(asked: { machine: Machine }) {
    const { machine } = asked;
    const state = (name: string) =>
        machine.states.find((each) => each.name === name)?.title ?? name;
    const command = (name: string) => machine.commands.find((each) => each.name === name);
    return (
        <>
            <h3>{say.rules}</h3>
            <Table
                title={say.rules}
                rows={machine.rules}
                key_of={(_, at) => at}
                columns={[
                    { title: say.from, of: (rule) => state(rule.from) },
                    {
                        title: say.command,
                        kind: "name",
                        of: (rule) => command(rule.command)?.title ?? rule.command,
                    },
                    {
                        title: say.who,
                        of: (rule) =>
                            command(rule.command)
                                ?.who.map((each) => each.title)
                                .join(", "),
                    },
                    {
                        title: say.when,
                        of: (rule) => (
                            <ul>
                                {rule.guards.map((guard) => (
                                    <li key={guard.key}>
                                        {guard.opposite && <em>{say.not}: </em>}
                                        {guard.sentence}
                                    </li>
                                ))}
                            </ul>
                        ),
                    },
                    { title: say.to, of: (rule) => state(rule.to) },
                ]}
            />
        </>
    );
}

function Kinds() {
    const kinds = use_kinds();
    return (
        <section class="part" aria-labelledby="kinds">
            <h2 id="kinds">{say.kinds}</h2>
            <Read from={kinds}>
                {(all) =>
                    all.map((kind) => <Kind key={`${kind.name}/${kind.version}`} kind={kind} />)
                }
            </Read>
        </section>
    );
}

interface KindBody {
    title: Names;
    version: number;
    periods: { code: string; title: Names }[];
    approval_chain: { name: string; title: Names; role: string; quorum: number }[];
    review_working_days: number;
    silence_is_consent: boolean;
    weights: { administration: number; substance: number };
    evidence_required: { name: Names }[];
    ladder: number[];
    return_working_days: number;
}

type Asked = { name: Names; required?: boolean };

function listed(all: Asked[]): string {
    const names = all.map(({ name, required }) =>
        required ? say.required(name[locale] ?? "") : (name[locale] ?? ""),
    );
    return names.join("; ") || say.none;
}

function Kind(asked: { kind: Shapes["kind"] }) {
    const kind = asked.kind as unknown as KindBody;
    const facts: [string, string][] = [
        [say.version, `${kind.version}, ${asked.kind.for_new_plans ? say.fresh : say.old}`],
        [say.years, String(asked.kind.years)],
        [say.periods, kind.periods.map((each) => each.title[locale]).join(", ")],
        [
            say.chain,
            kind.approval_chain.map((each) => `${each.title[locale]} (${each.quorum})`).join(" → "),
        ],
        [say.review, String(kind.review_working_days)],
        [say.approval, String(asked.kind.approval_working_days)],
        [say.silence, kind.silence_is_consent ? say.yes : say.no],
        [say.weights, `${kind.weights.administration}/${kind.weights.substance}`],
        [say.evidence, kind.evidence_required.map((each) => each.name[locale]).join(", ")],
        [say.checklist, listed(asked.kind.evidence_checklist)],
        [say.columns, listed(asked.kind.columns)],
        [say.questions, listed(asked.kind.questions)],
        [say.ladder, kind.ladder.map((each) => (each < 0 ? `H−${-each}` : `H+${each}`)).join(", ")],
        [say.returns, String(kind.return_working_days)],
    ];
    return (
        <article class="card">
            <h3>{kind.title[locale]}</h3>
            <dl class="facts">
                {facts.map(([name, value]) => (
                    <div key={name}>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                    </div>
                ))}
            </dl>
        </article>
    );
}
