// What states, commands, roles and machines are called on the screen and in mails.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> names()
{
    static constexpr wording table[]{
        {"machine_rad_drafting",   "Penyusunan RAD",                "Drafting of the plan"},
        {"machine_opd_review",     "Telaahan perangkat daerah",     "Agency review"},
        {"machine_sahli_approval", "Persetujuan",                   "Approval"},
        {"machine_target_signoff", "Pelaporan dan pengesahan target", "Target reporting and sign-off"},
        {"machine_period_report",  "Laporan periode",               "Period report"},

        {"state_draft",              "draf",                      "draft"},
        {"state_agency_review",      "ditelaah perangkat daerah", "in agency review"},
        {"state_sahli_approval",     "menunggu persetujuan",      "awaiting approval"},
        {"state_approved",           "disetujui",                 "approved"},
        {"state_in_force",           "berlaku",                   "in force"},
        {"state_cancelled",          "dibatalkan",                "cancelled"},
        {"state_refused",            "ditolak",                   "refused"},
        {"state_superseded",         "digantikan",                "superseded"},
        {"state_closed",             "ditutup",                   "closed"},
        {"state_pending",            "menunggu",                  "pending"},
        {"state_confirmed",          "setuju",                    "confirmed"},
        {"state_changes_requested",  "minta perbaikan",           "changes requested"},
        {"state_lapsed",             "lewat tenggat (dianggap setuju)", "lapsed (taken as consent)"},
        {"state_returned",           "dikembalikan",              "returned"},
        {"state_planned",            "direncanakan",              "planned"},
        {"state_open",               "terbuka",                   "open"},
        {"state_reported",           "dilaporkan",                "reported"},
        {"state_endorsed",           "disetujui atasan",          "endorsed"},
        {"state_infeasible_claimed", "diajukan tidak dapat dilaksanakan", "claimed to be infeasible"},
        {"state_signed_off",         "disahkan",                  "signed off"},
        {"state_infeasible",         "tidak dapat dilaksanakan",  "infeasible"},
        {"state_not_reported",       "tidak dilaporkan",          "not reported"},
        {"state_withdrawn",          "ditarik",                   "withdrawn"},
        {"state_compiling",          "disusun",                   "being compiled"},
        {"state_submitted",          "diajukan",                  "submitted"},
        {"state_received",           "diterima",                  "received"},
        {"state_not_submitted",      "belum diajukan",            "not submitted"},

        {"command_submit",             "Ajukan",                      "Submit"},
        {"command_register",           "Daftarkan yang sudah ditetapkan", "Register as already adopted"},
        {"command_cancel",             "Batalkan",                    "Cancel"},
        {"command_recall",             "Tarik kembali",               "Recall"},
        {"command_conclude_review",    "Selesaikan telaahan",         "Conclude the review"},
        {"command_conclude_approval",  "Selesaikan persetujuan",      "Conclude the approval"},
        {"command_return_to_draft",    "Kembalikan ke draf",          "Return to draft"},
        {"command_refuse",             "Tolak",                       "Refuse"},
        {"command_adopt",              "Tetapkan",                    "Adopt"},
        {"command_supersede",          "Gantikan",                    "Supersede"},
        {"command_close",              "Tutup",                       "Close"},
        {"command_confirm",            "Setujui",                     "Confirm"},
        {"command_request_changes",    "Minta perbaikan",             "Request changes"},
        {"command_withdraw",           "Tarik",                       "Withdraw"},
        {"command_lapse",              "Lewatkan",                    "Lapse"},
        {"command_approve",            "Setujui",                     "Approve"},
        {"command_return_for_changes", "Kembalikan untuk diperbaiki", "Return for changes"},
        {"command_open",               "Buka",                        "Open"},
        {"command_report",             "Laporkan",                    "Report"},
        {"command_endorse",            "Setujui laporan",             "Endorse"},
        {"command_return_to_staff",    "Kembalikan ke staf",          "Return to staff"},
        {"command_sign_off",           "Sahkan",                      "Sign off"},
        {"command_claim_infeasible",   "Ajukan tidak dapat dilaksanakan", "Claim infeasible"},
        {"command_accept_infeasible",  "Terima tidak dapat dilaksanakan", "Accept as infeasible"},
        {"command_restore",            "Pulihkan",                    "Restore"},
        {"command_revise",             "Ubah sesuai perubahan",       "Revise"},
        {"command_reopen",             "Buka kembali",                "Reopen"},
        {"command_receive",            "Terima",                      "Receive"},
        {"command_amend",              "Perbarui",                    "Amend"},

        {"who_secretariat",        "sekretariat (Kesbangpol)",               "the secretariat (Kesbangpol)"},
        {"who_parent_secretariat", "sekretariat wilayah di atasnya",         "the secretariat of the region above"},
        {"who_reviewing_head",     "kepala perangkat daerah yang menelaah",  "the head of the reviewing agency"},
        {"who_stage_member",       "pemegang peran tahap persetujuan",       "a holder of the stage's role"},
        {"who_lead_staff",         "staf penanggung jawab",                  "staff of the lead agency"},
        {"who_lead_head",          "kepala penanggung jawab",                "the head of the lead agency"},
        {"who_reporter",           "yang melaporkan",                        "who reported it"},
        {"who_system",             "sistem",                                 "the system"},

        {"phase_prevention", "Pencegahan", "Prevention"},
        {"phase_cessation",  "Penghentian", "Cessation"},
        {"phase_recovery",   "Pemulihan",  "Recovery"},

        {"evidence_kind_laporan_kegiatan", "Laporan kegiatan", "Activity report"},
        {"evidence_kind_sk",           "SK",             "Decree"},
        {"evidence_kind_undangan",     "Undangan",       "Invitation"},
        {"evidence_kind_daftar_hadir", "Daftar hadir",   "Attendance list"},
        {"evidence_kind_notulen",      "Notulen",        "Minutes"},
        {"evidence_kind_foto",         "Foto",           "Photograph"},
        {"evidence_kind_materi",       "Materi",         "Presented material"},
        {"evidence_kind_dpa",          "DPA",            "Budget document (DPA)"},
        {"evidence_kind_berita_acara", "Berita acara",   "Official record"},
        {"evidence_kind_surat_tugas",  "Surat tugas",    "Letter of assignment"},

        {"role_agency_staff",  "Staf perangkat daerah",   "Agency staff"},
        {"role_agency_head",   "Kepala perangkat daerah", "Head of agency"},
        {"role_secretariat",   "Sekretariat (Kesbangpol)", "Secretariat (Kesbangpol)"},
        {"role_sahli",         "Staf Ahli (Sahli)",       "Governor's adviser (Sahli)"},
        {"role_observer",      "Pengamat",                "Observer"},
        {"role_administrator", "Administrator",           "Administrator"},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
