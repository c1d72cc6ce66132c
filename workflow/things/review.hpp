#pragma once
// One agency's word on one revision.
#include "workflow/people/person.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/item.hpp"
#include "workflow/things/played.hpp"
#include <array>
#include <string>
#include <vector>

namespace workflow {

struct review_item {
    std::string action; // id
    std::string comment;
    std::string suggestion;
    friend bool operator==(const review_item&, const review_item&) = default;
};

struct review : item {
    int revision{1};
    reference agency;
    std::string rows_digest; // of the agency's own rows when it was asked
    std::vector<review_item> items;
};

// The states by name, for whoever must name one: held against the table when the program starts.
// Who can ask by meaning (is it work, is it final) asks the table instead.
namespace review_state {
inline constexpr std::string_view pending = "pending";
inline constexpr std::string_view confirmed = "confirmed";
inline constexpr std::string_view changes_requested = "changes_requested";
inline constexpr std::string_view lapsed = "lapsed";
inline constexpr std::string_view superseded = "superseded";
inline constexpr std::array all{pending, confirmed, changes_requested, lapsed, superseded};
} // namespace review_state

// What the guards may look at.
struct review_facts : facts {
    bool plan_is_in_review{};
    bool deadline_has_passed{};
    bool silence_is_consent{};
    bool was_overtaken{}; // by a new submission, or the plan's own end
};

namespace played {

// What the history says of it.
struct review : standing {
    int revision{};
    std::string agency, due, items;
};

} // namespace played

} // namespace workflow
