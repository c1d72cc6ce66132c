#pragma once
// The states of things by name, for whoever must name one: written once here and once in the table,
// and held against it when the program starts. Who can ask by meaning (is it work, is it final)
// asks the table instead.
#include <array>
#include <string_view>

namespace workflow {

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

namespace review_state {
inline constexpr std::string_view pending = "pending";
inline constexpr std::string_view confirmed = "confirmed";
inline constexpr std::string_view changes_requested = "changes_requested";
inline constexpr std::string_view lapsed = "lapsed";
inline constexpr std::string_view superseded = "superseded";
inline constexpr std::array all{pending, confirmed, changes_requested, lapsed, superseded};
} // namespace review_state

namespace approval_state {
inline constexpr std::string_view pending = "pending";
inline constexpr std::string_view approved = "approved";
inline constexpr std::string_view returned = "returned";
inline constexpr std::string_view refused = "refused";
inline constexpr std::string_view superseded = "superseded";
inline constexpr std::array all{pending, approved, returned, refused, superseded};
} // namespace approval_state

namespace target_state {
inline constexpr std::string_view planned = "planned";
inline constexpr std::string_view open = "open";
inline constexpr std::string_view reported = "reported";
inline constexpr std::string_view endorsed = "endorsed";
inline constexpr std::string_view infeasible_claimed = "infeasible_claimed";
inline constexpr std::string_view signed_off = "signed_off";
inline constexpr std::string_view infeasible = "infeasible";
inline constexpr std::string_view not_reported = "not_reported";
inline constexpr std::string_view withdrawn = "withdrawn";
inline constexpr std::array all{planned,    open,       reported,     endorsed, infeasible_claimed,
                                signed_off, infeasible, not_reported, withdrawn};
} // namespace target_state

namespace report_state {
inline constexpr std::string_view compiling = "compiling";
inline constexpr std::string_view submitted = "submitted";
inline constexpr std::string_view received = "received";
inline constexpr std::array all{compiling, submitted, received};
} // namespace report_state

// Commands that somebody gives or looks for by name.
namespace command_name {
inline constexpr std::string_view submit = "submit";
inline constexpr std::string_view report = "report";
inline constexpr std::string_view amend = "amend";
} // namespace command_name

} // namespace workflow
