// The threads that run handlers.
#include "api/http/worker_pool.hpp"

namespace api {

using clock = std::chrono::steady_clock;

worker_pool::worker_pool(std::size_t threads, std::size_t queue_max,
                         std::chrono::milliseconds wait_max)
    : queue_max_(queue_max), wait_max_(wait_max)
{
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

bool worker_pool::try_post(job todo)
{
    {
        const std::lock_guard lock(mutex_);
        if (ending_ || queue_.size() >= queue_max_) return false;
        queue_.push_back({std::move(todo), clock::now() + wait_max_});
    }
    wake_.notify_one();
    return true;
}

bool worker_pool::try_post_first(job todo)
{
    {
        const std::lock_guard lock(mutex_);
        if (ending_) return false;
        queue_.push_front({std::move(todo), clock::time_point::max()});
    }
    wake_.notify_one();
    return true;
}

void worker_pool::join()
{
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
    for (auto& each : threads_)
        if (each.joinable()) each.join();
}

void worker_pool::work()
{
    while (true) {
        waiting next;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return ending_ || !queue_.empty(); });
            if (queue_.empty()) return;
            next = std::move(queue_.front());
            queue_.pop_front();
        }
        next.todo(clock::now() <= next.until);
    }
}

} // namespace api
