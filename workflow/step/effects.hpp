#pragma once
// What the tables' effects do to a world. An effect is named in a table and written here, once.
#include "workflow/step/step.hpp"
#include <string_view>

namespace workflow {

// A step under way: the world as it becomes, and what has happened so far.
struct stage {
    const environment& outside;
    outcome result;
    const principal* actor{};     // null: the engine
    const command_body* body{};   // null: the engine
    std::int64_t command_event{}; // place of the person's command; 0 in a sweep

    world& w() { return result.after; }
    event& record(event); // fills place, cause and time
};

struct machine_ref {
    std::string_view resource;
    std::string id;
    int revision{}; // plans
};

// Notes that something must be told of the last event; `address` finds the people.
void tell(stage&, const std::string& name, const std::string& resource, const std::string& id,
          std::optional<date> due);

bool is_effect(std::string_view name);
void apply_effect(std::string_view name, stage&, const machine_ref&);

} // namespace workflow
