#pragma once
// A few threads and a bounded queue between the io thread and everything that may block.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace api {

class worker_pool {
public:
    worker_pool(std::size_t threads, std::size_t queue_max);
    ~worker_pool() { join(); }
    worker_pool(const worker_pool&) = delete;
    worker_pool& operator=(const worker_pool&) = delete;

    // False when the queue is full or the pool is ending; the job is then dropped. Jobs do not
    // throw.
    bool try_post(std::function<void()> job);
    void join(); // finishes what is queued, then ends the threads

private:
    void work();
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    std::size_t queue_max_;
    bool ending_{};
    std::vector<std::thread> threads_;
};

} // namespace api
