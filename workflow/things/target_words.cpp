// What is said of a target and its evidence: why something is refused, what it is called, and the
// mails about it.
#include "workflow/things/thing.hpp"

namespace workflow {

// clang-format off
std::span<const wording> answer(words_of<target>)
{
    static constexpr wording table[]{
        {"machine_target_signoff", "Pelaporan dan pengesahan target", "Target reporting and sign-off"},

        {"state_planned",            "direncanakan",                      "planned"},
        {"state_open",               "terbuka",                           "open"},
        {"state_reported",           "dilaporkan",                        "reported"},
        {"state_endorsed",           "disetujui atasan",                  "endorsed"},
        {"state_infeasible_claimed", "diajukan tidak dapat dilaksanakan", "claimed to be infeasible"},
        {"state_signed_off",         "disahkan",                          "signed off"},
        {"state_infeasible",         "tidak dapat dilaksanakan",          "infeasible"},
        {"state_not_reported",       "tidak dilaporkan",                  "not reported"},
        {"state_withdrawn",          "ditarik",                           "withdrawn"},

        {"command_open",              "Buka",                            "Open"},
        {"command_report",            "Laporkan",                        "Report"},
        {"command_endorse",           "Setujui laporan",                 "Endorse"},
        {"command_return_to_staff",   "Kembalikan ke staf",              "Return to staff"},
        {"command_sign_off",          "Sahkan",                          "Sign off"},
        {"command_claim_infeasible",  "Ajukan tidak dapat dilaksanakan", "Claim infeasible"},
        {"command_accept_infeasible", "Terima tidak dapat dilaksanakan", "Accept as infeasible"},
        {"command_restore",           "Pulihkan",                        "Restore"},
        {"command_revise",            "Ubah sesuai perubahan",           "Revise"},
        {"command_reopen",            "Buka kembali",                    "Reopen"},

        // Why a command is refused: a sentence for each guard of the table.
        {"plan_is_in_force", "Rencana belum atau tidak lagi berlaku.",
         "The plan is not in force."},
        {"period_has_begun", "Periodenya belum dimulai.", "The period has not begun."},
        {"end_has_passed", "Batas akhirnya belum lewat.", "Its end has not passed."},
        {"end_has_not_passed", "Batas akhirnya sudah lewat; minta sekretariat membukanya kembali.",
         "Its end has passed; ask the secretariat to reopen it."},
        {"achievement_is_given", "Isi dahulu capaiannya: uraian atau angka.",
         "Give the achievement first: a text or a number."},
        {"checklist_is_complete", "Berkas yang wajib belum diunggah: {where}.",
         "Required files have not been uploaded yet: {where}."},
        {"item_signed_by", "{item} (ditandatangani {who})", "{item} (signed by {who})"},
        {"evidence_is_there", "Data dukung belum lengkap: {where}.",
         "Evidence is missing: {where}."},
        {"never_final", "Target ini pernah selesai.", "This target was final before."},
        {"last_final_state", "Target ini belum pernah selesai pada status itu.",
         "This target was never final in that state."},
        {"was_revised", "Target ini tidak berubah.", "This target was not revised."},
        {"was_dropped", "Target ini masih ada dalam rencana.", "This target is still in the plan."},
        {"is_not_the_reporter", "Yang melaporkan tidak boleh mengesahkannya.",
         "Who reported it may not sign it off."},
        {"is_not_the_endorser", "Yang menyetujui laporan tidak boleh mengesahkannya.",
         "Who endorsed it may not sign it off."},
        {"is_not_the_claimant", "Yang mengajukan pernyataan ini tidak boleh menerimanya.",
         "Who made the claim may not accept it."},
        {"may_endorse", "Yang melaporkan tidak boleh menyetujui laporannya sendiri.",
         "Who reported it may not endorse their own report."},

        // What a body lacks, and what may no longer be touched.
        {"unknown_class", "Kelas capaian ini tidak ada pada jenis rencananya.",
         "The plan's kind has no such class."},
        {"class_follows_from_percent", "Kelas mengikuti persentasenya; jangan diisi.",
         "The class follows from the percentage; leave it out."},
        {"date_has_passed", "Tanggal ini sudah lewat.", "This date has passed."},
        {"until_is_too_late",
         "Paling lama sepanjang satu periode, yaitu sampai {latest}; pilih tanggal yang lebih awal.",
         "One period's length at most, that is until {latest}; choose an earlier date."},
        {"only_open_targets_are_edited",
         "Capaian dan data dukung hanya dapat diubah selama targetnya terbuka.",
         "Achievement and evidence can only be changed while the target is open."},

        // Mails: what is to be done, by what is waited for and by role.
        {"mail_ask_targets", "Mohon laporkan capaian", "Please report the achievement"},
        {"mail_ask_report_targets_secretariat", "Capaian belum dilaporkan",
         "An achievement has not been reported"},
        {"mail_ask_revise_targets_secretariat", "Capaian belum dilaporkan kembali",
         "An achievement has not been reported again"},
        {"mail_ask_endorse_targets", "Mohon setujui laporan capaian",
         "Please endorse the achievement report"},
        {"mail_ask_endorse_targets_secretariat", "Laporan capaian belum disetujui pimpinan",
         "An achievement report has not been endorsed"},
        {"mail_ask_sign_off_targets", "Mohon sahkan laporan capaian",
         "Please sign off the achievement report"},
        {"mail_ask_accept_targets", "Mohon putuskan target yang tidak dapat dilaksanakan",
         "Please decide on a target that cannot be carried out"},

        // What has happened, by notice.
        {"mail_event_target_opened", "Pelaporan target dibuka", "A target is open for reporting"},
        {"mail_event_target_returned", "Laporan target dikembalikan",
         "The report on a target was returned"},
        {"mail_event_target_reopened", "Target dibuka kembali", "A target was reopened"},
        {"mail_event_target_revised", "Target berubah", "A target was changed"},

        // What who gets it can do: by what is waited for and role, by notice and role.
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
        {"mail_can_endorse_targets_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat menyetujui laporan ini atau mengembalikannya kepada staf.",
         "As {who} you can endorse this report or return it to your staff."},
        {"mail_can_endorse_targets_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat mengingatkan {agency}, yang pimpinannya harus menyetujuinya.",
         "As {who} you can remind {agency}, whose head must endorse it."},
        {"mail_can_sign_off_targets",
         "Sebagai {who}, Bapak/Ibu dapat memeriksa laporan ini beserta data dukungnya, lalu "
         "mengesahkan atau mengembalikannya.",
         "As {who} you can examine this report with its evidence, and sign it off or return it."},
        {"mail_can_accept_targets",
         "Sebagai {who}, Bapak/Ibu dapat menerima bahwa target ini tidak dapat dilaksanakan, atau "
         "mengembalikannya.",
         "As {who} you can accept that this target cannot be carried out, or return it."},
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
    };
    return table;
}
// clang-format on

} // namespace workflow
