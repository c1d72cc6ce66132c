#pragma once
// A command on its way: what it is given to and with, and a step under way with all that follows.
#include "workflow/table/decide.hpp"
#include "workflow/things/world.hpp"
#include <functional>

namespace workflow {

// Commands that somebody gives or looks for by name.
namespace command_name {
inline constexpr std::string_view submit = "submit";
inline constexpr std::string_view report = "report";
inline constexpr std::string_view amend = "amend";
} // namespace command_name

// Something with a machine. For a plan the machine runs on one of its revisions.
struct subject {
    std::string resource; // plans, reviews, approvals, targets, reports
    std::string id;
    friend bool operator==(const subject&, const subject&) = default;
};

// One machine of a world; of a plan, the one that runs on a revision of it.
struct machine_ref {
    std::string_view resource;
    std::string id;
    int revision{};
};

// The body of a command; absent members are empty. `given` names those that were there.
struct command_body {
    std::vector<std::string> given;
    std::string reason, note;
    std::string decree_number, decree_scan;
    std::optional<date> decree_date, until;
    std::optional<workflow::scores> scores;
    std::string chosen_class;
    std::vector<gap> gaps;
    std::vector<review_item> items;
    std::vector<field_error>
        errors; // what the reader found wrong; answered after state, before guards
};

struct command_given {
    std::string name;
    command_body body;
    std::optional<std::int64_t> version; // of If-Match; another one is refused last
};

struct outcome {
    world after;
    std::vector<event> events; // the first is the command's own
    std::vector<notice> notices;
    std::vector<closed_round> closed_rounds;
};

struct environment {
    const std::vector<definition>* catalog{};
    std::function<std::string()> new_id;
};

// A step under way: the world as it becomes, and what has happened so far.
struct ongoing_step {
    const environment& outside;
    outcome result;
    const principal* actor{};     // null: the engine
    const command_body* body{};   // null: the engine
    std::int64_t command_event{}; // place of the person's command; 0 in a sweep

    world& w() { return result.after; }
    event& record(event); // fills place, cause and time
    // A thing was made: its event is recorded.
    void make(std::string resource, const std::string& id, std::string initial,
              std::vector<std::pair<std::string, std::string>> data = {});
    // Into the data of the event that is under way; an absent member is an empty value.
    void note(const char* key, std::string value);
    // Something must be told of the last event; `address` finds the people.
    void tell(std::string name, std::string resource, std::string id, std::optional<date> due);
};

} // namespace workflow
