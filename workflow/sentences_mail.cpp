// What mails and their WhatsApp texts say: what happened, what is due, why somebody got it.
#include "workflow/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> mail()
{
    static constexpr wording table[]{
        // What is to be done, by resource: the reminders.
        {"mail_ask_targets", "Mohon laporkan capaian", "Please report the achievement"},
        {"mail_ask_reviews", "Mohon telaah rancangan", "Please review the draft"},
        {"mail_ask_approvals", "Mohon putusan persetujuan", "Please decide on the approval"},
        {"mail_ask_plans", "Mohon ajukan rancangan", "Please submit the draft"},
        {"mail_ask_reports", "Mohon kirim laporan periode", "Please submit the period report"},
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
        {"mail_event_target_reported", "Capaian dilaporkan", "An achievement was reported"},
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

        // Why you got it, by role.
        {"mail_why_agency_staff", "Bapak/Ibu menerima ini sebagai staf {post}.",
         "You receive this as staff of {post}."},
        {"mail_why_agency_head", "Bapak/Ibu menerima ini sebagai pimpinan {post}.",
         "You receive this as head of {post}."},
        {"mail_why_secretariat", "Bapak/Ibu menerima ini sebagai sekretariat Tim Terpadu {region}.",
         "You receive this as secretariat of the integrated team of {region}."},
        {"mail_why_sahli", "Bapak/Ibu menerima ini sebagai Staf Ahli {region}.",
         "You receive this as expert staff of {region}."},
        {"mail_why_other", "Bapak/Ibu menerima ini karena tercatat pada tugas ini.",
         "You receive this because you are named in this task."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
