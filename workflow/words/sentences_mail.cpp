// What mails and their WhatsApp texts say, whatever they are about: how they are put, what is due,
// why somebody got it. What happened to a thing and what it asks for, its noun says
// (workflow/things).
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> mail()
{
    static constexpr wording table[]{
        // Of what its noun has no sentence: what is to be done, the reminders; what has happened, the
        // notices that leave at once; what who gets it can do.
        {"mail_ask_other", "Mohon tindak lanjut", "Please act"},
        {"mail_event_other", "Ada perkembangan", "There is news"},
        {"mail_can_other", "Bapak/Ibu menerima ini karena tercatat pada tugas ini.",
         "You receive this because you are named in this task."},

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
        {"mail_silence_consents",
         "Tanpa jawaban sampai {date} ({days}), rancangan ini dianggap disetujui.",
         "Without an answer until {date} ({days}) this draft counts as agreed to."},
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

        // Why somebody gets it: their post.
        {"mail_post_agency_staff", "staf {post}", "staff of {post}"},
        {"mail_post_agency_head", "pimpinan {post}", "head of {post}"},
        {"mail_post_secretariat", "sekretariat Tim Terpadu {post}",
         "secretariat of the integrated team of {post}"},
        {"mail_post_of_kind", "{role} {post}", "{role} of {post}"}, // as the kind calls it
        {"mail_post_observer", "pengamat {post}", "observer of {post}"},
        {"mail_post_administrator", "administrator {post}", "administrator of {post}"},
        {"mail_post_other", "pejabat {post}", "official of {post}"},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
