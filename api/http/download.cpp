// Headers of downloads.
#include "api/http/download.hpp"
#include <algorithm>

namespace api {
namespace {

// Claimed types that are passed on; a browser is told nothing about any other file.
constexpr std::string_view known_types[]{
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/jpeg",
    "image/png",
    "text/csv",
};

std::string type_to_send(const std::string& claimed)
{
    const bool is_known =
        std::find(std::begin(known_types), std::end(known_types), claimed) != std::end(known_types);
    return is_known ? claimed : "application/octet-stream";
}

reply as_attachment(std::string_view name, std::string media_type)
{
    reply out;
    out.content_type = std::move(media_type);
    out.with("Content-Disposition", attachment_called(name));
    out.with("X-Content-Type-Options", "nosniff");
    out.with("Content-Security-Policy", "sandbox; default-src 'none'");
    return out;
}

bool is_unreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '.' || c == '_';
}

// One sign for each letter. Percent signs and backslashes are left out too: some programs decode
// the former, some take the latter for folders (RFC 6266, appendix D).
std::string plain(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) == 0x80) continue;
        const bool is_plain = byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\' && c != '%';
        out += is_plain ? c : '_';
    }
    return out;
}

} // namespace

reply download(const stored_file& file, const request& asked)
{
    const std::string tag = "\"" + file.sha256 + "\"";
    if (asked.header("if-none-match").find(tag) != std::string_view::npos) {
        reply same = no_content();
        same.status = 304;
        return same.with("ETag", tag);
    }
    reply out = as_attachment(file.name, type_to_send(file.media_type));
    out.file = file.place;
    out.with("ETag", tag);
    out.with("Cache-Control", "private, no-cache");
    return out;
}

reply download(std::string content, const std::string& name, std::string media_type)
{
    reply out = as_attachment(name, std::move(media_type));
    out.body = std::move(content);
    return out;
}

std::string attachment_called(std::string_view name)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out = "attachment; filename=\"" + plain(name) + "\"; filename*=UTF-8''";
    for (char c : name) {
        if (is_unreserved(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

} // namespace api
