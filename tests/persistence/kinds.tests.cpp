// Kinds kept for the plans that were made with them.
#include "persistence/nouns/kinds.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/sql/statement.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;

namespace {

workflow::kind_registry built_in()
{
    return {definitions::built_in_kinds(), definitions::kept_kind};
}

} // namespace

TEST_CASE(
    "a kind is kept once, found again without its file, and refused when it says something else")
{
    const auto which =
        GENERATE(support::kind::sqlite_file, support::kind::sqlite_memory, support::kind::mariadb);
    support::world here(which);
    const auto registry = built_in();
    for (int plan = 1; plan <= 2; ++plan)
        here.store().write(
            [&](unit_of_work& unit) { keep_kind(unit, *registry.newest("rad_pks")); });
    CHECK(here.count("SELECT COUNT(*) FROM kinds") == 1);
    const workflow::kind_registry forgetful({}, definitions::kept_kind);
    here.store().write([&](unit_of_work& unit) {
        const auto kept = find_kind(unit, forgetful, "rad_pks", 1);
        CHECK(kept.hash == registry.find("rad_pks", 1)->hash);
        CHECK(kept.periods.size() == 3);
        CHECK_THROWS_AS(find_kind(unit, forgetful, "rad_p3aks", 1), std::out_of_range);
        CHECK(find_kind(unit, registry, "rad_p3aks", 1).name == "rad_p3aks");
        require_unchanged_kinds(unit, registry);

        auto text = *registry.find("rad_pks", 1)->file;
        const auto reformatted = definitions::kept_kind("rad_pks.json", "\n" + text + "\n");
        CHECK(reformatted.hash != kept.hash);
        keep_kind(unit, reformatted);
        require_unchanged_kinds(unit, {{reformatted}, definitions::kept_kind});
        CHECK(find_kind(unit, forgetful, "rad_pks", 1).hash == kept.hash);

        text.replace(text.find("-30, -14"), 8, "-30, -15");
        const auto changed = definitions::kept_kind("rad_pks.json", text);
        CHECK_THROWS_AS(keep_kind(unit, changed), kind_changed);
        CHECK_THROWS_WITH(require_unchanged_kinds(unit, {{changed}, definitions::kept_kind}),
                          Catch::Contains("it differs in ladder;") &&
                              Catch::Contains("restore it"));
    });
}

TEST_CASE("the newest version of a kind is the one for new plans")
{
    auto older = *built_in().newest("rad_pks");
    auto newer = older;
    newer.version = 2;
    const workflow::kind_registry registry({newer, older}, definitions::kept_kind);
    CHECK(registry.newest("rad_pks")->version == 2);
    CHECK(registry.find("rad_pks", 1)->version == 1);
    CHECK(registry.find("rad_pks", 3) == nullptr);
    CHECK(registry.newest("other") == nullptr);
}

namespace {

// The built-in kind with the version and the role of its one stage as given, as its file would be.
workflow::kind altered(const std::string& version, const std::string& role)
{
    std::string text = *built_in().newest("rad_pks")->file;
    const auto put = [&](const std::string& old, const std::string& fresh) {
        text.replace(text.find(old), old.size(), fresh);
    };
    put("\"version\": 1", "\"version\": " + version);
    put("\"role\": \"sahli\"", "\"role\": \"" + role + "\"");
    return definitions::kept_kind("rad_pks.json", text);
}

workflow::kind_registry registry_of(std::vector<workflow::kind> kinds)
{
    return {std::move(kinds), definitions::kept_kind};
}

} // namespace

TEST_CASE("a plan's kind is what is kept of it, whatever another process has a file of")
{
    const auto which = GENERATE(support::kind::sqlite_file, support::kind::mariadb);
    support::world here(which);
    here.store().write([&](unit_of_work& unit) { keep_kind(unit, altered("1", "camat")); });
    const auto other = registry_of({altered("1", "lurah")});
    here.store().write([&](unit_of_work& unit) {
        for (int again = 0; again < 2; ++again)
            CHECK(find_kind(unit, other, "rad_pks", 1).approval_chain.front().role == "camat");
        const auto fresh = registry_of({altered("2", "lurah")});
        CHECK(find_kind(unit, fresh, "rad_pks", 2).approval_chain.front().role == "lurah");
        CHECK(kept_kinds(unit, fresh).size() == 1);
        CHECK(is_kind(unit, registry_of({}), "rad_pks"));
        CHECK_FALSE(is_kind(unit, registry_of({}), "rad_p3aks"));
    });
}

TEST_CASE("a region's year goes by the version of its plan, and without one by the newest")
{
    const auto which = GENERATE(support::kind::sqlite_file, support::kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    const auto raised = registry_of({altered("2", "lurah")});
    here.store().write([&](unit_of_work& unit) {
        keep_kind(unit, altered("1", "camat"));
        workflow::plan old;
        old.id = "old";
        old.kind = "rad_pks";
        old.kind_version = 1;
        old.region = "62";
        old.year = 2026;
        REQUIRE(insert_plan(unit, old, {"ani", "Ani"}).has_value());
        CHECK(kind_in(unit, raised, "rad_pks", "62", 2026)->rules.version == 1);
        CHECK(kind_in(unit, registry_of({}), "rad_pks", "62", 2026)->rules.version == 1);
        CHECK(kind_in(unit, raised, "rad_pks", "62", 2027)->rules.version == 2);
        CHECK(kind_in(unit, raised, "rad_pks", "62.71", 2026)->rules.version == 2);
        CHECK_FALSE(kind_in(unit, registry_of({}), "rad_pks", "62", 2027));
    });
}

TEST_CASE("a role of an older chain is one of a post while a plan of it lives, and no longer")
{
    const auto which = GENERATE(support::kind::sqlite_file, support::kind::mariadb);
    support::office here(which);
    here.in_force();
    here.store().write([&](unit_of_work& unit) {
        statement(unit, "DELETE FROM kinds").change();
        keep_kind(unit, altered("1", "camat"));
        const auto raised = registry_of({altered("2", "lurah")});
        CHECK(roles_to_appoint(unit, raised).contains("camat"));
        CHECK(roles_to_appoint(unit, raised).contains("lurah"));
        CHECK(roles_to_appoint(unit, registry_of({})).contains("camat"));
        statement(unit, "UPDATE revisions SET state = 'closed'").change();
        CHECK_FALSE(roles_to_appoint(unit, raised).contains("camat"));
        CHECK(roles_to_appoint(unit, raised).contains("lurah"));
    });
}
