#pragma once
// A thread that sends what waits, at once when somebody says so. It is not the scheduler's: a mail
// server that does not answer must hold up neither what is due by itself nor the end of the
// process.
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace api {

struct mail_clerk_settings {
    std::function<std::size_t()> send{};              // a batch; returns how many it took in hand
    std::function<void(const std::string&)> report{}; // what went wrong, for the log
    std::chrono::milliseconds send_every{5'000};      // at most, when nobody calls notify()
    std::chrono::milliseconds send_pause{100};        // at least, however often somebody does
};

class mail_clerk {
public:
    explicit mail_clerk(mail_clerk_settings settings) : here_(std::move(settings)) {}
    ~mail_clerk() { stop(); }
    mail_clerk(const mail_clerk&) = delete;
    mail_clerk& operator=(const mail_clerk&) = delete;

    void start();
    // `send` is over when this returns; is_stopping() lets it end early. Safe to call again.
    void stop();
    bool is_stopping() const { return thread_stop_.stop_requested(); } // any thread

    // Something was committed that may have to be told at once. Any thread; returns at once.
    void notify();

private:
    void run(std::stop_token);

    mail_clerk_settings here_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    bool notified_{};
    std::stop_source thread_stop_{};
    std::jthread thread_{};
};

} // namespace api
