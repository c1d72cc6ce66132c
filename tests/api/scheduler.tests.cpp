// Time at work: a year of it, downtimes, two processes at once, and death while sending. The clock
// is set; nothing waits for real time.
#include "api/clerks/scheduler.hpp"
#include "api/clerks/post_office.hpp"
#include "api/clerks/rehearsal.hpp"
#include "notifications/dispatcher.hpp"
#include "notifications/file_channel.hpp"
#include "persistence/nouns/year_ledger.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"
#include <filesystem>

using namespace std::chrono_literals;
using workflow::instant;

namespace {

const workflow::calendar jakarta({}, "Asia/Jakarta");

instant at(workflow::date day, int hour, int minute)
{
    return jakarta.at(day, hour, minute);
}

void set_clock(support::office& here, instant now)
{
    here.here().set_clock(workflow::microseconds_of(now) / 1'000'000);
}

// One process: its scheduler and its post office, mail going to files.
struct node {
    support::office& here;
    std::string name;
    support::temporary_directory directory{};
    notifications::file_channel files{directory.path() / "mail"};
    api::post_office office{
        here.store(),
        {name, "https://rampung.example.go.id", here.kinds(), definitions::catalog()}};
    notifications::dispatcher sender{
        office, files, {.from = {"rampung@example.go.id"}, .now = [this] {
                            return here.store().now();
                        }}};
    api::scheduler clockwork{{.database = here.store(),
                              .kinds = here.kinds(),
                              .outside = here.outside(),
                              .owner = name,
                              .report = [](const std::string& what) { FAIL_CHECK(what); }}};

    void work_at(instant now)
    {
        set_clock(here, now);
        clockwork.tick();
        while (sender.send_batch() > 0) {
        }
    }
    // Around every moment of a day at which something may happen.
    void work_day(workflow::date day)
    {
        for (const auto& [hour, minute] : {std::pair{0, 5}, {7, 25}, {7, 35}, {16, 0}})
            work_at(at(day, hour, minute));
    }
    std::size_t mails() const
    {
        const auto mail = directory.path() / "mail";
        if (!std::filesystem::exists(mail)) return 0;
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(mail), {}));
    }
};

// A plan in force, one of next year in review, one of a district in draft; days off, and a post
// that changes hands over a weekend.
void settle(support::office& here)
{
    set_clock(here, at(2026y / 1 / 1, 9, 0));
    here.in_force();
    here.submit(here.draft("62", 2027));
    here.draft("62.71", 2026);
    here.here().execute(
        "INSERT INTO holidays(region, day, kind, name) VALUES "
        "('', '2026-04-23', 'national', 'A'), ('62', '2026-05-01', 'regional', 'B')");
    here.here().execute("UPDATE appointments SET to_day = '2026-07-03' WHERE id = 'p-sari'");
    here.store().write([](auto& unit) {
        support::add(unit, {"p-next", "tuti", "agency_staff", "health", "62", "2026-07-04"});
    });
}

std::multiset<std::string> told_in(const std::vector<persistence::message_seen>& messages)
{
    std::multiset<std::string> out;
    for (const auto& m : messages)
        for (const auto& i : m.items)
            out.insert(m.to.id + " at " + workflow::rfc3339(m.due) + " " + m.zone + ": " + i.rule +
                       " " + i.resource + "/" + i.subject + " " + std::to_string(i.round) +
                       " due " + (i.due ? workflow::iso(*i.due) : "-") + " from " +
                       (i.moved_from ? workflow::iso(*i.moved_from) : "-") + " as " + i.post.role +
                       " of " + i.title.id + " " + i.agency);
    return out;
}

std::multiset<std::string> rehearsed(support::office& here, const workflow::kind_registry& kinds)
{
    return here.store().read([&](persistence::unit_of_work& unit) {
        return told_in(
            api::rehearse(unit, kinds, definitions::catalog(), {.year = 2026, .region = "62"})
                .messages);
    });
}

std::multiset<std::string> ledger(support::office& here)
{
    return here.store().read([&](persistence::unit_of_work& unit) {
        std::vector<persistence::message_seen> out;
        for (auto& m : persistence::messages_between(unit, {"62"}, at(2026y / 1 / 1, 0, 0),
                                                     at(2027y / 1 / 1, 0, 0)))
            out.push_back(std::move(m.seen));
        return told_in(out);
    });
}

