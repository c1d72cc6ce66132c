// Commands that are committed, beside the database's own interface doing the same statements by
// itself in the same run.
#include "tests/bench/floor.hpp"
#include "tests/bench/loaded.hpp"
#include "tests/bench/mariadb_floor.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/served.hpp"
#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

namespace bench {
namespace {

constexpr int threads_max = 32;
constexpr double aim_of_group_commit = 3;
constexpr double aim_on_mariadb = 0.85;
constexpr double aim_over_http = 1;
constexpr double aim_over_http_on_mariadb = 0.6;

using spell = std::chrono::milliseconds;
// Commands a second of so many at once; more than there are sessions have as many of them.
using floors = std::function<double(int at_once, spell)>;

struct beside {
    double measured{};
    double floor{};
};

// By turns, for a machine is not the same from one second to the next: the middle of three.
beside alternately(const sizes& s, const std::function<double(spell)>& measure,
                   const std::function<double(spell)>& floor)
{
    constexpr int rounds = 3;
    std::array<double, rounds> own{};
    std::array<double, rounds> below{};
    for (int i = 0; i < rounds; ++i) {
        below[static_cast<std::size_t>(i)] = floor(s.span / rounds);
        own[static_cast<std::size_t>(i)] = measure(s.span / rounds);
    }
    std::sort(own.begin(), own.end());
    std::sort(below.begin(), below.end());
    return {own[rounds / 2], below[rounds / 2]};
}

std::vector<sent> statements_on_sqlite(loaded& here, const sizes& s)
{
    here.turn(0);
    auto statements = traced(here.store(), [&] { here.turn(0); });
    if (s.tells_statements)
        for (const auto& one : statements) std::printf("%s\n", one.text.c_str());
    return statements;
}

// One writer at a time is all there is.
floors floor_on_sqlite(const sizes& s)
{
    const auto here = std::make_shared<loaded>(support::kind::sqlite_file, 1, s.actions);
    const auto statements = statements_on_sqlite(*here, s);
    const auto floor = std::make_shared<sqlite_floor>(
        here->url().substr(std::string("sqlite://").size()), statements);
    return [here, floor](int, spell span) { return rate(1, span, [&](int) { floor->turn(); }); };
}

// The names are those of the statements on SQLite, the values what the server says it was sent.
std::vector<recorded> recorded_on_mariadb(loaded& here, std::size_t plan,
                                          const std::vector<sent>& on_sqlite)
{
    here.turn(plan);
    const auto wholes = logged_by_mariadb([&] { here.turn(plan); });
    std::vector<sent> out;
    for (const sent& one : on_sqlite)
        if (!is_frame(one.text)) out.push_back({one.text, wholes.at(out.size())});
    if (out.size() != wholes.size()) throw std::runtime_error("other statements than on SQLite");
    return recorded_from(out, quoting::backslash);
}

floors floor_on_mariadb(const sizes& s)
{
    constexpr int connections = static_cast<int>(persistence::pool_size_default);
    loaded small(support::kind::sqlite_file, 1, s.actions);
    small.turn(0);
    const auto statements = traced(small.store(), [&] { small.turn(0); });
    auto logs = std::make_optional<mariadb_logs>();
    const auto here = std::make_shared<loaded>(support::kind::mariadb, connections, s.actions);
    const auto floor = std::make_shared<std::deque<mariadb_floor>>();
    for (std::size_t plan = 0; plan < connections; ++plan)
        floor->emplace_back(here->url(), recorded_on_mariadb(*here, plan, statements));
    logs.reset();
    return [here, floor, most = connections](int at_once, spell span) {
        return rate(std::min(at_once, most), span,
                    [&](int i) { (*floor)[static_cast<std::size_t>(i)].turn(); });
    };
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

beside over_http(loaded& here, const sizes& s, int clients, const floors& floor)
{
    const served program(here);
    std::deque<client> people;
    for (int i = 0; i < clients; ++i)
        people.emplace_back(program, here, static_cast<std::size_t>(i));
    const auto turn = [&](int i) { (void)people[static_cast<std::size_t>(i)].turn(); };
    return alternately(
        s, [&](spell span) { return rate(clients, span, turn); },
        [&](spell span) { return floor(clients, span); });
}

} // namespace

std::vector<line> commands(const sizes& s, bool on_mariadb)
{
    const floors floor = on_mariadb ? floor_on_mariadb(s) : floor_on_sqlite(s);
    const std::string where = on_mariadb ? " on MariaDB" : " on SQLite";
    const auto which = on_mariadb ? support::kind::mariadb : support::kind::sqlite_file;
    loaded here(which, threads_max, s.actions);
    std::vector<line> out;
    if (!on_mariadb)
        out.push_back({"step on a loaded world of " + std::to_string(s.actions) + " actions",
                       step_time(here, s), 0, "us", 1000, true});
    for (const int threads : {1, 8, threads_max}) {
        // Fewer than a batch holds are not what group commit is for.
        const double aim = on_mariadb               ? aim_on_mariadb
                           : threads == threads_max ? aim_of_group_commit
                                                    : 0;
        const auto turn = [&](int thread) { here.turn(static_cast<std::size_t>(thread)); };
        const beside found = alternately(
            s, [&](spell span) { return rate(threads, span, turn); },
            [&](spell span) { return floor(threads, span); });
        out.push_back({"confirm and withdraw" + where + ", " + std::to_string(threads) + " at once",
                       found.measured, found.floor, "commands/s", aim, false});
    }
    for (const int clients : {1, threads_max}) {
        const beside found = over_http(here, s, clients, floor);
        out.push_back({"the same over HTTP" + where + ", " + std::to_string(clients) + " clients",
                       found.measured, found.floor, "commands/s",
                       clients == 1 ? 0
                       : on_mariadb ? aim_over_http_on_mariadb
                                    : aim_over_http,
                       false});
    }
    return out;
}

} // namespace bench
