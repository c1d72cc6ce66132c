#pragma once
// Whether two files of a kind say the same, however they are written. Pure.
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

// The members on top that say something else in one text than in the other, by name. Whitespace,
// the order of members, how a number is written, and `$comment` and `$schema`, which nobody reads,
// make no difference. A text that is no JSON object differs in "everything".
std::vector<std::string> changed_members(std::string_view before, std::string_view after);

} // namespace workflow
