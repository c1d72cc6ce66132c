// Streams tell of a failed open and a failed read only to those who ask.
#include "api/files/read_file.hpp"
#include "persistence/sql/outage.hpp"
#include <cerrno>
#include <cstring>
#include <iterator>

namespace api {

std::ifstream opened_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw persistence::outage("opening " + path.string() + " failed: " + std::strerror(errno));
    return file;
}

std::string whole_file(const std::filesystem::path& path)
{
    std::ifstream file = opened_file(path);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    // The iterator ends at a fault as it does at the end of the file.
    if (bytes.size() != std::filesystem::file_size(path))
        throw persistence::outage("reading " + path.string() + " ended early");
    return bytes;
}

void require_readable(const std::ifstream& file)
{
    if (file.bad()) throw persistence::outage("reading a file failed");
}

} // namespace api
