// The ledger and the rehearsal: who may look, and the shape of a message.
#include "api/nouns/messages.hpp"
#include "api/http/query.hpp"
#include "api/nouns/keepers.hpp"
#include "api/nouns/render.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/transact.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/ledger.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/told_rows.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/people/directory_rights.hpp"
#include "workflow/reminding/told_words.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <set>

namespace api {
namespace {

using persistence::message_seen;
using workflow::result;

// Why its recipient got it and what they can do, each sentence once.
std::string why(const message_seen& m, const std::string& locale)
{
    std::set<std::string> told;
    std::string out;
    for (const auto& item : m.items) {
        if (told.insert(workflow::why_key_of(item)).second)
            out += (out.empty() ? "" : " ") + workflow::why_told(locale, item);
    }
    return out;
}

message_seen in_words_of_its_kind(const work& at, message_seen m)
{
    persistence::say_by_kind(at.unit, at.here.kinds, m.items);
    return m;
}

// Null: it is told, or will be.
json::value dropped_json(const std::string& dropped, const std::string& locale)
{
    if (dropped.empty()) return nullptr;
    return json::string(workflow::say(locale, {"mail_dropped_" + dropped}));
}

json::object item_json(const workflow::told& item, const std::string& locale)
{
    return {{"rule", item.rule},
            {"resource", item.resource},
            {"id", item.subject},
            {"round", item.round},
            {"due", date_json(item.due)},
            {"moved_from", date_json(item.moved_from)},
            {"dropped", dropped_json(item.dropped, locale)},
            {"region", region_json(item.region)}};
}

result<reply> ledger(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    const persistence::message_filter filter{text_or_empty(asked.asked, "user"),
                                             text_or_empty(asked.asked, "plan")};
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found =
            persistence::list_messages(at.unit, at.who, filter, {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const auto& m : found->items)
            items.push_back(message_json(in_words_of_its_kind(at, m), at.locale));
        return list_reply(std::move(items), found->next);
    });
}

// Who looks after the people of the region may; its recipient alone may not.
std::optional<workflow::refusal> refuse_other_hands(const work& at, const message_seen& m)
{
    const auto reach = workflow::reach_in_directory(at.who);
    const bool may = std::any_of(m.items.begin(), m.items.end(), [&](const auto& item) {
        return workflow::sees_directory_of(reach, item.region.code);
    });
    if (may) return {};
    return with_keepers(at, workflow::require_keeper(at.who, m.items.front().region.code).error());
}

result<reply> send_again(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::find_message(at.unit, at.who, asked.id());
        if (!found) return found.error();
        if (auto no = refuse_other_hands(at, *found)) return *no;
        if (!persistence::send_again(at.unit, asked.id()))
            return workflow::refusal{
                workflow::errc::wrong_state,
                {"message_not_failed", {{"state", "@message_" + found->state}}}};
        const auto now = persistence::find_message(at.unit, at.who, asked.id());
        if (!now) return now.error();
        return json_reply(200,
                          json::serialize(message_json(in_words_of_its_kind(at, *now), at.locale)));
    });
}

// Titles belong to plans: a secretariat reads those of its own region, administrators none.
void blank_titles(std::vector<message_seen>& messages, const workflow::principal& who)
{
    const auto desks = workflow::reach_in_directory(who).regions;
    for (message_seen& m : messages) {
        const bool own = std::all_of(m.items.begin(), m.items.end(), [&](const auto& item) {
            return std::find(desks.begin(), desks.end(), item.region.code) != desks.end();
        });
        if (!own && m.to.id != who.user.id) m.subject.clear();
    }
}

// Who does not look after the region's people sees their own messages and no warnings. Below a
// secretariat's region a plan that was never submitted does not show.
rehearsal_answer rehearse_for(const work& at, rehearsal_question asked)
{
    const auto reach = workflow::reach_in_directory(at.who);
    const bool all = workflow::sees_directory_of(reach, asked.region);
    asked.locale = at.locale;
    if (all)
        asked.shows = [reach](const std::string& region, bool was_shown) {
            return was_shown || workflow::sees_directory_of(reach, region);
        };
    else
        asked.only_of = &at.who;
    auto out = rehearse(at.unit, at.here.kinds, at.here.catalog, asked);
    if (!all) {
        out.warnings.clear();
        std::erase_if(out.messages,
                      [&](const message_seen& m) { return m.to.id != at.who.user.id; });
    }
    blank_titles(out.messages, at.who);
    return out;
}

// A year of the whole nation's plans takes a worker for seconds: never more than one of them.
std::unique_lock<std::mutex> one_nation_at_a_time(const work& at, const rehearsal_question& asked,
                                                  std::mutex& busy)
{
    std::unique_lock held(busy, std::defer_lock);
    const bool all =
        workflow::sees_directory_of(workflow::reach_in_directory(at.who), asked.region);
    if (all && asked.region == workflow::nation && !held.try_lock())
        throw persistence::overloaded("another rehearsal of the whole nation is under way");
    return held;
}

