// Kinds kept for the plans that were made with them.
#include "persistence/nouns/kinds.hpp"
#include "definitions/kinds.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;

namespace {

workflow::kind_registry built_in()
{
    return {definitions::built_in_kinds(), definitions::load_kind};
}

} // namespace

TEST_CASE("a kind is kept once, found again without its file, and refused when changed")
{
    const auto which =
        GENERATE(support::kind::sqlite_file, support::kind::sqlite_memory, support::kind::mariadb);
    support::world here(which);
    const auto registry = built_in();
    for (int plan = 1; plan <= 2; ++plan)
        here.store().write(
            [&](unit_of_work& unit) { keep_kind(unit, *registry.newest("rad_pks")); });
    CHECK(here.count("SELECT COUNT(*) FROM kinds") == 1);
    const workflow::kind_registry forgetful({}, definitions::load_kind);
    here.store().write([&](unit_of_work& unit) {
        const auto kept = find_kind(unit, forgetful, "rad_pks", 1);
        CHECK(kept.hash == registry.find("rad_pks", 1)->hash);
        CHECK(kept.periods.size() == 3);
        CHECK_THROWS_AS(find_kind(unit, forgetful, "rad_p3aks", 1), std::out_of_range);
        CHECK(find_kind(unit, registry, "rad_p3aks", 1).name == "rad_p3aks");
        require_unchanged_kinds(unit, registry);

        const auto text = *registry.find("rad_pks", 1)->file + "\n";
        const auto changed = definitions::load_kind("rad_pks.json", text);
        CHECK_THROWS_AS(keep_kind(unit, changed), kind_changed);
        CHECK_THROWS_WITH(require_unchanged_kinds(unit, {{changed}, definitions::load_kind}),
                          Catch::Contains("restore it"));
    });
}

TEST_CASE("the newest version of a kind is the one for new plans")
{
    auto older = *built_in().newest("rad_pks");
    auto newer = older;
    newer.version = 2;
    const workflow::kind_registry registry({newer, older}, definitions::load_kind);
    CHECK(registry.newest("rad_pks")->version == 2);
    CHECK(registry.find("rad_pks", 1)->version == 1);
    CHECK(registry.find("rad_pks", 3) == nullptr);
    CHECK(registry.newest("other") == nullptr);
}
