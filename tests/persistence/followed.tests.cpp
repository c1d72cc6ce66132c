// Following what happens from outside: every event is told, in its plan's order, to whoever may
// read it, wherever one stopped and whenever it was committed.
#include "persistence/nouns/followed.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"
#include <latch>

using namespace persistence;
using support::kind;
using support::office;

namespace {

followed_events after(office& here, const std::string& who, const std::string& position,
                      std::size_t limit = 200, const followed_plans& of = {"62"})
{
    return here.store().read([&](unit_of_work& unit) {
        auto found = events_after(unit, office::person(who), of, position, limit);
        REQUIRE(found.has_value());
        return std::move(*found);
    });
}

using told = std::vector<std::pair<std::string, std::int64_t>>; // plan and seq

told told_in(const followed_events& found)
{
    told out;
    for (const followed_event& e : found.items) out.emplace_back(e.plan, e.event.seq);
    return out;
}

// All of a plan's history that they may read.
told history(office& here, const std::string& who, const std::string& plan)
{
    return here.store().read([&](unit_of_work& unit) {
        told out;
        const auto all = list_events(unit, office::person(who), {"plans", plan}, {200, {}});
        if (all)
            for (const workflow::event& e : all->items) out.emplace_back(plan, e.seq);
        return out;
    });
}

workflow::command_body because(const std::string& reason)
{
    workflow::command_body body;
    body.given = {"reason"};
    body.reason = reason;
    return body;
}

// A plan's making, written by an open transaction.
std::string make_plan(office& here, unit_of_work& unit, int year)
{
    const std::string id = here.new_id();
    workflow::plan head;
    head.id = id;
    head.kind = "rad_pks";
    head.region = "62";
    head.year = year;
    REQUIRE(insert_plan(unit, head, office::person("ani").user).has_value());
    auto worlds = here.store_in(unit);
    const auto fresh = worlds.load_plan(id, workflow::parts::whole);
    auto done = workflow::begin_plan(here.outside(), *fresh, office::person("ani"));
    worlds.save(*fresh, done);
    return id;
}

} // namespace

TEST_CASE("what happened is told once, in its order, from where one stopped")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto first = here.draft("62", 2026);
    const auto second = here.draft("62", 2027);
    here.submit(first);
    const told all = [&] {
        told both = history(here, "ani", first);
        for (const auto& each : history(here, "ani", second)) both.push_back(each);
        return both;
    }();
    const auto found = after(here, "ani", "");
    CHECK(told_in(found) == all);
    CHECK_FALSE(found.more);

    told in_pieces;
    std::string position;
    for (bool more = true; more;) {
        REQUIRE(in_pieces.size() < all.size());
        const auto piece = after(here, "ani", position, 1);
        CHECK(piece.items.size() == 1);
        for (const auto& each : told_in(piece)) in_pieces.push_back(each);
        position = piece.position;
        more = piece.more;
    }
    CHECK(in_pieces == all);
    CHECK(position == found.position);
    CHECK(after(here, "ani", position).items.empty());

    here.confirm_all(first);
    const auto fresh = after(here, "ani", position);
    CHECK(told_in(fresh).size() ==
          history(here, "ani", first).size() + history(here, "ani", second).size() - all.size());
    CHECK(after(here, "ani", "end").position == fresh.position);
    CHECK(after(here, "ani", "end").items.empty());
}

TEST_CASE("a region's events are told to whoever may read them")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    for (const auto* who : {"budi", "omar", "citra", "fitri", "hana", "dewi"}) {
        INFO(who);
        CHECK(after(here, who, "").items.empty());
    }
    here.submit(plan);
    for (const auto* who : {"ani", "budi", "omar", "citra", "tuti", "eka"}) {
        INFO(who);
        CHECK_FALSE(after(here, who, "").items.empty());
        CHECK(told_in(after(here, who, "")) == history(here, who, plan));
        CHECK(after(here, who, "", 200, {"62.71"}).items.empty());
    }
    for (const auto* who : {"fitri", "hana", "dewi", "gita"}) {
        INFO(who);
        const auto told = after(here, who, "");
        CHECK(told.items.empty());
        CHECK_FALSE(told.more);
        CHECK(told.position.find('.') == told.position.npos); // nor that there is a plan
        CHECK(after(here, who, "end").position == told.position);
    }
    CHECK(after(here, "ani", "", 200, {"62", "rad_p3aks"}).items.empty());
    CHECK(after(here, "ani", "", 200, {"62", "", 2027}).items.empty());
    CHECK_FALSE(after(here, "ani", "", 200, {"62", "rad_pks", 2026}).items.empty());
}

