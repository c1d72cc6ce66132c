// Checks one-time codes.
#include "api/door/second_factor.hpp"
#include "api/http/secret.hpp"
#include "workflow/days/clock_watch.hpp"
#include <algorithm>
#include <liboath/oath.h>
#include <memory>

namespace api {
namespace {

std::optional<std::string> key_in(const std::string& base32)
{
    static const bool is_ready = oath_init() == OATH_OK;
    char* bytes = nullptr;
    std::size_t length = 0;
    if (!is_ready || oath_base32_decode(base32.data(), base32.size(), &bytes, &length) != OATH_OK)
        return {};
    const std::unique_ptr<char, decltype(&std::free)> owned(bytes, &std::free);
    return std::string(bytes, length);
}

std::int64_t seconds_at(workflow::instant now)
{
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
}

} // namespace

std::optional<std::int64_t> fitting_step(const std::string& secret, std::string_view code,
                                         workflow::instant now, std::int64_t last_step)
{
    const bool is_code =
        code.size() == code_digits &&
        std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto key = key_in(secret);
    if (!is_code || !key || key->empty()) return {};
    const std::time_t seconds = seconds_at(now);
    int position = 0;
    const int found = oath_totp_validate2(key->data(), key->size(), seconds, code_step_seconds, 0,
                                          code_window_steps, &position, std::string(code).c_str());
    if (found < 0) return {};
    const std::int64_t step = seconds / code_step_seconds + position;
    return step > last_step ? std::optional(step) : std::nullopt;
}

std::int64_t furthest_step(workflow::instant now)
{
    return seconds_at(now + workflow::clock_difference_max) / code_step_seconds +
           static_cast<std::int64_t>(code_window_steps);
}

std::string new_factor_secret()
{
    constexpr std::size_t base32_characters = 32; // five bits each
    std::string out = (random_id() + random_id()).substr(0, base32_characters);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return out;
}

} // namespace api
