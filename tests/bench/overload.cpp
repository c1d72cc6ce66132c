// Ten times as many commands as can be answered: what is still answered, and how soon the others
// hear that they must come again.
#include "tests/bench/served.hpp"
#include "tests/bench/storm.hpp"
#include <cstdio>
#include <deque>

namespace bench {

std::vector<line> overload(const sizes& s, bool on_mariadb)
{
    constexpr int peak_clients = 32;
    constexpr double times = 10;
    // On MariaDB more than are served within the longest that anybody waits.
    const int clients = s.smoke ? 64 : on_mariadb ? 900 : 400;
    const std::string where = on_mariadb ? " on MariaDB" : " on SQLite";
    loaded here(on_mariadb ? support::kind::mariadb : support::kind::sqlite_file, clients,
                s.actions);
    const served program(here);
    std::deque<client> people;
    for (int i = 0; i < clients; ++i)
        people.emplace_back(program, here, static_cast<std::size_t>(i));
    const auto turn = [&](int i) { return people[static_cast<std::size_t>(i)].turn(); };
    const double peak = rate(peak_clients, s.span, [&](int i) { (void)turn(i); });
    const storm found = storm_of(clients, peak * times, s.span, turn);
    std::printf("%d clients asked %.0f a second, %.0f were told to come again\n", clients,
                found.asked, found.turned_away);
    const std::string what = "overload" + where + ": ";
    return {{what + "commands served over HTTP", found.served, peak, "commands/s", 0.8, false},
            {what + "99 of 100 are served within", found.served_ms, 0, "ms", 1000, true},
            {what + "99 of 100 hear no within", found.turned_away_ms, 0, "ms", 1000, true}};
}

} // namespace bench
