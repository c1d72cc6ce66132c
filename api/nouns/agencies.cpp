// Parse, call, check, reply.
#include "api/nouns/agencies.hpp"
#include "api/door/rights.hpp"
#include "api/http/query.hpp"
#include "api/nouns/keepers.hpp"
#include "api/nouns/render.hpp"
#include "api/nouns/render_directory.hpp"
#include "persistence/nouns/agencies.hpp"

namespace api {
namespace {

using workflow::refusal;

constexpr text_rule any_text{0, 1000, true}; // what fits is said by the directory's own rules

refusal not_found()
{
    return {workflow::errc::not_found, {"not_found"}};
}

workflow::result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::list_agencies(at.unit, text_or_empty(asked.asked, "region"),
                                                      {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const auto& each : found->items) items.push_back(agency_json(at.unit, each));
        return list_reply(std::move(items), found->next);
    });
}

workflow::result<reply> get(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::find_agency(at.unit, asked.id());
        if (!found) return not_found();
        return resource_reply(200, agency_json(at.unit, *found));
    });
}

workflow::result<reply> create(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        body_reader in(asked.body);
        workflow::new_agency form{.id = here.new_id(),
                                  .region = in.text("region"),
                                  .name = in.text("name", any_text),
                                  .short_name = in.text("short_name", any_text),
                                  .kind = in.text("kind"),
                                  .valid_from = {}};
        const auto from = in.optional_day("valid_from");
        if (auto no = refuse_non_keeper(at, form.region)) return *no;
        if (auto wrong = in.finish()) return *wrong;
        form.valid_from = from.value_or(today_in(at.unit, form.region));
        const auto made = persistence::create_agency(at.unit, at.who, form);
        if (!made) return with_keepers(at, made.error());
        record(at, {"agency_made", {{"agency", made->id}, {"body", asked.body}}});
        return resource_reply(201, agency_json(at.unit, *made), "/api/v1/agencies/" + made->id);
    });
}

workflow::agency_changes read_changes(body_reader& in)
{
    workflow::agency_changes out{.name = in.optional_text("name", any_text),
                                 .short_name = in.optional_text("short_name", any_text),
                                 .kind = in.optional_text("kind")};
    if (in.has("valid_to")) out.valid_to = in.optional_day("valid_to");
    if (in.has("successor")) out.successor = in.optional_text("successor").value_or("");
    return out;
}

workflow::result<reply> patch(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::find_agency(at.unit, asked.id());
        if (!found) return not_found();
        if (auto no = refuse_non_keeper(at, found->region)) return *no;
        body_reader in(asked.body);
        const auto changes = read_changes(in);
        if (auto wrong = in.finish()) return *wrong;
        const auto done =
            persistence::change_agency(at.unit, at.who, asked.id(), changes, asked.version);
        if (!done) return with_keepers(at, done.error());
        record(at, {"agency_changed", {{"agency", asked.id()}, {"changes", asked.body}}});
        return resource_reply(200, agency_json(at.unit, *done));
    });
}

std::optional<refusal> unknown(const context& here, const call& asked)
{
    const auto found = get(here, asked);
    if (found) return {};
    return found.error();
}

} // namespace

std::vector<route> agency_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/agencies",
         .answer = [&here](const call& asked) { return list(here, asked); },
         .operation = "list_agencies",
         .summary = "Agencies, by region and name",
         .opened_by = scope::read | scope::directory,
         .query = {"region", "limit", "cursor"}},
        {.method = "POST",
         .pattern = "/api/v1/agencies",
         .answer = [&here](const call& asked) { return create(here, asked); },
         .operation = "create_agency",
         .summary = "Make an agency",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_idempotency_key = true},
        {.method = "GET",
         .pattern = "/api/v1/agencies/{id}",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_agency",
         .summary = "One agency",
         .opened_by = scope::read | scope::directory},
        {.method = "PATCH",
         .pattern = "/api/v1/agencies/{id}",
         .answer = [&here](const call& asked) { return patch(here, asked); },
         .operation = "change_agency",
         .summary = "Change an agency",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_if_match = true,
         .takes_idempotency_key = true,
         .visible = [&here](const call& asked) { return unknown(here, asked); }},
    };
}

} // namespace api
