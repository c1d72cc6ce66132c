// What mails and their WhatsApp texts say: what happened, what is due, why somebody got it.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> mail()
{
    static constexpr wording table[]{
        // What is to be done, by what is waited for, and for whom it is another matter: the reminders.
        {"mail_ask_targets", "Mohon laporkan capaian", "Please report the achievement"},
        {"mail_ask_report_targets_secretariat", "Capaian belum dilaporkan",
         "An achievement has not been reported"},
        {"mail_ask_revise_targets_secretariat", "Capaian belum dilaporkan kembali",
         "An achievement has not been reported again"},
        {"mail_ask_reviews", "Mohon telaah rancangan", "Please review the draft"},
        {"mail_ask_review_reviews_secretariat", "Telaah rancangan belum selesai",
         "A review of the draft is outstanding"},
        {"mail_ask_revise_reviews_agency_head", "Permintaan perubahan belum terjawab",
         "Your request for changes is not answered yet"},
        {"mail_ask_revise_reviews_secretariat", "Mohon perbaiki rancangan",
         "Please revise the draft"},
        {"mail_ask_approvals", "Mohon putusan persetujuan", "Please decide on the approval"},
        {"mail_ask_approve_approvals_secretariat", "Persetujuan belum diputuskan",
         "The approval is not decided yet"},
        {"mail_ask_plans", "Mohon ajukan rancangan", "Please submit the draft"},
        {"mail_ask_revise_plans", "Mohon perbaiki rancangan", "Please revise the draft"},
        {"mail_ask_reports", "Mohon perbaiki laporan periode", "Please revise the period report"},
        {"mail_ask_other", "Mohon tindak lanjut", "Please act"},

        // What has happened, by event: the notices that leave at once.
        {"mail_event_review_requested", "Mohon telaah rancangan", "Please review the draft"},
        {"mail_event_changes_requested", "Perubahan rancangan diminta",
         "Changes to the draft were requested"},
        {"mail_event_approval_requested", "Mohon putusan persetujuan",
         "Please decide on the approval"},
        {"mail_event_plan_returned", "Rancangan dikembalikan", "The draft was returned"},
        {"mail_event_plan_refused", "Rancangan ditolak", "The draft was refused"},
        {"mail_event_plan_approved", "Rancangan disetujui", "The draft was approved"},
        {"mail_event_plan_adopted", "Rencana aksi ditetapkan", "The action plan was adopted"},
        {"mail_event_target_opened", "Pelaporan target dibuka", "A target is open for reporting"},
        {"mail_event_target_returned", "Laporan target dikembalikan",
         "The report on a target was returned"},
        {"mail_event_target_reopened", "Target dibuka kembali", "A target was reopened"},
        {"mail_event_target_revised", "Target berubah", "A target was changed"},
        {"mail_event_report_submitted", "Laporan periode masuk", "A period report has come in"},
        {"mail_event_report_received", "Laporan periode diterima",
         "The period report was received"},
        {"mail_event_report_returned", "Laporan periode dikembalikan",
         "The period report was returned"},
        {"mail_event_other", "Ada perkembangan", "There is news"},

        // How long there is.
        {"mail_days_today", "hari ini", "today"},
        {"mail_days_left_one", "1 hari kerja lagi", "1 working day left"},
        {"mail_days_left", "{days} hari kerja lagi", "{days} working days left"},
        {"mail_days_late_one", "terlambat 1 hari kerja", "1 working day late"},
        {"mail_days_late", "terlambat {days} hari kerja", "{days} working days late"},

        // Subjects.
        {"mail_subject_one", "{region}: {what} – {title}", "{region}: {what} – {title}"},
        {"mail_subject_one_due", "{region}: {what}, {days} – {title}",
         "{region}: {what}, {days} – {title}"},
        {"mail_subject_many", "{region}: {count} tugas, {days}", "{region}: {count} tasks, {days}"},
        {"mail_subject_first", "{region}: {count} tugas, yang terdekat {days}",
         "{region}: {count} tasks, the first {days}"},
        {"mail_subject_some_late", "{region}: {late} tugas terlambat, {others} tugas lain",
         "{region}: {late} tasks late, {others} more"},
        {"mail_subject_one_late", "{region}: 1 tugas terlambat, {others} tugas lain",
         "{region}: 1 task late, {others} more"},
        {"mail_subject_all_late", "{region}: {late} tugas terlambat", "{region}: {late} tasks late"},
        {"mail_subject_news", "{region}: {count} pemberitahuan", "{region}: {count} notices"},

        // The body.
        {"mail_greeting", "Yth. Bapak/Ibu {name},", "Dear {name},"},
        {"mail_greeting_unnamed", "Yth. Bapak/Ibu,", "Dear Sir or Madam,"},
        {"mail_intro_digest", "Mohon perhatian Bapak/Ibu atas tugas berikut (keadaan pada {when}):",
         "Please attend to the following (as of {when}):"},
        {"mail_intro_notice", "Mohon perhatian Bapak/Ibu atas perkembangan berikut ({when}):",
         "Please take note of the following ({when}):"},
        {"mail_due", "Tenggat: {date} ({days})", "Due: {date} ({days})"},
        {"mail_due_time", "{date} pukul 24.00 {zone}", "{date}, 24:00 {zone}"},
        {"mail_reason", "Alasan: {reason}", "Reason: {reason}"},
        {"mail_round", "putaran {round}", "round {round}"},
        {"mail_open", "Buka: {link}", "Open: {link}"},
        {"mail_more", "… dan {count} lagi: {link}", "… and {count} more: {link}"},
        {"mail_whatsapp", "Untuk disalin ke WhatsApp:", "To copy into WhatsApp:"},
        {"mail_whatsapp_head", "Pengingat RAD", "Action plan reminder"},
        {"mail_whatsapp_head_notice", "Kabar RAD", "Action plan news"},
        {"mail_footer_link",
         "Tautan hanya membuka halaman; tidak ada yang berubah sebelum Bapak/Ibu masuk dan bertindak.",
         "A link only opens a page; nothing changes before you sign in and act."},
        {"mail_footer_automatic",
         "Surel ini dikirim otomatis oleh Rampung; mohon tidak dibalas. Bila tugas ini sudah "
         "berpindah, mohon teruskan kepada pejabat penggantinya.",
         "Rampung sent this mail automatically; please do not reply. If this post has passed to "
         "somebody else, please forward it."},

        // Why somebody gets it: one sentence of their post, and what they can do there.
        {"mail_post_agency_staff", "staf {post}", "staff of {post}"},
        {"mail_post_agency_head", "pimpinan {post}", "head of {post}"},
        {"mail_post_secretariat", "sekretariat Tim Terpadu {post}",
         "secretariat of the integrated team of {post}"},
        {"mail_post_sahli", "Staf Ahli {post}", "expert staff of {post}"},
        {"mail_post_observer", "pengamat {post}", "observer of {post}"},
        {"mail_post_administrator", "administrator {post}", "administrator of {post}"},
        {"mail_post_other", "pejabat {post}", "official of {post}"},

        // What waits, by matter and role.
        {"mail_can_report_targets_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat mengisi capaian beserta data dukungnya lalu melaporkannya.",
         "As {who} you can enter the achievement with its evidence and report it."},
        {"mail_can_report_targets_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat melaporkan capaian ini, meminta staf melaporkannya, atau "
         "menyatakannya tidak dapat dilaksanakan.",
         "As {who} you can report this achievement, have your staff report it, or declare that it "
         "cannot be carried out."},
        {"mail_can_report_targets_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat mengingatkan {agency}, yang harus melaporkannya.",
         "As {who} you can remind {agency}, who must report it."},
        {"mail_can_revise_targets_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki capaian dan data dukungnya lalu melaporkannya "
         "kembali.",
         "As {who} you can mend the achievement and its evidence and report it again."},
        {"mail_can_revise_targets_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat melaporkan kembali capaian ini, meminta staf "
         "memperbaikinya, atau menyatakannya tidak dapat dilaksanakan.",
         "As {who} you can report this achievement again, have your staff mend it, or declare that "
         "it cannot be carried out."},
        {"mail_can_revise_targets_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat mengingatkan {agency}, yang harus melaporkannya kembali.",
         "As {who} you can remind {agency}, who must report it again."},
        {"mail_can_review_reviews_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat mengonfirmasi rancangan ini atau meminta perubahan.",
         "As {who} you can confirm this draft or request changes."},
        {"mail_can_review_reviews_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat mengingatkan {agency} atau menarik kembali rancangan ini.",
         "As {who} you can remind {agency} or recall this draft."},
        {"mail_can_revise_reviews_agency_head",
         "Sebagai {who}, Bapak/Ibu menunggu rancangan yang diperbaiki, dan dapat mengonfirmasi "
         "rancangan ini bila keberatan sudah terjawab.",
         "As {who} you await the revised draft, and can confirm this one if your objections are "
         "answered."},
        {"mail_can_revise_reviews_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat menarik kembali rancangan ini, memperbaikinya menurut "
         "permintaan {agency}, lalu mengajukannya lagi.",
         "As {who} you can recall this draft, revise it as {agency} requests, and submit it again."},
        {"mail_can_approve_approvals",
         "Sebagai {who}, Bapak/Ibu dapat menyetujui, mengembalikan, atau menolak rancangan ini.",
         "As {who} you can approve, return or refuse this draft."},
        {"mail_can_approve_approvals_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat mengingatkan pemberi persetujuan atau menarik kembali "
         "rancangan ini.",
         "As {who} you can remind those who approve, or recall this draft."},
        {"mail_can_submit_plans",
         "Sebagai {who}, Bapak/Ibu dapat melengkapi rancangan ini lalu mengajukannya.",
         "As {who} you can complete this draft and submit it."},
        {"mail_can_revise_plans",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki rancangan ini lalu mengajukannya lagi.",
         "As {who} you can revise this draft and submit it again."},
        {"mail_can_revise_reports",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki laporan periode ini lalu mengirimkannya lagi.",
         "As {who} you can revise this period report and submit it again."},

        // What has happened, by notice and role.
        {"mail_can_review_requested_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat mengonfirmasi rancangan ini atau meminta perubahan.",
         "As {who} you can confirm this draft or request changes."},
        {"mail_can_changes_requested_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat menarik kembali rancangan ini, memperbaikinya menurut "
         "permintaan {agency}, lalu mengajukannya lagi.",
         "As {who} you can recall this draft, revise it as {agency} requests, and submit it again."},
        {"mail_can_approval_requested",
         "Sebagai {who}, Bapak/Ibu dapat menyetujui, mengembalikan, atau menolak rancangan ini.",
         "As {who} you can approve, return or refuse this draft."},
        {"mail_can_plan_approved_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat menetapkannya dengan nomor dan tanggal SK.",
         "As {who} you can adopt it with the number and date of the decree."},
        {"mail_can_plan_returned_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki rancangan ini lalu mengajukannya lagi.",
         "As {who} you can revise this draft and submit it again."},
        {"mail_can_plan_refused_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat membaca alasannya dan menyusun rancangan baru.",
         "As {who} you can read the reason and draw up a new draft."},
        {"mail_can_plan_adopted_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat memantau pelaksanaannya dan memulai perubahan bila perlu.",
         "As {who} you can follow its progress, and begin an amendment if need be."},
        {"mail_can_plan_adopted_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat membaca rencana ini, yang memuat {of}; bila {of} memimpin "
         "sebuah target, pembukaan pelaporannya diberitahukan tersendiri.",
         "As {who} you can read this plan, which names {of}; where {of} leads a target, you are "
         "told separately when its reporting opens."},
        {"mail_can_plan_adopted_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat membaca rencana ini, yang memuat {of}; bila {of} memimpin "
         "sebuah target, pembukaan pelaporannya diberitahukan tersendiri.",
         "As {who} you can read this plan, which names {of}; where {of} leads a target, you are "
         "told separately when its reporting opens."},
        {"mail_can_plan_adopted", "Sebagai {who}, Bapak/Ibu dapat membaca rencana ini.",
         "As {who} you can read this plan."},
        {"mail_can_target_opened_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat mengisi capaian beserta data dukungnya lalu melaporkannya.",
         "As {who} you can enter the achievement with its evidence and report it."},
        {"mail_can_target_opened_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat melaporkan capaian ini atau meminta staf melaporkannya.",
         "As {who} you can report this achievement or have your staff report it."},
        {"mail_can_target_reopened_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki capaian dan data dukungnya lalu melaporkannya "
         "kembali.",
         "As {who} you can mend the achievement and its evidence and report it again."},
        {"mail_can_target_reopened_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat melaporkan kembali capaian ini atau meminta staf "
         "memperbaikinya.",
         "As {who} you can report this achievement again or have your staff mend it."},
        {"mail_can_target_revised_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat menyesuaikan capaian dengan target yang baru lalu "
         "melaporkannya.",
         "As {who} you can fit the achievement to the new target and report it."},
        {"mail_can_target_revised_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat melaporkan capaian menurut target yang baru atau meminta "
         "staf melaporkannya.",
         "As {who} you can report the achievement of the new target or have your staff report it."},
        {"mail_can_target_returned_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki capaian dan data dukungnya lalu melaporkannya "
         "kembali.",
         "As {who} you can mend the achievement and its evidence and report it again."},
        {"mail_can_target_returned_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat melaporkan kembali capaian ini atau meminta staf "
         "memperbaikinya.",
         "As {who} you can report this achievement again or have your staff mend it."},
        {"mail_can_report_submitted_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat menerima atau mengembalikan laporan {region} ini.",
         "As {who} you can receive or return this report of {region}."},
        {"mail_can_report_received_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat membacanya; tidak ada lagi yang perlu dilakukan.",
         "As {who} you can read it; nothing more needs to be done."},
        {"mail_can_report_returned_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki laporan periode ini lalu mengirimkannya lagi.",
         "As {who} you can revise this period report and submit it again."},
        {"mail_can_other", "Bapak/Ibu menerima ini karena tercatat pada tugas ini.",
         "You receive this because you are named in this task."},

        // What becomes of a message.
        {"message_not_failed",
         "Hanya pesan yang gagal dapat dikirim lagi; keadaan pesan ini: {state}.",
         "Only a message that has failed can be sent again; this one is {state}."},
        {"message_ready", "menunggu dikirim", "waiting to be sent"},
        {"message_sending", "sedang dikirim", "being sent"},
        {"message_sent", "terkirim", "sent"},
        {"message_dead", "gagal", "failed"},
        {"message_dropped", "tidak jadi dikirim", "not sent after all"},

        // Why a notice is not told after all, in the ledger.
        {"mail_dropped_overtaken", "Tidak dikirim: keadaannya sudah berubah sebelum surel berangkat.",
         "Not sent: things had changed before the mail left."},
        {"mail_dropped_round", "Tidak dikirim: putaran baru sudah dimulai.",
         "Not sent: a new round had begun."},
        {"mail_dropped_deadline", "Tidak dikirim: tenggatnya sudah dipindahkan.",
         "Not sent: the deadline had moved."},
        {"mail_dropped_step", "Tidak dikirim: pengingat berikutnya sudah menggantikannya.",
         "Not sent: the next reminder had taken its place."},
        {"mail_dropped_post", "Tidak dikirim: jabatan penerima sudah berakhir.",
         "Not sent: the recipient's post had ended."},
        {"mail_dropped_account", "Tidak dikirim: akun penerima dinonaktifkan.",
         "Not sent: the recipient's account was disabled."},
        {"mail_dropped_twice", "Tidak disebut dua kali: pesan ini sudah memuatnya.",
         "Not said twice: this message tells it already."},
        {"mail_dropped_gathered", "Dikirim bersama ringkasan berikutnya.",
         "Sent together with a later digest."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
