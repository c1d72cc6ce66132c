// Judges request heads byte by byte, before anything else reads them.
#include "api/http/edge.hpp"
#include <algorithm>
#include <charconv>

namespace api {

namespace {

edge_fault bad(std::string key)
{
    return {400, "malformed", {std::move(key)}};
}

edge_fault too_large(std::string key, std::size_t limit)
{
    return {431, "headers_too_large", {std::move(key), {{"limit", std::to_string(limit)}}}};
}

bool is_token(std::string_view text)
{
    static constexpr std::string_view signs = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               signs.find(c) != signs.npos;
    });
}

bool is_visible(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Cuts the next line off; the bytes have been seen to hold CRLF only.
std::string_view take_line(std::string_view& rest)
{
    const auto end = rest.find("\r\n");
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    return line;
}

std::optional<edge_fault> read_method(std::string_view method)
{
    static constexpr std::string_view known[]{"GET",    "HEAD",    "POST",  "PUT",    "PATCH",
                                              "DELETE", "OPTIONS", "TRACE", "CONNECT"};
    if (!is_token(method) ||
        std::any_of(method.begin(), method.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return bad("request_line_malformed");
    if (std::find(std::begin(known), std::end(known), method) == std::end(known))
        return edge_fault{501, "method_unknown", {"method_unknown"}};
    return {};
}

std::optional<edge_fault> read_version(std::string_view version, bool& is_1_0)
{
    const bool has_form = version.size() == 8 && version.starts_with("HTTP/") &&
                          version[5] >= '0' && version[5] <= '9' && version[6] == '.' &&
                          version[7] >= '0' && version[7] <= '9';
    if (!has_form) return bad("request_line_malformed");
    is_1_0 = version == "HTTP/1.0";
    if (!is_1_0 && version != "HTTP/1.1")
        return edge_fault{505, "http_version_unsupported", {"http_version_unsupported"}};
    return {};
}

std::optional<edge_fault> read_request_line(std::string_view line, const limits& most,
                                            request_head& out, bool& is_1_0)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == line.npos || first == last) return bad("request_line_malformed");
    out.method = line.substr(0, first);
    out.target = line.substr(first + 1, last - first - 1);
    if (auto fault = read_method(out.method)) return fault;
    if (auto fault = read_version(line.substr(last + 1), is_1_0)) return fault;
    if (out.target.size() > most.target_bytes_max)
        return edge_fault{400,
                          "malformed",
                          {"target_too_long", {{"limit", std::to_string(most.target_bytes_max)}}}};
    // Origin form only: no proxying, no fragments, nothing outside printable ASCII.
    if (!out.target.starts_with('/') || out.target.starts_with("//") || !is_visible(out.target) ||
        out.target.find('#') != std::string::npos)
        return bad("target_malformed");
    return {};
}

std::optional<edge_fault> read_headers(std::string_view rest, const limits& most, request_head& out)
{
    while (true) {
        const auto line = take_line(rest);
        if (line.empty()) return {};
        const auto colon = line.find(':');
        // A line that begins with white space would continue the one before: obs-fold.
        if (colon == line.npos || !is_token(line.substr(0, colon))) return bad("header_malformed");
        const auto value = trimmed(line.substr(colon + 1));
        if (std::any_of(value.begin(), value.end(),
                        [](char c) { return (c < 0x20 && c != '\t') || c == 0x7f; }))
            return bad("header_malformed");
        if (out.headers.size() == most.headers_max)
            return too_large("headers_too_many", most.headers_max);
        out.headers.emplace_back(lower(line.substr(0, colon)), value);
    }
}

std::vector<std::string_view> values_of(const request_head& head, std::string_view name)
{
    std::vector<std::string_view> out;
    for (const auto& [key, value] : head.headers)
        if (key == name) out.push_back(value);
    return out;
}

std::optional<edge_fault> check_host(const request_head& head, const edge_rules& rules)
{
    const auto hosts = values_of(head, "host");
    if (hosts.size() != 1 || hosts[0].empty() || !is_visible(hosts[0]) ||
        hosts[0].find_first_of("/@?#\\,") != std::string_view::npos)
        return bad("host_malformed");
    const std::string host = lower(hosts[0]);
    const auto bracket = host.rfind(']');
    const auto colon = host.find(':', bracket == host.npos ? 0 : bracket);
    if (colon != host.npos && host.find_first_not_of("0123456789", colon + 1) != host.npos)
        return bad("host_malformed");
    if (rules.hosts.empty()) return {};
    for (const auto& served : rules.hosts)
        if (served == host || served == host.substr(0, colon)) return {};
    return bad("host_unknown");
}

// Two servers in a row may each believe another one of two; lists are welcome in all others.
std::optional<edge_fault> check_single(const request_head& head)
{
    static constexpr std::string_view single[]{
        "authorization",  "content-encoding", "content-type", "expect",
        "if-match",       "idempotency-key",  "origin",       "referer",
        "sec-fetch-site", "user-agent",       "x-csrf-token"};
    for (const auto name : single)
        if (values_of(head, name).size() > 1)
            return edge_fault{400, "malformed", {"header_twice", {{"name", std::string(name)}}}};
    return {};
}

std::optional<edge_fault> read_length(std::string_view text, request_head& out)
{
    std::size_t length = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), length);
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == text.npos;
    if (!digits || fault != std::errc{} || end != text.data() + text.size())
        return bad("framing_malformed");
    out.content_length = length;
    return {};
}

