// Plain loops and a plain table.
#include "tests/bench/measure.hpp"
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

namespace bench {

double nanoseconds_each(int calls, const std::function<void()>& once)
{
    constexpr int rounds = 5;
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto began = clock::now();
        for (int i = 0; i < calls; ++i) once();
        const std::chrono::duration<double, std::nano> took = clock::now() - began;
        const double each = took.count() / calls;
        if (round == 0 || each < best) best = each;
    }
    return best;
}

double rate(int threads, std::chrono::milliseconds span, const std::function<void(int)>& once)
{
    std::atomic<long long> calls{};
    const auto began = clock::now();
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i)
            running.emplace_back([&, i] {
                while (clock::now() - began < span) {
                    once(i);
                    ++calls;
                }
            });
    }
    const std::chrono::duration<double> took = clock::now() - began;
    return static_cast<double>(calls) / took.count();
}

double ratio_of(const line& l)
{
    return l.floor > 0 ? l.measured / l.floor : 0;
}

bool misses_by(const line& l, double times)
{
    if (l.aim <= 0) return false;
    const double found = l.floor > 0 ? ratio_of(l) : l.measured;
    return l.less_is_better ? found > l.aim * times : found < l.aim / times;
}

void print(const std::vector<line>& lines)
{
    std::printf("| %-58s | %12s | %12s | %-10s | %7s | %6s |\n", "what", "measured", "floor",
                "unit", "ratio", "aim");
    std::printf("|---|---|---|---|---|---|\n");
    for (const line& l : lines) {
        char floor[32] = "-";
        if (l.floor > 0) std::snprintf(floor, sizeof floor, "%.1f", l.floor);
        std::printf("| %-58s | %12.1f | %12s | %-10s | %7.2f | %6.2f |\n", l.what.c_str(),
                    l.measured, floor, l.unit.c_str(), ratio_of(l), l.aim);
    }
}

} // namespace bench
