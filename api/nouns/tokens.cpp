// Parse, call, check, reply. A token is told once, to whoever made it.
#include "api/nouns/tokens.hpp"
#include "api/http/query.hpp"
#include "api/http/secret.hpp"
#include "api/nouns/keepers.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/tokens.hpp"
#include "persistence/nouns/users.hpp"

namespace api {
namespace {

using persistence::api_token;
using workflow::errc;
using workflow::refusal;
using workflow::result;

constexpr text_rule name_text{1, 100};
constexpr std::int64_t days_max = 366;
constexpr std::int64_t days_default = 90;
constexpr std::size_t scopes_named_max = 10;
constexpr std::int64_t only_version = 1; // a token does not change

json::value bounds_json(const api_token& t)
{
    if (!t.bounds) return nullptr;
    const auto names = names_of(t.bounds->scopes);
    return json::array(names.begin(), names.end());
}

json::value bounds_region_json(const api_token& t)
{
    if (!t.bounds || t.bounds->region.empty()) return nullptr;
    return json::object{{"code", t.bounds->region}, {"name", t.region_name}};
}

json::object token_json(const work& at, const api_token& t, const std::string& secret = {})
{
    json::object out{{"id", t.id}, {"version", only_version}, {"name", t.name}};
    out["user"] = json::object{{"id", t.user}, {"name", t.holder}};
    out["scopes"] = bounds_json(t);
    out["region"] = bounds_region_json(t);
    out["made_at"] = workflow::rfc3339(t.created_at);
    out["until"] = workflow::rfc3339(t.until);
    out["expired"] = t.until <= at.unit.now();
    out["used_at"] = t.used_at ? json::value(workflow::rfc3339(*t.used_at)) : json::value(nullptr);
    out["token"] = secret.empty() ? json::value(nullptr) : json::value(secret);
    return out;
}

// Who took a token away must not go on by those that it makes.
std::optional<refusal> refuse_machine(const call& asked)
{
    if (!asked.by.who.bearer) return {};
    return refusal{errc::forbidden, {"tokens_are_for_people"}};
}

result<reply> list(const context& here, const call& asked)
{
    if (auto no = refuse_machine(asked)) return *no;
    const page wanted = page_of(asked.asked).value();
    const std::string region = text_or_empty(asked.asked, "region");
    return look(here, asked, [&](const work& at) -> result<reply> {
        persistence::token_filter filter{at.who.user.id, {}};
        if (!region.empty()) {
            if (auto no = refuse_non_keeper(at, region)) return *no;
            filter = {{}, workflow::directory_reach{{}, {region}}};
        }
        const auto found = persistence::list_tokens(at.unit, filter, {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const api_token& each : found->items) items.push_back(token_json(at, each));
        return list_reply(std::move(items), found->next);
    });
}

workflow::token_scopes read_scopes(body_reader& in)
{
    workflow::token_scopes out;
    for (const std::string& name : in.texts("scopes", scopes_named_max)) {
        if (const auto known = workflow::scope_named(name))
            out = out | *known;
        else
            in.fault("scopes", {"token_scope_unknown", {{"scopes", "read, report, directory"}}});
    }
    if (out.empty() && in.faultless()) in.fault("scopes", {"token_scopes_needed"});
    return workflow::with_implied(out);
}

// A region that none of the holder's posts reaches is a mistake that would be told by silence.
std::optional<workflow::sentence> region_fault(const work& at, const workflow::token_bounds& wanted)
{
    if (wanted.region.empty()) return {};
    if (!persistence::find_region(at.unit, wanted.region)) return {{"token_region_unknown"}};
    workflow::principal as = at.who;
    as.bounds = wanted;
    const auto plans = persistence::reach_of(as);
    const auto people = workflow::reach_in_directory(as);
    const bool opens = !plans.secretariats.empty() || !plans.received.empty() ||
                       !plans.watched.empty() || !plans.desks.empty() || !people.trees.empty();
    if (opens) return {};
    return {{"token_sees_nothing"}};
}

result<persistence::new_token> read_form(const work& at, const call& asked)
{
    body_reader in(asked.body);
    persistence::new_token form{.id = at.here.new_id(),
                                .user = at.who.user.id,
                                .name = in.text("name", name_text),
                                .token = {}};
    workflow::token_bounds bounds{read_scopes(in), in.optional_text("region").value_or("")};
    if (auto fault = region_fault(at, bounds)) in.fault("region", std::move(*fault));
    const auto days = in.optional_integer("days", 1, days_max).value_or(days_default);
    form.until = at.unit.now() + std::chrono::days(days);
    form.bounds = std::move(bounds);
    if (auto wrong = in.finish()) return *wrong;
    return form;
}

result<reply> create(const context& here, const call& asked)
{
    if (auto no = refuse_machine(asked)) return *no;
    if (!asked.by.who.stepped_up) return refusal{errc::step_up_required, {"step_up_required"}};
    const std::string secret = random_token();
    return change(here, asked, [&](const work& at) -> result<reply> {
        auto form = read_form(at, asked);
        if (!form) return form.error();
        persistence::hold_account(at.unit, form->user); // so that two at once count each other
        if (persistence::tokens_of(at.unit, form->user).size() >= persistence::tokens_of_user_max)
            return refusal{
                errc::conflict,
                {"tokens_too_many", {{"limit", std::to_string(persistence::tokens_of_user_max)}}}};
        form->token = secret;
        persistence::create_token(at.unit, *form);
        const auto made = persistence::find_listed_token(at.unit, form->id);
        if (!made) return made.error();
        record(at, {"token_created",
                    {{"user", made->user},
                     {"token", made->id},
                     {"name", made->name},
                     {"scopes", bounds_json(*made)},
                     {"region", made->bounds->region},
                     {"until", workflow::rfc3339(made->until)}}});
        reply told =
            resource_reply(201, token_json(at, *made, secret), "/api/v1/tokens/" + made->id);
        told.holds_secret = true;
        return told;
    });
}

// Their own, and those of people whose directory they keep.
result<api_token> seen_token(const work& at, const std::string& id)
{
    auto found = persistence::find_listed_token(at.unit, id);
    if (!found || found->user == at.who.user.id) return found;
    const auto holder = persistence::find_user(at.unit, at.who, found->user);
    if (!holder) return holder.error();
    if (!workflow::keeps_directory_of(at.who, holder->user.region))
        return refusal{errc::not_found, {"not_found"}};
    return found;
}

std::optional<refusal> refuse_non_keeper_of(const work& at, const api_token& t)
{
    if (t.user == at.who.user.id) return {};
    const auto holder = persistence::find_user(at.unit, at.who, t.user);
    if (!holder) return holder.error();
    const auto may = persistence::require_keeper_of(at.unit, at.who, holder->user);
    if (may) return {};
    return with_keepers(at, may.error());
}

result<reply> get(const context& here, const call& asked)
{
    if (auto no = refuse_machine(asked)) return *no;
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = seen_token(at, asked.id());
        if (!found) return found.error();
        return resource_reply(200, token_json(at, *found));
    });
}

result<reply> revoke(const context& here, const call& asked)
{
    if (auto no = refuse_machine(asked)) return *no;
    return change(here, asked, [&](const work& at) -> result<reply> {
        const auto found = seen_token(at, asked.id());
        if (!found) return found.error();
        if (auto no = refuse_non_keeper_of(at, *found)) return *no;
        if (asked.version != only_version)
            return refusal{errc::stale,
                           {"stale_version", {{"version", std::to_string(only_version)}}}};
        persistence::end_token(at.unit, found->user, found->id);
        record(at, {"token_revoked",
                    {{"user", found->user}, {"token", found->id}, {"name", found->name}}});
        return no_content();
    });
}

std::optional<refusal> unseen(const context& here, const call& asked)
{
    const auto found = get(here, asked);
    if (found) return {};
    return found.error();
}

} // namespace

std::vector<route> token_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/tokens",
         .answer = [&here](const call& asked) { return list(here, asked); },
         .operation = "list_tokens",
         .summary = "The caller's tokens; with a region those of its people, for administrators",
         .opened_by = scope::none,
         .query = {"region", "limit", "cursor"}},
        {.method = "POST",
         .pattern = "/api/v1/tokens",
         .answer = [&here](const call& asked) { return create(here, asked); },
         .operation = "create_token",
         .summary = "Make a token with scopes, a region and an end; it is told once",
         .opened_by = scope::none,
         .body = body_kind::json,
         .takes_idempotency_key = true},
        {.method = "GET",
         .pattern = "/api/v1/tokens/{id}",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_token",
         .summary = "One token, without what opens",
         .opened_by = scope::none},
        {.method = "DELETE",
         .pattern = "/api/v1/tokens/{id}",
         .answer = [&here](const call& asked) { return revoke(here, asked); },
         .operation = "revoke_token",
         .summary = "End a token at once",
         .opened_by = scope::none,
         .takes_if_match = true,
         .takes_idempotency_key = true,
         .visible = [&here](const call& asked) { return unseen(here, asked); }},
    };
}

} // namespace api
