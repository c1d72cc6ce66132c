#pragma once
// Takes a spooled multipart/form-data body apart without holding it in memory: the one file goes to
// a temporary file of its own, hashed and counted on the way; small fields stay in memory.
#include "api/http/request.hpp"
#include "api/http/spool.hpp"
#include <map>
#include <memory>

namespace api {

struct uploaded_file {
    std::string name;         // as the sender calls it, UTF-8, no path; never a place on our disk
    std::string content_type; // as claimed, not to be trusted
    std::size_t bytes{};
    std::string sha256;          // hex
    std::unique_ptr<spool> file; // removed with this value unless moved away
};

struct upload {
    std::map<std::string, std::string, std::less<>> fields;
    std::optional<uploaded_file> file;

    // The field, or empty.
    std::string field(std::string_view name) const;
};

// The part named `file` becomes the file, every other a field of at most 8 KB; at most 16 parts.
// Refusals: malformed (no boundary, cut short, a part without name or given twice),
// payload_too_large (the file alone is above its limit). Throws persistence::disk_full.
workflow::result<upload> read_multipart(const request&, const std::filesystem::path& folder);

} // namespace api
