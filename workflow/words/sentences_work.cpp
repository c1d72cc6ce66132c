// What is said of the daily work: filling in targets, their evidence, and the list of what waits.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> work()
{
    static constexpr wording table[]{
        {"only_open_targets_are_edited",
         "Capaian dan data dukung hanya dapat diubah selama targetnya terbuka.",
         "Achievement and evidence can only be changed while the target is open."},
        {"evidence_type_refused", "Berkas harus PDF, PNG, JPG, DOCX, atau XLSX yang sesungguhnya.",
         "The file must really be a PDF, PNG, JPG, DOCX or XLSX."},
        {"evidence_empty", "Berkas ini kosong.", "This file is empty."},
        {"evidence_name_missing", "Berkas harus bernama.", "The file must have a name."},
        {"uploads_of_user", "Dalam 24 jam Anda mengunggah {there} MB dari batas {limit} MB, termasuk yang sudah dihapus. Cobalah lagi besok.",
         "Within 24 hours you uploaded {there} MB of at most {limit} MB, deleted files included. Try again tomorrow."},
        {"uploads_of_plan", "Berkas rencana ini {there} MB dari batas {limit} MB; yang dihapus dihitung dua hari lagi. Unggah yang lebih kecil.",
         "The files of this plan take {there} MB of at most {limit} MB; deleted ones count for two days. Upload smaller ones."},
        {"documents_too_many", "Paling banyak {limit} berkas untuk satu rencana.",
         "At most {limit} files for one plan."},
        {"evidence_too_many", "Paling banyak {limit} berkas untuk satu target.",
         "At most {limit} files for one target."},

        // Titles in the list of what waits for somebody.
        {"waiting_target", "{number}. {title} ({period})", "{number}. {title} ({period})"},
        {"waiting_report", "Laporan {period} {year}: {region}", "Report {period} {year}: {region}"},

        // The same in a calendar, where nothing else says what kind of thing it is.
        {"calendar_name", "Tugas Rampung", "Rampung tasks"},
        {"calendar_targets", "Capaian: {title}", "Achievement: {title}"},
        {"calendar_reviews", "Tinjauan: {title}", "Review: {title}"},
        {"calendar_approvals", "Persetujuan: {title}", "Approval: {title}"},
        {"calendar_reports", "{title}", "{title}"},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
