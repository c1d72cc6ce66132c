// Commands over HTTP: four eyes. The actors of a step are told apart by their posts; that one
// person holds two of these posts must not make one pair of eyes of them.
#include "api/nouns/commands.hpp"
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;
using support::heard;

namespace {

struct at_work : counter {
    // A further post beside those that the directory gives this person.
    void also(const std::string& who, const std::string& role, const std::string& agency)
    {
        behind().store().write([&](persistence::unit_of_work& unit) {
            support::add(unit, {"p2-" + who, who, role, agency, "62"});
        });
    }
    void fill_in(const std::string& who, const std::string& target)
    {
        evidence(who, target);
        const auto now = "\"" + std::to_string(version("targets", target)) + "\"";
        REQUIRE(ask(who, "PATCH", "/api/v1/targets/" + target, R"({"achievement":"a"})",
                    {{"if-match", now}})
                    .status() == 200);
    }
    void must(const std::string& who, const std::string& target, const std::string& command,
              const std::string& body = "{}")
    {
        const auto done = give(who, "targets", target, command, body);
        INFO(command << ' ' << done.raw.body);
        REQUIRE(done.status() == 200);
    }
    void check_refused(const std::string& who, const std::string& resource, const std::string& id,
                       const std::string& command, const std::string& body = "{}")
    {
        const heard no = give(who, resource, id, command, body);
        INFO(who << ' ' << command << ' ' << no.raw.body);
        CHECK(no.status() == 409);
        CHECK(no.code() == "guard");
    }
};

const std::string scores = R"({"scores":{"administration":90,"substance":80}})";
const std::string because = R"({"reason":"Anggaran dialihkan"})";

} // namespace

TEST_CASE("nobody signs off what they endorsed or reported, though they hold both posts")
{
    at_work here;
    const auto plan = here.behind().in_force();
    const auto target = here.behind().target_of(plan, "health", "B04");
    here.also("budi", "secretariat", "kesbang");
    here.also("ani", "agency_staff", "health");
    here.fill_in("ani", target);
    here.must("ani", target, "report");
    here.must("budi", target, "endorse");
    here.check_refused("budi", "targets", target, "sign_off", scores);
    here.check_refused("ani", "targets", target, "sign_off", scores);
    here.also("sari", "secretariat", "kesbang");
    here.must("sari", target, "sign_off", scores);
}

TEST_CASE("nobody endorses what they reported, though they head the agency")
{
    at_work here;
    const auto plan = here.behind().in_force();
    const auto target = here.behind().target_of(plan, "health", "B04");
    here.also("budi", "agency_staff", "health");
    here.fill_in("budi", target);
    here.must("budi", target, "report");
    here.check_refused("budi", "targets", target, "endorse");
    here.also("sari", "agency_head", "health");
    here.must("sari", target, "endorse");
}

TEST_CASE("nobody accepts that a target is infeasible on their own word")
{
    at_work here;
    const auto plan = here.behind().in_force();
    const auto target = here.behind().target_of(plan, "health", "B04");
    here.also("budi", "secretariat", "kesbang");
    here.must("budi", target, "claim_infeasible", because);
    here.check_refused("budi", "targets", target, "accept_infeasible");
    here.must("ani", target, "accept_infeasible");
}

TEST_CASE("nobody approves the plan that they submitted")
{
    at_work here;
    const auto plan = here.behind().draft();
    here.also("ani", "sahli", "");
    here.behind().submit(plan);
    here.behind().confirm_all(plan);
    const auto approval = here.behind().load(plan).approvals.at(0).id;
    here.check_refused("ani", "approvals", approval, "approve");
    CHECK(here.give("omar", "approvals", approval, "approve").status() == 200);
}
