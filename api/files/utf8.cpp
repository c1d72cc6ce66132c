// Asked of libunistring.
#include "api/files/utf8.hpp"
#include <cstdint>
#include <unistr.h>

namespace api {

bool is_utf8(std::string_view text)
{
    return u8_check(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()) == nullptr;
}

} // namespace api
