// How fast a history is proved: chain, tables and rows, as `rampung verify` does.
#include "definitions/catalog.hpp"
#include "persistence/proof/proof.hpp"
#include "tests/bench/loaded.hpp"
#include "tests/bench/measure.hpp"
#include <stdexcept>

namespace bench {

std::vector<line> proofs(const sizes& s)
{
    constexpr double aim_events_per_second = 50'000;
    constexpr int plans = 4;
    const int events = s.smoke ? 100 : 10'000; // a plan
    loaded here(support::kind::sqlite_file, plans, s.actions);
    for (std::size_t plan = 0; plan < plans; ++plan) here.turns(plan, events);
    persistence::onlooker store(here.url(), [&] { return here.store().now(); });
    const auto began = clock::now();
    const auto found =
        persistence::prove_all(store, {.catalog = definitions::catalog(), .kinds = here.kinds()});
    const std::chrono::duration<double> took = clock::now() - began;
    if (found.fault) throw std::runtime_error("a fault was found: " + found.fault->what);
    return {{"verify a history of " + std::to_string(found.events) + " events",
             static_cast<double>(found.events) / took.count(), 0, "events/s", aim_events_per_second,
             false}};
}

} // namespace bench
