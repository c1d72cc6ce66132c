// Steps of the ladder whose morning was missed, and deadlines that move: what is told late, what is
// told at once, and that the rehearsal foretells exactly what is sent.
#include "api/clerks/rehearsal.hpp"
#include "persistence/nouns/year_ledger.hpp"
#include "tests/api/support/mail_desk.hpp"
#include "tests/support/seed.hpp"

using namespace std::chrono_literals;
using support::in_jakarta;
using support::mail_desk;
using support::recipients_of;
using names = std::multiset<std::string>;
using lines = std::multiset<std::string>;

namespace {

struct year {
    year()
    {
        desk.set_clock(2026y / 1 / 1, 9, 0);
        plan = here.in_force();
        here.here().execute("INSERT INTO holidays(region, day, kind, name) VALUES "
                            "('', '2026-05-01', 'national', 'A')");
        desk.work_at(2026y / 1 / 1, 9, 5);
    }

    void move(const std::string& period, workflow::date cut_off)
    {
        const auto day = workflow::iso(cut_off);
        const bool first = period == "B04";
        here.here().execute("DELETE FROM period_overrides WHERE code = '" + period + "'");
        here.here().execute(
            "INSERT INTO period_overrides(region, kind, year, code, from_day, to_day, cut_off, "
            "due, lock_day) VALUES ('62', 'rad_pks', 2026, '" +
            period + "', '" + (first ? "2026-01-01" : "2026-05-01") + "', '" +
            (first ? "2026-04-30" : "2026-08-31") + "', '" + day + "', '" +
            workflow::iso(workflow::add_days(cut_off, 15)) + "', '" +
            workflow::iso(workflow::add_days(cut_off, 20)) + "')");
    }

    support::office here{support::kind::sqlite_memory};
    mail_desk desk{here};
    std::string plan;
};

std::string line_of(const persistence::message_seen& m, const workflow::told& item)
{
    return workflow::rfc3339(m.due) + ' ' + m.to.id + ' ' + item.rule + ' ' + item.resource + '/' +
           item.subject + " due " + (item.due ? workflow::iso(*item.due) : "-") + " as " +
           item.post.role + " of " + item.post.of;
}

// Messages that leave from `from` on and before `end`.
lines between(const std::vector<persistence::message_seen>& messages, workflow::instant from,
              workflow::instant end)
{
    lines out;
    for (const auto& m : messages)
        if (m.due >= from && m.due < end)
            for (const auto& item : m.items) out.insert(line_of(m, item));
    return out;
}

lines foretold(year& y, workflow::instant from, workflow::instant end)
{
    return y.here.store().read([&](persistence::unit_of_work& unit) {
        return between(api::rehearse(unit, y.here.kinds(), definitions::catalog(),
                                     {.year = 2026, .region = "62"})
                           .messages,
                       from, end);
    });
}

// What has left, and nothing of it may be waiting.
lines sent(year& y, workflow::instant from, workflow::instant end)
{
    return y.here.store().read([&](persistence::unit_of_work& unit) {
        std::vector<persistence::message_seen> out;
        for (auto& m : persistence::messages_between(unit, {"62"}, from, end)) {
            CHECK(m.seen.state == "sent");
            out.push_back(std::move(m.seen));
        }
        return between(out, from, end);
    });
}

// Every moment at which something may happen, from one instant to another.
void work(mail_desk& desk, workflow::instant from, workflow::instant end)
{
    const workflow::calendar days({}, "Asia/Jakarta");
    for (auto day = days.today(from); days.at(day, 0, 0) < end; day = workflow::add_days(day, 1))
        for (const auto& [hour, minute] :
             {std::pair{0, 0}, {0, 1}, {0, 5}, {7, 25}, {7, 31}, {16, 0}})
            if (const auto at = days.at(day, hour, minute); at > from && at < end) {
                desk.set_clock(at);
                desk.clockwork.tick();
                desk.send_now();
            }
}

} // namespace

TEST_CASE("a server that comes back on the last day reminds at once: the next morning is too late")
{
    year y;
    work(y.desk, in_jakarta(2026y / 4 / 13, 0, 0), in_jakarta(2026y / 4 / 23, 9, 0));
    y.desk.tick_at(2026y / 4 / 30, 8, 0); // away since the 23rd
    const auto mails = support::but_to("ani", y.desk.send_at(2026y / 4 / 30, 8, 1));
    REQUIRE(recipients_of(mails) == names{"budi", "rina", "sari"});
    for (const auto& mail : mails) {
        CHECK(mail.subject.find("hari ini") != std::string::npos);
        CHECK(mail.text.find("Tenggat: Kamis, 30 April 2026 pukul 24.00 WIB (hari ini)") !=
              std::string::npos);
    }
    CHECK(y.here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name = 'H-1'") == 3);
    work(y.desk, in_jakarta(2026y / 4 / 30, 8, 1), in_jakarta(2026y / 5 / 4, 9, 0));
    CHECK(y.here.here().count(
              "SELECT COUNT(*) FROM notices WHERE rule_name = 'H-1' AND "
              "due_instant > " +
              std::to_string(workflow::microseconds_of(in_jakarta(2026y / 4 / 30, 9, 0)))) == 0);
}

TEST_CASE("a missed step that the next morning still tells in time waits for it")
{
    year y;
    y.desk.tick_at(2026y / 4 / 28, 8, 0); // H-3 was yesterday
    CHECK(y.desk.send_at(2026y / 4 / 28, 9, 0).empty());
    const auto mails = support::but_to("ani", y.desk.work_at(2026y / 4 / 29, 7, 31));
    CHECK(recipients_of(mails) == names{"budi", "rina", "sari"});
    CHECK(y.here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name = 'H-1' AND "
                              "dropped = ''") == 3);
}

