// Statements that are run again: with other values, from within themselves, after an error.
#include "persistence/sql/prepared.hpp"
#include "persistence/sql/statement.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"
#include <cstdint>

using namespace persistence;
using support::kind;

namespace {

constexpr auto insert_thing = "INSERT INTO things(id, name, note) VALUES (:id, :name, :note)";
constexpr auto select_things = "SELECT id, name, note FROM things WHERE id >= :id ORDER BY id";

void make_things(support::world& here)
{
    here.execute("CREATE TABLE things (id BIGINT PRIMARY KEY, name VARCHAR(20), note MEDIUMTEXT)");
}

std::vector<std::string> told(unit_of_work& unit, int from)
{
    std::vector<std::string> out;
    unit.prepared().each(select_things, {from}, [&](const soci::row& row) {
        out.push_back(std::to_string(number(row, 0)) + " " + text(row, 1) + " " +
                      optional_text(row, 2).value_or("NULL"));
    });
    return out;
}

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("a statement that runs again takes the new values and gives the new rows")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    make_things(here);
    here.store().write([](unit_of_work& unit) {
        CHECK(told(unit, 0).empty()); // what a column holds is learnt before it holds anything
        auto& run = unit.prepared();
        CHECK(run.change(insert_thing, {1, "one", value::null()}) == 1);
        CHECK(told(unit, 0) == lines{"1 one NULL"});
        CHECK(run.change(insert_thing, {2, std::string(2'000, 'x').substr(0, 20), "long"}) == 1);
        CHECK(run.change(insert_thing, {3, "", ""}) == 1);
        CHECK(told(unit, 0) == lines{"1 one NULL", "2 xxxxxxxxxxxxxxxxxxxx long", "3  "});
        CHECK(told(unit, 3) == lines{"3  "});
        CHECK(told(unit, 4).empty());
        CHECK(run.change("UPDATE things SET note = :note", {"same"}) == 3);
    });
    here.store().write([](unit_of_work& unit) { CHECK(told(unit, 3) == lines{"3  same"}); });
}

namespace {

std::int64_t asked_of_mariadb(unit_of_work& unit, const std::string& what)
{
    std::int64_t out{};
    unit.prepared().each("SHOW SESSION STATUS LIKE '" + what + "'", {},
                         [&](const soci::row& row) { out = std::stoll(text(row, 1)); });
    return out;
}

} // namespace

TEST_CASE("on MariaDB statements go by SOCI alone: the server is asked to prepare none")
{
    support::world here(kind::mariadb);
    make_things(here);
    here.store().write([](unit_of_work& unit) {
        const auto asked = asked_of_mariadb(unit, "Questions");
        for (const int id : {1, 2, 3}) unit.prepared().change(insert_thing, {id, "x", "y"});
        CHECK(asked_of_mariadb(unit, "Questions") == asked + 3 + 1);
        CHECK(asked_of_mariadb(unit, "Com_insert") == 3);
        for (const auto* what : {"prepare", "execute"}) {
            CHECK(asked_of_mariadb(unit, std::string("Com_stmt_") + what) == 0);
            CHECK(asked_of_mariadb(unit, std::string("Com_") + what + "_sql") == 0);
        }
    });
}

TEST_CASE("a prepared statement reads back what was written, of whatever kind and length")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    here.execute("CREATE TABLE cells (id BIGINT PRIMARY KEY, small INT, part DOUBLE, "
                 "short_text VARCHAR(20), long_text MEDIUMTEXT)");
    const std::string with_zero("a\0b", 3);
    const std::string most_letters(300'000, 'x');
    const auto insert = "INSERT INTO cells(id, small, part, short_text, long_text) VALUES "
                        "(:id, :small, 0.5 * :doubled, :short, :long)";
    here.store().write([&](unit_of_work& unit) {
        auto& run = unit.prepared();
        run.change(insert, {INT64_MAX, -7, 5, "", most_letters});
        run.change(insert, {INT64_MIN, value::null(), value::null(), value::null(), with_zero});
    });
    here.store().read([&](unit_of_work& unit) {
        int seen = 0;
        const auto look = [&](const soci::row& row) {
            const bool last = seen++ % 2 == 1;
            CHECK(number(row, 0) == (last ? INT64_MAX : INT64_MIN));
            CHECK(optional_number(row, 1) ==
                  (last ? std::optional<std::int64_t>(-7) : std::nullopt));
            CHECK(optional_real(row, 2) == (last ? std::optional(2.5) : std::nullopt));
            CHECK(optional_text(row, 3) == (last ? std::optional<std::string>("") : std::nullopt));
            CHECK((text(row, 4) == (last ? most_letters : with_zero)));
        };
        for (const int from : {0, 0, 1}) // the shorter after the longer, and after none
            unit.prepared().each("SELECT id, small, part, short_text, long_text FROM cells "
                                 "WHERE id <> :from ORDER BY id",
                                 {from}, look);
        CHECK(seen == 6);
        unit.prepared().each("SELECT COUNT(*), SUM(small), MAX(short_text) FROM cells WHERE "
                             "id <> :from",
                             {0}, [&](const soci::row& row) {
                                 CHECK(number(row, 0) == 2);
                                 CHECK(number(row, 1) == -7);
                                 CHECK(text(row, 2).empty());
                             });
    });
}

TEST_CASE("what stands between quotes is no name, and values hold any character")
{
    support::world here(GENERATE(kind::sqlite_memory, kind::mariadb));
    make_things(here);
    const std::string odd = "a'b\\c:d?\"\n";
    here.store().write([&](unit_of_work& unit) {
        unit.prepared().change(insert_thing, {1, odd, ":id ?"});
        lines found;
        unit.prepared().each("SELECT name, ':id ?' FROM things WHERE note = ':id ?' AND id = :id",
                             {1}, [&](const soci::row& row) {
                                 found = {text(row, 0), text(row, 1)};
                             });
        CHECK(found == lines{odd, ":id ?"});
    });
}

TEST_CASE("one text with a number and with a text for the same name is two statements")
{
    support::world here(kind::sqlite_memory);
    here.store().write([](unit_of_work& unit) {
        const auto asked = [&](value v) {
            std::string out;
            unit.prepared().each("SELECT typeof(:v)", {std::move(v)},
                                 [&](const soci::row& row) { out = text(row, 0); });
            return out;
        };
        CHECK(asked(7) == "integer");
        CHECK(asked("7") == "text");
        CHECK(asked(value::null()) == "null");
        CHECK(asked(8) == "integer");
    });
}

TEST_CASE("a visitor may run the statement that it is visiting")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    make_things(here);
    here.store().write([](unit_of_work& unit) {
        for (int id : {1, 2, 3}) unit.prepared().change(insert_thing, {id, "x", value::null()});
        std::string seen;
        unit.prepared().each(select_things, {1}, [&](const soci::row& row) {
            const auto id = number(row, 0);
            seen += std::to_string(id) + ":" +
                    std::to_string(told(unit, static_cast<int>(id)).size()) + " ";
        });
        CHECK(seen == "1:3 2:2 3:1 ");
    });
}

TEST_CASE("a statement that failed, or whose visitor did, leaves nothing behind it")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    make_things(here);
    here.store().write([](unit_of_work& unit) {
        for (int id : {1, 2, 3}) unit.prepared().change(insert_thing, {id, "x", value::null()});
        CHECK_THROWS(unit.prepared().change(insert_thing, {1, "again", value::null()}));
        CHECK_THROWS_AS(unit.prepared().each(select_things, {1}, [](const soci::row&) { throw 7; }),
                        int);
        CHECK(unit.prepared().change(insert_thing, {4, "x", value::null()}) == 1);
    });
    // Where a statement were still in the middle of its rows, this could not be dropped.
    here.execute("DROP TABLE things");
    make_things(here);
    here.store().write([](unit_of_work& unit) {
        CHECK(told(unit, 0).empty());
        CHECK(unit.prepared().change(insert_thing, {1, "new", value::null()}) == 1);
        CHECK(told(unit, 0) == lines{"1 new NULL"});
    });
}

TEST_CASE("more texts than are kept at once still run, also from within each other")
{
    support::world here(kind::sqlite_file);
    make_things(here);
    here.store().write([](unit_of_work& unit) {
        for (int id : {1, 2}) unit.prepared().change(insert_thing, {id, "x", value::null()});
        unit.prepared().each(select_things, {1}, [&](const soci::row&) {
            for (std::size_t i = 0; i <= prepared_max; ++i)
                unit.prepared().each("SELECT " + std::to_string(i), {}, [](const soci::row&) {});
        });
        CHECK(told(unit, 1).size() == 2);
        const auto longer = "SELECT '" + std::string(prepared_text_max, 'y') + "'";
        for (int i = 0; i < 2; ++i) {
            std::size_t size = 0;
            unit.prepared().each(longer, {},
                                 [&](const soci::row& row) { size = text(row, 0).size(); });
            CHECK(size == prepared_text_max);
        }
    });
}
