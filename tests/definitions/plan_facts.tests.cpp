// What is said of a plan's matrix names its places in the order in which the matrix has them.
#include "workflow/things/plan_facts.hpp"
#include "tests/definitions/support/small_plan.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>

using namespace workflow;

TEST_CASE("targets that are not finished are named in the order of the matrix")
{
    world w = support::small_plan({.targets = 4});
    for (target& t : w.targets) t.made = true;
    w.targets[2].state = "signed_off";
    const auto unfinished = [&] {
        const auto facts = plan_facts_of(w, w.revisions.front(), "secretary");
        return static_cast<const plan_facts&>(*facts).every_target_is_final.where().en;
    };
    do CHECK(unfinished() == "No. 1 B04, No. 2 B04, No. 4 B04");
    while (std::next_permutation(w.targets.begin(), w.targets.end(),
                                 [](auto& a, auto& b) { return a.id < b.id; }));
}
