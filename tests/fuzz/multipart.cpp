// Uploads: parts add up to no more than what was sent, and nothing is left behind.
#include "api/http/multipart.hpp"
#include "api/files/file_name.hpp"
#include "tests/fuzz/must.hpp"
#include <cstdint>
#include <fstream>

using fuzz::must;

namespace {

// In memory where there is such a place: nothing here is to be kept.
const std::filesystem::path& place()
{
    static const std::filesystem::path made = [] {
        std::string name = (std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp");
        name += "/rampung-fuzz-XXXXXX";
        must(mkdtemp(name.data()) != nullptr, "a directory can be made");
        static const std::string kept = name;
        std::atexit([] { std::filesystem::remove_all(kept); });
        return std::filesystem::path(name);
    }();
    return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    api::request asked;
    asked.headers = {{"content-type", "multipart/form-data; boundary=b"}};
    asked.body_file = place() / "body";
    std::ofstream(asked.body_file, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    asked.body_bytes = size;
    {
        const auto sent = api::read_multipart(asked, place() / "parts");
        if (sent) {
            std::size_t sum = sent->file ? sent->file->bytes : 0;
            for (const auto& [name, value] : sent->fields) {
                must(!name.empty() && api::is_utf8(value), "fields have names and are UTF-8");
                sum += name.size() + value.size();
            }
            must(sum <= size, "parts are no more than the whole");
            if (sent->file) {
                const std::string& kept = sent->file->name;
                must(sent->file->sha256.size() == 64, "a file has its digest");
                must(api::kept_file_name(kept) == kept, "a name that is kept is kept again");
            }
        } else {
            must(sent.error().code == workflow::errc::malformed, "a small upload is malformed");
        }
    }
    must(!std::filesystem::exists(place() / "parts") ||
             std::filesystem::is_empty(place() / "parts"),
         "nothing is left behind");
    return 0;
}
