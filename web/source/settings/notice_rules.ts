// Why a message is sent, in words: a step of the ladder around a deadline, or what happened.
import { words } from "../words/words";

const say = words({
    id: {
        before: (days: string | number) => `Pengingat ${days} hari sebelum tenggat`,
        after: (days: string | number) => `Pengingat ${days} hari sesudah tenggat`,
        review_requested: "Mohon telaah rancangan",
        changes_requested: "Perubahan rancangan diminta",
        approval_requested: "Mohon putusan persetujuan",
        plan_returned: "Rancangan dikembalikan",
        plan_refused: "Rancangan ditolak",
        plan_approved: "Rancangan disetujui",
        plan_adopted: "Rencana aksi ditetapkan",
        target_opened: "Pelaporan target dibuka",
        target_reported: "Capaian dilaporkan",
        target_returned: "Laporan target dikembalikan",
        target_reopened: "Target dibuka kembali",
        target_revised: "Target berubah",
        report_submitted: "Laporan periode masuk",
        report_received: "Laporan periode diterima",
        report_returned: "Laporan periode dikembalikan",
        other: "Ada perkembangan",
    },
    en: {
        before: (days: string | number) => `Reminder ${days} days before the deadline`,
        after: (days: string | number) => `Reminder ${days} days after the deadline`,
        review_requested: "Please review the draft",
        changes_requested: "Changes to the draft were requested",
        approval_requested: "Please decide on the approval",
        plan_returned: "The draft was returned",
        plan_refused: "The draft was refused",
        plan_approved: "The draft was approved",
        plan_adopted: "The action plan was adopted",
        target_opened: "A target is open for reporting",
        target_reported: "An achievement was reported",
        target_returned: "The report on a target was returned",
        target_reopened: "A target was reopened",
        target_revised: "A target was changed",
        report_submitted: "A period report has come in",
        report_received: "The period report was received",
        report_returned: "The period report was returned",
        other: "There is news",
    },
});

export function rule_title(rule: string): string {
    const step = /^H([+-])(\d+)$/.exec(rule);
    if (step) return step[1] === "-" ? say.before(step[2]!) : say.after(step[2]!);
    const named = (say as unknown as Record<string, unknown>)[rule];
    return typeof named === "string" ? named : say.other;
}