void expect_equal(const std::multiset<std::string>& was, const std::multiset<std::string>& meant)
{
    std::vector<std::string> surplus, missing;
    std::set_difference(was.begin(), was.end(), meant.begin(), meant.end(),
                        std::back_inserter(surplus));
    std::set_difference(meant.begin(), meant.end(), was.begin(), was.end(),
                        std::back_inserter(missing));
    CHECK(surplus == std::vector<std::string>{});
    CHECK(missing == std::vector<std::string>{});
}

void run_year(node& n)
{
    for (auto day = std::chrono::sys_days{2026y / 1 / 1} + std::chrono::days{1};
         day <= std::chrono::sys_days{2026y / 12 / 31}; day += std::chrono::days{1})
        n.work_day(workflow::date{day});
}

workflow::kind_registry without_rung(int days)
{
    auto kinds = definitions::built_in_kinds();
    for (auto& kind : kinds) std::erase(kind.ladder, days);
    return {std::move(kinds), definitions::load_kind};
}

} // namespace

TEST_CASE("the rehearsal of a year equals the ledger of the same year simulated")
{
    support::office here(support::kind::sqlite_memory);
    settle(here);
    node one{here, "one"};
    one.work_at(at(2026y / 1 / 1, 9, 5));
    const auto meant = rehearsed(here, here.kinds());
    const auto fault = rehearsed(here, without_rung(-7));
    CHECK(meant.size() > 50);
    run_year(one);
    const auto was = ledger(here);
    expect_equal(was, meant);
    CHECK(was != fault);                         // a rung that is dropped would be seen
    CHECK(rehearsed(here, here.kinds()) == was); // in the end there is only the ledger
    const auto messages = here.here().count("SELECT COUNT(*) FROM messages WHERE state = 'sent'");
    CHECK(one.mails() == static_cast<std::size_t>(messages));
}

TEST_CASE("a rehearsal in the middle of the year joins the ledger with what is to come")
{
    support::office here(support::kind::sqlite_memory);
    settle(here);
    node one{here, "one"};
    one.work_at(at(2026y / 1 / 1, 9, 5));
    const auto meant = rehearsed(here, here.kinds());
    for (int day = 1; day <= 30; ++day) one.work_day(2026y / 4 / static_cast<unsigned>(day));
    const auto now = rehearsed(here, here.kinds());
    const auto from = [](const std::multiset<std::string>& all) {
        std::multiset<std::string> later;
        for (const auto& line : all)
            if (line.substr(line.find(" at ") + 4, 10) >= "2026-05-01") later.insert(line);
        return later;
    };
    expect_equal(from(now), from(meant));
}

TEST_CASE("after a downtime only the latest step is told, in today's digest")
{
    support::office here(support::kind::sqlite_memory);
    settle(here);
    node one{here, "one"};
    one.work_at(at(2026y / 1 / 1, 9, 5));
    one.work_at(at(2026y / 4 / 27, 10, 0)); // H-3 of B04; everything since January was missed
    CHECK(here.here().count("SELECT COUNT(*) FROM notices WHERE resource = 'targets' AND "
                            "rule_name LIKE 'H-%' AND rule_name <> 'H-3'") == 0);
    CHECK(here.here().count("SELECT COUNT(DISTINCT m.id) FROM messages m JOIN notices n ON "
                            "n.message_id = m.id WHERE n.rule_name = 'H-3' AND m.state = 'sent'") ==
          3); // staff and head of health, head of social
}

