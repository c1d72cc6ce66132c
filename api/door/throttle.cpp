// Counts tries and says how long to wait.
#include "api/door/throttle.hpp"
#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace api {
namespace {

std::string account_key(std::string_view account)
{
    std::string key = "a:" + std::string(account);
    for (char& c : key)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return key;
}

std::string network_key(std::string_view address)
{
    return "n:" + network_of(address);
}

// Of an account at a network where it is at home; a line feed stands in no name.
std::string home_key(std::string_view account, std::string_view address)
{
    return account_key(account) + "\n" + network_of(address);
}

} // namespace

throttle::throttle(throttle_limits most, steady_clock_function now)
    : limits_(most), now_(std::move(now))
{
}

std::optional<std::chrono::seconds> throttle::admit(std::string_view account,
                                                    std::string_view address)
{
    const std::lock_guard lock(mutex_);
    const time_point now = now_();
    const std::string by_account = counted_as(account, address, now);
    const std::string by_network = network_key(address);
    const auto wait = std::max(wait_for(by_account, now), wait_for(by_network, now));
    if (wait > std::chrono::seconds::zero()) return wait;
    make_room(now);
    count(by_account, limits_.free_tries_per_account, now);
    count(by_network, limits_.free_tries_per_network, now);
    return {};
}

void throttle::forgive(std::string_view account, std::string_view address)
{
    const std::lock_guard lock(mutex_);
    const time_point now = now_();
    entries_.erase(counted_as(account, address, now));
    if (known_.size() >= limits_.entries_max)
        std::erase_if(known_, [&](const auto& k) { return now - k.second > limits_.known_for; });
    if (known_.size() >= limits_.entries_max) known_.clear();
    known_[home_key(account, address)] = now;
    const auto network = entries_.find(network_key(address));
    if (network == entries_.end() || network->second.tries == 0) return;
    --network->second.tries;
    if (network->second.tries < limits_.free_tries_per_network) network->second.next = {};
}

std::vector<allowance> throttle::left(std::string_view account, std::string_view address)
{
    const std::lock_guard lock(mutex_);
    const time_point now = now_();
    return {
        left_of("account", counted_as(account, address, now), limits_.free_tries_per_account, now),
        left_of("network", network_key(address), limits_.free_tries_per_network, now)};
}

allowance throttle::left_of(std::string_view name, const std::string& key, int free_tries,
                            time_point now) const
{
    allowance out{name, free_tries, limits_.forgotten_after, free_tries, {}};
    const auto found = entries_.find(key);
    if (found == entries_.end() || now - found->second.last > limits_.forgotten_after) return out;
    const auto wait = wait_for(key, now);
    const bool is_waiting = wait > std::chrono::seconds::zero();
    // Who has waited has one try, however many there were.
    out.left = is_waiting ? 0 : std::max(1, free_tries - found->second.tries);
    out.reset = is_waiting ? wait
                           : std::chrono::ceil<std::chrono::seconds>(found->second.last +
                                                                     limits_.forgotten_after - now);
    return out;
}

std::string throttle::counted_as(std::string_view account, std::string_view address,
                                 time_point now) const
{
    std::string home = home_key(account, address);
    const auto found = known_.find(home);
    const bool is_known = found != known_.end() && now - found->second <= limits_.known_for;
    return is_known ? home : account_key(account);
}

std::chrono::seconds throttle::wait_for(const std::string& key, time_point now) const
{
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second.next <= now) return {};
    return std::chrono::ceil<std::chrono::seconds>(found->second.next - now);
}

void throttle::count(const std::string& key, int free_tries, time_point now)
{
    entry& e = entries_[key];
    if (now - e.last > limits_.forgotten_after) e = {};
    ++e.tries;
    e.last = now;
    const int beyond = e.tries - free_tries;
    if (beyond < 0) return;
    const int doublings = std::min(beyond, 20); // far beyond wait_max already
    e.next = now + std::min(limits_.wait_first * (1 << doublings), limits_.wait_max);
}

// What is forgotten goes first; of a flood of names, everything but who has to wait.
void throttle::make_room(time_point now)
{
    if (entries_.size() + 2 <= limits_.entries_max) return;
    std::erase_if(entries_,
                  [&](const auto& e) { return now - e.second.last > limits_.forgotten_after; });
    if (entries_.size() + 2 <= limits_.entries_max) return;
    std::erase_if(entries_, [&](const auto& e) { return e.second.next <= now; });
    if (entries_.size() + 2 > limits_.entries_max) entries_.clear();
}

std::string network_of(std::string_view address)
{
    const std::string text(address);
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return text.substr(0, text.rfind('.'));
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    // An IPv4 caller of a socket that takes both: ::ffff:192.0.2.1.
    if (text.find('.') != text.npos) return text.substr(0, text.rfind('.'));
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> out{};
    inet_ntop(AF_INET6, bytes.data(), out.data(), out.size());
    return out.data();
}

} // namespace api
