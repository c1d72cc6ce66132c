#pragma once
// Plays the history of one plan again, by the tables alone, and holds what is stored against what
// came out: every event must be a row of its table, taken from the state before, and every stored
// thing must stand where its last event left it. Pure; for `verify`. One thread.
//
//     replay played(catalog, plan);
//     for (const event& e : history)
//         if (auto wrong = played.take(e)) …;      // no table leads there
//     if (auto wrong = played.compare(stored)) …;  // something was changed behind its back
#include "workflow/kinds/kind.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/event.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/report.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/target.hpp"
#include <map>
#include <set>

namespace workflow {

struct fault {
    std::int64_t seq{}; // of the event that what is stored does not agree with
    std::string what;
};

// Everything stored of a plan that its history speaks of; superseded rows and former rounds too.
struct stored_plan {
    plan head;
    std::vector<chain_stage> approval_chain; // of its kind
    std::vector<revision> revisions;         // with their actions
    std::vector<review> reviews;
    std::vector<approval> approvals;
    std::vector<target> targets;          // with the evidence of their current round
    std::set<int> shown;                  // revisions marked as seen outside the secretariat
    std::map<std::string, int> placed_in; // by target: the revision whose cell it follows
    std::vector<closed_round> rounds;     // with their evidence
    std::vector<report> reports;
};

namespace played {

// Where a machine stands after its last event.
struct standing {
    std::string state;
    std::int64_t seq{}; // of that event
    instant since{};
    bool since_is_exact{};                            // the clock had not gone back
    std::optional<std::string> reason{std::string{}}; // nothing: it was erased
    int events{};                                     // that were about it
};

// The plan itself, by its making and its last event.
struct plan {
    std::string kind, kind_version, region, year;
    std::string title; // digest
    std::int64_t version{}, seq{};
};

struct vote {
    std::string by;
    instant at{};
    bool at_is_exact{};
};

struct revision : standing {
    int submission{};
    std::string submitted_by;
    std::string decree_digest, decree_date, decree_scan;
    bool was_in_force{};
    std::string matrix; // digest; empty while it may be edited
    std::int64_t matrix_seq{};
};

struct review : standing {
    int revision{};
    std::string agency, due, items;
};

struct approval : standing {
    int revision{}, submission{}, stage{};
    std::string due;
    std::vector<vote> votes;
};

// What the history says of the record of one round.
struct record {
    std::string reported_by, endorsed_by, claimed_by, signed_by;
    std::string administration, substance, chosen_class;
    std::string agency; // whose it is, once another agency leads
    std::optional<std::string> reason{std::string{}};
    std::string digest; // of what was reported; empty while it may be edited
    std::string files;  // of what its files are called, as long as there is a digest
    instant reported_at{};
    bool reported_at_is_exact{};
    std::int64_t seq{}; // of the report
};

struct target : standing {
    int round{1}, newest_round{1};
    played::record record;
    std::string until; // of its last extension
    std::string last_final;
    int last_final_round{};
    std::optional<played::record> last_final_record;
    std::map<int, std::pair<std::string, played::record>> closed; // by round, with its last state
};

struct report : standing {
    std::string period, included, gaps;
};

} // namespace played

class replay {
public:
    replay(const std::vector<definition>& catalog, std::string plan);

    // The next event, by seq. What is wrong with it, if anything. `erased`: its reason is gone.
    std::optional<std::string> take(const event&, bool erased = false);

    // The fault with the lowest seq, if any, once every event was taken.
    std::optional<fault> compare(const stored_plan&) const;

    // The seq of the last event about it; of the plan's last event where there is none.
    std::int64_t last_event_of(const std::string& resource, const std::string& id) const;

private:
    friend struct comparison;
    using finding = std::optional<std::string>;

    struct place { // where an event belongs, read once
        const definition* machine{};
        played::standing* stands{}; // null: not made yet
    };
    place place_of(const event&);
    finding check_cause(const event&) const;
    finding take_making(const event&, const place&);
    finding take_command(const event&, const place&);
    finding check_command(const event&, const place&, const transition*&) const;
    played::standing& make(const event&);
    void stand(played::standing&, const event&) const;
    void name_plan(const event&);
    void apply(std::string_view effect, const event&);
    void apply_to_target(std::string_view effect, const event&);

    const std::vector<definition>& catalog_;
    std::string plan_;
    played::plan head_;
    std::map<int, played::revision> revisions_;
    std::map<std::string, played::review> reviews_;
    std::map<std::string, played::approval> approvals_;
    std::map<std::string, played::target> targets_;
    std::map<std::string, played::report> reports_;
    bool registered_{};

    // What the next event is held against.
    event last_;
    bool erased_{};
    bool clock_went_on_{true};
    int revision_{}, submission_{}; // that the last events were about
    int next_stage_{};
};

} // namespace workflow
