#pragma once
// A machine's wall clock can be wrong for a while: a typing error, a battery, a time server. What
// it says is held against a clock that only runs on, and what it has written is told from what a
// right clock could have written. Pure; one thread.
#include "workflow/days/clock.hpp"
#include <optional>

namespace workflow {

// So much may the clocks of two servers differ, and a clock be set without anybody's being told.
// A stored time that lies further ahead than anything that is kept could comes from a wrong clock.
inline constexpr std::chrono::minutes clock_difference_max{5};

// A clock that goes forward by more than `leap_max` is not believed for so long: whatever it makes
// due is done once and never undone. Going back makes nothing due and is believed at once.
inline constexpr std::chrono::hours leap_max{1};
inline constexpr std::chrono::minutes leap_believed_after{10};

class clock_watch {
public:
    using steady = std::chrono::steady_clock::time_point;

    // By how much the wall clock was set since the last look, where that is more than
    // `clock_difference_max`.
    std::optional<std::chrono::seconds> look(instant wall, steady now);
    // Whether the time that the last look saw may be acted upon.
    bool is_believed() const { return believed_; }

private:
    std::optional<std::chrono::microseconds> seen_; // wall clock less steady one
    std::chrono::microseconds good_{};              // the same when it was last believed
    steady leapt_at_{};
    bool believed_{true};
};

} // namespace workflow
