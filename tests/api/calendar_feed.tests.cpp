// The calendar of one person: what waits for them and nothing else, as long as they want it.
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;
using support::heard;

namespace {

const std::string own = "/api/v1/me/calendar";

std::string made_by(counter& here, const std::string& who)
{
    const auto made = here.ask(who, "POST", own);
    REQUIRE(made.status() == 201);
    return made.text("/url");
}

heard fetched(counter& here, const std::string& url)
{
    return here.ask("", "GET", url);
}

std::size_t entries_in(const heard& feed)
{
    std::size_t found = 0;
    for (auto at = feed.raw.body.find("BEGIN:VEVENT"); at != std::string::npos;
         at = feed.raw.body.find("BEGIN:VEVENT", at + 1))
        ++found;
    return found;
}

bool holds(const heard& feed, const std::string& line)
{
    return feed.raw.body.find("\r\n" + line + "\r\n") != std::string::npos;
}

// Its lines, where long ones are folded, in one piece each.
std::string unfolded(const heard& feed)
{
    std::string text = feed.raw.body;
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n "))
        text.erase(at, 3);
    return text;
}

void execute(counter& here, const std::string& statement)
{
    here.behind().here().execute(statement);
}

} // namespace

TEST_CASE("the feed tells its holder what waits, by day, with an address each")
{
    counter here;
    const auto plan = here.behind().in_force();
    const auto target = here.behind().target_of(plan, "health", "B04");
    const auto feed = fetched(here, made_by(here, "sari"));
    CHECK(feed.status() == 200);
    CHECK(feed.raw.content_type == "text/calendar; charset=utf-8");
    CHECK(entries_in(feed) == 1);
    CHECK(holds(feed, "UID:targets-" + target + "@rampung"));
    CHECK(holds(feed, "DTSTART;VALUE=DATE:20260430"));
    CHECK(holds(feed, "URL:/tugas/targets/" + target));
    CHECK(feed.raw.body.find("1. Aksi ke-1 (B04)") != std::string::npos);
    CHECK(entries_in(fetched(here, made_by(here, "ani"))) == 3); // its reports
    CHECK(entries_in(fetched(here, made_by(here, "tuti"))) == 0);
}

TEST_CASE("an entry names the kind of plan, as its plan's version calls it")
{
    counter here;
    here.behind().in_force();
    const auto feed = unfolded(fetched(here, made_by(here, "sari")));
    const auto& title = here.behind().kinds().newest("rad_pks")->title;
    INFO(feed);
    CHECK((feed.find(title.id) != std::string::npos || feed.find(title.en) != std::string::npos));
}

TEST_CASE("an entry stays the same until its thing changes")
{
    counter here;
    here.behind().in_force();
    const auto url = made_by(here, "sari");
    const auto before = fetched(here, url).raw.body;
    here.behind().here().set_clock(1'777'300'000); // some days later
    CHECK(fetched(here, url).raw.body == before);
}

TEST_CASE("a token that is wrong, missing, replaced or revoked opens nothing")
{
    counter here;
    here.behind().in_force();
    CHECK(fetched(here, "/api/v1/calendar.ics").status() == 404);
    CHECK(fetched(here, "/api/v1/calendar.ics?token=").status() == 404);
    CHECK(fetched(here, "/api/v1/calendar.ics?token=abc").status() == 404);
    const auto first = made_by(here, "sari");
    const auto second = made_by(here, "sari");
    CHECK(fetched(here, first).status() == 404);
    CHECK(fetched(here, second).status() == 200);
    CHECK(here.ask("sari", "DELETE", own).status() == 428);
    CHECK(here.ask("sari", "DELETE", own, {}, {{"if-match", "\"1\""}}).status() == 412);
    CHECK(here.ask("rina", "DELETE", own, {}, {{"if-match", "\"2\""}}).status() == 404);
    CHECK(here.ask("sari", "DELETE", own, {}, {{"if-match", "\"2\""}}).status() == 204);
    CHECK(fetched(here, second).status() == 404);
    CHECK(here.ask("sari", "DELETE", own, {}, {{"if-match", "\"3\""}}).status() == 404);
    CHECK(here.get("sari", "/me/calendar").status() == 404);
    made_by(here, "sari");
    CHECK(here.get("sari", "/me/calendar").text("/version") == "4");
    CHECK(here.ask("", "POST", own).status() == 401);
    CHECK(here.ask("sari", "POST", own, R"({"user":"rina"})").status() == 422);
}

TEST_CASE("the address is told once, and the database does not hold it")
{
    counter here;
    const auto url = made_by(here, "sari");
    const auto token = url.substr(url.find("token=") + 6);
    CHECK(token.size() == 43);
    CHECK(here.get("sari", "/me/calendar").text("/url") == "null");
    CHECK(here.behind().here().count("SELECT COUNT(*) FROM calendar_tokens WHERE token_hash = '" +
                                     token + "'") == 0);
}

TEST_CASE("a post that has ended shows nothing any more, and a disabled account has no feed")
{
    counter here;
    here.behind().in_force();
    const auto url = made_by(here, "sari");
    CHECK(entries_in(fetched(here, url)) == 1);
    execute(here, "UPDATE appointments SET to_day = '2026-01-02' WHERE user_id = 'sari'");
    const auto after = fetched(here, url);
    CHECK(after.status() == 200);
    CHECK(entries_in(after) == 0);
    execute(here, "UPDATE users SET disabled = 1 WHERE id = 'sari'");
    CHECK(fetched(here, url).status() == 404);
}

TEST_CASE("who only may ask twice gets the same address, by the key")
{
    counter here;
    const auto first = here.ask("sari", "POST", own, "{}", {{"idempotency-key", "k"}});
    const auto again = here.ask("sari", "POST", own, "{}", {{"idempotency-key", "k"}});
    CHECK(again.header("Idempotent-Replayed") == "true");
    CHECK(again.raw.body == first.raw.body);
}
