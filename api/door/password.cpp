// Hashes and judges passwords.
#include "api/door/password.hpp"
#include "api/http/request.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <array>
#include <new>
#include <semaphore>
#include <sodium.h>

namespace api {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 64 * 1024 * 1024;

std::counting_semaphore<2> places{2};

struct place {
    place() { places.acquire(); }
    ~place() { places.release(); }
};

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

// Stems of what people choose here; digits and signs around them do not help.
constexpr std::string_view common[]{
    "password",   "passw0rd",     "katasandi", "sandi",      "rahasia",    "qwerty",    "asdfgh",
    "zxcvbn",     "admin",        "indonesia", "kesbangpol", "pemerintah", "provinsi",  "kabupaten",
    "kalimantan", "palangkaraya", "rampung",   "bismillah",  "sayang",     "merdeka",   "garuda",
    "letmein",    "welcome",      "iloveyou",  "dragon",     "monkey",     "football",  "123456",
    "abcdef",     "abc123",       "abcd1234",  "login",      "jakarta",    "pancasila",
};

// What is left when the stem, the name, and runs of one character are taken away.
std::size_t letters_beyond(std::string text, std::string_view stem)
{
    for (auto at = text.find(stem); !stem.empty() && at != text.npos; at = text.find(stem))
        text.erase(at, stem.size());
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80); }));
}

bool is_common(const std::string& text, std::string_view username)
{
    auto distinct = text;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() < 5) return true;
    const auto leans_on = [&](std::string_view stem) {
        return stem.size() >= 3 && text.find(stem) != text.npos && letters_beyond(text, stem) < 5;
    };
    return leans_on(lower(username)) || std::any_of(std::begin(common), std::end(common), leans_on);
}

bool is_composed(std::string_view text)
{
    const auto any = [&](auto what) { return std::any_of(text.begin(), text.end(), what); };
    return any([](char c) { return c >= 'a' && c <= 'z'; }) &&
           any([](char c) { return c >= 'A' && c <= 'Z'; }) &&
           any([](char c) { return c >= '0' && c <= '9'; }) &&
           any([](char c) { return c > 0x20 && c < 0x7f && !std::isalnum(c); });
}

} // namespace

std::optional<workflow::sentence>
password_fault(std::string_view password, std::string_view username, password_profile profile)
{
    using workflow::sentence;
    if (workflow::character_count(password) < password_characters_min)
        return sentence{"password_too_short", {{"least", std::to_string(password_characters_min)}}};
    if (password.size() > password_bytes_max)
        return sentence{"password_too_long", {{"most", std::to_string(password_bytes_max)}}};
    if (is_common(lower(password), username)) return sentence{"password_too_common"};
    if (profile == password_profile::bssn && !is_composed(password))
        return sentence{"password_needs_composition"};
    return {};
}

std::string password_hash(std::string_view password)
{
    const place mine;
    std::array<char, crypto_pwhash_STRBYTES> out;
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return out.data();
}

bool password_fits(std::string_view password, const std::string& hash)
{
    if (password.size() > password_bytes_max) return false;
    static const std::string nobody = password_hash("the hash of somebody who does not exist");
    const std::string& against = hash.empty() ? nobody : hash;
    const place mine;
    const bool fits =
        crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

bool needs_rehash(const std::string& hash)
{
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory_bytes) != 0;
}

} // namespace api
