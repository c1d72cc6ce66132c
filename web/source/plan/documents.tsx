// Dokumen: the revisions of a plan with their decrees, its files, and the matrix to take along.
import { useState } from "preact/hooks";
import { Field, Read, State } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { PlanHead } from "../parts/plan_head";
import type { PageProperties } from "../parts/route";
import { Table } from "../parts/table";
import { use_list, use_one, type Reading } from "../server/reading";
import { me, type Shapes } from "../words/first";
import { day } from "../words/format";
import { words } from "../words/words";
import { DocumentLink, PlanFiles, type Document } from "./plan_files";

const say = words({
    id: {
        revisions: "Revisi dan penetapannya",
        number: "Revisi",
        state: "Status",
        submitted: "Pengajuan",
        submitted_by: (count: string | number, name: string | number) => `ke-${count}, ${name}`,
        not_submitted: "belum diajukan",
        decree: "Nomor SK/Peraturan",
        date: "Tanggal",
        scan: "Pindaian",
        take: "Unduh matriks",
        of_revision: "Revisi",
        take_file: (format: string | number) => `Unduh ${format}`,
        take_hint:
            "XLSX dan CSV dapat diimpor lagi tanpa kehilangan isi; JSON untuk dibaca program.",
        adopted: "Sudah ditetapkan sebelum sistem ini dipakai",
        upload_first: "Unggah dahulu pindaian dokumennya, di atas.",
        with_scan: "Pindaian yang dipakai",
    },
    en: {
        revisions: "Revisions and their adoption",
        number: "Revision",
        state: "State",
        submitted: "Submission",
        submitted_by: (count: string | number, name: string | number) => `no. ${count}, ${name}`,
        not_submitted: "not submitted",
        decree: "Decree number",
        date: "Date",
        scan: "Scan",
        take: "Download the matrix",
        of_revision: "Revision",
        take_file: (format: string | number) => `Download ${format}`,
        take_hint: "XLSX and CSV can be imported again without loss; JSON is for programs.",
        adopted: "Adopted before this system was in use",
        upload_first: "Upload the scan of the document first, above.",
        with_scan: "The scan to use",
    },
});

type Plan = Shapes["plan"];
type Revision = Shapes["revision"];

export default function DocumentsPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const plan = use_one<Plan>(`plans/${id}`);
    const revisions = use_list<Revision>(`plans/${id}/revisions?limit=200`);
    const documents = use_list<Document>(`plans/${id}/documents?limit=200`);
    return (
        <Read from={plan}>
            {(one) => (
                <>
                    <PlanHead plan={one} here="dokumen" />
                    <Read from={revisions}>
                        {(all) => (
                            <>
                                <Revisions all={all} documents={documents.data ?? []} />
                                <Take plan={one} all={all} />
                            </>
                        )}
                    </Read>
                    <PlanFiles
                        plan={one.id}
                        documents={documents}
                        may_add={me.appointments.some(
                            (each) =>
                                each.role === "secretariat" &&
                                each.region?.code === one.region.code,
                        )}
                    />
                    <WithScan
                        plan={one}
                        documents={documents.data ?? []}
                        reading={plan}
                        reload={async () => {
                            await Promise.all([plan.reload(), revisions.reload()]);
                        }}
                    />
                </>
            )}
        </Read>
    );
}

function Revisions(asked: { all: Revision[]; documents: Document[] }) {
    return (
        <section>
            <h2>{say.revisions}</h2>
            <Table
                title={say.revisions}
                rows={[...asked.all].reverse()}
                key_of={(each) => each.number}
                columns={[
                    { title: say.number, of: (each) => `${say.number} ${each.number}` },
                    {
                        title: say.state,
                        of: (each) => (
                            <>
                                <State resource="plans" state={each.state} />{" "}
                                <span class="hint">{day(each.since)}</span>
                            </>
                        ),
                    },
                    {
                        title: say.submitted,
                        of: (each) =>
                            each.submitted_by
                                ? say.submitted_by(each.submission, each.submitted_by.name)
                                : say.not_submitted,
                    },
                    { title: say.decree, of: (each) => each.decree_number ?? "–" },
                    { title: say.date, of: (each) => day(each.decree_date) },
                    {
                        title: say.scan,
                        of: (each) => {
                            const scan = asked.documents.find((one) => one.id === each.decree_scan);
                            return scan ? <DocumentLink document={scan} /> : "–";
                        },
                    },
                ]}
            />
        </section>
    );
}

function Take(asked: { plan: Plan; all: Revision[] }) {
    const newest = asked.all[asked.all.length - 1]?.number ?? asked.plan.revision;
    const [revision, choose] = useState(String(newest));
    const at = `/api/v1/plans/${asked.plan.id}/export?revision=${revision}&format=`;
    return (
        <section class="card" aria-labelledby="take">
            <h2 id="take">{say.take}</h2>
            {asked.all.length > 1 && (
                <Field id="revision" label={say.of_revision}>
                    <select
                        id="revision"
                        value={revision}
                        onChange={(event) => choose(event.currentTarget.value)}
                    >
                        {asked.all.map((each) => (
                            <option key={each.number} value={String(each.number)}>
                                {each.number}
                            </option>
                        ))}
                    </select>
                </Field>
            )}
            <p class="hint">{say.take_hint}</p>
            <div class="buttons">
                {["xlsx", "csv", "json"].map((format) => (
                    <a key={format} class="button" href={at + format} download>
                        {say.take_file(format.toUpperCase())}
                    </a>
                ))}
            </div>
        </section>
    );
}

// Commands that carry a scan: it is chosen here among the files, by the name that people know.
function WithScan(asked: {
    plan: Plan;
    documents: Document[];
    reading: Reading<Plan>;
    reload: () => Promise<void>;
}) {
    const { plan, documents } = asked;
    const [chosen, choose] = useState<string | null>(null);
    const names = plan.commands
        .filter((each) => each.needs.includes("decree_scan"))
        .map((each) => each.name);
    if (!names.length) return null;
    const scan = chosen ?? documents[documents.length - 1]?.id;
    return (
        <section class="card" aria-labelledby="with-scan">
            <h2 id="with-scan">{say.adopted}</h2>
            {scan ? (
                <>
                    <Field id="scan" label={say.with_scan}>
                        <select
                            id="scan"
                            value={scan}
                            onChange={(event) => choose(event.currentTarget.value)}
                        >
                            {documents.map((each) => (
                                <option key={each.id} value={each.id}>
                                    {each.name}
                                </option>
                            ))}
                        </select>
                    </Field>
                    <CommandBar<Plan>
                        resource="plans"
                        item={plan}
                        only={names}
                        prefill={{ decree_scan: scan }}
                        on_done={(answer) => {
                            asked.reading.set({ ...answer.resource, commands: answer.commands });
                            void asked.reload();
                        }}
                        on_stale={() => void asked.reload()}
                    />
                </>
            ) : (
                <p class="hint">{say.upload_first}</p>
            )}
        </section>
    );
}
