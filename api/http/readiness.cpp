// The outcome is kept for a short while, a bad one too: probes must not add to an overload.
#include "api/http/readiness.hpp"
#include "api/http/log.hpp"

namespace api {

readiness::readiness(std::function<void()> attempt, std::function<time_point()> now)
    : attempt_(std::move(attempt)), now_(std::move(now))
{
}

bool readiness::ask()
{
    const std::lock_guard lock(mutex_);
    if (asked_ && now_() - *asked_ < good_for) return is_ready_;
    try {
        attempt_();
        is_ready_ = true;
    } catch (const std::exception& failure) {
        is_ready_ = false;
        log(severity::warning, "not_ready", {{"what", failure.what()}});
    }
    asked_ = now_();
    return is_ready_;
}

} // namespace api
