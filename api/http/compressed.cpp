// zlib does the work; level 5 costs about 1 ms for 100 KB of JSON and leaves a tenth of it.
#include "api/http/compressed.hpp"
#include <algorithm>
#include <zlib.h>

namespace api {
namespace {

constexpr std::size_t worth_it = 1024; // bytes; a smaller answer fits a packet anyway
constexpr int gzip_window = 15 + 16;   // zlib's way to say gzip
constexpr int level = 5;

bool is_text(std::string_view type)
{
    return type.find("json") != type.npos || type.starts_with("text/") ||
           type.starts_with("image/svg");
}

bool has_header(const reply& answer, std::string_view name)
{
    return std::any_of(answer.headers.begin(), answer.headers.end(),
                       [&](const auto& each) { return each.first == name; });
}

// Named, and not with the weight 0 (RFC 9110, 12.5.3).
bool takes_gzip(std::string_view codings)
{
    const auto at = codings.find("gzip");
    if (at == codings.npos) return false;
    const auto own = codings.substr(at, codings.find(',', at) - at);
    const auto weight = own.find("q=");
    return weight == own.npos || own.find_first_of("123456789", weight) != own.npos;
}

// Empty when zlib cannot.
std::string packed(const std::string& text)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return whole ? out : std::string();
}

} // namespace

reply compressed(const request& asked, reply answer)
{
    if (answer.file || answer.body.size() < worth_it || !is_text(answer.content_type) ||
        answer.holds_secret || asked.path().starts_with("/api/v1/session") ||
        has_header(answer, "Content-Encoding") || !takes_gzip(asked.header("accept-encoding")))
        return answer;
    std::string small = packed(answer.body);
    if (small.empty() || small.size() >= answer.body.size()) return answer;
    answer.body = std::move(small);
    answer.with("Content-Encoding", "gzip");
    if (!has_header(answer, "Vary")) answer.with("Vary", "Accept-Encoding");
    return answer;
}

} // namespace api
