// zlib does the work; level 5 costs about 1 ms for 100 KB of JSON and leaves a tenth of it.
#include "api/http/compressed.hpp"
#include <algorithm>
#include <new>
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

std::string packed(std::string_view text)
{
    gzip_stream packer;
    std::string out = packer.add(text);
    return out += packer.end();
}

} // namespace

struct gzip_stream::state : z_stream {
    state() : z_stream{}
    {
        if (deflateInit2(this, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc(); // all that it can lack
    }
    ~state() { deflateEnd(this); }
};

gzip_stream::gzip_stream() : state_(std::make_unique<state>()) {}
gzip_stream::~gzip_stream() = default;

std::string gzip_stream::add(std::string_view text)
{
    return pushed(text, Z_NO_FLUSH);
}
std::string gzip_stream::end()
{
    return pushed({}, Z_FINISH);
}

std::string gzip_stream::pushed(std::string_view text, int flush)
{
    std::string out;
    state_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    state_->avail_in = static_cast<uInt>(text.size());
    do {
        const std::size_t had = out.size();
        out.resize(had + deflateBound(state_.get(), state_->avail_in));
        state_->next_out = reinterpret_cast<Bytef*>(out.data() + had);
        state_->avail_out = static_cast<uInt>(out.size() - had);
        deflate(state_.get(), flush);
        out.resize(out.size() - state_->avail_out);
    } while (state_->avail_out == 0);
    return out;
}

bool takes_gzip(const request& asked)
{
    return takes_gzip(asked.header("accept-encoding"));
}

void vary_by(reply& answer, std::string_view header)
{
    for (auto& [name, value] : answer.headers)
        if (name == "Vary") {
            value.append(", ").append(header);
            return;
        }
    answer.with("Vary", std::string(header));
}

reply compressed(const request& asked, reply answer)
{
    if (answer.file || answer.body.size() < worth_it || !is_text(answer.content_type) ||
        answer.holds_secret || asked.path().starts_with("/api/v1/session") ||
        has_header(answer, "Content-Encoding") || !takes_gzip(asked))
        return answer;
    std::string small = packed(answer.body);
    if (small.size() >= answer.body.size()) return answer;
    answer.body = std::move(small);
    answer.with("Content-Encoding", "gzip");
    vary_by(answer, "Accept-Encoding");
    return answer;
}

} // namespace api
