// Tokens, ids and digests by libsodium.
#include "api/secret.hpp"
#include <array>
#include <sodium.h>
#include <stdexcept>

namespace api {

void make_ready()
{
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start: no randomness");
}

std::string random_token()
{
    std::array<unsigned char, 32> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), form), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), form);
    out.pop_back(); // the terminating NUL
    return out;
}

std::string random_id()
{
    static constexpr std::string_view digits = "abcdefghijklmnopqrstuvwxyz234567";
    std::array<unsigned char, 26> bytes; // five bits of each: 130
    randombytes_buf(bytes.data(), bytes.size());
    std::string out;
    for (unsigned char byte : bytes) out += digits[byte & 31];
    return out;
}

std::string random_password()
{
    static constexpr std::string_view first[]{"b", "d", "g", "j", "k", "l", "m", "n",
                                              "p", "r", "s", "t", "w", "c", "h", "y"};
    static constexpr std::string_view vowels = "aiueo";
    std::string out;
    for (int word = 0; word < 4; ++word) {
        if (word > 0) out += '-';
        for (int syllable = 0; syllable < 2; ++syllable) {
            out += first[randombytes_uniform(std::size(first))];
            out += vowels[randombytes_uniform(vowels.size())];
        }
        out += first[randombytes_uniform(std::size(first))];
    }
    return out + '-' + std::to_string(randombytes_uniform(90) + 10);
}

std::string sha256_hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::string out(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), hash.data(), hash.size());
    out.pop_back();
    return out;
}

bool is_same_secret(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace api
