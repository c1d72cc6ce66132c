// Parse, read, reply; who waits is asked again from time to time. The database is asked each time,
// so that it does not matter which server has committed.
#include "api/nouns/events.hpp"
#include "api/http/config.hpp"
#include "api/http/query.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/followed.hpp"
#include <boost/json/serialize.hpp>

namespace api {
namespace {

namespace json = boost::json;
using workflow::refusal;
using workflow::result;

constexpr std::chrono::milliseconds between_looks{500};

struct question {
    persistence::followed_plans of;
    std::string after;
    std::size_t limit{};
    std::chrono::seconds wait{};
};

result<question> question_of(const request& asked)
{
    const auto region = required(asked, "region");
    if (!region) return region.error();
    const auto year = number(asked, "year", 0, 9999);
    if (!year) return year.error();
    const auto wait = number(asked, "wait", 0, static_cast<int>(wait_seconds_max));
    if (!wait) return wait.error();
    return question{{*region, text_or_empty(asked, "kind"), *year},
                    text_or_empty(asked, "after"),
                    page_of(asked).value().limit,
                    std::chrono::seconds(wait->value_or(0))};
}

reply told(const persistence::followed_events& found)
{
    json::array items;
    for (const persistence::followed_event& each : found.items) {
        json::object item = event_json(each.event);
        item["plan"] = each.plan;
        items.push_back(std::move(item));
    }
    return json_reply(200, json::serialize(json::object{{"items", std::move(items)},
                                                        {"next", found.position},
                                                        {"more", found.more}}));
}

result<reply> list(const context& here, const call& asked)
{
    const auto wanted = question_of(asked.asked);
    if (!wanted) return wanted.error();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found =
            persistence::events_after(at.unit, at.who, wanted->of, wanted->after, wanted->limit);
        if (!found) return found.error();
        if (found->too_many_plans)
            return refusal{workflow::errc::malformed,
                           {"events_of_too_many_plans",
                            {{"most", std::to_string(persistence::followed_plans_max)}}}};
        reply out = told(*found);
        const bool is_end = wanted->after == persistence::position_at_end;
        if (found->items.empty() && !is_end && asked.asked.waited < wanted->wait)
            out.ask_again = between_looks;
        return out;
    });
}

} // namespace

std::vector<route> event_routes(const context& here)
{
    return {{.method = "GET",
             .pattern = "/api/v1/events",
             .answer = [&here](const call& asked) { return list(here, asked); },
             .operation = "follow_events",
             .summary = "What happened to a region's plans behind a position",
             .opened_by = scope::read,
             .query = {"region", "kind", "year", "after", "limit", "wait"}}};
}

} // namespace api
