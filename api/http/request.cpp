// Reads targets and the few headers whose meaning is not one handler's own.
#include "api/http/request.hpp"
#include "api/files/utf8.hpp"
#include "api/words/http_errc.hpp"
#include <algorithm>
#include <charconv>

namespace api {

namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decoded(std::string_view raw, bool plus_is_space)
{
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%') {
            if (raw.size() - i < 3) return {};
            const int high = hex_digit(raw[i + 1]), low = hex_digit(raw[i + 2]);
            if (high < 0 || low < 0) return {};
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus_is_space) {
            c = ' ';
        }
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) return {};
        out += c;
    }
    if (!is_utf8(out)) return {};
    return out;
}

workflow::refusal malformed(std::string key,
                            std::map<std::string, workflow::bilingual> arguments = {})
{
    return {workflow::errc::malformed, {std::move(key), std::move(arguments)}};
}

void read_query(request& asked, std::string_view raw)
{
    while (!raw.empty()) {
        const auto pair = raw.substr(0, raw.find('&'));
        raw.remove_prefix(std::min(raw.size(), pair.size() + 1));
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals), true);
        auto value = decoded(equals == pair.npos ? "" : pair.substr(equals + 1), true);
        if (!name || !value || name->empty()) {
            asked.malformed = malformed("query_malformed");
            return;
        }
        if (asked.parameter(*name)) {
            asked.malformed = malformed("query_twice", {{"name", *name}});
            return;
        }
        asked.query.emplace_back(std::move(*name), std::move(*value));
    }
}

// q-values in thousandths; only en and id matter here.
int weight_of(std::string_view item)
{
    const auto q = item.find(";q=");
    if (q == item.npos) return 1000;
    const auto text = item.substr(q + 3);
    if (text.starts_with('1')) return 1000;
    int value = 0, digits = 0;
    for (char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9' || digits == 3) break;
        value = value * 10 + (c - '0');
        ++digits;
    }
    for (; digits < 3; ++digits) value *= 10;
    return value;
}

} // namespace

std::string_view request::header(std::string_view name) const
{
    for (const auto& [key, value] : headers)
        if (key == name) return value;
    return {};
}

bool request::has_header(std::string_view name) const
{
    return std::any_of(headers.begin(), headers.end(), [&](auto& h) { return h.first == name; });
}

const std::string* request::parameter(std::string_view name) const
{
    for (const auto& [key, value] : query)
        if (key == name) return &value;
    return nullptr;
}

bool request::changes_something() const
{
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

void read_target(request& asked)
{
    std::string_view path = asked.path();
    if (path.starts_with('/')) path.remove_prefix(1);
    while (true) {
        const auto piece = path.substr(0, path.find('/'));
        auto text = decoded(piece, false);
        if (!text) {
            asked.malformed = malformed("target_malformed");
            asked.segments.emplace_back(piece);
        } else {
            asked.segments.push_back(std::move(*text));
        }
        if (piece.size() == path.size()) break;
        path.remove_prefix(piece.size() + 1);
    }
    const auto mark = asked.target.find('?');
    if (mark != std::string::npos)
        read_query(asked, std::string_view(asked.target).substr(mark + 1));
}

std::string_view preferred_locale(const request& asked)
{
    const auto wished = wished_locale(asked);
    return wished.empty() ? "id" : wished;
}

std::string_view wished_locale(const request& asked)
{
    std::string text;
    for (char c : asked.header("accept-language"))
        if (c != ' ' && c != '\t') text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    int english = 0, indonesian = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto item = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), item.size() + 1));
        const auto tag = item.substr(0, item.find_first_of(";-"));
        if (tag == "en") english = std::max(english, weight_of(item));
        if (tag == "id" || tag == "in") indonesian = std::max(indonesian, weight_of(item));
    }
    if (english == 0 && indonesian == 0) return {};
    return english > indonesian ? "en" : "id";
}

workflow::result<std::int64_t> version_to_match(const request& asked)
{
    using workflow::errc;
    if (!asked.has_header("if-match"))
        return workflow::refusal{http_errc::precondition_required, {"if_match_required"}};
    auto tag = asked.header("if-match");
    const bool weak = tag.starts_with("W/"); // a weak tag never matches a change
    if (weak) tag.remove_prefix(2);
    if (tag.size() < 2 || tag.front() != '"' || tag.find('"', 1) != tag.size() - 1)
        return workflow::refusal{errc::malformed, {"if_match_malformed"}};
    tag = tag.substr(1, tag.size() - 2);
    std::int64_t version = 0;
    const auto [end, fault] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
    const bool whole = fault == std::errc{} && (end == tag.data() + tag.size() || *end == '-');
    return whole && !weak && version > 0 && tag.front() != '0' ? version : std::int64_t{0};
}

} // namespace api