TEST_CASE("what was hidden when it happened is told once it is shown")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    auto position = after(here, "tuti", "").position;
    REQUIRE(here.give("ani", {"plans", plan}, "amend").has_value());
    const auto hidden = after(here, "tuti", position);
    CHECK(hidden.items.empty());
    position = hidden.position;
    REQUIRE(here.give("ani", {"plans", plan}, "submit").has_value());
    std::set<std::int64_t> seqs;
    for (const auto& [of, seq] : told_in(after(here, "tuti", position))) seqs.insert(seq);
    std::set<std::int64_t> all;
    for (const auto& [of, seq] : history(here, "tuti", plan)) all.insert(seq);
    CHECK(seqs == all);
}

TEST_CASE("other posts, or another question, begin anew")
{
    office here(kind::sqlite_memory);
    const auto plan = here.draft();
    here.submit(plan);
    const auto of_ani = after(here, "ani", "").position;
    CHECK(after(here, "ani", of_ani).items.empty());
    CHECK(told_in(after(here, "budi", of_ani)) == history(here, "budi", plan));
    CHECK(told_in(after(here, "ani", of_ani, 200, {"62", "rad_pks"})) ==
          history(here, "ani", plan));
}

TEST_CASE("a text that was no position is refused")
{
    office here(kind::sqlite_memory);
    here.draft();
    const auto good = after(here, "ani", "").position;
    for (const std::string& bad :
         {std::string("1"), std::string("zzzzzzzz"), good + ".", good + "x!", good + ".123",
          good.substr(0, 12), std::string("........"), good + "." + std::string(16, 'a') + "-1"}) {
        INFO(bad);
        here.store().read([&](unit_of_work& unit) {
            const auto found = events_after(unit, office::person("ani"), {"62"}, bad, 10);
            REQUIRE(found.has_error());
            CHECK(found.error().code == workflow::errc::malformed);
        });
    }
}

TEST_CASE("more plans than a position can name are not read")
{
    office here(kind::sqlite_memory);
    here.store().write([&](unit_of_work& unit) {
        for (int i = 0; i < static_cast<int>(followed_plans_max); ++i)
            make_plan(here, unit, 2001 + i);
    });
    CHECK_FALSE(after(here, "ani", "", 1).too_many_plans);
    const auto end = after(here, "ani", "end").position;
    CHECK(end.size() < 1900); // an address holds 2048 octets
    here.store().write([&](unit_of_work& unit) { make_plan(here, unit, 2000); });
    CHECK(after(here, "ani", "", 1).too_many_plans);
    CHECK_FALSE(after(here, "ani", "", 1, {"62", "", 2026}).too_many_plans);
}

// Two transactions side by side: what began first is committed last.
TEST_CASE("what commits late is not passed over")
{
    office here(kind::mariadb);
    const auto slow = here.draft("62", 2026);
    const auto quick = here.draft("62", 2027);
    auto position = after(here, "ani", "").position;

    std::latch written{1};
    std::latch read{1};
    std::string late;
    std::jthread writer([&] {
        here.store().write([&](unit_of_work& unit) {
            auto worlds = here.store_in(unit);
            const auto before =
                worlds.load(office::person("ani"), {"plans", slow}, workflow::parts::whole);
            auto done = workflow::step(here.outside(), *before, {"plans", slow},
                                       {"cancel", because("Batal"), {}}, office::person("ani"));
            worlds.save(*before, *done);
            late = make_plan(here, unit, 2028);
            written.count_down();
            read.wait();
        });
    });
    written.wait();
    REQUIRE(here.give("ani", {"plans", quick}, "cancel", because("Batal")).has_value());
    const auto early = after(here, "ani", position);
    read.count_down();
    writer.join();
    for (const auto& [plan, seq] : told_in(early)) CHECK(plan == quick);
    CHECK_FALSE(early.items.empty());
    std::set<std::string> told_late;
    for (const auto& [plan, seq] : told_in(after(here, "ani", early.position)))
        told_late.insert(plan);
    CHECK(told_late == std::set<std::string>{slow, late});
}
