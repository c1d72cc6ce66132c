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
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
