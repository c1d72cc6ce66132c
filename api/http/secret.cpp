// Tokens and ids by libsodium.
#include "api/http/secret.hpp"
#include <array>
#include <sodium.h>
#include <stdexcept>

namespace api {
namespace {

constexpr int base64_form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string base64(std::string_view bytes)
{
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), base64_form), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), base64_form);
    out.pop_back(); // the terminating NUL
    return out;
}

std::string octets(std::string_view text)
{
    std::string out(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                          text.size(), nullptr, &length, nullptr, base64_form) != 0)
        return {};
    out.resize(length);
    return out;
}

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

using box_key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

box_key key_from(std::string_view secret)
{
    static constexpr std::string_view purpose = "rampung sealed answer";
    box_key out;
    crypto_generichash(out.data(), out.size(), bytes_of(secret), secret.size(), bytes_of(purpose),
                       purpose.size());
    return out;
}

} // namespace

void make_ready()
{
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start: no randomness");
}

std::string random_token()
{
    std::string bytes(32, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return base64(bytes);
}

std::string sealed(std::string_view text, std::string_view secret)
{
    std::string nonce(crypto_secretbox_NONCEBYTES, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    std::string box(crypto_secretbox_MACBYTES + text.size(), '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()), bytes_of(text), text.size(),
                          bytes_of(nonce), key_from(secret).data());
    return base64(nonce + box);
}

std::string opened(std::string_view sealed_text, std::string_view secret)
{
    const std::string all = octets(sealed_text);
    constexpr std::size_t head = crypto_secretbox_NONCEBYTES;
    if (all.size() >= head + crypto_secretbox_MACBYTES) {
        std::string text(all.size() - head - crypto_secretbox_MACBYTES, '\0');
        if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()),
                                       bytes_of(all) + head, all.size() - head, bytes_of(all),
                                       key_from(secret).data()) == 0)
            return text;
    }
    throw std::runtime_error("a sealed text cannot be opened");
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

bool is_same_secret(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace api
