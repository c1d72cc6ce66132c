#pragma once
// Time at work: what became due by itself is done, people are reminded. Any number of
// processes may run one; a lease keeps them from doing the same work twice, unique keys make it
// harmless where they do. There are no timers to lose: what is due is asked of the database, so
// that coming back after a downtime is the same as going on.
#include "persistence/nouns/leases.hpp"
#include "persistence/sql/database.hpp"
#include "workflow/days/clock_watch.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/step/step.hpp"
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace api {

inline constexpr auto scheduler_job = "scheduler"; // as leases know it

struct scheduler_settings {
    persistence::database& database;
    const workflow::kind_registry& kinds;
    workflow::environment outside;
    std::string owner;                  // names this process, in leases
    std::function<void()> look{};       // with every look, with the lease or without
    std::function<void()> clear_away{}; // once a day: files that nothing names any more
    std::function<void(const std::string&)> report{}; // what went wrong, for the log
    // The wall clock was set by so much; nothing is done meanwhile where it is not believed.
    std::function<void(std::chrono::seconds, bool believed)> clock_was_set{};
    std::function<workflow::clock_watch::steady()> steady{std::chrono::steady_clock::now};
    std::chrono::milliseconds look_every{30'000};
};

class scheduler {
public:
    explicit scheduler(scheduler_settings);
    ~scheduler(); // stops

    // Sweeps, ladder, what is forgotten daily, and what a wrong clock has left, as of the
    // database's clock; nothing while another process has the lease. Throws outages. Not while the
    // thread runs; the thread alone asks whether the clock is to be believed.
    void tick();

    void start(); // a thread of its own
    // Whether mail may leave: the thread has looked once, since after an absence what became due
    // comes first, and the clock is to be believed. Any thread.
    bool may_send() { return has_looked_ && believes_clock(); }
    void stop(); // finishes what is under way and gives the lease back; safe to call again

private:
    void sweep_plans();
    void climb_ladders();
    void forget_daily();
    void for_plan(const std::string& plan, const std::function<void(persistence::unit_of_work&)>&);
    void attempt(const std::function<void()>&);
    bool believes_clock();
    void run(std::stop_token);

    scheduler_settings here_;
    std::optional<persistence::lease> lease_;
    std::map<std::string, workflow::instant> rested_;  // plans in which a sweep found nothing
    std::map<std::string, workflow::instant> climbed_; // mornings whose reminders are stored
    std::string dates_climbed_;                        // persistence::mark_of_all_dates of then
    workflow::date forgotten_on_{};
    std::mutex watch_mutex_; // of watch_
    workflow::clock_watch watch_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::atomic<bool> has_looked_{false};
    std::jthread thread_;
};

} // namespace api
