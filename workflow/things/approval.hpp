#pragma once
// One stage of the approval chain of one submission.
#include "workflow/people/person.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/item.hpp"
#include "workflow/things/played.hpp"
#include <array>
#include <string>
#include <vector>

namespace workflow {

struct vote {
    reference by;
    instant at{};
};

struct approval : item {
    int revision{1};
    int submission{1};
    int stage{}; // 0, 1, … in the kind's chain
    std::string name;
    std::string role;
    int quorum{1};
    std::vector<vote> votes;
};

// The states by name, for whoever must name one: held against the table when the program starts.
// Who can ask by meaning (is it work, is it final) asks the table instead.
namespace approval_state {
inline constexpr std::string_view pending = "pending";
inline constexpr std::string_view approved = "approved";
inline constexpr std::string_view returned = "returned";
inline constexpr std::string_view refused = "refused";
inline constexpr std::string_view superseded = "superseded";
inline constexpr std::array all{pending, approved, returned, refused, superseded};
} // namespace approval_state

// What the guards may look at.
struct approval_facts : facts {
    bool is_the_submitter{};
    bool has_voted{};
    bool quorum_is_reached{}; // with this vote
    bool plan_went_back{};
};

namespace played {

// What the history says of it.
struct vote {
    std::string by;
    instant at{};
    bool at_is_exact{};
};

struct approval : standing {
    int revision{}, submission{}, stage{};
    std::string due;
    std::vector<vote> votes;
};

} // namespace played

} // namespace workflow
