// Parse, call, check, reply.
#include "api/nouns/appointments.hpp"
#include "api/door/person_json.hpp"
#include "api/door/rights.hpp"
#include "api/http/query.hpp"
#include "api/nouns/keepers.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/kinds.hpp"

namespace api {
namespace {

workflow::result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    const auto on = day(asked.asked, "day");
    if (!on) return on.error();
    const persistence::appointment_filter filter{.user = text_or_empty(asked.asked, "user"),
                                                 .agency = text_or_empty(asked.asked, "agency"),
                                                 .region = text_or_empty(asked.asked, "region"),
                                                 .day = *on};
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found =
            persistence::list_appointments(at.unit, at.who, filter, {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const auto& each : found->items) items.push_back(appointment_json(each));
        return list_reply(std::move(items), found->next);
    });
}

workflow::result<reply> get(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::find_appointment(at.unit, at.who, asked.id());
        if (!found) return found.error();
        return resource_reply(200, appointment_json(*found));
    });
}

// The region that the post belongs to, as far as the body tells.
std::string region_of(const work& at, const call& asked)
{
    const std::string agency = text_in(asked.body, "agency");
    if (agency.empty()) return text_in(asked.body, "region");
    const auto found = persistence::find_agency(at.unit, agency);
    return found ? found->region : std::string();
}

workflow::result<reply> create(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        const std::string region = region_of(at, asked);
        if (auto no = refuse_non_keeper(at, region)) return *no;
        body_reader in(asked.body);
        const auto today = today_in(at.unit, region);
        const workflow::new_appointment form{.id = here.new_id(),
                                             .user = in.text("user"),
                                             .role = in.text("role"),
                                             .agency = in.optional_text("agency").value_or(""),
                                             .region = in.optional_text("region").value_or(""),
                                             .from = in.optional_day("from").value_or(today),
                                             .to = in.optional_day("to"),
                                             .acting =
                                                 in.optional_boolean("acting").value_or(false)};
        if (auto wrong = in.finish()) return *wrong;
        const auto done = persistence::create_appointment(
            at.unit, at.who, form, persistence::roles_to_appoint(at.unit, here.kinds));
        if (!done) return with_keepers(at, done.error());
        record(at, {"appointment_made", {{"appointment", done->id}, {"body", asked.body}}});
        return resource_reply(201, appointment_json(*done), "/api/v1/appointments/" + done->id);
    });
}

workflow::result<reply> end(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::find_appointment(at.unit, at.who, asked.id());
        if (!found) return found.error();
        const auto ended = persistence::end_appointment(at.unit, at.who, asked.id(), asked.version,
                                                        today_in(at.unit, found->region));
        if (!ended) return with_keepers(at, ended.error());
        record(at,
               {"appointment_ended",
                {{"appointment", asked.id()}, {"user", found->user.id}, {"role", found->role}}});
        return no_content();
    });
}

std::optional<workflow::refusal> unseen(const context& here, const call& asked)
{
    const auto found = get(here, asked);
    if (found) return {};
    return found.error();
}

} // namespace

std::vector<route> appointment_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/appointments",
         .answer = [&here](const call& asked) { return list(here, asked); },
         .operation = "list_appointments",
         .summary = "The posts the caller may see, past and to come",
         .opened_by = scope::read | scope::directory,
         .query = {"user", "agency", "region", "day", "limit", "cursor"}},
        {.method = "POST",
         .pattern = "/api/v1/appointments",
         .answer = [&here](const call& asked) { return create(here, asked); },
         .operation = "create_appointment",
         .summary = "Appoint somebody to a post",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_idempotency_key = true},
        {.method = "GET",
         .pattern = "/api/v1/appointments/{id}",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_appointment",
         .summary = "One appointment",
         .opened_by = scope::read | scope::directory},
        {.method = "DELETE",
         .pattern = "/api/v1/appointments/{id}",
         .answer = [&here](const call& asked) { return end(here, asked); },
         .operation = "end_appointment",
         .summary = "Make today its last day",
         .opened_by = scope::directory,
         .takes_if_match = true,
         .takes_idempotency_key = true,
         .visible = [&here](const call& asked) { return unseen(here, asked); }},
    };
}

} // namespace api
