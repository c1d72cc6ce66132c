#pragma once
// Everything one decision may look at and change: a plan with what belongs to it, the rules of its
// kind, its calendar and the people in their posts. Loaded, stepped and saved as one value.
#include "workflow/days/calendar.hpp"
#include "workflow/kinds/kind.hpp"
#include "workflow/things/approval.hpp"
#include "workflow/things/event.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/report.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/target.hpp"
#include <map>
#include <set>

namespace workflow {

// What of a plan was loaded. A machine whose surroundings are not there takes no system command.
enum class parts {
    decisions = 1, // reviews and approvals of the open revision, else of the one in force
    matrix = 2,    // actions of the open revision and of the one in force
    targets = 4,   // all of them
    reports = 8,   // all of them, with the reports of the regions below
    whole = 15,
};
constexpr bool includes(parts loaded, parts wanted)
{
    return (static_cast<int>(loaded) & static_cast<int>(wanted)) == static_cast<int>(wanted);
}
constexpr parts operator|(parts a, parts b)
{
    return static_cast<parts>(static_cast<int>(a) | static_cast<int>(b));
}

// A plan and its things, as they are stored.
struct plan_things {
    plan head;
    std::vector<revision> revisions; // all; by number
    std::vector<review> reviews;
    std::vector<approval> approvals;
    std::vector<target> targets;
    std::vector<report> reports;
};

// Of its reviews and approvals those of the present submission, without superseded ones; of the
// targets, without parts::targets, the one that is asked for.
struct world : plan_things {
    kind rules;
    region place;
    region parent; // empty code for the nation
    calendar days;
    std::vector<period> periods; // of the plan's year, overrides applied
    instant now{};
    parts loaded{};

    std::vector<std::pair<std::string, child_report>> children; // period, report from below
    std::vector<appointment> posts; // that hold today: the region's, and the parent's secretariat

    // What the step has made due; guards of system commands look here.
    std::set<std::string> overtaken_reviews, revised_targets, dropped_targets;
    struct handing_over {
        std::string from, to;
    };
    std::map<std::string, handing_over> handed_over; // of the revised, by target: lead agencies

    revision* open_revision();
    revision* revision_in_force(); // in force, or closed
    revision& current();           // the open one, else the one in force, else the last
    const revision* open_revision() const;
    const revision* revision_in_force() const;
    const revision& current() const;
    date today() const { return days.today(now); }
    const period* period_named(std::string_view code) const;
};

namespace played {

// A plan's history as far as it was taken.
struct history {
    played::plan head;
    std::map<int, played::revision> revisions;
    std::map<std::string, played::review> reviews;
    std::map<std::string, played::approval> approvals;
    std::map<std::string, played::target> targets;
    std::map<std::string, played::report> reports;
    bool registered{};

    // What the next event is held against.
    event last;
    bool erased{}; // the reason of the event that is taken is gone
    bool clock_went_on{true};
    int revision{}, submission{}; // that the last events were about
    int next_stage{};
};

} // namespace played

bool is_open(const revision&);       // draft, agency_review, sahli_approval, approved
bool is_live(const world&);          // stands in the way of a second plan
bool was_submitted(const revision&); // visible outside the secretariat

struct placed_cell {
    const action* row{};
    const cell* target{};
};
// The matrix cell of a target in the revision in force, else in the open one.
placed_cell cell_of(const world&, std::string_view target);

// The later of its period's lock, or cut-off, and its extension.
date end_of_target(const world&, const target&);
date due_of_target(const world&, const target&);
std::optional<double> percent_of(const cell&, const achievement_record&);
bool is_final_state(std::string_view target_state); // signed_off, infeasible, not_reported

// Until when a draft should be submitted: the day before the kind's first period, since a plan
// should be in force by then; one begun later, and one that was returned, gets the kind's working
// days from the day on which it began to wait.
date draft_due(const kind&, int year, const calendar&, date since, bool returned);

// Gaps of a report now: targets that are not final and reports from below not received.
std::vector<gap> gaps_of(const world&, const report&);
std::string included_digest(const world&, const report&);

} // namespace workflow
