#pragma once
// A region's report on one period to the region above, with declared gaps.
#include "workflow/people/person.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/item.hpp"
#include "workflow/things/played.hpp"
#include <array>
#include <map>
#include <string>
#include <vector>

namespace workflow {

struct gap {
    std::string id;   // of the target, or the code of the region below
    std::string what; // target, report
    std::string reason;
    friend bool operator==(const gap&, const gap&) = default;
};

// To the kind's questions, by code. One that was taken out again is an empty text.
using report_answers = std::map<std::string, std::string>;

struct report : item {
    std::string period;
    report_answers answers;           // as they are being written
    report_answers submitted_answers; // as they were at the last submission
    std::vector<gap> gaps;            // as declared at the last submission, with their reasons
    std::string included_digest;      // of targets and children's reports at the last submission
};

// What a report sees of a region below.
struct child_report {
    std::string region;
    std::string region_name;
    std::string id;    // empty: that region has no plan in force
    std::string state; // of its report, or empty
    std::int64_t version{};
};

// The states by name, for whoever must name one: held against the table when the program starts.
// Who can ask by meaning (is it work, is it final) asks the table instead.
namespace report_state {
inline constexpr std::string_view compiling = "compiling";
inline constexpr std::string_view submitted = "submitted";
inline constexpr std::string_view received = "received";
inline constexpr std::array all{compiling, submitted, received};
} // namespace report_state

// What the guards may look at.
struct report_facts : facts {
    bool something_has_changed{}; // since the submission
    located_fact questions_are_answered;
};

namespace played {

// What the history says of it.
struct report : standing {
    std::string period, included, gaps, answers;
};

} // namespace played

} // namespace workflow
