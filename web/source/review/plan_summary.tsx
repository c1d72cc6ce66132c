// What a plan is, in short: how many actions by phase and by whom, and each of them when asked for.
import { Read } from "../parts/basics";
import { Table } from "../parts/table";
import { kind_of, use_kinds } from "../server/kinds";
import type { Reading } from "../server/reading";
import type { Shapes } from "../words/first";
import { locale } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Isi rencana",
        actions: "Rencana aksi",
        agencies: "Penanggung jawab",
        targets: "Target",
        year: "Tahun",
        show: "Baca semua rencana aksi",
        number: "No.",
        action: "Rencana aksi",
        criterion: "Kriteria keberhasilan",
        lead: "Penanggung jawab",
        matrix: "Buka matriks lengkap",
        download: "Unduh XLSX",
    },
    en: {
        title: "What the plan holds",
        actions: "Actions",
        agencies: "Lead agencies",
        targets: "Targets",
        year: "Year",
        show: "Read all actions",
        number: "No.",
        action: "Action",
        criterion: "Success criterion",
        lead: "Lead agency",
        matrix: "Open the whole matrix",
        download: "Download XLSX",
    },
});

type Action = Shapes["action"];

export function PlanSummary(asked: { plan: Shapes["plan_item"]; actions: Reading<Action[]> }) {
    const { plan } = asked;
    return (
        <section class="card" aria-labelledby="contents">
            <h2 id="contents">{say.title}</h2>
            <Read from={asked.actions}>
                {(all) => (
                    <>
                        <Counts plan={plan} all={all} />
                        <p class="beside">
                            <a href={`/rencana/${plan.id}/matriks`}>{say.matrix}</a>
                            <a href={`/api/v1/plans/${plan.id}/export?format=xlsx`} download>
                                {say.download}
                            </a>
                        </p>
                        <details>
                            <summary>{say.show}</summary>
                            <Actions all={all} periods={plan.periods} />
                        </details>
                    </>
                )}
            </Read>
        </section>
    );
}

function Counts(asked: { plan: Shapes["plan_item"]; all: Action[] }) {
    const kinds = use_kinds();
    const phases = kind_of(kinds.data, asked.plan)?.phases ?? [];
    const count_of = (phase: string) => asked.all.filter((each) => each.phase === phase).length;
    const agencies = new Set(asked.all.map((each) => each.lead_agency?.id));
    const facts: [string, number][] = [
        [say.actions, asked.all.length],
        ...phases.map((each): [string, number] => [each.name[locale], count_of(each.code)]),
        [say.agencies, agencies.size],
        [say.targets, asked.all.reduce((sum, each) => sum + each.targets.length, 0)],
    ];
    return (
        <dl class="facts">
            {facts.map(([title, count]) => (
                <div key={title}>
                    <dt>{title}</dt>
                    <dd>{count}</dd>
                </div>
            ))}
        </dl>
    );
}

function Actions(asked: { all: Action[]; periods: Shapes["plan_item"]["periods"] }) {
    return (
        <Table
            title={say.show}
            rows={asked.all}
            key_of={(each) => each.id}
            columns={[
                { title: say.number, kind: "number", of: (each) => each.number },
                { title: say.action, kind: "name", of: (each) => each.title },
                { title: say.lead, of: (each) => each.lead_agency?.name },
                { title: say.criterion, of: (each) => each.success_criterion },
                ...asked.periods.map((period) => ({
                    title: period.title,
                    of: (each: Action) => {
                        const target = each.targets.find((one) => one.period === period.code);
                        return target ? `${target.text} ${target.unit ?? ""}` : "–";
                    },
                })),
            ]}
        />
    );
}