TEST_CASE("a cut-off moved to today is told today, though today's digest has left")
{
    year y;
    work(y.desk, in_jakarta(2026y / 4 / 20, 0, 0), in_jakarta(2026y / 4 / 24, 10, 0));
    y.move("B04", 2026y / 4 / 24);
    y.desk.tick_at(2026y / 4 / 24, 10, 0);
    const auto mails = support::but_to("ani", y.desk.send_at(2026y / 4 / 24, 10, 1));
    REQUIRE(recipients_of(mails) == names{"budi", "rina", "sari"});
    CHECK(mails.at(0).text.find("Jumat, 24 April 2026 pukul 24.00 WIB (hari ini)") !=
          std::string::npos);
}

TEST_CASE("of two steps of a moved cut-off that meet in one digest the rehearsal foretells the one "
          "that is sent")
{
    year y;
    work(y.desk, in_jakarta(2026y / 4 / 20, 0, 0), in_jakarta(2026y / 4 / 23, 10, 0));
    y.move("B04", 2026y / 5 / 8); // H-30 was two weeks ago, H-14 is tomorrow
    const auto from = in_jakarta(2026y / 4 / 23, 10, 0), end = in_jakarta(2026y / 4 / 25, 0, 0);
    const auto meant = foretold(y, from, end);
    lines of_targets = meant;
    std::erase_if(of_targets, [](const auto& line) { return line.find(" targets/") == line.npos; });
    CHECK(of_targets.size() == 3);
    for (const auto& line : of_targets) CHECK(line.find(" H-14 ") != std::string::npos);
    work(y.desk, from - 1min, end);
    CHECK(sent(y, from, end) == meant);
}

TEST_CASE("a deadline that moves while a notice waits is foretold as it will be told")
{
    year y;
    work(y.desk, in_jakarta(2026y / 4 / 29, 0, 0), in_jakarta(2026y / 5 / 2, 10, 0));
    y.move("B08", 2026y / 5 / 31); // B08 has opened on a holiday: everybody is told on Monday
    const auto from = in_jakarta(2026y / 5 / 2, 10, 0), end = in_jakarta(2026y / 5 / 4, 12, 0);
    y.desk.set_clock(from);
    const auto meant = foretold(y, from, end);
    CHECK(meant.size() >= 3);
    for (const auto& line : meant)
        if (line.find("target_opened") != line.npos)
            CHECK(line.find("due 2026-05-31") != std::string::npos);
    work(y.desk, from, end);
    CHECK(sent(y, from, end) == meant);
}

TEST_CASE("whenever a cut-off moves, the rehearsal foretells exactly what is sent until the next")
{
    std::mt19937_64 random{tests::seed("moved cut-offs")};
    const auto number = [&](int from, int to) {
        return std::uniform_int_distribution{from, to}(random);
    };
    std::size_t told = 0;
    for (int run = 0; run < 12; ++run) {
        year y;
        auto now = in_jakarta(2026y / 3 / 20, 10, 0);
        work(y.desk, now - 24h, now);
        for (int moves = 0; moves < 6; ++moves) {
            const auto today = workflow::calendar({}, "Asia/Jakarta").today(now);
            const bool first = number(0, 2) > 0;
            const auto to = workflow::add_days(today, number(-3, 35));
            if (to >= (first ? 2026y / 2 / 1 : 2026y / 5 / 2)) y.move(first ? "B04" : "B08", to);
            INFO("run " << run << ", moved on " << workflow::rfc3339(now) << " to "
                        << workflow::iso(to));
            y.desk.set_clock(now);
            const auto end = now + std::chrono::hours{24 * number(1, 20) + number(-9, 9)};
            const auto meant = foretold(y, now, end);
            y.desk.clockwork.tick();
            work(y.desk, now, end);
            y.desk.set_clock(end - 1min); // what leaves at once has left by then
            y.desk.send_now();
            const auto was = sent(y, now, end);
            REQUIRE(was == meant);
            told += was.size();
            now = end;
        }
    }
    CHECK(told > 100);
}
