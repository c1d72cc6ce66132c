// Who reads which messages, and how much of them.
#include "persistence/nouns/ledger.hpp"
#include "persistence/nouns/notices.hpp"
#include "persistence/nouns/principals.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;

namespace {

// A message is found by the plans of a region, so each that is told of is there.
void add_plan(unit_of_work& unit, const workflow::region& place)
{
    unit.sql() << "INSERT INTO plans(id, version, kind, kind_version, region, parent_region, year, "
                  "title, registered, created_by, created_by_name, created_at) VALUES ('plan-"
               << place.code << "', 1, 'rad_pks', 1, '" << place.code
               << "', '', 2026, '', 0, 'ani', '', 0)";
}

void tell(unit_of_work& unit, const workflow::region& place, const std::string& recipient)
{
    workflow::world w;
    w.head.id = "plan-" + place.code;
    w.head.title = "Title of " + place.code;
    w.place = place;
    w.now = unit.now();
    workflow::notice n;
    n.name = "plan_adopted";
    n.resource = "plans";
    n.subject = w.head.id;
    n.recipient.id = recipient;
    n.waits = true;
    store_notices(unit, w, {n}, std::vector<workflow::event>(1));
}

std::vector<message_seen> read_as(unit_of_work& unit, const std::string& reader,
                                  const message_filter& asked = {})
{
    const auto who = load_principal(unit, reader, support::some_day).value();
    std::vector<message_seen> out;
    page_request wanted{.limit = 1};
    do {
        auto got = list_messages(unit, who, asked, wanted);
        REQUIRE(got.has_value());
        for (auto& one : got->items) out.push_back(std::move(one));
        wanted.cursor = got->next;
    } while (!wanted.cursor.empty());
    return out;
}

} // namespace

TEST_CASE("messages are read by their recipients, and by region without what is not theirs")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        add_plan(unit, support::province);
        add_plan(unit, support::district);
        tell(unit, support::province, "budi");
        tell(unit, support::district, "budi"); // joins the same digest
        tell(unit, support::district, "fitri");
        unit.sql() << "UPDATE messages SET subject = 'Title of 62'";
    });
    here.store().read([](unit_of_work& unit) {
        const auto own = read_as(unit, "budi");
        REQUIRE(own.size() == 1);
        CHECK(own[0].items.size() == 2);
        CHECK(own[0].items[0].title == "Title of 62");
        CHECK(own[0].addresses == std::vector<std::string>{"budi@example.org"});

        const auto secretariat = read_as(unit, "ani");
        REQUIRE(secretariat.size() == 1);
        REQUIRE(secretariat[0].items.size() == 1);
        CHECK(secretariat[0].items[0].title == "Title of 62");

        const auto administrator = read_as(unit, "dewi");
        REQUIRE(administrator.size() == 2);
        for (const auto& message : administrator) {
            CHECK(message.subject.empty());
            for (const auto& item : message.items) CHECK(item.title.empty());
        }
        CHECK(read_as(unit, "hana").empty());
        CHECK(read_as(unit, "eka").empty());
        CHECK(read_as(unit, "dewi", {.user = "fitri"}).size() == 1);
        CHECK(read_as(unit, "dewi", {.plan = "plan-62"}).size() == 1);
        CHECK(read_as(unit, "fitri", {.plan = "plan-62"}).empty());
        CHECK(read_as(unit, "dewi", {.user = "ani"}).empty());
    });
}
