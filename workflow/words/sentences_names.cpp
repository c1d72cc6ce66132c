// What states and commands of several machines, posts and the product's own roles are called on the
// screen and in mails. What a kind of plan calls its own, the kind says.
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

        {"role_agency_staff",  "Staf perangkat daerah",   "Agency staff"},
        {"role_agency_head",   "Kepala perangkat daerah", "Head of agency"},
        {"role_secretariat",   "Sekretariat (Kesbangpol)", "Secretariat (Kesbangpol)"},
        {"role_observer",      "Pengamat",                "Observer"},
        {"role_administrator", "Administrator",           "Administrator"},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
