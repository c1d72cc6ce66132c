#pragma once
// The demo's clock: stands still while the story is told, then runs beside the real one.
#include "workflow/days/clock.hpp"
#include <atomic>

namespace api {

class demo_time {
public:
    explicit demo_time(workflow::clock real) : real_(std::move(real)) {}

    workflow::instant now() const
    {
        const std::int64_t standing = standing_;
        if (standing != running) return workflow::instant_of(standing);
        return real_() + std::chrono::microseconds(offset_);
    }
    void stop_at(workflow::instant at) { standing_ = workflow::microseconds_of(at); }
    void run_from(workflow::instant at)
    {
        run_with(workflow::microseconds_of(at) - workflow::microseconds_of(real_()));
    }
    void run_with(std::int64_t offset)
    {
        offset_ = offset;
        standing_ = running;
    }
    std::int64_t offset() const { return offset_; }

private:
    static constexpr std::int64_t running = -1;
    workflow::clock real_;
    std::atomic<std::int64_t> offset_{0};
    std::atomic<std::int64_t> standing_{running};
};

} // namespace api
