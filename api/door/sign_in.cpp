// Parse, call, check, reply; the hashing is done outside of transactions, since it takes long.
#include "api/door/sign_in.hpp"
#include "api/door/authentication.hpp"
#include "api/door/code_use.hpp"
#include "api/door/limit_headers.hpp"
#include "api/door/person_json.hpp"
#include "api/door/rights.hpp"
#include "api/door/security_log.hpp"
#include "api/http/json_body.hpp"
#include "api/http/secret.hpp"
#include "api/words/http_errc.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/sessions.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>

namespace api {
namespace {

namespace json = boost::json;
using persistence::credentials;
using persistence::unit_of_work;
using workflow::errc;
using workflow::refusal;
using no = std::optional<refusal>;

constexpr text_rule name_text{1, 100};
constexpr text_rule password_text{1, 1000}; // what is too long is answered as wrong
constexpr text_rule code_text{1, 200};

// What the handlers share: the context, and who has to wait.
struct doors {
    const context& here;
    throttle slow;
    doors(const context& c, throttle_limits most, steady_clock_function now)
        : here(c), slow(most, std::move(now))
    {
    }
};

struct attempt {
    std::string account; // as the throttle and the log know it
    std::string password;
    std::string code;
};

refusal wrong_credentials()
{
    return {http_errc::unauthenticated, {"wrong_credentials"}};
}

// Who proves anew that it is them is signed in: what was wrong is what they gave.
refusal wrong_proof(const attempt& given)
{
    const bool by_code = !given.code.empty();
    const workflow::sentence what{by_code ? "second_factor_wrong" : "wrong_password"};
    return {http_errc::unauthenticated, what, {}, {{by_code ? "/code" : "/password", what}}};
}

refusal sign_in_required()
{
    return {http_errc::unauthenticated, {"sign_in_required"}};
}

no refuse_haste(doors& at, const call& asked, const attempt& given)
{
    const auto wait = at.slow.admit(given.account, asked.asked.remote);
    if (!wait) return {};
    log_security(at.here, origin_of(asked.asked),
                 {"sign_in_throttled", {{"account", given.account}}});
    return refusal{http_errc::too_many_requests,
                   {"too_many_attempts", {{"seconds", std::to_string(wait->count())}}}};
}

no failed(const doors& at, const call& asked, const attempt& given, std::string_view why,
          refusal answer)
{
    log_security(at.here, origin_of(asked.asked),
                 {"sign_in_failed", {{"account", given.account}, {"why", why}}});
    return answer;
}

no refuse_second_factor(const doors& at, const call& asked, const credentials& known,
                        const attempt& given)
{
    if (known.totp_secret.empty()) return {};
    if (given.code.empty())
        return refusal{http_errc::second_factor_required, {"second_factor_required"}};
    if (takes_code(at.here, asked.asked, known, given.code)) return {};
    return failed(at, asked, given, "code",
                  {http_errc::second_factor_required, {"second_factor_wrong"}});
}

reply with_cookie(const context& here, reply answer, const std::string& token)
{
    std::string cookie = std::string(session_cookie_name(here)) + "=" + token;
    if (here.secure_cookies) cookie += "; Secure";
    cookie += "; HttpOnly; SameSite=Lax; Path=/";
    if (token.empty()) cookie += "; Max-Age=0";
    return answer.with("Set-Cookie", std::move(cookie));
}

// A session of another time on the same browser ends: nobody can plant one to be signed in with.
void end_former_session(unit_of_work& unit, const context& here, const request& asked)
{
    const std::string token = session_token(here, asked);
    if (token.empty()) return;
    if (const auto former = persistence::find_session(unit, token))
        persistence::end_session(unit, former->id);
}

workflow::result<reply> let_in(const doors& at, const call& asked, const credentials& known,
                               const attempt& given)
{
    const persistence::new_session made{random_id(), known.user, random_token(), random_token()};
    const bool is_old_form = needs_rehash(known.password_hash);
    const std::string hash = is_old_form ? password_hash(given.password) : "";
    std::optional<std::string> body;
    at.here.database.write([&](unit_of_work& unit) {
        body.reset();
        const auto who = rights_of(unit, known.user);
        if (!who) return;
        end_former_session(unit, at.here, asked.asked);
        if (is_old_form) persistence::rehash_password(unit, known.user, hash);
        persistence::create_session(unit, made);
        record_security(unit, origin_of(asked.asked),
                        {"signed_in",
                         {{"account", given.account}, {"user", known.user}, {"session", made.id}}});
        body = session_text(unit, *who, made.csrf);
    });
    if (!body) return wrong_credentials(); // disabled a moment ago
    write_security_log(at.here);
    reply in = with_cookie(at.here, json_reply(201, *body), made.token);
    in.by = known.user;
    return in.with("Location", "/api/v1/session");
}

workflow::result<reply> sign_in(doors& at, const call& asked)
{
    body_reader in(asked.body);
    const attempt given{in.text("username", name_text), in.text("password", password_text),
                        in.optional_text("code", code_text).value_or("")};
    if (auto wrong = in.finish()) return *wrong;
    if (auto wait = refuse_haste(at, asked, given)) return *wait;
    const auto known = at.here.database.read(
        [&](unit_of_work& unit) { return persistence::find_credentials(unit, given.account); });
    const bool may_try = known && !known->disabled;
    if (!password_fits(given.password, may_try ? known->password_hash : std::string()))
        return *failed(at, asked, given, "password", wrong_credentials());
    if (auto second = refuse_second_factor(at, asked, *known, given)) return *second;
    at.slow.forgive(given.account, asked.asked.remote);
    return let_in(at, asked, *known, given);
}

workflow::result<reply> who_am_i(const context& here, const call& asked)
{
    return here.database.read([&](unit_of_work& unit) -> workflow::result<reply> {
        const auto who = rights_of(unit, asked.by);
        if (who.user.id.empty()) return sign_in_required(); // disabled a moment ago
        return json_reply(200, session_text(unit, who, asked.by.csrf_token));
    });
}

// A token is not ended so: who sends one must not believe it was.
workflow::result<reply> sign_out(const context& here, const call& asked)
{
    if (!asked.by.by_cookie) return refusal{errc::forbidden, {"bearer_has_no_session"}};
    here.database.write([&](unit_of_work& unit) {
        persistence::end_session(unit, asked.by.session_id);
        record_security(unit, origin_of(asked.asked, asked.by.who.user.id),
                        {"signed_out", {{"session", asked.by.session_id}}});
    });
    write_security_log(here);
    return with_cookie(here, no_content(), "");
}

// The password again or, where a second factor is set, its code alone.
no refuse_proof(doors& at, const call& asked, const attempt& given, std::string_view why,
                refusal answer)
{
    const auto known = at.here.database.read([&](unit_of_work& unit) {
        return persistence::credentials_of(unit, asked.by.who.user.id);
    });
    if (!known) return sign_in_required();
    if (!given.code.empty() && !known->totp_secret.empty() &&
        takes_code(at.here, asked.asked, *known, given.code))
        return {};
    if (!given.password.empty() && password_fits(given.password, known->password_hash)) return {};
    return failed(at, asked, given, why, std::move(answer));
}

workflow::result<reply> step_up(doors& at, const call& asked)
{
    if (!asked.by.by_cookie) return refusal{errc::forbidden, {"bearer_may_not_decide"}};
    body_reader in(asked.body);
    const attempt given{asked.by.who.user.id,
                        in.optional_text("password", password_text).value_or(""),
                        in.optional_text("code", code_text).value_or("")};
    if (given.password.empty() == given.code.empty()) in.fault("password", {"password_or_code"});
    if (auto wrong = in.finish()) return *wrong;
    if (auto wait = refuse_haste(at, asked, given)) return *wait;
    if (auto wrong = refuse_proof(at, asked, given, "step_up", wrong_proof(given))) return *wrong;
    at.slow.forgive(given.account, asked.asked.remote);
    // The token is new: a stolen one gains nothing. The CSRF token stays, for other tabs hold it.
    const persistence::new_session next{asked.by.session_id, asked.by.who.user.id, random_token(),
                                        asked.by.csrf_token};
    std::optional<std::string> body;
    at.here.database.write([&](unit_of_work& unit) {
        body.reset();
        const auto who = rights_of(unit, asked.by);
        if (who.user.id.empty() || !persistence::step_up_session(unit, next)) return;
        const auto origin = origin_of(asked.asked, next.user);
        record_security(unit, origin, {"stepped_up", {{"session", next.id}}});
        body = session_text(unit, who, next.csrf);
    });
    if (!body) return sign_in_required();
    write_security_log(at.here);
    return with_cookie(at.here, json_reply(200, *body), next.token);
}

refusal fault_in(std::string pointer, workflow::sentence what)
{
    return {errc::invalid, {"body_invalid"}, {}, {{std::move(pointer), std::move(what)}}};
}

// A new password against the policy; `member` is where the body has it.
no refuse_weak(const doors& at, const std::string& member, const std::string& password,
               const std::string& username)
{
    auto fault = password_fault(password, username, at.here.passwords);
    return fault ? no(fault_in("/" + member, std::move(*fault))) : no();
}

// The new password ends every session of its owner; the one that asked goes on as a new one. Its
// CSRF token stays, as after a step-up. Nothing: it was over, so somebody else was faster.
std::optional<std::string> replace_password(const doors& at, const call& asked,
                                            const persistence::new_session& next,
                                            const std::string& username, const std::string& hash)
{
    std::optional<std::string> body;
    at.here.database.write([&](unit_of_work& unit) {
        body.reset();
        const auto open = persistence::sessions_of(unit, next.user);
        const auto is_this = [&](const auto& each) { return each.id == asked.by.session_id; };
        if (std::none_of(open.begin(), open.end(), is_this)) return;
        persistence::set_password(unit, next.user, hash);
        persistence::create_session(unit, next);
        body = session_text(unit, rights_of(unit, asked.by), next.csrf);
        record_security(unit, origin_of(asked.asked),
                        {"password_changed",
                         {{"account", username}, {"user", next.user}, {"session", next.id}}});
    });
    if (body) write_security_log(at.here);
    return body;
}

workflow::result<reply> change_password(doors& at, const call& asked)
{
    if (!asked.by.by_cookie) return refusal{errc::forbidden, {"bearer_has_no_password"}};
    body_reader in(asked.body);
    const attempt given{asked.by.who.user.id, in.text("current_password", password_text), {}};
    const std::string wanted = in.text("new_password", password_text);
    if (auto wrong = in.finish()) return *wrong;
    if (auto wait = refuse_haste(at, asked, given)) return *wait;
    if (auto wrong = refuse_proof(at, asked, given, "password_change",
                                  fault_in("/current_password", {"current_password_wrong"})))
        return *wrong;
    at.slow.forgive(given.account, asked.asked.remote);
    const auto own = at.here.database.read([&](unit_of_work& unit) {
        return persistence::find_user(unit, rights_of(unit, asked.by), given.account);
    });
    if (!own) return sign_in_required(); // disabled a moment ago
    if (auto weak = refuse_weak(at, "new_password", wanted, own->user.username)) return *weak;
    const persistence::new_session next{random_id(), given.account, random_token(),
                                        asked.by.csrf_token};
    const auto body = replace_password(at, asked, next, own->user.username, password_hash(wanted));
    if (!body) return sign_in_required();
    return with_cookie(at.here, json_reply(200, *body), next.token);
}

// Who may choose a password by the code, and their user name.
struct invited {
    std::string user;
    std::string username;
};

std::optional<invited> invited_by(unit_of_work& unit, const std::string& code)
{
    const auto user = persistence::find_activation(unit, workflow::sha256_hex(code));
    if (!user) return {};
    const auto who = rights_of(unit, *user);
    if (!who) return {};
    return invited{*user, persistence::find_user(unit, *who, *user).value().user.username};
}

workflow::result<reply> activate(doors& at, const call& asked)
{
    body_reader in(asked.body);
    const attempt given{account_of_activation(asked), in.text("password", password_text),
                        in.text("code", code_text)};
    if (auto wrong = in.finish()) return *wrong;
    if (auto wait = refuse_haste(at, asked, given)) return *wait;
    auto known =
        at.here.database.read([&](unit_of_work& unit) { return invited_by(unit, given.code); });
    if (!known)
        return *failed(at, asked, given, "activation",
                       {http_errc::unauthenticated, {"activation_unknown"}});
    at.slow.forgive(given.account, asked.asked.remote);
    if (auto weak = refuse_weak(at, "password", given.password, known->username)) return *weak;
    const std::string hash = password_hash(given.password);
    at.here.database.write([&](unit_of_work& unit) {
        known = invited_by(unit, given.code); // once, also when two come at the same moment
        if (!known) return;
        persistence::set_password(unit, known->user, hash);
        record_security(unit, origin_of(asked.asked),
                        {"activated", {{"account", known->username}, {"user", known->user}}});
    });
    if (!known) return refusal{http_errc::unauthenticated, {"activation_unknown"}};
    write_security_log(at.here);
    return json_reply(200, json::serialize(json::object{{"username", known->username}}));
}

} // namespace

bool hashes_password(const request& head)
{
    static constexpr std::string_view doors[]{"/api/v1/session",
                                              "/api/v1/session/step-up",
                                              "/api/v1/session/password",
                                              "/api/v1/activation",
                                              "/masuk",
                                              "/aktivasi"};
    return head.method == "POST" &&
           std::find(std::begin(doors), std::end(doors), head.path()) != std::end(doors);
}

std::vector<route> sign_in_routes(const context& here, throttle_limits most,
                                  steady_clock_function now)
{
    const auto at = std::make_shared<doors>(here, most, std::move(now));
    const std::shared_ptr<throttle> slow(at, &at->slow);
    return {
        {.method = "POST",
         .pattern = "/api/v1/session",
         .answer = [at](const call& asked) { return sign_in(*at, asked); },
         .operation = "sign_in",
         .summary = "Sign in",
         .body = body_kind::json,
         .needs_sign_in = false,
         .limits = told_limits(slow, &account_named)},
        {.method = "GET",
         .pattern = "/api/v1/session",
         .answer = [&here](const call& asked) { return who_am_i(here, asked); },
         .operation = "who_am_i",
         .summary = "Who is signed in",
         .opened_by = scope::read | scope::directory},
        {.method = "DELETE",
         .pattern = "/api/v1/session",
         .answer = [&here](const call& asked) { return sign_out(here, asked); },
         .operation = "sign_out",
         .summary = "Sign out",
         .opened_by = scope::none},
        {.method = "POST",
         .pattern = "/api/v1/session/step-up",
         .answer = [at](const call& asked) { return step_up(*at, asked); },
         .operation = "step_up",
         .summary = "Prove again who you are, before a decision",
         .opened_by = scope::none,
         .body = body_kind::json,
         .limits = told_limits(slow, &account_of_caller)},
        {.method = "POST",
         .pattern = "/api/v1/session/password",
         .answer = [at](const call& asked) { return change_password(*at, asked); },
         .operation = "change_password",
         .summary = "Choose a new password by the present one; every other session ends",
         .opened_by = scope::none,
         .body = body_kind::json,
         .limits = told_limits(slow, &account_of_caller)},
        {.method = "POST",
         .pattern = "/api/v1/activation",
         .answer = [at](const call& asked) { return activate(*at, asked); },
         .operation = "activate",
         .summary = "Choose a password by a one-time code",
         .body = body_kind::json,
         .needs_sign_in = false,
         .limits = told_limits(slow, &account_of_activation)},
    };
}

} // namespace api