result<reply> rehearsal_page(const work& at, const rehearsal_question& asked, const page& wanted,
                             std::mutex& busy)
{
    const auto after = persistence::key_of({wanted.limit, wanted.cursor}, 2);
    if (!after) return after.error();
    if (!asked.kind.empty() && !persistence::is_kind(at.unit, at.here.kinds, asked.kind))
        return workflow::refusal{workflow::errc::malformed, {"query_kind"}};
    if (!persistence::find_region(at.unit, asked.region) ||
        !workflow::is_within(asked.region, at.who.within()))
        return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    const auto held = one_nation_at_a_time(at, asked, busy);
    auto found = rehearse_for(at, asked);
    // Instants of our years have the same number of digits, so that their text sorts as they do.
    const auto key = [](const message_seen& m) {
        return std::vector{std::to_string(workflow::microseconds_of(m.due)), m.id};
    };
    std::erase_if(found.messages, [&](const message_seen& m) { return key(m) <= *after; });
    const auto cut = persistence::cut(std::move(found.messages), wanted.limit, key);
    json::array items;
    for (const auto& m : cut.items) items.push_back(message_json(m, at.locale));
    return json_reply(
        200, json::serialize(json::object{{"items", std::move(items)},
                                          {"next", text_or_null(cut.next)},
                                          {"warnings", warnings_json(found.warnings, at.locale)}}));
}

result<reply> rehearsal(const context& here, const call& asked, std::mutex& busy)
{
    for (const auto* name : {"year", "region"})
        if (const auto given = required(asked.asked, name); !given) return given.error();
    const auto year = number(asked.asked, "year", 2000, 2100);
    if (!year) return year.error();
    rehearsal_question question;
    question.year = **year;
    question.region = text_or_empty(asked.asked, "region");
    question.kind = text_or_empty(asked.asked, "kind");
    const page wanted = page_of(asked.asked).value();
    return look(here, asked,
                [&](const work& at) { return rehearsal_page(at, question, wanted, busy); });
}

} // namespace

std::string local_time(workflow::instant at, const std::string& zone)
{
    const workflow::calendar days({}, zone);
    const auto today = days.today(at);
    const auto midnight = days.at(today, 0, 0);
    const auto minutes = [](auto span) {
        return std::chrono::duration_cast<std::chrono::minutes>(span).count();
    };
    const auto clock = minutes(at - midnight);
    const auto ahead = minutes(std::chrono::sys_days{today} - midnight);
    const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto second =
        std::chrono::duration_cast<std::chrono::seconds>(at - midnight).count() % 60;
    const auto size = ahead < 0 ? -ahead : ahead;
    return workflow::iso(today) + 'T' + two(clock / 60) + ':' + two(clock % 60) + ':' +
           two(second) + (ahead < 0 ? '-' : '+') + two(size / 60) + ':' + two(size % 60);
}

json::object message_json(const message_seen& m, const std::string& locale)
{
    json::array items;
    for (const auto& item : m.items) items.push_back(item_json(item, locale));
    json::array addresses;
    for (const auto& address : m.addresses) addresses.emplace_back(address);
    return {{"id", m.id},
            {"to", {{"user", reference_json(m.to)}, {"addresses", std::move(addresses)}}},
            {"subject", text_or_null(m.subject)},
            {"due_instant", workflow::rfc3339(m.due)},
            {"local_time", local_time(m.due, m.zone)},
            {"zone", m.zone},
            {"items", std::move(items)},
            {"why", why(m, locale)},
            {"state", m.state},
            {"attempts", m.attempts},
            {"last_error", text_or_null(m.last_error)}};
}

json::array warnings_json(const std::vector<workflow::warning>& warnings, const std::string& locale)
{
    json::array out;
    for (const auto& w : warnings)
        out.push_back(json::object{{"what", w.what}, {"detail", workflow::say(locale, w.detail)}});
    return out;
}

std::vector<route> message_routes(const context& here)
{
    return message_routes(here, std::make_shared<std::mutex>());
}

std::vector<route> message_routes(const context& here, std::shared_ptr<std::mutex> nation)
{
    route told{"GET",           "/api/v1/messages",      {},
               "list_messages", "What was told to whom", scope::read};
    told.answer = [&here](const call& asked) { return ledger(here, asked); };
    told.query = {"user", "plan", "limit", "cursor"};
    route ahead{"GET",       "/api/v1/rehearsal",       {},
                "rehearsal", "Every message of a year", scope::read};
    ahead.answer = [&here, nation = std::move(nation)](const call& asked) {
        return rehearsal(here, asked, *nation);
    };
    ahead.query = {"year", "region", "kind", "limit", "cursor"};
    route again{"POST",
                "/api/v1/messages/{id}/commands/send_again",
                {},
                "send_message_again",
                "Send a failed message again",
                scope::none};
    again.answer = [&here](const call& asked) { return send_again(here, asked); };
    again.visible = sight_of(here, "messages");
    again.body = body_kind::json;
    again.takes_idempotency_key = true;
    std::vector<route> routes;
    routes.push_back(std::move(told));
    routes.push_back(std::move(ahead));
    routes.push_back(std::move(again));
    return routes;
}

} // namespace api
