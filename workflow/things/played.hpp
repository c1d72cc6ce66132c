#pragma once
// What the history of one plan says of its things, event by event: the other half of the effects.
#include "workflow/things/event.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace workflow::played {

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

// 0 for what is no small whole number, and for what is not there.
int number_in(const event&, std::string_view key);
std::string value_in(const event&, std::string_view key);

// The thing stands where its event has put it.
void stand(const history&, standing&, const event&);

// Of an effect of which the history tells nothing but what it has made.
inline void nothing_more(history&, const event&) {}

} // namespace workflow::played
