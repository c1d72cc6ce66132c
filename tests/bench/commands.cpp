// Commands that are committed, beside SQLite doing the same statements by itself in the same run.
#include "tests/bench/floor.hpp"
#include "tests/bench/loaded.hpp"
#include "tests/bench/measure.hpp"
#include <cstdio>

namespace bench {
namespace {

constexpr int threads_max = 32;
constexpr double aim_of_group_commit = 0.85;

double floor_rate(const sizes& s)
{
    loaded here(support::kind::sqlite_file, 1, s.actions);
    here.turn(0);
    const auto statements = traced(here.store(), [&] { here.turn(0); });
    if (s.tells_statements)
        for (const auto& one : statements) std::printf("%s\n", one.text.c_str());
    sqlite_floor floor(here.url().substr(std::string("sqlite://").size()), statements);
    return rate(1, s.span, [&](int) { floor.turn(); });
}

double step_time(loaded& here, const sizes& s)
{
    double out = 0;
    here.store().write([&](persistence::unit_of_work& unit) {
        auto worlds = here.store_in(unit);
        const workflow::subject review{"reviews", here.review(0)};
        const auto world =
            worlds.load(here.head(), review, workflow::parts_for(review.resource)).value();
        const auto outside = here.outside();
        out = nanoseconds_each(s.smoke ? 20 : 2'000, [&] {
            (void)workflow::step(outside, world, review, {"confirm", {}, {}}, here.head());
        });
    });
    return out / 1000;
}

} // namespace

std::vector<line> commands(const sizes& s, bool on_mariadb)
{
    const double floor = on_mariadb ? 0 : floor_rate(s);
    const std::string where = on_mariadb ? " on MariaDB" : " on SQLite";
    const auto which = on_mariadb ? support::kind::mariadb : support::kind::sqlite_file;
    loaded here(which, threads_max, s.actions);
    std::vector<line> out;
    if (!on_mariadb)
        out.push_back({"step on a loaded world of " + std::to_string(s.actions) + " actions",
                       step_time(here, s), 0, "us", 1000, true});
    for (const int threads : {1, 8, threads_max})
        out.push_back({"confirm and withdraw" + where + ", " + std::to_string(threads) + " at once",
                       rate(threads, s.span,
                            [&](int thread) { here.turn(static_cast<std::size_t>(thread)); }),
                       floor, "commands/s", on_mariadb ? 0 : aim_of_group_commit, false});
    return out;
}

} // namespace bench
