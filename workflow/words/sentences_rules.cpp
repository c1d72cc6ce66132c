// Why a command is refused, whatever it is given to. What one noun alone refuses, by its guards or
// in a body, it says itself (workflow/things).
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> rules()
{
    static constexpr wording table[]{
        {"wrong_state", "Perintah \"{command}\" tidak berlaku pada status \"{state}\".",
         "\"{command}\" is not possible while the state is \"{state}\"."},
        {"unknown_action", "Rencana aksi ini tidak ada dalam rencana.",
         "There is no such action in the plan."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
