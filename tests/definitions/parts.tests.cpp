// What is loaded for a command is all that its outcome depends on.
#include "definitions/catalog.hpp"
#include "tests/definitions/support/small_plan.hpp"
#include "tests/support/catch.hpp"
#include "workflow/step/engine.hpp"

using namespace walk;
using namespace workflow;
using namespace support;

namespace {

world part_of(world w, parts wanted)
{
    w.loaded = wanted;
    w.targets.clear();
    w.reports.clear();
    w.children.clear();
    if (!includes(wanted, parts::matrix))
        for (revision& r : w.revisions) r.actions.clear();
    return w;
}

// Everything but the ids of what was made.
std::vector<std::string> told(const outcome& o)
{
    std::vector<std::string> out;
    for (const event& e : o.events)
        out.push_back(std::to_string(e.cause) + " " + e.name + " " + e.resource + " " + e.from +
                      " " + e.to + " " + e.reason);
    for (const notice& n : o.notices)
        out.push_back(n.name + " " + n.resource + " " + n.recipient.id + " " + n.why);
    for (const revision& r : o.after.revisions) out.push_back(r.state);
    return out;
}

} // namespace

TEST_CASE("reviewing and approving come out alike without the matrix, in every state")
{
    const bounds small{1, 1, true, true};
    const auto& catalog = definitions::catalog();
    const auto outside = small_environment(catalog);
    std::size_t compared = 0;
    script how = small_script(small);
    how.threads = 1; // what is compared is checked on the spot, and checks are for one thread
    const exploration seen = explore(outside, small_plan(small), how, [&](const walked_edge& e) {
        if (!e.about || (e.about->resource != "reviews" && e.about->resource != "approvals"))
            return;
        const auto wanted = parts_for(*e.about, {std::string(e.command), {}, {}});
        CHECK_FALSE(includes(wanted, parts::matrix));
        const auto by = std::string(e.actor);
        const auto on = [&](parts p) {
            return told(taken(outside, part_of(e.before, p), *e.about, std::string(e.command), by));
        };
        CHECK(on(wanted) == on(parts_for(e.about->resource)));
        ++compared;
    });
    CHECK(seen.states > 0);
    CHECK(compared > 50);
}

TEST_CASE("remarks on single actions are held against the matrix")
{
    command_given with_a_remark{"request_changes", {}, {}};
    with_a_remark.body.items.push_back({"a", "remark", ""});
    CHECK(includes(parts_for({"reviews", "r"}, with_a_remark), parts::matrix));
    CHECK(includes(parts_for({"plans", "p"}, {"submit", {}, {}}), parts::whole));
}
