#pragma once
// What a rehearsal warns of: floods, people whom no mail can reach, steps that nobody or only one
// person can do. Pure.
#include "workflow/things/world.hpp"
#include "workflow/words/error.hpp"

namespace workflow {

// More than these for one person on one day are a flood.
inline constexpr std::size_t flood_items_a_day = 40;
inline constexpr std::size_t flood_messages_a_day = 5;
inline constexpr std::size_t hands_max = 5; // more people than these leave a step to one another

struct warning {
    std::string what; // flood, no_address, nobody_can_act, one_person_only, many_people,
                      // holidays_missing
    sentence detail;
    friend bool operator==(const warning&, const warning&) = default;
};

// One message, as far as warnings depend on it.
struct letter {
    reference to;
    date day{}; // on which it leaves, in its zone
    std::size_t items{};
    bool has_address{};
};

std::vector<warning> letter_warnings(const std::vector<letter>&);

// The posts that a plan's steps need, as they are filled in this world.
std::vector<warning> post_warnings(const world&);

} // namespace workflow
