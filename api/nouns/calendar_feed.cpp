// Parse, call, check, reply. Whoever asks for the feed is the token's holder, with the posts that
// hold now.
#include "api/nouns/calendar_feed.hpp"
#include "api/door/rights.hpp"
#include "api/http/json_body.hpp"
#include "api/http/query.hpp"
#include "api/http/secret.hpp"
#include "api/nouns/icalendar.hpp"
#include "api/nouns/waiting.hpp"
#include "persistence/nouns/calendar_tokens.hpp"
#include "workflow/reminding/item_link.hpp"
#include "workflow/step/people.hpp"
#include "workflow/words/sentences.hpp"

namespace api {
namespace {

using workflow::result;

workflow::refusal unknown()
{
    return {workflow::errc::not_found, {"not_found"}};
}

calendar_entry entry_of(const waiting_item& item, const work& at)
{
    const workflow::world& w = item.seen->world;
    const std::string agency = agency_of(item).name;
    calendar_entry out{item.about.resource + "-" + item.about.id + "@rampung",
                       workflow::since_of(w, item.about), *item.due};
    out.summary =
        workflow::say(at.locale, {"calendar_" + item.about.resource, {{"title", item.title}}});
    out.description = agency.empty() ? w.place.name : agency + "\n" + w.place.name;
    out.description += "\n" + w.rules.title.in(at.locale);
    out.url = workflow::item_link(at.here.base_url, item.about.resource, item.about.id);
    return out;
}

// What has no deadline, or lies with somebody else, has no place in a calendar.
result<reply> feed_of(const work& at)
{
    plan_worlds worlds(at, workflow::parts::whole);
    std::vector<calendar_entry> entries;
    for (const waiting_item& item : waiting(at, worlds, {}))
        if (item.due) entries.push_back(entry_of(item, at));
    reply out;
    out.content_type = "text/calendar; charset=utf-8";
    out.body = icalendar(workflow::say(at.locale, {"calendar_name"}), entries);
    return out;
}

result<reply> feed(const context& here, const call& asked)
{
    const std::string token = text_or_empty(asked.asked, "token");
    std::optional<workflow::principal> holder;
    here.database.read([&](persistence::unit_of_work& unit) {
        if (const auto user = persistence::user_of_calendar(unit, token))
            holder = rights_of(unit, *user);
    });
    if (!holder) return unknown();
    if (holder->locale.empty()) holder->locale = preferred_locale(asked.asked);
    const caller by{{holder->user, holder->locale, false, false}, {}, {}, false};
    const call as_holder{asked.asked, asked.path, by, holder->locale, {}};
    return look(here, as_holder, feed_of);
}

// The address is told once, when it is made.
json::object token_json(const persistence::calendar_token& t, const std::string& url)
{
    return {{"version", t.version},
            {"made_at", workflow::rfc3339(t.made_at)},
            {"url", text_or_null(url)}};
}

result<reply> get(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::calendar_token_of(at.unit, at.who.user.id);
        if (!found) return unknown();
        return resource_reply(200, token_json(*found, {}));
    });
}

result<reply> make(const context& here, const call& asked)
{
    body_reader in(asked.body);
    if (auto wrong = in.finish()) return *wrong;
    const std::string token = random_token();
    return change(here, asked, [&](const work& at) -> result<reply> {
        const auto fresh = persistence::renew_calendar_token(at.unit, at.who.user.id, token);
        const std::string url = here.base_url + "/api/v1/calendar.ics?token=" + token;
        reply told = resource_reply(201, token_json(fresh, url), "/api/v1/me/calendar");
        told.holds_secret = true;
        record(at, {"calendar_made"});
        return told;
    });
}

result<reply> revoke(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> result<reply> {
        const auto ended = persistence::end_calendar_token(at.unit, at.who.user.id, asked.version);
        if (!ended) return ended.error();
        record(at, {"calendar_revoked"});
        return no_content();
    });
}

} // namespace

std::vector<route> calendar_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/calendar.ics",
         .answer = [&here](const call& asked) { return feed(here, asked); },
         .operation = "calendar_feed",
         .summary = "What waits for the token's holder, for calendar programs",
         .needs_sign_in = false,
         .query = {"token"}},
        {.method = "GET",
         .pattern = "/api/v1/me/calendar",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_calendar",
         .summary = "Whether the caller has a calendar address",
         .opened_by = scope::read},
        {.method = "POST",
         .pattern = "/api/v1/me/calendar",
         .answer = [&here](const call& asked) { return make(here, asked); },
         .operation = "make_calendar",
         .summary = "Make the caller's calendar address; a former one ends",
         .opened_by = scope::none,
         .body = body_kind::json,
         .takes_idempotency_key = true},
        {.method = "DELETE",
         .pattern = "/api/v1/me/calendar",
         .answer = [&here](const call& asked) { return revoke(here, asked); },
         .operation = "revoke_calendar",
         .summary = "End the caller's calendar address",
         .opened_by = scope::none,
         .takes_if_match = true,
         .takes_idempotency_key = true},
    };
}

} // namespace api
