// The ladder by example and by property: random calendars, deadlines and ladders in four zones.
#include "workflow/reminding/ladder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seed.hpp"
#include "workflow/things/world.hpp"
#include <algorithm>
#include <map>

using namespace workflow;
using namespace std::chrono;
using day_of = workflow::date;

namespace {

const std::vector<int> usual{-30, -14, -7, -3, -1, 1, 7};

const std::set<day_of> holidays_2026{2026y / 2 / 16, 2026y / 2 / 17, 2026y / 3 / 18, 2026y / 3 / 19,
                                     2026y / 3 / 20, 2026y / 3 / 23, 2026y / 3 / 24, 2026y / 4 / 3,
                                     2026y / 5 / 1,  2026y / 5 / 14, 2026y / 5 / 15};

struct world {
    calendar days;
    std::vector<int> ladder;
    open_item item;
};

world random_world(std::mt19937_64& random)
{
    const auto number = [&](int from, int to) {
        return std::uniform_int_distribution{from, to}(random);
    };
    const day_of first = 2026y / January / 1;
    std::set<day_of> off;
    for (int i = number(0, 60); i > 0; --i) off.insert(add_days(first, number(0, 400)));
    // Closures of many days in a row make steps fall together.
    for (int i = number(0, 14), at = number(0, 400); i > 0; --i)
        off.insert(add_days(first, at + i));
    const char* zones[]{"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/Berlin"};
    world world{{off, zones[random() % 4]}, {}, {}};
    for (int i = number(0, 8); i > 0; --i) {
        if (const int days = number(-40, 20); days != 0) world.ladder.push_back(days);
    }
    world.item = {.what = {.resource = "targets", .subject = "t1", .round = number(1, 3)},
                  .deadline = add_days(first, number(40, 360)),
                  .before = {"staff", "head"},
                  .after = {"head"},
                  .long_after = {"secretariat"}};
    return world;
}

open_item open_target(day_of deadline)
{
    return {.what = {.resource = "targets", .subject = "t1"},
            .deadline = deadline,
            .before = {"staff", "head"},
            .after = {"head"},
            .long_after = {"secretariat"}};
}

// What is sent when the ladder is looked at on every morning of it.
std::vector<reminder> all_steps(const open_item& item, const calendar& days,
                                const std::vector<int>& ladder)
{
    std::vector<reminder> reminders;
    for (const auto& step : steps_of(item.deadline, ladder, days)) {
        const auto owed = latest_step(item, days, ladder, step.at);
        reminders.insert(reminders.end(), owed.begin(), owed.end());
    }
    return reminders;
}

std::vector<std::string> lines_of(const std::vector<reminder>& reminders)
{
    std::vector<std::string> lines;
    for (const auto& reminder : reminders) {
        lines.push_back(reminder.what.rule + ' ' + reminder.recipient + ' ' +
                        rfc3339(reminder.due_instant));
    }
    return lines;
}

} // namespace

TEST_CASE("B04 of 2026: steps before move back from weekends and holidays, steps after forward")
{
    const calendar days{holidays_2026, "Asia/Jakarta"};
    std::vector<std::string> lines;
    for (const auto& step : steps_of(2026y / April / 30, usual, days)) {
        lines.push_back(rule_name(step.days) + ' ' + iso(step.day) +
                        (step.moved_from ? " from " + iso(*step.moved_from) : ""));
    }
    CHECK(lines == std::vector<std::string>{"H-30 2026-03-31", "H-14 2026-04-16", "H-7 2026-04-23",
                                            "H-3 2026-04-27", "H-1 2026-04-29",
                                            "H+1 2026-05-04 from 2026-05-01", "H+7 2026-05-07"});
}

TEST_CASE("before the deadline everybody who can act is told, then the head, then the secretariat")
{
    const calendar days{holidays_2026, "Asia/Makassar"};
    const auto lines = lines_of(all_steps(open_target(2026y / April / 30), days, {-1, 1, 7}));
    CHECK(lines == std::vector<std::string>{
                       "H-1 head 2026-04-28T23:30:00Z", "H-1 staff 2026-04-28T23:30:00Z",
                       "H+1 head 2026-05-03T23:30:00Z", "H+7 secretariat 2026-05-06T23:30:00Z"});
}

TEST_CASE("steps that fall on one day are one, named after the latest, and nobody is left out")
{
    const calendar days{holidays_2026, "Asia/Jakarta"};
    SECTION("three days off before a Monday")
    {
        const auto steps = steps_of(2026y / April / 6, {-3, -2, -1}, days);
        REQUIRE(steps.size() == 1);
        CHECK(steps[0].days == -1);
        CHECK(iso(steps[0].day) == "2026-04-02");
        CHECK(iso(*steps[0].moved_from) == "2026-04-05");
        CHECK(steps[0].merged == std::vector{-3, -2, -1});
    }
    SECTION("a week off after the deadline: head and secretariat in one step")
    {
        const auto lines = lines_of(all_steps(open_target(2026y / March / 17), days, {1, 7}));
        CHECK(lines == std::vector<std::string>{"H+7 head 2026-03-25T00:30:00Z",
                                                "H+7 secretariat 2026-03-25T00:30:00Z"});
    }
}

