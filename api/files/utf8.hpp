#pragma once
// Whether octets are text.
#include <string_view>

namespace api {

// Well-formed UTF-8 (RFC 3629): nothing overlong, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view);

} // namespace api
