// What is said of a region's report: why something is refused, what it is called, and the mails
// about it.
#include "workflow/things/thing.hpp"

namespace workflow {

// clang-format off
std::span<const wording> answer(words_of<report>)
{
    static constexpr wording table[]{
        {"machine_period_report", "Laporan periode", "Period report"},

        {"state_compiling", "disusun",  "being compiled"},
        {"state_submitted", "diajukan", "submitted"},
        {"state_received",  "diterima", "received"},

        {"command_receive", "Terima", "Receive"},

        // Why a command is refused: a sentence for each guard of the table.
        {"something_has_changed", "Belum ada yang berubah sejak laporan diterima.",
         "Nothing has changed since the report was received."},

        {"questions_are_answered", "Pertanyaan yang wajib belum dijawab: {where}",
         "Required questions are not answered yet: {where}"},
        {"only_a_compiled_report_is_answered",
         "Pertanyaan hanya dijawab selama laporan disusun: sebelum diajukan, atau setelah "
         "dikembalikan.",
         "Questions are answered only while the report is compiled: before it is submitted, or "
         "after it was returned."},

        // What a body lacks.
        {"gap_needs_a_reason", "Kekosongan {gap} perlu alasan.", "The gap {gap} needs a reason."},
        {"not_a_gap", "Ini bukan kekosongan laporan ini.", "This is not a gap of this report."},

        // Mails: what is to be done, by what is waited for and by role.
        {"mail_ask_reports", "Mohon kirim laporan periode", "Please submit the period report"},
        {"mail_ask_revise_reports", "Mohon perbaiki laporan periode",
         "Please revise the period report"},
        {"mail_ask_receive_reports", "Mohon periksa laporan periode",
         "Please examine the period report"},

        // What has happened, by notice.
        {"mail_event_report_submitted", "Laporan periode masuk", "A period report has come in"},
        {"mail_event_report_received", "Laporan periode diterima",
         "The period report was received"},
        {"mail_event_report_returned", "Laporan periode dikembalikan",
         "The period report was returned"},

        // What who gets it can do: by what is waited for and role, by notice and role.
        {"mail_can_compile_reports",
         "Sebagai {who}, Bapak/Ibu dapat mengirim laporan periode ini, dengan alasan untuk yang "
         "belum lengkap.",
         "As {who} you can submit this period report, with a reason for what is still missing."},
        {"mail_can_receive_reports",
         "Sebagai {who}, Bapak/Ibu dapat menerima atau mengembalikan laporan {region} ini.",
         "As {who} you can receive or return this report of {region}."},
        {"mail_can_revise_reports",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki laporan periode ini lalu mengirimkannya lagi.",
         "As {who} you can revise this period report and submit it again."},
        {"mail_can_report_submitted_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat menerima atau mengembalikan laporan {region} ini.",
         "As {who} you can receive or return this report of {region}."},
        {"mail_can_report_received_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat membacanya; tidak ada lagi yang perlu dilakukan.",
         "As {who} you can read it; nothing more needs to be done."},
        {"mail_can_report_returned_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki laporan periode ini lalu mengirimkannya lagi.",
         "As {who} you can revise this period report and submit it again."},
    };
    return table;
}
// clang-format on

} // namespace workflow