TEST_CASE("after a standstill only the latest of the missed steps is sent")
{
    const calendar days{holidays_2026, "Asia/Jakarta"};
    const auto item = open_target(2026y / April / 30);
    const auto at = [&](day_of day, int hour, int minute) {
        return lines_of(latest_step(item, days, usual, days.at(day, hour, minute)));
    };
    CHECK(at(2026y / March / 31, 7, 29).empty());
    CHECK(at(2026y / April / 28, 12, 0) ==
          std::vector<std::string>{"H-3 head 2026-04-27T00:30:00Z",
                                   "H-3 staff 2026-04-27T00:30:00Z"});
    CHECK(at(2026y / April / 29, 7, 30).front().starts_with("H-1"));
    CHECK(at(2026y / August / 1, 0, 0) ==
          std::vector<std::string>{"H+7 secretariat 2026-05-07T00:30:00Z"});
}

TEST_CASE("steps from before an item began to wait were never owed")
{
    const calendar days{holidays_2026, "Asia/Jakarta"};
    auto item = open_target(2026y / April / 30);
    item.since = days.at(2026y / April / 24, 9, 0);
    CHECK(latest_step(item, days, usual, days.at(2026y / April / 24, 10, 0)).empty());
    const auto all = all_steps(item, days, usual);
    REQUIRE_FALSE(all.empty());
    CHECK(all.front().what.rule == "H-3");
}

TEST_CASE("a new round, another deadline and another person have keys of their own; a holiday not")
{
    const auto key = [](const open_item& item, const calendar& days) {
        return all_steps(item, days, {-1}).front().what.key;
    };
    const calendar plain;
    const auto item = open_target(2026y / April / 30);
    auto next_round = item;
    next_round.what.round = 2;
    const auto later = open_target(2026y / May / 8);
    CHECK(key(item, plain) == "H-1|targets/t1|head|2026-04-30|1");
    CHECK(key(next_round, plain) != key(item, plain));
    CHECK(key(later, plain) != key(item, plain));
    CHECK(key(item, {{2026y / April / 29}, "Asia/Jakarta"}) == key(item, plain));
}

TEST_CASE("every step is on the working day nearest to its own day, on its side of the deadline")
{
    std::mt19937_64 random{tests::seed("ladder steps")};
    for (int run = 0; run < 3000; ++run) {
        const auto [days, ladder, item] = random_world(random);
        std::set<int> merged;
        std::optional<day_of> before;
        for (const auto& step : steps_of(item.deadline, ladder, days)) {
            INFO("run " << run << " deadline " << iso(item.deadline) << " day " << iso(step.day));
            REQUIRE((!before || *before < step.day));
            before = step.day;
            REQUIRE(days.is_working_day(step.day));
            REQUIRE(step.at == days.at(step.day, 7, 30));
            REQUIRE(step.days == *std::max_element(step.merged.begin(), step.merged.end()));
            const auto meant = add_days(item.deadline, step.days);
            REQUIRE(step.moved_from.value_or(step.day) == meant);
            for (int each : step.merged) {
                REQUIRE(merged.insert(each).second);
                const auto own = add_days(item.deadline, each);
                REQUIRE((each < 0 ? step.day <= own : step.day >= own));
                for (auto day = std::min(own, step.day); day <= std::max(own, step.day);
                     day = add_days(day, 1)) {
                    REQUIRE((day == step.day || !days.is_working_day(day)));
                }
            }
        }
        REQUIRE(merged == std::set<int>(ladder.begin(), ladder.end()));
    }
}

TEST_CASE("a reminder is known by a key of its own")
{
    std::mt19937_64 random{tests::seed("ladder keys")};
    for (int run = 0; run < 2000; ++run) {
        const auto [days, ladder, item] = random_world(random);
        INFO("run " << run);
        std::set<std::string> keys;
        for (const auto& reminder : all_steps(item, days, ladder))
            REQUIRE(keys.insert(reminder.what.key).second);
    }
}

TEST_CASE("scanning through a year tells exactly the ladder, with a standstill one step less often")
{
    std::mt19937_64 random{tests::seed("ladder scans")};
    for (int run = 0; run < 60; ++run) {
        const auto [days, ladder, item] = random_world(random);
        std::map<std::string, reminder> ledger;
        for (instant now = sys_days{2025y / November / 1}; now < sys_days{2027y / March / 1};
             now += hours{5}) {
            for (auto& owed : latest_step(item, days, ladder, now)) {
                ledger.emplace(owed.what.key, owed);
            }
        }
        const auto whole = all_steps(item, days, ladder);
        INFO("run " << run);
        REQUIRE(ledger.size() == whole.size());
        for (const auto& reminder : whole)
            REQUIRE(lines_of({ledger.at(reminder.what.key)}) == lines_of({reminder}));
    }
}

TEST_CASE("a digest leaves at 07:30 of the first working day that is not over yet")
{
    const calendar days{holidays_2026, "Asia/Jayapura"};
    const auto next = [&](day_of day, int hour, int minute) {
        return rfc3339(next_digest(days, days.at(day, hour, minute)));
    };
    CHECK(next(2026y / April / 2, 7, 30) == "2026-04-01T22:30:00Z");
    CHECK(next(2026y / April / 2, 7, 31) == "2026-04-05T22:30:00Z");
    CHECK(next(2026y / April / 4, 1, 0) == "2026-04-05T22:30:00Z");
}

TEST_CASE("a draft is due before the first period, or some working days after it began to wait")
{
    kind kind;
    kind.periods = {{"B04", {1, 1, 0}, {4, 30, 0}, 0, 15, 30}};
    const calendar days;
    const auto due = [&](day_of since, bool returned) {
        return iso(draft_due(kind, 2026, days, since, returned));
    };
    CHECK(due(2025y / November / 10, false) == "2025-12-31");
    CHECK(due(2026y / February / 2, false) == "2026-02-16");
    CHECK(due(2025y / November / 10, true) == "2025-11-17");
}
