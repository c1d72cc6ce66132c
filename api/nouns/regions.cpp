// Parse, call, reply.
#include "api/nouns/regions.hpp"
#include "api/http/query.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/regions.hpp"
#include <boost/json/serialize.hpp>

namespace api {
namespace {

namespace json = boost::json;

json::object full_region_json(const workflow::region& r)
{
    const std::string parent = workflow::parent_of(r.code);
    json::object out{{"code", r.code}, {"name", r.name}, {"zone", r.zone}};
    out["parent"] = parent.empty() ? json::value(nullptr) : json::value(parent);
    return out;
}

workflow::result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::list_regions(at.unit, {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const auto& each : found->items) items.push_back(full_region_json(each));
        return list_reply(std::move(items), found->next);
    });
}

} // namespace

std::vector<route> region_routes(const context& here)
{
    return {{.method = "GET",
             .pattern = "/api/v1/regions",
             .answer = [&here](const call& asked) { return list(here, asked); },
             .operation = "list_regions",
             .summary = "All regions, by code",
             .opened_by = scope::read | scope::directory,
             .query = {"limit", "cursor"}}};
}

} // namespace api
