// What a clock that was 400 days ahead has left in the tables, after it is right again.
#include "persistence/nouns/wrong_times.hpp"
#include "persistence/nouns/message_rows.hpp"
#include "persistence/nouns/outbox.hpp"
#include "persistence/sql/idempotency.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using namespace std::chrono_literals;
using support::kind;

namespace {

constexpr std::int64_t now = 1'777'000'000;
constexpr std::int64_t ahead = now + 400 * 86'400;

void notice_of(unit_of_work& unit, const std::string& rule, const std::string& key)
{
    insert_notice(unit,
                  {.key = key,
                   .rule = rule,
                   .resource = "targets",
                   .subject = "t",
                   .post = {"agency_head", "Agency health"},
                   .plan = "p",
                   .region = support::province,
                   .title = "Judul"},
                  {join_message(unit, "message " + key, "budi", "Asia/Jakarta"), "budi"});
}

// Claimed by somebody and given up for a while, at the wrong time.
void fail_all(unit_of_work& unit)
{
    for (const claim& c : claim_due(unit, {"one", 120s, 20})) {
        mark_attempt(unit, c, {"s", "b", "h", 120s});
        mark_temporary(unit, c, unit.now() + 4h, "busy");
    }
}

std::vector<std::string> due_now(support::world& here)
{
    std::vector<std::string> out;
    here.store().write([&](unit_of_work& unit) {
        amend_wrong_times(unit);
        out.clear();
        for (const claim& c : claim_due(unit, {"two", 120s, 20})) out.push_back(c.id);
    });
    return out;
}

} // namespace

TEST_CASE("what was decided under a clock that was ahead is told now, its reminders in their time")
{
    support::world here(GENERATE(kind::sqlite_memory, kind::mariadb));
    support::fill_directory(here.store());
    here.set_clock(ahead);
    here.store().write([](unit_of_work& unit) {
        notice_of(unit, "target_returned", "decided");
        notice_of(unit, "H+7", "reminded");
    });
    here.set_clock(now + 60);
    CHECK(due_now(here).size() == 1);
    CHECK(here.count("SELECT COUNT(*) FROM notices WHERE unique_key = 'decided'") == 1);
    CHECK(here.count("SELECT COUNT(*) FROM notices WHERE unique_key = 'reminded'") == 0);
    CHECK(here.count("SELECT COUNT(*) FROM messages") == 1);
}

TEST_CASE("a message that waits for another try, or is being sent, waits for no wrong clock")
{
    support::world here(GENERATE(kind::sqlite_memory, kind::mariadb));
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) { notice_of(unit, "target_returned", "tried"); });
    here.set_clock(ahead);
    here.store().write(fail_all);
    here.store().write([](unit_of_work& unit) {
        notice_of(unit, "H-7", "held");
        CHECK(claim_due(unit, {"one", 120s, 20}).size() == 1);
    });
    here.set_clock(now + 60);
    CHECK(due_now(here).size() == 2);
}

TEST_CASE("what waits by a clock that is right goes on waiting")
{
    support::world here(GENERATE(kind::sqlite_memory, kind::mariadb));
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        notice_of(unit, "target_returned", "tried");
        fail_all(unit);
    });
    CHECK(due_now(here).empty());
    CHECK(here.count("SELECT COUNT(*) FROM messages WHERE next_attempt > 1777000000000000") == 1);
}

TEST_CASE("an answer that was kept by a clock that was ahead is kept for seven days from now")
{
    support::world here(GENERATE(kind::sqlite_memory, kind::mariadb));
    here.set_clock(ahead);
    const run_key key{"budi", "key", "digest"};
    here.store().write([&](unit_of_work& unit) { store_answer(unit, key, {200, {}, "yes"}); });
    const auto is_kept = [&] {
        return here.store().read(
            [&](unit_of_work& unit) { return find_answer(unit, key)->has_value(); });
    };
    here.set_clock(now);
    due_now(here);
    CHECK(is_kept());
    here.set_clock(now + 7 * 86'400);
    CHECK_FALSE(is_kept());
}
