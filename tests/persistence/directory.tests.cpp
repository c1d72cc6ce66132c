// Who is around a region on a day.
#include "persistence/nouns/directory.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using namespace std::chrono_literals;
using support::kind;

namespace {

std::vector<std::string> holders(support::world& here, const workflow::region& around,
                                 workflow::date day)
{
    return here.store().read([&](unit_of_work& unit) {
        std::vector<std::string> out;
        for (const auto& post : posts_around(unit, around, day)) out.push_back(post.user.id);
        return out;
    });
}

using names = std::vector<std::string>;

} // namespace

TEST_CASE("around a region stand its own posts and the secretariat above")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    CHECK(holders(here, support::province, support::some_day) ==
          names{"ani", "budi", "citra", "dewi"});
    CHECK(holders(here, support::district, support::some_day) == names{"ani", "fitri"});
    const auto posts = here.store().read([](unit_of_work& unit) {
        return posts_around(unit, support::province, support::some_day);
    });
    REQUIRE(posts.size() == 4);
    CHECK(posts[1].user.name == "Name of budi");
    CHECK(posts[1].agency == workflow::reference{"health", "Agency health"});
    CHECK(posts[1].region == support::province.code);
    CHECK(posts[2].agency.id.empty());
    CHECK_FALSE(posts[2].to);
}

TEST_CASE("a post holds from its first day to its last, and a disabled holder has none")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        support::add(unit, {"p-two", "hana", "sahli", "", "62", "2026-05-01", "2026-05-31"});
        unit.sql() << "UPDATE users SET disabled = 1 WHERE id = 'budi'";
    });
    const names without{"ani", "citra", "dewi"};
    const names with{"ani", "citra", "dewi", "hana"};
    CHECK(holders(here, support::province, 2026y / 4 / 30) == without);
    CHECK(holders(here, support::province, 2026y / 5 / 1) == with);
    CHECK(holders(here, support::province, 2026y / 5 / 31) == with);
    CHECK(holders(here, support::province, 2026y / 6 / 1) == without);
}

TEST_CASE("regions know what lies below, and agencies their names")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().read([](unit_of_work& unit) {
        CHECK(find_region(unit, "62.71")->name == "Kota Palangka Raya");
        CHECK_FALSE(find_region(unit, "99"));
        const auto provinces = regions_below(unit, "00");
        REQUIRE(provinces.size() == 2);
        CHECK(provinces[1].zone == "Asia/Jayapura");
        CHECK(regions_below(unit, "62").size() == 1);
        CHECK(agency_name(unit, "health") == "Agency health");
        CHECK(agency_name(unit, "nobody").empty());
    });
}
