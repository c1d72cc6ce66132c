#pragma once
// Time at work: what became due by itself is done, people are reminded. Any number of
// processes may run one; a lease keeps them from doing the same work twice, unique keys make it
// harmless where they do. There are no timers to lose: what is due is asked of the database, so
// that coming back after a downtime is the same as going on.
#include "persistence/database.hpp"
#include "persistence/leases.hpp"
#include "workflow/kind_registry.hpp"
#include "workflow/step.hpp"
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace api {

struct scheduler_settings {
    persistence::database& database;
    const workflow::kind_registry& kinds;
    workflow::environment outside;
    std::string owner;                  // names this process, in leases
    std::function<void()> look{};       // with every look, with the lease or without
    std::function<void()> clear_away{}; // once a day: files that nothing names any more
    std::function<void(const std::string&)> report{}; // what went wrong, for the log
    std::chrono::milliseconds look_every{30'000};
};

class scheduler {
public:
    explicit scheduler(scheduler_settings);
    ~scheduler(); // stops

    // Sweeps, ladder, and what is forgotten daily, as of the database's clock; nothing while
    // another process has the lease. Throws outages. Not while the thread runs.
    void tick();

    void start(); // a thread of its own
    // Whether the thread has looked once: after an absence what became due comes before the mail.
    bool has_looked() const { return has_looked_; }
    void stop(); // finishes what is under way and gives the lease back; safe to call again

private:
    void sweep_plans();
    void climb_ladders();
    void forget_daily();
    void for_plan(const std::string& plan, const std::function<void(persistence::unit_of_work&)>&);
    void attempt(const std::function<void()>&);
    void run(std::stop_token);

    scheduler_settings here_;
    std::optional<persistence::lease> lease_;
    std::map<std::string, workflow::instant> rested_;  // plans in which a sweep found nothing
    std::map<std::string, workflow::instant> climbed_; // mornings whose reminders are stored
    std::string dates_climbed_;                        // persistence::mark_of_all_dates of then
    workflow::date forgotten_on_{};
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::atomic<bool> has_looked_{false};
    std::jthread thread_;
};

} // namespace api
