#pragma once
// What has happened in the demo, told by engine commands under a set clock: nothing is inserted
// that the engine would not have let happen.
#include "api/demo/demo_people.hpp"

namespace api {

struct demo_stage {
    const context& here;
    const demo_cast& cast;
    std::function<void(workflow::instant)> set_clock;
    workflow::date today{}; // the demo's date; its year is the plans' year
};

// Kalimantan Tengah's plan in force, its earlier periods final, targets of the running period in
// every state; three districts in review, before its approval, and in draft after a return.
void tell_demo_story(const demo_stage&);

} // namespace api
