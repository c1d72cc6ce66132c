// Agencies, days off and moved periods: kept by administrators, by version.
#include "persistence/nouns/agencies.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/holidays.hpp"
#include "persistence/nouns/periods.hpp"
#include "persistence/nouns/principals.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using namespace std::chrono_literals;
using support::kind;
using workflow::errc;

namespace {

workflow::principal as(unit_of_work& unit, const std::string& user)
{
    return load_principal(unit, user, support::some_day).value();
}

template <class T> errc code_of(const workflow::result<T>& r)
{
    REQUIRE_FALSE(r.has_value());
    return r.error().code;
}

workflow::new_agency agency_named(const std::string& name)
{
    return {.id = "new",
            .region = "62",
            .name = name,
            .short_name = "New",
            .kind = "opd",
            .valid_from = support::some_day};
}

const std::vector<workflow::holiday> two_days{
    {.day = 2026y / 8 / 17, .kind = "national", .name = "Kemerdekaan"},
    {.day = 2026y / 12 / 24, .kind = "joint_leave", .name = "Natal"}};

} // namespace

TEST_CASE("an agency is made once under its name and changes by version")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        const auto dewi = as(unit, "dewi");
        CHECK(code_of(create_agency(unit, as(unit, "ani"), agency_named("A"))) == errc::forbidden);
        CHECK(code_of(create_agency(unit, dewi, agency_named(" "))) == errc::invalid);
        CHECK(code_of(create_agency(unit, dewi, agency_named("Agency health"))) == errc::conflict);
        REQUIRE(create_agency(unit, dewi, agency_named("Dinas Baru")).has_value());
        const auto changed = change_agency(
            unit, dewi, "new",
            {.short_name = "DB", .valid_to = 2026y / 12 / 31, .successor = "health"}, 1);
        REQUIRE(changed.has_value());
        CHECK(changed->version == 2);
        CHECK(changed->name == "Dinas Baru");
        CHECK(changed->short_name == "DB");
        CHECK(changed->valid_to == 2026y / 12 / 31);
        CHECK(changed->successor == "health");
        CHECK(code_of(change_agency(unit, dewi, "new", {.kind = "forum"}, 1)) == errc::stale);
        CHECK(code_of(change_agency(unit, dewi, "new", {.kind = "x"}, 2)) == errc::invalid);
        CHECK(code_of(change_agency(unit, dewi, "new", {.successor = "x"}, 2)) == errc::invalid);
        CHECK(code_of(change_agency(unit, dewi, "new", {.valid_to = 2020y / 1 / 1}, 2)) ==
              errc::invalid);
        CHECK(code_of(change_agency(unit, dewi, "nothing", {}, 1)) == errc::not_found);
        CHECK(agencies_of(unit, "62").size() == 3);
    });
}

TEST_CASE("pages of agencies hold everything once, in order")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().read([](unit_of_work& unit) {
        std::vector<std::string> seen;
        page_request asked{.limit = 1};
        do {
            const auto got = list_agencies(unit, "", asked);
            REQUIRE(got.has_value());
            REQUIRE(got->items.size() == 1);
            seen.push_back(got->items[0].id);
            asked.cursor = got->next;
        } while (!asked.cursor.empty());
        CHECK(seen == std::vector<std::string>{"health", "kesbang", "kesbang-kota"});
        CHECK(list_agencies(unit, "62", {})->items.size() == 2);
    });
}

TEST_CASE("a year's days off are replaced whole, by version, by who keeps the region")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        const auto gita = as(unit, "gita");
        CHECK(get_holidays(unit, 2026, "").version == 1);
        CHECK(code_of(put_holidays(unit, as(unit, "dewi"), {2026, "", two_days, 1})) ==
              errc::forbidden);
        const auto put = put_holidays(unit, gita, {2026, "", two_days, 1});
        REQUIRE(put.has_value());
        CHECK(put->version == 2);
        CHECK(put->items == two_days);
        CHECK(code_of(put_holidays(unit, gita, {2026, "", {}, 1})) == errc::stale);
        CHECK(put_holidays(unit, gita, {2026, "", {two_days[0]}, 2})->items.size() == 1);
        CHECK(get_holidays(unit, 2027, "").version == 1);
        const std::vector<workflow::holiday> own{
            {.day = 2026y / 5 / 23, .kind = "regional", .name = "HUT Kalteng"}};
        CHECK(put_holidays(unit, as(unit, "dewi"), {2026, "62", own, 1})->version == 2);
        CHECK_FALSE(calendar_for(unit, support::district, 2026).is_working_day(2026y / 8 / 17));
        CHECK(code_of(put_holidays(unit, gita, {2026, "99", own, 1})) == errc::not_found);
        CHECK_FALSE(seed_holidays(unit, 2026, two_days));
        CHECK(seed_holidays(unit, 2028, {}));
    });
}

TEST_CASE("days off that cannot be are refused")
{
    support::world here(kind::sqlite_memory);
    support::fill_directory(here.store());
    const std::vector<std::vector<workflow::holiday>> lists{
        {{.day = 2027y / 1 / 1, .kind = "national", .name = "x"}},
        {{.day = 2026y / 1 / 1, .kind = "regional", .name = "x"}},
        {{.day = 2026y / 1 / 1, .kind = "national", .name = ""}},
        {two_days[0], two_days[0]}};
    here.store().write([&](unit_of_work& unit) {
        for (const auto& items : lists)
            CHECK(code_of(put_holidays(unit, as(unit, "gita"), {2026, "", items, 1})) ==
                  errc::invalid);
        CHECK(code_of(put_holidays(unit, as(unit, "gita"), {2026, "62", two_days, 1})) ==
              errc::invalid);
    });
}

TEST_CASE("moved periods are replaced whole, by version, and the others follow the kind")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    const auto rules = definitions::built_in_kinds().back();
    here.store().write([&](unit_of_work& unit) {
        const auto dewi = as(unit, "dewi");
        auto moved = get_periods(unit, rules, support::province, 2026).items[0];
        moved.cut_off = 2026y / 5 / 4;
        const auto put = [&](const std::vector<workflow::period>& items, std::int64_t version) {
            return put_periods(unit, dewi, rules, support::province, {2026, items, version});
        };
        const auto done = put({moved}, 1);
        REQUIRE(done.has_value());
        CHECK(done->version == 2);
        CHECK(done->items.size() == 3);
        CHECK(done->items[0] == moved);
        CHECK(code_of(put({}, 1)) == errc::stale);
        CHECK(code_of(put({moved, moved}, 2)) == errc::invalid);
        auto unknown = moved;
        unknown.code = "B99";
        CHECK(code_of(put({unknown}, 2)) == errc::invalid);
        auto disordered = moved;
        disordered.lock = disordered.from;
        CHECK(code_of(put({disordered}, 2)) == errc::invalid);
        CHECK(put({}, 2)->items[0].cut_off == 2026y / 4 / 30);
        CHECK(code_of(put_periods(unit, as(unit, "ani"), rules, support::province,
                                  {2026, {}, 3})) == errc::forbidden);
    });
}
