// A fault on purpose, behind four bytes: a run that does not find it finds nothing.
#include <cstdint>
#include <cstring>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!bytes.starts_with("POST")) return 0;
    const char* whole = bytes.c_str();
    return whole[bytes.size() + 64] == '!' ? 0 : 0; // reads behind the end
}
