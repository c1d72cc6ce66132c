// OpenSSL's digest is looked for once: that takes longer than hashing an event.
#include "workflow/things/sha256.hpp"
#include <array>
#include <openssl/evp.h>
#include <stdexcept>

namespace workflow {
namespace {

void require(int done)
{
    if (done != 1) throw std::runtime_error("OpenSSL cannot compute SHA-256");
}

const EVP_MD* algorithm()
{
    static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found;
}

} // namespace

void sha256::ender::operator()(evp_md_ctx_st* state) const
{
    EVP_MD_CTX_free(state);
}

sha256::sha256() : state_(EVP_MD_CTX_new())
{
    require(EVP_DigestInit_ex2(state_.get(), algorithm(), nullptr));
}

sha256& sha256::add(std::string_view octets)
{
    require(EVP_DigestUpdate(state_.get(), octets.data(), octets.size()));
    return *this;
}

std::string sha256::hex()
{
    std::array<unsigned char, 32> octets{};
    require(EVP_DigestFinal_ex(state_.get(), octets.data(), nullptr));
    return hex_of({reinterpret_cast<const char*>(octets.data()), octets.size()});
}

std::string hex_of(std::string_view octets)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(2 * octets.size());
    for (const unsigned char octet : octets) {
        out += digits[octet >> 4];
        out += digits[octet & 15];
    }
    return out;
}

std::string sha256_hex(std::string_view octets)
{
    return sha256().add(octets).hex();
}

} // namespace workflow
