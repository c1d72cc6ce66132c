// The allow-list as a table.
#include "api/files/evidence_type.hpp"
#include "api/files/read_file.hpp"
#include <algorithm>

namespace api {
namespace {

using namespace std::string_view_literals;

struct allowed_type {
    std::string_view ending;
    std::string_view beginning;
    std::string_view media_type;
};

constexpr std::string_view zip = "PK\x03\x04"sv;

// clang-format off
constexpr allowed_type allowed_types[]{
    {".pdf",  "%PDF-"sv,                     "application/pdf"},
    {".png",  "\x89PNG\r\n\x1a\n"sv,         "image/png"},
    {".jpg",  "\xff\xd8\xff"sv,              "image/jpeg"},
    {".jpeg", "\xff\xd8\xff"sv,              "image/jpeg"},
    {".docx", zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", zip, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
};
// clang-format on

constexpr std::size_t beginning_bytes = 16;

} // namespace

std::string_view evidence_media_type(std::string_view name, std::string_view first_bytes)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const allowed_type& type : allowed_types)
        if (lower.ends_with(type.ending) && first_bytes.starts_with(type.beginning))
            return type.media_type;
    return {};
}

std::string first_bytes_of(const std::filesystem::path& path)
{
    std::ifstream file = opened_file(path);
    std::string bytes(beginning_bytes, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    require_readable(file);
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

} // namespace api
