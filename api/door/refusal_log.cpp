// Counted by minutes of the program's clock.
#include "api/door/refusal_log.hpp"
#include "api/door/throttle.hpp"
#include "api/http/config.hpp"
#include "api/http/problem.hpp"
#include "api/words/http_errc.hpp"

namespace api {
namespace {

using workflow::errc;

std::string_view name_of(const request& asked, const workflow::refusal& no)
{
    if (no.code == http_errc::csrf) return "csrf_refused";
    if (no.code == errc::forbidden || no.code == errc::step_up_required) return "not_permitted";
    if (no.code == http_errc::insufficient_scope) return "token_out_of_scope";
    if (no.reason.key == "token_expired") return "expired_bearer";
    const bool is_unknown = no.reason.key == "sign_in_required"; // and no wrong password
    return is_unknown && asked.has_header("authorization") ? "unknown_bearer" : std::string_view();
}

} // namespace

void refusal_log::note(const request& asked, const caller& by, const workflow::refusal& no)
{
    const std::string_view what = name_of(asked, no);
    if (what.empty()) return;
    const std::string& user = by.who.user.id;
    const int number =
        count(std::string(what) + " " + (user.empty() ? network_of(asked.remote) : user));
    if (number > refusal_lines_a_minute_max) return;
    boost::json::object members{{"method", asked.method}, {"path", asked.path()}};
    members["reason"] = no.reason.key;
    if (number == refusal_lines_a_minute_max) members["more"] = "left out for this minute";
    log_security(here_, origin_of(asked, user), {what, std::move(members)});
}

int refusal_log::count(const std::string& key)
{
    const auto minute = workflow::microseconds_of(here_.clock()) / 60'000'000;
    const std::lock_guard lock(mutex_);
    if (minute != minute_) lines_.clear();
    minute_ = minute;
    const bool has_room = lines_.size() < refusal_lines_keys_max || lines_.contains(key);
    return ++lines_[has_room ? key : std::string()];
}

} // namespace api
