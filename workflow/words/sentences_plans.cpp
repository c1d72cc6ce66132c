// What is refused while a plan is made and drafted.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> plans()
{
    static constexpr wording table[]{
        {"only_a_draft_is_edited", "Rencana aksi hanya dapat diubah dalam draf; statusnya sekarang \"{state}\".",
         "Actions can be changed in a draft only; the state is now \"{state}\"."},
        {"actions_too_many", "Satu rencana memuat paling banyak {limit} rencana aksi.",
         "One plan holds at most {limit} actions."},
        {"unknown_kind", "Jenis rencana ini tidak ada. Yang ada: {choices}.",
         "There is no such kind of plan. There are: {choices}."},
        {"agency_elsewhere", "Perangkat daerah ini tidak ada di wilayah rencana.",
         "The plan's region has no such agency."},
        {"target_period_unknown", "Jenis rencana ini hanya memiliki periode: {choices}.",
         "This kind of plan has only the periods: {choices}."},
        {"target_period_twice", "Periode {code} tertulis dua kali.",
         "The period {code} is there twice."},
        {"document_elsewhere", "Bukan berkas yang diunggah ke rencana ini.",
         "No file that was uploaded to this plan."},
        {"supporting_agency_unnamed", "Sebutkan id atau nama.", "Give an id or a name."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
