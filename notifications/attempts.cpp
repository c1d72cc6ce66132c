// Back-off and Message-ID.
#include "notifications/attempts.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>

namespace notifications {

namespace {

using std::chrono::minutes;

constexpr minutes first_waits[]{minutes{1}, minutes{5}, minutes{15}, minutes{60}};
constexpr minutes later_wait{240};
constexpr minutes waits_max{5 * 24 * 60};
constexpr int first_count = static_cast<int>(std::size(first_waits));
constexpr double spread_share = 0.2;

} // namespace

std::optional<workflow::instant> next_attempt(int attempts, workflow::instant now, double spread)
{
    const int tries = std::clamp(attempts, 1, 1000);
    minutes waited{0};
    minutes wait{0};
    for (int i = 0; i < tries; ++i) {
        wait = i < first_count ? first_waits[i] : later_wait;
        waited += wait;
    }
    if (waited > waits_max) return std::nullopt;
    const std::chrono::microseconds plain = wait;
    const auto longer = static_cast<double>(plain.count()) * spread_share * spread;
    return now + plain + std::chrono::microseconds{static_cast<std::int64_t>(longer)};
}

std::string message_id_of(std::string_view key, std::string_view domain)
{
    return '<' + workflow::sha256_hex(key) + '@' + std::string(domain) + '>';
}

} // namespace notifications
