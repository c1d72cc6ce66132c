// Who gives a command says what it is.
#include "workflow/step/token_rights.hpp"
#include <algorithm>

namespace workflow {

token_scopes scope_of(const command_word& word)
{
    const bool is_reporting =
        !word.sensitive && std::any_of(word.by.begin(), word.by.end(), [](who each) {
            return each == who::lead_staff || each == who::reporter;
        });
    return is_reporting ? scope::report : scope::none;
}

std::optional<sentence> outside_scope(const principal& p, token_scopes opened_by)
{
    if (!p.bounds || opened_by.meets(p.bounds->scopes)) return {};
    return outside_scope(opened_by);
}

} // namespace workflow
