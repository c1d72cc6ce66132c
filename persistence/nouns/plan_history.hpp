#pragma once
// The history of a plan, or of one thing in it, as somebody may read it: what happened to a
// revision that they do not see is left out, and so are reports that are not theirs to see.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/step/step.hpp"
#include "workflow/things/event.hpp"
#include "workflow/words/error.hpp"
#include <map>

namespace persistence {

// By seq. The subject is a plan, or a target or another thing of one. Refusals: not_found,
// malformed cursor.
workflow::result<page<workflow::event>> list_events(unit_of_work&, const workflow::principal&,
                                                    const workflow::subject&, const page_request&);

// What a reader may see of a plan's events now.
struct shown_events {
    visibility seen;
    std::set<std::string> hidden; // things

    bool has(const workflow::event&) const;
};
shown_events events_shown_to(unit_of_work&, const workflow::principal&, const std::string& plan);
// The next ones after that seq, at most `events_read_at_once`, without a check.
std::vector<workflow::event> read_plan_events(unit_of_work&, const std::string& plan,
                                              std::int64_t after);
inline constexpr std::size_t events_read_at_once = 500;

// By the id of each thing, the last event that gave it back (workflow/step/given_back.hpp). A draft
// that a stage returned has the words of that stage. Without any check.
using given_back = std::map<std::string, workflow::event>;
given_back read_given_back(unit_of_work&, const std::string& plan);
std::map<std::string, given_back> read_given_back(unit_of_work&,
                                                  const std::vector<std::string>& plans);

} // namespace persistence
