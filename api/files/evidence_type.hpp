#pragma once
// Which files may be evidence: by the ending of their name and by how their bytes begin. What a
// sender says of the type is not asked.
#include <filesystem>
#include <string>
#include <string_view>

namespace api {

// The media type it will be served with; empty when the file may be no evidence.
std::string_view evidence_media_type(std::string_view name, std::string_view first_bytes);

// The first bytes of a file, enough for the question above.
std::string first_bytes_of(const std::filesystem::path&);

} // namespace api
