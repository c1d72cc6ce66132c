// Canonical bytes and the hash chain.
#include "persistence/chain/canonical.hpp"
#include "workflow/things/sha256.hpp"
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

// Eight octets, the highest first.
std::string octets_of_number(std::uint64_t number)
{
    std::string octets(8, '\0');
    for (int i = 7; i >= 0; --i, number >>= 8)
        octets[static_cast<std::size_t>(i)] = static_cast<char>(number & 0xff);
    return octets;
}

void add_sized(workflow::sha256& hash, std::string_view octets)
{
    hash.add(octets_of_number(octets.size())).add(octets);
}

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

std::string salted_digest(std::string_view salt, std::string_view text)
{
    workflow::sha256 hash;
    add_sized(hash, salt);
    return hash.add(text).hex();
}

std::string chain_hash(const chain_link& link)
{
    workflow::sha256 hash;
    hash.add(std::string_view("\0", 1));
    add_sized(hash, domain);
    add_sized(hash, link.stream);
    hash.add(octets_of_number(static_cast<std::uint64_t>(link.seq)));
    const auto previous = octets_of(link.previous_hash);
    hash.add(previous && previous->size() == 32 ? *previous : std::string(32, '\0'));
    add_sized(hash, link.canonical);
    return hash.hex();
}

} // namespace persistence
