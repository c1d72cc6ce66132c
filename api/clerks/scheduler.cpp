// One transaction a plan, each under the lease.
#include "api/clerks/scheduler.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/courses.hpp"
#include "persistence/nouns/due_plans.hpp"
#include "persistence/nouns/notices.hpp"
#include "persistence/nouns/sessions.hpp"
#include "persistence/nouns/uploads.hpp"
#include "persistence/nouns/world_store.hpp"
#include "persistence/nouns/wrong_times.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/reminding/open_items.hpp"

namespace api {
namespace {

using namespace std::chrono_literals;
using persistence::unit_of_work;
using workflow::parts;

constexpr auto lease_length = 120s; // longer than any one transaction; renewed by each
// A plan that was looked at for nothing is left alone for a while.
constexpr auto rest = 10min;
// Reminders are stored before their morning, so that no other process sends the digest without.
constexpr auto lead = 10min;
// No civil date begins earlier than this before UTC's.
constexpr auto furthest_zone = 14h;

struct lease_lost : std::runtime_error {
    lease_lost() : std::runtime_error("another process has taken over") {}
};

persistence::world_store store_in(unit_of_work& unit, const scheduler_settings& here,
                                  persistence::stream_use use)
{
    return persistence::world_store({unit, here.kinds, here.outside.new_id, use});
}

workflow::date date_of(workflow::instant at)
{
    return workflow::date{std::chrono::floor<std::chrono::days>(at)};
}

// The last 07:30 that has come, or comes within the lead.
workflow::instant last_morning(const std::string& zone, workflow::instant now)
{
    const workflow::calendar days({}, zone);
    const auto today = days.today(now + lead);
    const auto morning = days.at(today, workflow::digest_hour, workflow::digest_minute);
    if (morning <= now + lead) return morning;
    return days.at(workflow::add_days(today, -1), workflow::digest_hour, workflow::digest_minute);
}

void remind(unit_of_work& unit, const scheduler_settings& here, const std::string& plan,
            workflow::instant morning)
{
    auto worlds = store_in(unit, here, persistence::stream_use::read_only);
    const auto w = worlds.load_plan(plan, parts::whole);
    if (!w) return;
    const auto as_of = std::max(w->now, morning);
    for (const auto& item : workflow::open_items(*here.outside.catalog, *w))
        persistence::store_ladder(unit, w->days,
                                  workflow::latest_step(item, w->days, w->rules.ladder, as_of));
}

} // namespace

scheduler::scheduler(scheduler_settings settings) : here_(std::move(settings)) {}

scheduler::~scheduler()
{
    stop();
}

void scheduler::tick()
{
    here_.database.write([&](unit_of_work& unit) {
        lease_ = persistence::take_lease(unit, scheduler_job, here_.owner, lease_length);
        if (lease_) persistence::amend_wrong_times(unit);
    });
    if (!lease_) return;
    try {
        sweep_plans();
        climb_ladders();
        forget_daily();
        here_.database.write([&](unit_of_work& unit) { persistence::note_done(unit, *lease_); });
    } catch (const lease_lost&) {
        lease_.reset(); // whoever has it goes on
    }
}

// A plan that cannot be worked on must not keep the others from it.
void scheduler::for_plan(const std::string& plan, const std::function<void(unit_of_work&)>& work)
{
    try {
        here_.database.write([&](unit_of_work& unit) {
            if (!persistence::keeps(unit, *lease_, lease_length)) throw lease_lost();
            work(unit);
        });
    } catch (const lease_lost&) {
        throw;
    } catch (const persistence::outage&) {
        throw;
    } catch (const std::exception& e) {
        if (here_.report) here_.report("plan " + plan + ": " + e.what());
    }
}

void scheduler::sweep_plans()
{
    const auto now = here_.database.now();
    const auto due = here_.database.read([&](unit_of_work& unit) {
        return persistence::due_plans(unit, here_.kinds, date_of(now + furthest_zone));
    });
    std::erase_if(rested_, [&](const auto& entry) {
        return entry.second + rest <= now || entry.second > now; // the clock was ahead
    });
    for (const std::string& plan : due) {
        if (rested_.contains(plan)) continue;
        for_plan(plan, [&](unit_of_work& unit) {
            auto worlds = store_in(unit, here_, persistence::stream_use::locked);
            const auto before = worlds.load_plan(plan, parts::whole);
            if (!before) return;
            auto done = workflow::sweep(here_.outside, *before);
            worlds.save(*before, done);
            if (done.events.empty()) rested_[plan] = now;
        });
    }
}

void scheduler::climb_ladders()
{
    const auto now = here_.database.now();
    const auto plans = here_.database.read([&](unit_of_work& unit) {
        // A step that a moved date has put into the past may be too late tomorrow.
        auto dates = persistence::mark_of_all_dates(unit);
        if (dates != dates_climbed_) climbed_.clear();
        dates_climbed_ = std::move(dates);
        return persistence::live_plans(unit, std::string(workflow::nation));
    });
    std::map<std::string, workflow::instant> climbed;
    for (const auto& plan : plans) {
        const auto morning = last_morning(plan.zone, now);
        const auto before = climbed_.find(plan.id);
        if (before == climbed_.end() || before->second != morning)
            for_plan(plan.id, [&](unit_of_work& unit) { remind(unit, here_, plan.id, morning); });
        climbed[plan.id] = morning;
    }
    climbed_ = std::move(climbed);
}

void scheduler::forget_daily()
{
    const auto today = date_of(here_.database.now());
    if (forgotten_on_ == today) return;
    here_.database.write(persistence::forget_old_answers);
    here_.database.write(persistence::forget_old_sessions);
    here_.database.write(persistence::forget_gone_uploads);
    if (here_.clear_away) here_.clear_away();
    forgotten_on_ = today;
}

void scheduler::start()
{
    if (!thread_.joinable()) thread_ = std::jthread([this](std::stop_token stop) { run(stop); });
}

void scheduler::stop()
{
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
    attempt([&] {
        if (lease_)
            here_.database.write([&](unit_of_work& u) { persistence::give_back(u, *lease_); });
    });
    lease_.reset();
}

// An outage is told and waited out; the next look is the next try.
void scheduler::attempt(const std::function<void()>& work)
{
    try {
        work();
    } catch (const std::exception& e) {
        if (here_.report) here_.report(e.what());
    }
}

bool scheduler::believes_clock()
{
    std::unique_lock lock(watch_mutex_);
    const auto set_by = watch_.look(here_.database.now(), here_.steady());
    const bool is_believed = watch_.is_believed();
    lock.unlock();
    if (set_by && here_.clock_was_set) here_.clock_was_set(*set_by, is_believed);
    return is_believed;
}

void scheduler::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        if (here_.look) attempt(here_.look);
        if (believes_clock()) attempt([&] { tick(); });
        has_looked_ = true;
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, here_.look_every, [] { return false; });
    }
}

} // namespace api
