// Parse, call, check, reply. A one-time code is told once, to whoever made the account or the code.
#include "api/nouns/users.hpp"
#include "api/door/person_json.hpp"
#include "api/door/rights.hpp"
#include "api/http/query.hpp"
#include "api/http/secret.hpp"
#include "api/nouns/keepers.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/credentials.hpp"
#include "workflow/things/sha256.hpp"

namespace api {
namespace {

using workflow::refusal;

constexpr text_rule any_text{0, 1000, true}; // what fits is said by the directory's own rules
constexpr std::chrono::days activation_lasts{7};

workflow::result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::list_users(at.unit, at.who,
                                                   {.region = text_or_empty(asked.asked, "region")},
                                                   {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const auto& each : found->items) items.push_back(user_json(each, at.who));
        return list_reply(std::move(items), found->next);
    });
}

workflow::result<reply> get(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::find_user(at.unit, at.who, asked.id());
        if (!found) return found.error();
        return resource_reply(200, user_json(*found, at.who));
    });
}

reply told_once(const json::object& answer, const std::string& user)
{
    reply told = resource_reply(201, answer, "/api/v1/users/" + user);
    told.holds_secret = true;
    return told;
}

workflow::result<reply> create(const context& here, const call& asked)
{
    const std::string code = random_id();
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        const std::string named = text_in(asked.body, "region");
        if (auto no = refuse_non_keeper(at, named.empty() ? own_region(at.who) : named)) return *no;
        body_reader in(asked.body);
        workflow::new_user form{.id = here.new_id(),
                                .username = in.text("username"),
                                .name = in.text("name", any_text),
                                .locale = in.optional_text("locale").value_or("id"),
                                .region = in.optional_text("region").value_or(own_region(at.who)),
                                .addresses = {},
                                .activation_hash = workflow::sha256_hex(code),
                                .activation_until = at.unit.now() + activation_lasts};
        if (auto address = in.optional_text("email", {0, 300})) form.addresses = {*address};
        if (auto wrong = in.finish()) return *wrong;
        const auto done = persistence::create_user(at.unit, at.who, form);
        if (!done) return with_keepers(at, done.error());
        json::object answer = user_json(*done, at.who);
        answer["activation_code"] = code;
        record(at,
               {"user_created",
                {{"user", form.id}, {"username", done->user.username}, {"region", form.region}}});
        return told_once(answer, form.id);
    });
}

std::optional<refusal> refuse_non_keeper_of(const work& at, const persistence::account& of)
{
    const auto may = persistence::require_keeper_of(at.unit, at.who, of.user);
    if (may) return {};
    return with_keepers(at, may.error());
}

// A new password makes one that person: it is for who may change the account, and for somebody
// else's, since one's own password is changed by who knows it.
std::optional<refusal> refuse_activation(const work& at, const persistence::account& of)
{
    if (auto no = refuse_non_keeper_of(at, of)) return no;
    if (of.disabled) return refusal{workflow::errc::guard, {"activation_of_disabled"}};
    if (of.user.id == at.who.user.id) return refusal{workflow::errc::guard, {"activation_of_own"}};
    return {};
}

workflow::result<reply> invite(const context& here, const call& asked)
{
    const std::string code = random_id();
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        persistence::hold_account(at.unit, asked.id()); // what it may do stays as it is read now
        const auto found = persistence::find_user(at.unit, at.who, asked.id());
        if (!found) return found.error();
        if (auto no = refuse_activation(at, *found)) return *no;
        body_reader in(asked.body);
        if (auto wrong = in.finish()) return *wrong;
        const workflow::instant until = at.unit.now() + activation_lasts;
        persistence::set_activation(at.unit, asked.id(), workflow::sha256_hex(code), until);
        record(at, {"activation_made", {{"user", asked.id()}}});
        return told_once(
            {{"activation_code", code}, {"activation_until", workflow::rfc3339(until)}},
            asked.id());
    });
}

workflow::user_changes read_changes(body_reader& in)
{
    workflow::user_changes out{.name = in.optional_text("name", any_text),
                               .locale = in.optional_text("locale"),
                               .region = in.optional_text("region")};
    if (in.has("email")) {
        const auto address = in.optional_text("email", {0, 300});
        out.addresses = address ? std::vector{*address} : std::vector<std::string>{};
    }
    out.disabled = in.optional_boolean("disabled");
    return out;
}

// People may choose their own language; a body that asks for anything else wants an administrator.
bool only_locale(const json::value& body)
{
    const auto* object = body.if_object();
    return object && object->size() == 1 && object->contains("locale");
}

workflow::result<reply> patch(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto found = persistence::find_user(at.unit, at.who, asked.id());
        if (!found) return found.error();
        const bool is_own = asked.id() == at.who.user.id && only_locale(asked.body);
        if (!is_own)
            if (auto no = refuse_non_keeper_of(at, *found)) return *no;
        body_reader in(asked.body);
        const auto changes = read_changes(in);
        if (auto wrong = in.finish()) return *wrong;
        const auto changed =
            persistence::change_user(at.unit, at.who, asked.id(), changes, asked.version);
        if (!changed) return with_keepers(at, changed.error());
        record(at, {"user_changed", {{"user", asked.id()}, {"changes", asked.body}}});
        return resource_reply(200, user_json(*changed, at.who));
    });
}

std::optional<refusal> unseen(const context& here, const call& asked)
{
    const auto found = get(here, asked);
    if (found) return {};
    return found.error();
}

} // namespace

std::vector<route> user_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/users",
         .answer = [&here](const call& asked) { return list(here, asked); },
         .operation = "list_users",
         .summary = "The people the caller may see, by user name",
         .opened_by = scope::read | scope::directory,
         .query = {"region", "limit", "cursor"}},
        {.method = "POST",
         .pattern = "/api/v1/users",
         .answer = [&here](const call& asked) { return create(here, asked); },
         .operation = "create_user",
         .summary = "Make an account and a one-time activation code",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_idempotency_key = true},
        {.method = "GET",
         .pattern = "/api/v1/users/{id}",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_user",
         .summary = "One person",
         .opened_by = scope::read | scope::directory},
        {.method = "PATCH",
         .pattern = "/api/v1/users/{id}",
         .answer = [&here](const call& asked) { return patch(here, asked); },
         .operation = "change_user",
         .summary = "Change or disable an account",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_if_match = true,
         .takes_idempotency_key = true,
         .visible = [&here](const call& asked) { return unseen(here, asked); }},
        {.method = "POST",
         .pattern = "/api/v1/users/{id}/activation",
         .answer = [&here](const call& asked) { return invite(here, asked); },
         .operation = "make_activation",
         .summary = "Make a new one-time activation code for an account",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_idempotency_key = true,
         .visible = [&here](const call& asked) { return unseen(here, asked); }},
    };
}

} // namespace api
