// Questions to a definition.
#include "workflow/table/definition.hpp"
#include <algorithm>

namespace workflow {

bool definition::is_final(std::string_view state) const
{
    return std::find(finals.begin(), finals.end(), state) != finals.end();
}

const command_word* definition::command(std::string_view wanted) const
{
    for (const command_word& word : commands)
        if (word.name == wanted) return &word;
    return nullptr;
}

} // namespace workflow