std::optional<edge_fault> check_framing(request_head& head, bool is_1_0)
{
    const auto codings = values_of(head, "transfer-encoding");
    const auto lengths = values_of(head, "content-length");
    if (codings.size() + lengths.size() > 1) return bad("framing_malformed");
    if (!codings.empty()) {
        if (is_1_0) return bad("framing_malformed");
        if (lower(codings[0]) != "chunked")
            return edge_fault{501, "transfer_coding_unsupported", {"transfer_coding_unsupported"}};
        head.chunked = true;
    }
    if (!lengths.empty())
        if (auto fault = read_length(lengths[0], head)) return fault;
    const bool takes_none = head.method == "GET" || head.method == "HEAD" ||
                            head.method == "OPTIONS" || head.method == "TRACE";
    if (takes_none && head.has_body()) return bad("body_not_expected");
    return {};
}

std::optional<edge_fault> check_expectation(request_head& head, bool is_1_0)
{
    for (const auto value : values_of(head, "expect")) {
        if (lower(value) != "100-continue")
            return edge_fault{417, "expectation_failed", {"header_malformed"}};
        head.expects_continue = !is_1_0 && head.has_body();
    }
    return {};
}

bool wants_keep_alive(const request_head& head, bool is_1_0)
{
    bool keep = !is_1_0;
    for (const auto value : values_of(head, "connection")) {
        const std::string options = lower(value);
        if (options.find("close") != options.npos) return false;
        if (options.find("keep-alive") != options.npos) keep = true;
    }
    return keep;
}

} // namespace

std::size_t size_of_head(std::string_view bytes, const edge_rules& rules,
                         std::optional<edge_fault>& fault)
{
    const std::size_t most = rules.most.header_bytes_max;
    for (std::size_t i = 0; i < std::min(bytes.size(), most); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const bool cr_alone = byte == '\r' && i + 1 < bytes.size() && bytes[i + 1] != '\n';
        const bool lf_alone = byte == '\n' && (i == 0 || bytes[i - 1] != '\r');
        const bool control = byte < 0x20 && byte != '\t' && byte != '\r' && byte != '\n';
        if (control || byte >= 0x80 || cr_alone || lf_alone) {
            fault = bad("header_malformed");
            return 0;
        }
        if (byte == '\n' && i >= 3 && bytes[i - 2] == '\n') return i + 1;
        if (byte == '\n' && i == 1) { // an empty line where the request line should be
            fault = bad("request_line_malformed");
            return 0;
        }
    }
    if (bytes.size() >= most) fault = too_large("headers_too_large", most);
    return 0;
}

std::optional<edge_fault> read_head(std::string_view head, const edge_rules& rules,
                                    request_head& out)
{
    bool is_1_0 = false;
    if (auto fault = read_request_line(take_line(head), rules.most, out, is_1_0)) return fault;
    if (auto fault = read_headers(head, rules.most, out)) return fault;
    if (auto fault = check_host(out, rules)) return fault;
    if (auto fault = check_single(out)) return fault;
    if (auto fault = check_framing(out, is_1_0)) return fault;
    if (auto fault = check_expectation(out, is_1_0)) return fault;
    out.keep_alive = wants_keep_alive(out, is_1_0);
    return {};
}

} // namespace api
