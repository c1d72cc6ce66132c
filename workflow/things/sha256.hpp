#pragma once
// SHA-256 (FIPS 180-4) by OpenSSL, which uses the instructions that processors have for it.
//
//     sha256().add("length").add(bytes).hex()
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace workflow {

class sha256 {
public:
    sha256();
    sha256& add(std::string_view octets);
    std::string hex(); // 64 lower-case digits; nothing can be added after them

private:
    struct ender {
        void operator()(evp_md_ctx_st*) const;
    };
    std::unique_ptr<evp_md_ctx_st, ender> state_;
};

std::string hex_of(std::string_view octets); // lower-case digits
std::string sha256_hex(std::string_view octets);

} // namespace workflow
