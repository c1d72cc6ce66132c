// What states and commands of several machines, posts and roles, and the codes of kinds of plans
// are called on the screen and in mails.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> names()
{
    static constexpr wording table[]{
        {"state_approved",      "disetujui",      "approved"},
        {"state_refused",       "ditolak",        "refused"},
        {"state_superseded",    "digantikan",     "superseded"},
        {"state_pending",       "menunggu",       "pending"},
        {"state_not_submitted", "belum diajukan", "not submitted"},

        {"command_submit",             "Ajukan",                      "Submit"},
        {"command_recall",             "Tarik kembali",               "Recall"},
        {"command_refuse",             "Tolak",                       "Refuse"},
        {"command_supersede",          "Gantikan",                    "Supersede"},
        {"command_withdraw",           "Tarik",                       "Withdraw"},
        {"command_lapse",              "Lewatkan",                    "Lapse"},
        {"command_return_for_changes", "Kembalikan untuk diperbaiki", "Return for changes"},
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
