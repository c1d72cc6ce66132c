// One thread a client: they spend their time waiting.
#include "tests/bench/storm.hpp"
#include <algorithm>
#include <mutex>
#include <random>
#include <thread>

namespace bench {
namespace {

using milliseconds = std::chrono::duration<double, std::milli>;

struct answers {
    std::vector<double> served, turned_away; // milliseconds each

    void add(const answers& more)
    {
        served.insert(served.end(), more.served.begin(), more.served.end());
        turned_away.insert(turned_away.end(), more.turned_away.begin(), more.turned_away.end());
    }
};

double ninety_nine_of_a_hundred(std::vector<double>& times)
{
    if (times.empty()) return 0;
    const auto at = times.begin() + static_cast<std::ptrdiff_t>(times.size() * 99 / 100);
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

answers ask(int number, double every_seconds, clock::time_point end,
            const std::function<int(int)>& once)
{
    std::mt19937 random(static_cast<unsigned>(number));
    std::exponential_distribution<double> pause(1 / every_seconds);
    const auto next = [&] {
        return std::chrono::duration_cast<clock::duration>(
            std::chrono::duration<double>(pause(random)));
    };
    answers out;
    for (auto at = clock::now() + next(); at < end; at += next()) {
        // tidy allows no_sleep: the moment is the event, nobody else is awaited
        std::this_thread::sleep_until(at);
        const auto began = clock::now();
        if (began >= end) break;
        auto& into = once(number) == 200 ? out.served : out.turned_away;
        into.push_back(milliseconds(clock::now() - began).count());
    }
    return out;
}

} // namespace

storm storm_of(int clients, double offered, std::chrono::milliseconds span,
               const std::function<int(int)>& once)
{
    const auto end = clock::now() + span;
    std::mutex mutex;
    answers all;
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < clients; ++i)
            running.emplace_back([&, i] {
                const answers own = ask(i, clients / offered, end, once);
                const std::lock_guard lock(mutex);
                all.add(own);
            });
    }
    const double seconds = std::chrono::duration<double>(span).count();
    storm out;
    out.served = static_cast<double>(all.served.size()) / seconds;
    out.turned_away = static_cast<double>(all.turned_away.size()) / seconds;
    out.asked = out.served + out.turned_away;
    out.served_ms = ninety_nine_of_a_hundred(all.served);
    out.turned_away_ms = ninety_nine_of_a_hundred(all.turned_away);
    return out;
}

} // namespace bench
