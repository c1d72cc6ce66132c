// The gate before the parser: what it lets through has one reading, whatever else is sent.
#include "api/http/edge.hpp"
#include "api/http/request.hpp"
#include "tests/fuzz/must.hpp"
#include <algorithm>
#include <cstdint>

using fuzz::must;

namespace {

std::size_t count(const api::request_head& head, std::string_view name)
{
    return static_cast<std::size_t>(std::count_if(head.headers.begin(), head.headers.end(),
                                                  [&](const auto& h) { return h.first == name; }));
}

void check_head(std::string_view bytes, const api::request_head& head)
{
    const auto lengths = count(head, "content-length"), codings = count(head, "transfer-encoding");
    must(count(head, "host") == 1, "one Host");
    must(lengths + codings <= 1, "one framing");
    must(head.chunked == (codings == 1), "chunked is said");
    must(head.content_length.has_value() == (lengths == 1), "a length is said");
    must(head.headers.size() <= 64 && head.target.size() <= 2048, "the limits");
    must(head.target.starts_with('/') && !head.target.starts_with("//"), "origin form");
    must(bytes.find('\0') == bytes.npos, "no NUL");
    must(bytes.starts_with(head.method + " " + head.target + " HTTP/1."), "the very request line");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const api::edge_rules rules;
    std::optional<api::edge_fault> fault;
    const std::size_t length = api::size_of_head(bytes, rules, fault);
    must(length <= std::min(size, rules.most.header_bytes_max), "a head within its limit");
    must(length == 0 || !fault, "a fault or a head");
    if (size > 1) { // the same, whatever arrived first
        std::optional<api::edge_fault> early;
        const auto before = api::size_of_head(bytes.substr(0, size / 2), rules, early);
        must(before == 0 || before == length, "the beginning has the same head");
        must(!early || fault, "what was refused early is refused");
    }
    if (length == 0) return 0;
    api::request_head head;
    if (api::read_head(bytes.substr(0, length), rules, head)) return 0;
    check_head(bytes.substr(0, length), head);
    api::request asked;
    asked.method = head.method;
    asked.target = head.target;
    asked.headers = head.headers;
    api::read_target(asked);
    static_cast<void>(api::version_to_match(asked));
    static_cast<void>(api::preferred_locale(asked));
    for (const auto& [name, value] : asked.query) must(api::is_utf8(value), "queries are UTF-8");
    return 0;
}
