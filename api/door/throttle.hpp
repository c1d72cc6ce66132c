#pragma once
// Slows guessing down without locking anybody out: after a few free tries each further one has to
// wait, twice as long each time up to a limit, per account and per network it comes from. A network
// from which the account was signed in to before is counted apart: whoever guesses elsewhere, and
// never stops, does not keep the owner waiting. In memory, of this process alone, bounded. Any
// thread.
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace api {

struct throttle_limits {
    int free_tries_per_account{5};
    int free_tries_per_network{30}; // an office shares one address
    std::chrono::seconds wait_first{1};
    std::chrono::seconds wait_max{60}; // never a lock-out
    std::chrono::minutes forgotten_after{15};
    std::chrono::hours known_for{30 * 24}; // since the last sign-in from there
    std::size_t entries_max{20'000};
};

// What somebody has left of one limit.
struct allowance {
    std::string_view name; // of the limit
    int quota{};           // free tries
    std::chrono::seconds window{};
    int left{};                   // tries that need not wait
    std::chrono::seconds reset{}; // until there is another one, or all of them where some are left
};

using steady_clock_function = std::function<std::chrono::steady_clock::time_point()>;

class throttle {
public:
    explicit throttle(throttle_limits = {}, steady_clock_function = std::chrono::steady_clock::now);

    // Counts a try. Nothing: go on. Else how long to wait; a try that has to wait is not counted.
    // Counting comes before the password is looked at, so that many at once gain nothing.
    std::optional<std::chrono::seconds> admit(std::string_view account, std::string_view address);

    // The try was right: the account starts anew where it was tried from, the network gets this
    // one back and is known to be the owner's from now on.
    void forgive(std::string_view account, std::string_view address);

    // Of the account and of the network, as they are now. An account that nobody has is told
    // of like any other.
    std::vector<allowance> left(std::string_view account, std::string_view address);

private:
    using time_point = std::chrono::steady_clock::time_point;
    struct entry {
        int tries{};
        time_point next{}; // no try before
        time_point last{};
    };
    std::string counted_as(std::string_view account, std::string_view address,
                           time_point now) const;
    allowance left_of(std::string_view name, const std::string& key, int free_tries,
                      time_point now) const;
    std::chrono::seconds wait_for(const std::string& key, time_point now) const;
    void count(const std::string& key, int free_tries, time_point now);
    void make_room(time_point now);

    throttle_limits limits_;
    steady_clock_function now_;
    std::mutex mutex_;
    std::unordered_map<std::string, entry> entries_;
    std::unordered_map<std::string, time_point> known_; // account and network: last right try
};

// The network of an address: /24 of IPv4, /64 of IPv6; any other text as it is.
std::string network_of(std::string_view address);

} // namespace api
