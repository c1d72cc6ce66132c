// Capaian: one target, from what is asked to its report: the record that saves itself, the evidence,
// what is still missing, and what the verifier will see.
import { useRef } from "preact/hooks";
import { body_of, fields_of, percent_of, type Target } from "../achievement";
import type { Answer, Command } from "../commands";
import { use_draft, type Draft, type Saved } from "../draft";
import { machines, type Shapes } from "../first";
import { percent, read_number } from "../format";
import type { Fields } from "../merge";
import type { PageProperties } from "../main";
import { Due, Field, LongText, Read, State, Title } from "../parts/basics";
import { CommandBar } from "../parts/command_bar";
import { Comments } from "../parts/comments";
import { ConflictDialog } from "../parts/conflict_dialog";
import { EventList } from "../parts/event_list";
import { EvidenceCard, FileList, kind_name } from "../parts/evidence";
import { SaveState } from "../parts/save_state";
import { Class, FormerRounds, Record, Wanted } from "../parts/target_record";
import { use_list, use_one } from "../reading";
import { fetch_json, if_match, Problem } from "../server";
import { words } from "../words";

const say = words({
    id: {
        title: "Capaian",
        asked: "Yang diminta",
        record: "Capaian",
        achievement: "Uraian capaian",
        achievement_hint: "Apa yang terlaksana, kapan, di mana, dan siapa yang hadir.",
        achieved_quantity: "Jumlah capaian",
        quantity_hint: (unit: string | number) => `Angka saja, misalnya 1.250 atau 3,5${unit}.`,
        no_number: "Tulis angka saja, misalnya 1.250 atau 3,5.",
        no_number_saved: "Belum tersimpan: jumlah capaian bukan angka.",
        obstacles: "Kendala",
        follow_up: "Tindak lanjut",
        too_long: (count: string | number) => `Paling banyak 4.000 huruf; sekarang ${count}.`,
        percent: "Persentase",
        confirming: "kelas menyusul begitu tersimpan",
        before: "Laporan",
        missing: "Yang masih kurang",
        complete: "Semua yang wajib sudah ada.",
        no_evidence: (name: string | number) => `Data dukung: ${name}`,
        preview: "Yang akan dilihat pemeriksa",
        evidence: "Data dukung",
        returned: "Dikembalikan dengan alasan",
        left_over: "Ketikan Anda yang belum sempat tersimpan",
        left_over_why: "Isian ini sudah tidak dapat diubah. Salin yang masih Anda perlukan.",
        forget: "Hapus dari perangkat ini",
    },
    en: {
        title: "Achievements",
        asked: "What is asked",
        record: "Achievement",
        achievement: "Achievement",
        achievement_hint: "What was done, when, where, and who took part.",
        achieved_quantity: "Quantity achieved",
        quantity_hint: (unit: string | number) => `A number only, such as 1,250 or 3.5${unit}.`,
        no_number: "Write a number only, such as 1,250 or 3.5.",
        no_number_saved: "Not saved: the quantity is no number.",
        obstacles: "Obstacles",
        follow_up: "Follow-up",
        too_long: (count: string | number) => `At most 4,000 letters; now ${count}.`,
        percent: "Percentage",
        confirming: "the class follows once it is saved",
        before: "Report",
        missing: "Still missing",
        complete: "Everything required is there.",
        no_evidence: (name: string | number) => `Evidence: ${name}`,
        preview: "What the verifier will see",
        evidence: "Evidence",
        returned: "Returned with the reason",
        left_over: "What you typed and could not be saved",
        left_over_why: "These fields cannot be changed any more. Copy what you still need.",
        forget: "Delete it from this device",
    },
});

type Kind = Shapes["kind"];

export default function TargetPage({ place }: PageProperties) {
    const id = place.parameters["id"]!;
    const item = use_one<Target>(`targets/${id}`);
    const plan = use_one<Shapes["plan"]>(item.data ? `plans/${item.data.plan}` : null);
    const kinds = use_list<Kind>("kinds?limit=200");
    const kind = kinds.data?.find((each) => each.name === plan.data?.kind);
    return (
        <Read from={item}>
            {(target) => (
                <>
                    <p class="crumbs">
                        <a href="/capaian">{say.title}</a> › {plan.data?.region.name}{" "}
                        {plan.data?.year} › {target.period}
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
                    <section class="card" aria-label={say.asked}>
                        <h2>{say.asked}</h2>
                        <Wanted target={target} />
                    </section>
                    {target.editable ? (
                        <Writing
                            target={target}
                            kind={kind}
                            set={item.set}
                            reload={item.reload}
                        />
                    ) : (
                        <Reading_ target={target} kind={kind} set={item.set} reload={item.reload} />
                    )}
                    <Comments resource="targets" id={id} />
                    <FormerRounds rounds={target.rounds ?? []} unit={target.unit} kind={kind} />
                    <EventList resource="targets" id={id} version={target.version} />
                </>
            )}
        </Read>
    );
}
