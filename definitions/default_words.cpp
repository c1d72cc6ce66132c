// The dictionaries. Kinds of other offices name their own (`{code, id, en}`); nothing is added
// here.
#include "definitions/default_words.hpp"

namespace definitions {

using workflow::coded;

namespace {

// clang-format off

// The law's three stages of conflict handling (UU 7/2012), with stems that are found in every form:
// pulih and pemulihan, henti and penghentian.
const std::vector<coded> phases{
    {"prevention", {"Pencegahan",  "Prevention"}, {"cegah"}},
    {"cessation",  {"Penghentian", "Cessation"},  {"henti"}},
    {"recovery",   {"Pemulihan",   "Recovery"},   {"ulih", "pascakonflik"}},
};

const std::vector<coded> roles{
    {"sahli", {"Staf Ahli (Sahli)", "Governor's adviser (Sahli)"}},
};

// "What is not uploaded does not count."
const std::vector<coded> evidence_kinds{
    {"laporan_kegiatan", {"Laporan kegiatan", "Activity report"}},
    {"sk",               {"SK",               "Decree"}},
    {"undangan",         {"Undangan",         "Invitation"}},
    {"daftar_hadir",     {"Daftar hadir",     "Attendance list"}},
    {"notulen",          {"Notulen",          "Minutes"}},
    {"foto",             {"Foto",             "Photograph"}},
    {"materi",           {"Materi",           "Presented material"}},
    {"dpa",              {"DPA",              "Budget document (DPA)"}},
    {"berita_acara",     {"Berita acara",     "Official record"}},
    {"surat_tugas",      {"Surat tugas",      "Letter of assignment"}},
};

// clang-format on

} // namespace

const std::vector<coded>& defaults(dictionary which)
{
    switch (which) {
    case dictionary::phase:
        return phases;
    case dictionary::role:
        return roles;
    case dictionary::evidence_kind:
        break;
    }
    return evidence_kinds;
}

const coded* find_default(dictionary which, std::string_view code)
{
    return workflow::find_coded(defaults(which), code);
}

const std::vector<coded>& usual_evidence_kinds()
{
    return evidence_kinds;
}

} // namespace definitions
