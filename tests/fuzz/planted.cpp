// A fault on purpose, behind four bytes: a run that does not find it finds nothing.
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!bytes.starts_with("POST")) return 0;
    const std::vector<char> copy(bytes.begin(), bytes.end());
    volatile char behind = *(copy.data() + copy.size()); // one too far
    return behind == 0 ? 0 : 0;
}
