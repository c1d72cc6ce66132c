#pragma once
// The plan and its matrix. A plan lives through revisions: the first, then amendments of the one in
// force. Actions keep their id across revisions, with content and version of their own in each.
#include "workflow/kinds/column_value.hpp"
#include "workflow/people/person.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/item.hpp"
#include "workflow/things/played.hpp"
#include <array>
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
    std::string phase; // its code, as the kind has it
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
    column_values columns{};   // that the kind has of its own
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

// The states by name, for whoever must name one: held against the table when the program starts.
// Who can ask by meaning (is it work, is it final) asks the table instead.
namespace plan_state {
inline constexpr std::string_view draft = "draft";
inline constexpr std::string_view agency_review = "agency_review";
inline constexpr std::string_view sahli_approval = "sahli_approval";
inline constexpr std::string_view approved = "approved";
inline constexpr std::string_view in_force = "in_force";
inline constexpr std::string_view cancelled = "cancelled";
inline constexpr std::string_view refused = "refused";
inline constexpr std::string_view superseded = "superseded";
inline constexpr std::string_view closed = "closed";
inline constexpr std::array all{draft,     agency_review, sahli_approval, approved, in_force,
                                cancelled, refused,       superseded,     closed};
inline constexpr std::array open{draft, agency_review, sahli_approval, approved};
inline constexpr std::array live{draft, agency_review, sahli_approval, approved, in_force};
} // namespace plan_state

// What the guards may look at.
struct plan_facts : facts {
    bool has_an_action{};
    located_fact actions_are_complete;
    located_fact columns_are_complete; // the required ones of the kind's own
    located_fact targets_are_complete;
    located_fact agencies_can_confirm;
    located_fact stages_can_be_filled; // without whoever submits
    bool is_first_revision{};
    bool kind_allows_register{};
    bool every_review_is_settled{};
    bool every_stage_is_approved{};
    bool a_stage_was_returned{};
    bool a_stage_was_refused{};
    bool a_later_revision_was_adopted{};
    located_fact every_target_is_final;
    bool an_amendment_is_open{};
    bool an_agency_objects{}; // to what it is asked to review
};

namespace played {

// What the history says of the plan, by its making and its last event, and of each revision.
struct plan {
    std::string kind, kind_version, region, year;
    std::string title; // digest
    std::int64_t version{}, seq{};
};

struct revision : standing {
    int submission{};
    std::string submitted_by;
    std::string decree_digest, decree_date, decree_scan;
    bool was_in_force{};
    std::string matrix; // digest; empty while it may be edited
    std::int64_t matrix_seq{};
};

} // namespace played

} // namespace workflow