TEST_CASE("two processes at once tell everything once")
{
    const auto which = GENERATE(support::kind::sqlite_memory, support::kind::sqlite_file);
    support::office here(which);
    settle(here);
    node one{here, "one"}, two{here, "two"};
    for (const int day : {16, 17, 23, 24, 27, 29}) {
        for (const auto& [hour, minute] : {std::pair{0, 5}, {7, 25}, {7, 35}, {16, 0}}) {
            set_clock(here, at(2026y / 4 / static_cast<unsigned>(day), hour, minute));
            support::in_parallel(2, [&](int which_node) {
                node& n = which_node == 0 ? one : two;
                n.clockwork.tick();
                while (n.sender.send_batch() > 0) {
                }
            });
        }
    }
    CHECK(here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name = 'H-7'") > 0);
    CHECK(here.here().count("SELECT COUNT(*) FROM (SELECT recipient, due_instant FROM messages "
                            "WHERE message_key LIKE '%T00:30:00Z' "
                            "GROUP BY recipient, due_instant HAVING COUNT(*) > 1) x") == 0);
    const auto sent = here.here().count("SELECT COUNT(*) FROM messages WHERE state = 'sent'");
    CHECK(here.here().count("SELECT COUNT(*) FROM messages WHERE attempts > 1") == 0);
    CHECK(one.mails() + two.mails() == static_cast<std::size_t>(sent));
}

TEST_CASE("who has not the lease does nothing, and takes over when it has run out")
{
    support::office here(support::kind::sqlite_memory);
    settle(here);
    node one{here, "one"}, two{here, "two"};
    set_clock(here, at(2026y / 4 / 23, 7, 35));
    one.clockwork.tick();
    const auto told = here.here().count("SELECT COUNT(*) FROM notices");
    here.here().execute("DELETE FROM notices WHERE rule_name LIKE 'H-%'");
    two.clockwork.tick();
    CHECK(here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name LIKE 'H-%'") == 0);
    set_clock(here, at(2026y / 4 / 23, 7, 38));
    two.clockwork.tick();
    CHECK(here.here().count("SELECT COUNT(*) FROM notices") == told);
}

TEST_CASE("a message whose sender died is sent by another, under the same Message-ID")
{
    support::office here(support::kind::sqlite_memory);
    settle(here);
    node one{here, "one"}, two{here, "two"};
    const auto claimed = one.office.take();
    REQUIRE(!claimed.empty());
    const auto parcel = one.office.open(claimed[0]);
    REQUIRE_FALSE(parcel.what.items.empty());
    const auto letter = notifications::mail_to(parcel, 0, {"rampung@example.go.id"});
    REQUIRE(one.office.about_to_send(claimed[0], letter));
    one.files.send(letter); // and here it dies, before it can note that

    two.sender.send_batch();
    CHECK(two.mails() == 0); // the lease still holds
    set_clock(here, here.store().now() + 3min);
    while (two.sender.send_batch() > 0) {
    }
    CHECK(two.mails() > 1);
    CHECK_FALSE(one.office.sent(claimed[0])); // fenced off, should it wake up
    const auto name = letter.message_id.substr(1, letter.message_id.find('@') - 1) + ".eml";
    CHECK(std::filesystem::exists(two.directory.path() / "mail" / name));
    CHECK(here.here().count("SELECT COUNT(*) FROM messages WHERE state = 'sent'") ==
          static_cast<long long>(two.mails()));
    CHECK(here.here().count("SELECT COUNT(*) FROM messages WHERE state IN ('sent', 'dropped')") ==
          static_cast<long long>(claimed.size()));
}

TEST_CASE("a person without an address: dead, and the ledger says why")
{
    support::office here(support::kind::sqlite_memory);
    here.here().execute("DELETE FROM user_addresses WHERE user_id = 'budi'");
    settle(here);
    node one{here, "one"};
    while (one.sender.send_batch() > 0) {
    }
    CHECK(here.here().count("SELECT COUNT(*) FROM messages WHERE recipient = 'budi' AND "
                            "state = 'dead' AND last_error LIKE 'no address%'") > 0);
    const auto warned = here.store().read([&](persistence::unit_of_work& unit) {
        return api::rehearse(unit, here.kinds(), definitions::catalog(),
                             {.year = 2026, .region = "62"})
            .warnings;
    });
    CHECK(std::count_if(warned.begin(), warned.end(),
                        [](const auto& w) { return w.what == "no_address"; }) == 1);
}

TEST_CASE("whoever ends gives the lease back")
{
    support::office here(support::kind::sqlite_memory);
    node one{here, "one"};
    one.clockwork.tick();
    CHECK(here.here().count("SELECT COUNT(*) FROM leases WHERE lease_until <> 0") == 1);
    one.clockwork.start();
    one.clockwork.stop();
    CHECK(here.here().count("SELECT COUNT(*) FROM leases WHERE lease_until <> 0") == 0);
}
