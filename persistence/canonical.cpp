// Canonical bytes and the hash chain, on libsodium.
#include "persistence/canonical.hpp"
#include <array>
#include <charconv>
#include <sodium.h>

namespace persistence {
namespace {

// Keeps these hashes apart from any other use of the same bytes.
constexpr std::string_view domain = "rampung history 1";

void append_item(std::string& out, std::string_view item)
{
    out += std::to_string(item.size());
    out += ':';
    out += item;
    out += ',';
}

std::optional<std::string> take_item(std::string_view& rest)
{
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
    const auto digits = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc{} || digits >= rest.size() || rest[digits] != ':') return {};
    if (digits > 1 && rest.front() == '0') return {}; // one spelling for one length
    rest.remove_prefix(digits + 1);
    if (size >= rest.size() || rest[size] != ',') return {};
    std::string out(rest.substr(0, size));
    rest.remove_prefix(size + 1);
    return out;
}

class hasher {
public:
    hasher() { crypto_hash_sha256_init(&state_); }
    void add(std::string_view octets)
    {
        crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(octets.data()),
                                  octets.size());
    }
    void add_number(std::uint64_t number)
    {
        std::array<char, 8> octets{};
        for (int i = 7; i >= 0; --i, number >>= 8)
            octets[static_cast<std::size_t>(i)] = static_cast<char>(number & 0xff);
        add({octets.data(), octets.size()});
    }
    void add_sized(std::string_view octets)
    {
        add_number(octets.size());
        add(octets);
    }
    std::string hex()
    {
        std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
        crypto_hash_sha256_final(&state_, digest.data());
        return hex_of({reinterpret_cast<const char*>(digest.data()), digest.size()});
    }

private:
    crypto_hash_sha256_state state_{};
};

int digit_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

} // namespace

std::string encode(const pairs& list)
{
    std::string out;
    for (const auto& [key, value] : list) {
        append_item(out, key);
        append_item(out, value);
    }
    return out;
}

std::optional<pairs> decode(std::string_view canonical)
{
    pairs out;
    while (!canonical.empty()) {
        auto key = take_item(canonical);
        auto value = key ? take_item(canonical) : std::nullopt;
        if (!value) return {};
        out.emplace_back(std::move(*key), std::move(*value));
    }
    return out;
}

std::string random_salt()
{
    std::string out(salt_octets, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string hex_of(std::string_view octets)
{
    std::string out;
    out.reserve(octets.size() * 2);
    for (const unsigned char c : octets) {
        out += "0123456789abcdef"[c >> 4];
        out += "0123456789abcdef"[c & 15];
    }
    return out;
}

std::optional<std::string> octets_of(std::string_view hex)
{
    if (hex.size() % 2 != 0) return {};
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit_of(hex[i]);
        const int low = digit_of(hex[i + 1]);
        if (high < 0 || low < 0) return {};
        out += static_cast<char>(high * 16 + low);
    }
    return out;
}

std::string sha256(std::string_view octets)
{
    hasher out;
    out.add(octets);
    return out.hex();
}

std::string salted_digest(std::string_view salt, std::string_view text)
{
    hasher out;
    out.add_sized(salt);
    out.add(text);
    return out.hex();
}

std::string chain_hash(const chain_link& link)
{
    hasher out;
    out.add(std::string_view("\0", 1));
    out.add_sized(domain);
    out.add_sized(link.stream);
    out.add_number(static_cast<std::uint64_t>(link.seq));
    const auto previous = octets_of(link.previous_hash);
    out.add(previous && previous->size() == 32 ? *previous : std::string(32, '\0'));
    out.add_sized(link.canonical);
    return out.hex();
}

} // namespace persistence
