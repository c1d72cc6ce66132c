// Plans of several years: which of them stand in the way of which, also when they begin at once.
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/sql/statement.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;

namespace {

struct wanted {
    int year{};
    int years{1};
    std::string region{"62"};
    std::string kind{"rad_pks"};
};

// The refusal's title of the plan in the way; empty: the plan was made.
std::string insert(database& store, const wanted& w)
{
    workflow::plan p;
    p.id = w.region + w.kind + std::to_string(w.year) + "-" + std::to_string(w.years);
    p.kind = w.kind;
    p.region = w.region;
    p.year = w.year;
    p.years = w.years;
    p.title = "Rencana " + std::to_string(w.year);
    const auto done = store.run([&](unit_of_work& unit) -> workflow::result<stored_answer> {
        const auto made = insert_plan(unit, p, {"ani", "Ani"});
        if (!made) return made.error();
        return stored_answer{201, {}, {}};
    });
    if (done) return {};
    if (done.error().code != workflow::errc::conflict) return "another refusal";
    const auto& said = done.error().reason.arguments;
    return said.at("title").id + ", " + said.at("years").id;
}

} // namespace

TEST_CASE("a plan that has one of the years of another is refused, and says which is in the way")
{
    support::world here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    auto& store = here.store();
    REQUIRE(insert(store, {2026, 2}).empty());
    for (const wanted& each :
         std::vector<wanted>{{2026, 1}, {2026, 3}, {2027, 1}, {2025, 2}, {2024, 3}})
        CHECK(insert(store, each) == "Rencana 2026, 2026–2027");
    CHECK(insert(store, {2027, 1, "62.71"}).empty());
    CHECK(insert(store, {2027, 1, "62", "rad_p3aks"}).empty());
    CHECK(insert(store, {2025, 1}).empty());
    CHECK(insert(store, {2028, 3}).empty());
    CHECK(insert(store, {2030, 1}) == "Rencana 2028, 2028–2030");
}

TEST_CASE("of plans that begin at once with a year in common one is made")
{
    support::world here(GENERATE(kind::sqlite_file, kind::mariadb));
    const std::vector<wanted> all{{2026, 2}, {2027, 2}, {2027, 1}, {2025, 3}};
    std::atomic<int> made = 0;
    support::in_parallel(static_cast<int>(all.size()), [&](int i) {
        made += insert(here.store(), all[static_cast<std::size_t>(i)]).empty();
    });
    CHECK(made == 1);
    CHECK(here.count("SELECT COUNT(*) FROM plans") == 1);
    CHECK(here.count("SELECT COUNT(*) FROM plan_years") ==
          here.count("SELECT SUM(years) FROM plans"));
}

TEST_CASE("the years of a cancelled plan are given back")
{
    support::office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft("62", 2026);
    CHECK(insert(here.store(), {2025, 2}) == "Rencana 62, 2026");
    workflow::command_body why;
    why.given = {"reason"};
    why.reason = "Keliru";
    REQUIRE(here.give("ani", {"plans", plan}, "cancel", why).has_value());
    CHECK(here.here().count("SELECT COUNT(*) FROM plan_years") == 0);
    CHECK(insert(here.store(), {2025, 2}).empty());
}

TEST_CASE("plans from before the years were kept have those of their kind, and each year one plan")
{
    support::world here(GENERATE(kind::sqlite_file, kind::mariadb), false);
    std::vector<migration> before;
    for (const migration& each : migrations())
        if (each.number < 16) before.push_back(each);
    migrate(here.store(), before);
    here.execute("INSERT INTO kinds(name, version, hash, body) VALUES "
                 "('rad_dwi', 1, 'h', '{\"name\":\"rad_dwi\",\"years\":2}'), "
                 "('rad_pks', 1, 'h', '{\"name\":\"rad_pks\"}')");
    const auto plan = [&](const std::string& id, const std::string& name, const std::string& year,
                          const std::string& live_key) {
        here.execute("INSERT INTO plans(id, version, kind, kind_version, region, parent_region, "
                     "year, title, registered, live_key, created_by, created_by_name, created_at) "
                     "VALUES ('" +
                     id + "', 1, '" + name + "', 1, '62', '00', " + year + ", 'x', 0, " + live_key +
                     ", '', '', 0)");
    };
    plan("a", "rad_dwi", "2026", "'a'");
    plan("b", "rad_dwi", "2027", "'b'"); // overlaps, which nobody refused then
    plan("c", "rad_pks", "2026", "'c'");
    plan("d", "rad_dwi", "2020", "NULL");
    migrate(here.store());
    CHECK(here.count("SELECT SUM(years) FROM plans WHERE kind = 'rad_dwi'") == 6);
    CHECK(here.count("SELECT years FROM plans WHERE id = 'c'") == 1);
    CHECK(here.count("SELECT COUNT(*) FROM plan_years WHERE plan = 'a'") == 1);
    CHECK(here.count("SELECT COUNT(*) FROM plan_years WHERE plan = 'b'") == 2);
    CHECK(here.count("SELECT COUNT(*) FROM plan_years WHERE plan = 'd'") == 0);
    CHECK(insert(here.store(), {2028, 1, "62", "rad_dwi"}) == "x, 2027–2028");
}

TEST_CASE("a region's year goes by its plan of several years from that plan's first year on")
{
    support::world here(GENERATE(kind::sqlite_file, kind::mariadb));
    const workflow::kind_registry kinds(definitions::built_in_kinds(), definitions::kept_kind);
    REQUIRE(insert(here.store(), {2026, 2}).empty());
    here.store().read([&](unit_of_work& unit) {
        CHECK(kind_in(unit, kinds, "rad_pks", "62", 2026)->first_year == 2026);
        CHECK(kind_in(unit, kinds, "rad_pks", "62", 2027)->first_year == 2026);
        CHECK(kind_in(unit, kinds, "rad_pks", "62", 2028)->first_year == 2028);
    });
}
