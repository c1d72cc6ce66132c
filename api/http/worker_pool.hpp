#pragma once
// A few threads and a bounded queue between the io thread and everything that may block.
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace api {

class worker_pool {
public:
    // Told whether its turn came in time; what comes late must only say so, quickly.
    using job = std::function<void(bool in_time)>;

    worker_pool(std::size_t threads, std::size_t queue_max, std::chrono::milliseconds wait_max);
    ~worker_pool() { join(); }
    worker_pool(const worker_pool&) = delete;
    worker_pool& operator=(const worker_pool&) = delete;

    // False when the queue is full or the pool is ending; the job is then dropped. Jobs do not
    // throw.
    bool try_post(job);
    // Before all others and beyond the queue's limit: probes, of which there are few. In time
    // always.
    bool try_post_first(job);
    void join(); // finishes what is queued, then ends the threads

private:
    struct waiting {
        job todo;
        std::chrono::steady_clock::time_point until;
    };

    void work();
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<waiting> queue_;
    std::size_t queue_max_;
    std::chrono::milliseconds wait_max_;
    bool ending_{};
    std::vector<std::thread> threads_;
};

} // namespace api
