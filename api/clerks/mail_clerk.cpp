// Send, wait for a reason to look again.
#include "api/clerks/mail_clerk.hpp"

namespace api {

void mail_clerk::start()
{
    if (!thread_.joinable()) thread_ = std::jthread([this] { run(thread_stop_.get_token()); });
}

void mail_clerk::stop()
{
    thread_stop_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void mail_clerk::notify()
{
    {
        const std::lock_guard lock(mutex_);
        notified_ = true;
    }
    wake_.notify_one();
}

// An outage is told and waited out; the next look is the next try.
void mail_clerk::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        std::size_t taken = 0;
        try {
            taken = here_.send();
        } catch (const std::exception& e) {
            if (here_.report) here_.report(e.what());
        }
        if (taken > 0) continue;
        // Every change notifies, and few of them have anything to tell.
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, here_.send_pause, [] { return false; });
        wake_.wait_for(lock, stop, here_.send_every, [&] { return notified_; });
        notified_ = false;
    }
}

} // namespace api
