// What is refused while a plan is made and drafted.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> plans()
{
    static constexpr wording table[]{
        {"only_a_draft_is_edited", "Rencana aksi hanya dapat diubah dalam draf; statusnya sekarang \"{state}\".",
         "Actions can be changed in a draft only; the state is now \"{state}\"."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
