// Cookie or token, and whose it is: one question, with every request.
#include "api/door/authentication.hpp"
#include "api/words/http_errc.hpp"
#include "persistence/nouns/sessions.hpp"
#include "persistence/nouns/tokens.hpp"
#include "workflow/days/clock_watch.hpp"

namespace api {
namespace {

using persistence::unit_of_work;

constexpr std::string_view scheme = "bearer ";

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::string bearer_token(std::string_view authorization)
{
    const std::string_view given = authorization.substr(0, scheme.size());
    if (given.size() != scheme.size()) return {};
    for (std::size_t i = 0; i < scheme.size(); ++i)
        if ((given[i] | 0x20) != (scheme[i] | 0x20)) return {};
    return std::string(trimmed(authorization.substr(scheme.size())));
}

struct found_caller {
    std::optional<caller> by{};
    std::string untouched_session{};            // to be marked as seen
    std::string untouched_token{};              // to be marked as used
    std::optional<workflow::instant> expired{}; // of a token: when
};

// Of a session or a token.
template <class Found> caller holder_of(const Found& found, const request& asked)
{
    caller by;
    by.who.user = {found.user, found.holder};
    by.who.locale = found.locale.empty() ? std::string(preferred_locale(asked)) : found.locale;
    return by;
}

found_caller by_token(unit_of_work& unit, const request& asked)
{
    const std::string given = bearer_token(asked.header("authorization"));
    const auto token = persistence::find_token(unit, given);
    if (!token) return {.expired = persistence::expired_token(unit, given)};
    found_caller out{.by = holder_of(*token, asked)};
    out.by->who.bearer = true;
    out.by->who.bounds = token->bounds;
    // A machine asks for many readers: what it wishes goes before its person's own language.
    if (const auto wished = wished_locale(asked); !wished.empty()) out.by->who.locale = wished;
    if (token->wants_touch(unit.now())) out.untouched_token = token->id;
    return out;
}

// One that lies ahead was made by a wrong clock and would last until then.
bool is_recent(workflow::instant stepped_up_at, workflow::instant now)
{
    return stepped_up_at <= now + workflow::clock_difference_max &&
           now - stepped_up_at <= step_up_lasts;
}

found_caller by_cookie(unit_of_work& unit, const context& here, const request& asked)
{
    const std::string token = session_token(here, asked);
    if (token.empty()) return {};
    const auto session = persistence::find_session(unit, token);
    if (!session) return {};
    found_caller out{.by = holder_of(*session, asked)};
    out.by->who.stepped_up = is_recent(session->stepped_up_at, unit.now());
    out.by->session_id = session->id;
    out.by->csrf_token = session->csrf;
    out.by->by_cookie = true;
    if (session->wants_touch(unit.now())) out.untouched_session = session->id;
    return out;
}

// Told to nobody but who has it: it was found by its hash.
workflow::refusal expired(workflow::instant at)
{
    return {http_errc::unauthenticated, {"token_expired", {{"at", workflow::rfc3339(at)}}}};
}

} // namespace

std::string_view session_cookie_name(const context& here)
{
    return here.secure_cookies ? "__Host-sid" : "sid";
}

std::string session_token(const context& here, const request& asked)
{
    for (const auto& [name, value] : asked.headers) {
        if (name != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::string_view pair = trimmed(rest.substr(0, rest.find(';')));
            const auto equals = pair.find('=');
            if (equals != pair.npos && pair.substr(0, equals) == session_cookie_name(here))
                return std::string(pair.substr(equals + 1));
            rest.remove_prefix(std::min(rest.size(), rest.find(';')));
            if (!rest.empty()) rest.remove_prefix(1);
        }
    }
    return {};
}

workflow::result<caller> authenticate(const context& here, const request& asked)
{
    // Who may do what is asked once more with what is done.
    auto found = here.database.glance([&](unit_of_work& unit) {
        return asked.has_header("authorization") ? by_token(unit, asked)
                                                 : by_cookie(unit, here, asked);
    });
    if (found.expired) return expired(*found.expired);
    if (!found.by) return workflow::refusal{http_errc::unauthenticated, {"sign_in_required"}};
    if (!found.untouched_session.empty())
        here.database.write(
            [&](unit_of_work& unit) { persistence::touch_session(unit, found.untouched_session); });
    if (!found.untouched_token.empty())
        here.database.write(
            [&](unit_of_work& unit) { persistence::touch_token(unit, found.untouched_token); });
    return std::move(*found.by);
}

} // namespace api
