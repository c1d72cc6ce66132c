#pragma once
// A plan small enough that every state it can come to can be walked: two lead agencies, a chain of
// two stages (one with quorum 2), a target each, one period with its report.
#include "tests/workflow/support/explore.hpp"
#include <atomic>

namespace support {

struct bounds {
    int targets{2};
    int rounds{2};
    bool amendment{true};
    bool edit{true};
};

workflow::world small_plan(const bounds&);
walk::script small_script(const bounds&);
workflow::environment small_environment(const std::vector<workflow::definition>&);

// The person of that name, with their posts.
workflow::principal person(const std::string& name);

// The command, taken by that person; fails the test when it is refused.
workflow::outcome taken(const workflow::environment&, const workflow::world&,
                        const workflow::subject&, const std::string& command,
                        const std::string& by);

} // namespace support
