#pragma once
// What happened to the plans of a region, told to somebody who follows it from outside.
//
// A position holds for each plan the number of the last event that was told of it. Within a plan
// numbers have no gap and are committed in their order, for its stream is held by whoever appends;
// so nothing that commits late is ever passed over, whichever server is asked. A number over
// several plans would be given before its COMMIT and could be passed over
// (docs/decisions/0055-a-position-is-one-number-a-plan.md).
#include "persistence/nouns/plan_history.hpp"

namespace persistence {

struct followed_plans {
    std::string region; // alone, without those below
    std::string kind{}; // empty: any
    std::optional<int> year{};
};

struct followed_event {
    std::string plan;
    workflow::event event;
};

struct followed_events {
    std::vector<followed_event> items; // of a plan by seq; plans in the order of their making
    std::string position;              // behind them
    bool more{};                       // there are others behind the position already
    bool too_many_plans{};             // nothing was read
};

inline constexpr std::size_t followed_plans_max = 80; // a position fits an address then
inline constexpr std::string_view position_at_end = "end";

// The next events that they may read, at most `limit`. An empty position is before everything,
// `end` behind it. When what somebody may see of a plan has changed, all of the plan is told again
// from its beginning; when their posts have, or the filter, everything. Refusal: malformed, for
// what was no position.
workflow::result<followed_events> events_after(unit_of_work&, const workflow::principal&,
                                               const followed_plans&, const std::string& position,
                                               std::size_t limit);

} // namespace persistence
