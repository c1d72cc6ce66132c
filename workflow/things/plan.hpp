#pragma once
// The plan and its matrix. A plan lives through revisions: the first, then amendments of the one in
// force. Actions keep their id across revisions, with content and version of their own in each.
#include "workflow/people/person.hpp"
#include "workflow/things/item.hpp"
#include <optional>
#include <string>
#include <vector>

namespace workflow {

// One cell of the matrix: what an action must have reached in one period.
struct cell {
    std::string id; // of the target
    std::string period;
    std::string text; // as written
    std::optional<double> quantity;
    std::string unit;
    friend bool operator==(const cell&, const cell&) = default;
};

namespace measure {
inline constexpr std::string_view cumulative = "cumulative";
inline constexpr std::string_view period = "period";
} // namespace measure

struct action {
    std::string id;
    std::int64_t version{1};
    int number{};
    std::string phase; // prevention, cessation, recovery
    std::string theme;
    std::string title;
    std::string location;
    reference lead_agency;             // empty id: not named yet
    std::vector<reference> supporting; // empty id: known by name only
    std::string success_criterion;
    std::string budget_source;
    std::string note;
    bool mandatory{};
    std::string measure{workflow::measure::cumulative};
    std::vector<cell> targets; // by period
    friend bool operator==(const action&, const action&) = default;
};

struct revision : item {
    int number{1};
    std::vector<action> actions;
    int submission{}; // how often it was submitted
    reference submitted_by;
    std::string decree_number;
    std::optional<date> decree_date;
    std::string decree_scan; // id of a document
};

struct plan {
    std::string id;
    std::int64_t version{1};
    std::string kind;
    int kind_version{1};
    std::string region;
    int year{};
    std::string title;
    bool registered{}; // adopted before the system
};

} // namespace workflow
