// The demo's contents are as the contract says, whatever the day on which it is begun.
#include "api/demo/demo_story.hpp"
#include "api/demo/demo_time.hpp"
#include "api/files/file_store.hpp"
#include "api/http/secret.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "definitions/regions.hpp"
#include "persistence/nouns/inbox.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/world_store.hpp"
#include "persistence/sql/migrate.hpp"
#include "tests/persistence/support/whole_history.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include <map>
#include <set>

using namespace workflow;

namespace {

class told_demo {
public:
    explicit told_demo(workflow::date day) : time_([] { return instant{}; })
    {
        api::make_ready();
        persistence::migrate(database_);
        database_.write(
            [&](auto& unit) { persistence::register_regions(unit, definitions::all_regions()); });
        time_.stop_at(calendar{}.at(day, 9, 0));
        cast_ = api::make_demo_people(here_, (day.year() - std::chrono::years(2)) / 1 / 1);
        api::tell_demo_story({here_, cast_, [&](instant at) { time_.stop_at(at); }, day});
        time_.stop_at(calendar{}.at(day, 9, 0));
    }

    std::map<std::string, world> plans()
    {
        return database_.read([&](persistence::unit_of_work& unit) {
            std::map<std::string, world> found;
            principal ministry;
            for (const auto& region : definitions::all_regions()) {
                principal who = ministry;
                appointment post;
                post.role = role::secretariat;
                post.region = region.code;
                who.appointments = {post};
                if (!region.code.starts_with("62")) continue;
                const auto page = persistence::list_plans(
                    unit, who, {.kind = {}, .region = region.code, .state = {}, .year = {}}, {});
                for (const auto& seen : page->items) {
                    persistence::world_store store(
                        {unit, kinds_, &api::random_id, persistence::stream_use::read_only});
                    found.emplace(region.code, *store.load_plan(seen.plan.id, parts::whole));
                }
            }
            return found;
        });
    }

    const api::demo_cast& cast() const { return cast_; }
    bool history_holds() { return !support::fault_of_history(database_).has_value(); }

private:
    support::temporary_directory data_;
    api::demo_time time_;
    workflow::kind_registry kinds_{definitions::built_in_kinds(), &definitions::load_kind};
    persistence::database database_{"sqlite::memory:", {.clock = [this] { return time_.now(); }}};
    api::context here_{database_,    kinds_, definitions::catalog(),        &api::random_id,
                       data_.path(), "",     [this] { return time_.now(); }};
    api::demo_cast cast_;
};

std::map<std::string, std::set<std::string>> states_by_period(const world& w)
{
    std::map<std::string, std::set<std::string>> states;
    for (const target& t : w.targets) states[t.period].insert(t.state);
    return states;
}

} // namespace

TEST_CASE("the demo of a day in October shows every stage and every state of a target")
{
    using namespace std::chrono;
    told_demo demo(2026y / October / 20);
    auto plans = demo.plans();
    REQUIRE(plans.size() == 4);
    CHECK(plans.at("62").current().state == "in_force");
    CHECK(plans.at("62.71").current().state == "agency_review");
    CHECK(plans.at("62.01").current().state == "sahli_approval");
    CHECK(plans.at("62.02").current().state == "draft");
    CHECK(plans.at("62.02").current().submission == 1);

    const auto states = states_by_period(plans.at("62"));
    const std::set<std::string> finals{"signed_off", "not_reported"};
    CHECK(states.at("B04") == finals);
    CHECK(states.at("B08") == finals);
    CHECK(states.at("B12") == std::set<std::string>{"open", "reported", "endorsed", "signed_off",
                                                    "infeasible_claimed", "infeasible"});
    CHECK(demo.history_holds());
    CHECK(demo.cast().accounts.size() >= 33);
}

TEST_CASE("the demo can be begun on any day of a year")
{
    using namespace std::chrono;
    for (const workflow::date day : {2027y / January / 1, 2027y / January / 31, 2027y / May / 10,
                                     2027y / August / 31, 2027y / December / 31}) {
        INFO(iso(day));
        told_demo demo(day);
        const auto plans = demo.plans();
        const auto states = states_by_period(plans.at("62"));
        std::string current;
        for (const period& p : plans.at("62").periods)
            if (p.from <= day) current = p.code;
        CHECK(states.at(current).size() == 6);
        CHECK(demo.history_holds());
    }
}
