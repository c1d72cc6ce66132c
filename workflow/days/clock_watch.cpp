// The difference of two clocks, from look to look.
#include "workflow/days/clock_watch.hpp"

namespace workflow {

std::optional<std::chrono::seconds> clock_watch::look(instant wall, steady now)
{
    using namespace std::chrono;
    const auto offset =
        wall.time_since_epoch() - duration_cast<microseconds>(now.time_since_epoch());
    if (!seen_) good_ = offset;
    const auto moved = offset - seen_.value_or(offset);
    seen_ = offset;
    const bool was_set = abs(moved) > clock_difference_max;
    if (was_set) leapt_at_ = now;
    believed_ =
        offset - good_ <= leap_max || (!believed_ && now - leapt_at_ >= leap_believed_after);
    if (believed_) good_ = offset;
    return was_set ? std::optional(duration_cast<seconds>(moved)) : std::nullopt;
}

} // namespace workflow
