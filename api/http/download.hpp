#pragma once
// Files on their way out: always as a download, never as a page of ours, whatever is in them.
#include "api/http/reply.hpp"
#include "api/http/request.hpp"

namespace api {

struct stored_file {
    std::filesystem::path place;
    std::string name;       // as its sender called it
    std::string media_type; // as its sender claimed
    std::string sha256;
};

// 200 with the file streamed and its digest as ETag; 304 when If-None-Match names that digest.
reply download(const stored_file&, const request&);

// The same for content made on the spot: an export.
reply download(std::string content, const std::string& name, std::string media_type);

// RFC 6266: attachment; filename="laporan Mei_.pdf"; filename*=UTF-8''laporan%20Mei%C3%A9.pdf
// The first for programs that know ASCII only, what they would misread replaced by `_`.
std::string attachment_called(std::string_view name);

} // namespace api
