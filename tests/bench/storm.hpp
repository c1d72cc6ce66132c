#pragma once
// More requests than a server can answer: each client asks at its own moments and not when it has
// been answered, as people do who do not know of each other.
#include "tests/bench/measure.hpp"

namespace bench {

struct storm {
    double asked{}; // a second, as far as the clients came to it
    double served{};
    double turned_away{};
    double served_ms{}; // 99 of 100 were served within
    double turned_away_ms{};
};

// So many clients that ask at random moments, `offered` a second in all; a client that is still
// waiting at its next moment asks as soon as it can. `once` gives a status.
storm storm_of(int clients, double offered, std::chrono::milliseconds span,
               const std::function<int(int)>& once);

} // namespace bench
