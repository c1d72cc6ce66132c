// Who may read which file, as a table without a database.
#include "workflow/step/evidence_rules.hpp"
#include "tests/support/catch.hpp"

using namespace workflow;

namespace {

evidence file(std::string_view classification)
{
    evidence e;
    e.id = "e";
    e.classification = classification;
    return e;
}

target holding(const evidence& e, const std::string& state)
{
    target t;
    t.id = "t";
    t.period = "B04";
    t.state = state;
    t.evidence = {e};
    return t;
}

world with_report(const std::string& period, bool submitted)
{
    world w;
    report r;
    r.period = period;
    if (submitted) r.included_digest = "d";
    w.reports = {r};
    return w;
}

} // namespace

TEST_CASE("those who keep a target read all of its evidence in every state")
{
    for (const auto* state : {"open", "reported", "endorsed", "signed_off", "withdrawn"})
        for (const auto c : {classification::ordinary, classification::restricted})
            CHECK(may_read({.keeps = true}, world{}, holding(file(c), state), file(c), {}));
}

TEST_CASE("those who watch read ordinary files of rounds that were reported")
{
    struct row {
        std::string_view classification;
        const char* state;
        bool reads;
    };
    const row rows[]{{"biasa", "open", false},       {"biasa", "infeasible_claimed", false},
                     {"biasa", "infeasible", false}, {"biasa", "not_reported", false},
                     {"biasa", "reported", true},    {"biasa", "endorsed", true},
                     {"biasa", "signed_off", true},  {"terbatas", "signed_off", false}};
    for (const row& r : rows) {
        INFO(r.classification << ' ' << r.state);
        const evidence e = file(r.classification);
        CHECK(may_read({.watches = true}, world{}, holding(e, r.state), e, {}) == r.reads);
        // Held by a former round only in that state, it is the same.
        const closed_round former{"t", 1, r.state, {}, {e}, {}};
        target next = holding(e, "open");
        next.evidence.clear();
        CHECK(may_read({.watches = true}, world{}, next, e, {former}) == r.reads);
    }
}

TEST_CASE("who receives a region's reports reads once the report of that period was submitted")
{
    const evidence e = file("terbatas");
    const target t = holding(e, "signed_off");
    CHECK_FALSE(may_read({.receives = true}, with_report("B04", false), t, e, {}));
    CHECK_FALSE(may_read({.receives = true}, with_report("B08", true), t, e, {}));
    CHECK(may_read({.receives = true}, with_report("B04", true), t, e, {}));
    CHECK_FALSE(may_read({}, with_report("B04", true), t, e, {}));
}
