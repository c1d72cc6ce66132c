#pragma once
// Whether a change would be stored now: tried on the database itself, and not more often than every
// two seconds, however many ask. Any thread; those who ask while it is tried wait for the outcome.
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

namespace api {

class readiness {
public:
    using time_point = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::seconds good_for{2};

    // `attempt` throws when the database does not take a change.
    readiness(std::function<void()> attempt, std::function<time_point()> now);

    bool ask();

private:
    std::function<void()> attempt_;
    std::function<time_point()> now_;
    std::mutex mutex_;
    std::optional<time_point> asked_;
    bool is_ready_{};
};

} // namespace api
