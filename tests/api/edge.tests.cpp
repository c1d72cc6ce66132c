// The gate before the parser: what it lets through, and a table of what it does not.
#include "api/http/edge.hpp"
#include "tests/support/catch.hpp"

using namespace std::string_literals;

namespace {

struct verdict {
    int status{200};
    std::string key;
    api::request_head head;
};

verdict judge(std::string_view bytes, const api::edge_rules& rules = {})
{
    verdict out;
    std::optional<api::edge_fault> fault;
    const auto size = api::size_of_head(bytes, rules, fault);
    if (!fault && size == 0) return {0, "incomplete", {}};
    if (!fault) fault = api::read_head(bytes.substr(0, size), rules, out.head);
    if (fault) out.status = fault->status, out.key = fault->detail.key;
    return out;
}

const std::string host = "Host: h\r\n";
std::string get(std::string headers)
{
    return "GET / HTTP/1.1\r\n" + host + headers + "\r\n";
}
std::string post(std::string headers)
{
    return "POST /a HTTP/1.1\r\n" + host + headers + "\r\n";
}

struct refused {
    int status;
    std::string bytes;
};

// clang-format off
const std::vector<refused> table{
    // Framing that Beast 1.81 lets through.
    {400, post("Transfer-Encoding: gzip\r\nContent-Length: 3\r\n")},
    {501, post("Transfer-Encoding: xchunked\r\n")},
    {400, post("Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n")},
    {501, post("Transfer-Encoding: identity\r\n")},
    {501, post("Transfer-Encoding: chunked, gzip\r\n")},
    {501, post("Transfer-Encoding: gzip, chunked\r\n")},
    {501, post("Transfer-Encoding: \r\n")},
    {501, post("Transfer-Encoding: chunked,\r\n")},
    {400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")},
    {400, "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"},
    {400, post("Content-Length: 5,5\r\n")},
    {400, post("Content-Length: 5\r\nContent-Length: 5\r\n")},
    {400, post("Content-Length: 5\r\nContent-Length: 6\r\n")},
    {400, post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")},
    {400, post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")},
    {400, post("Content-Length: +5\r\n")},
    {400, post("Content-Length: -1\r\n")},
    {400, post("Content-Length: 0x5\r\n")},
    {400, post("Content-Length: \r\n")},
    {400, post("Content-Length: 5 5\r\n")},
    {400, post("Content-Length: 99999999999999999999\r\n")},
    {400, get("Content-Length: 3\r\n")},
    {400, get("Transfer-Encoding: chunked\r\n")},
    // Hosts.
    {400, "GET / HTTP/1.1\r\n\r\n"},
    {400, "GET / HTTP/1.0\r\n\r\n"},
    {400, get("Host: h\r\n")},
    {400, "GET / HTTP/1.1\r\nHost: \r\n\r\n"},
    {400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"},
    {400, "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n"},
    {400, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
    {400, "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n"},
    {400, "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n"},
    {400, "GET / HTTP/1.1\r\nHost: a:80:80\r\n\r\n"},
    {400, "GET / HTTP/1.1\r\nHost: [::1]:x\r\n\r\n"},
    // Targets.
    {400, "GET /\x80 HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET http://h/ HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET h:80 HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET //h/ HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /a\tb HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET  HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n"},
    // Request lines.
    {400, "get / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "Get / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "G(T / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, " GET / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET /\r\nHost: h\r\n\r\n"},
    {400, "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET / http/1.1\r\nHost: h\r\n\r\n"},
    {400, "GET / HTTP/11\r\nHost: h\r\n\r\n"},
    {400, "GET / HTTP/1.1 \r\nHost: h\r\n\r\n"},
    {505, "GET / HTTP/1.9\r\nHost: h\r\n\r\n"},
    {505, "GET / HTTP/2.0\r\nHost: h\r\n\r\n"},
    {501, "PRI / HTTP/2.0\r\nHost: h\r\n\r\n"},
    {501, "BREW / HTTP/1.1\r\nHost: h\r\n\r\n"},
    // Headers.
    {400, get("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n")},
    {400, get("X-CSRF-Token: a\r\nx-csrf-token: a\r\n")},
    {400, post("Content-Length: 2\r\nContent-Type: text/plain\r\nContent-Type: application/json\r\n")},
    {400, post("If-Match: \"1\"\r\nIf-Match: \"2\"\r\n")},
    {400, post("Idempotency-Key: a\r\nIdempotency-Key: b\r\n")},
    {400, post("Origin: https://h\r\nOrigin: https://evil.example\r\n")},
    {400, get("A: b\r\n c\r\n")},
    {400, get("A: b\r\n\tc\r\n")},
    {400, "GET / HTTP/1.1\r\n Host: h\r\n\r\n"},
    {400, get("A : b\r\n")},
    {400, get(": b\r\n")},
    {400, get("A\r\n")},
    {400, get("A(: b\r\n")},
    {400, get("A: b\nB: c\r\n")},
    {400, get("A: b\rB: c\r\n")},
    {400, get("A: b\0c\r\n"s)},
    {400, get("A: b\x01\r\n")},
    {400, get("A: \x80\r\n")},
    {400, "GET / HTTP/1.1\nHost: h\n\n"},
    {417, post("Content-Length: 1\r\nExpect: soup\r\n")},
    {431, get("A: " + std::string(9000, 'b') + "\r\n")},
};
// clang-format on

} // namespace

TEST_CASE("4.2.1 every head of the table is refused with its status")
{
    for (const refused& each : table) {
        INFO(each.bytes);
        const auto got = judge(each.bytes);
        CHECK(got.status == each.status);
        CHECK_FALSE(got.key.empty());
    }
}

TEST_CASE("4.2.1 a head of 64 headers passes and one of 65 does not")
{
    std::string many;
    for (int i = 0; i < 63; ++i) many += "A: b\r\n";
    CHECK(judge(get(many)).status == 200);
    CHECK(judge(get(many + "A: b\r\n")).status == 431);
}

TEST_CASE("a plain head is read")
{
    const auto got = judge("POST /a?b=c HTTP/1.1\r\nHost: h:80\r\nContent-Length: 12\r\n"
                           "X-Name:  some value \t\r\nExpect: 100-Continue\r\n\r\n{}");
    REQUIRE(got.status == 200);
    CHECK(got.head.method == "POST");
    CHECK(got.head.target == "/a?b=c");
    CHECK(got.head.content_length == 12u);
    CHECK(got.head.headers[2] == std::pair<std::string, std::string>("x-name", "some value"));
    CHECK(got.head.keep_alive);
    CHECK(got.head.expects_continue);
    CHECK(judge(post("Transfer-Encoding: Chunked\r\n")).head.chunked);
}

TEST_CASE("a connection is kept as the versions of HTTP say")
{
    CHECK(judge(get("")).head.keep_alive);
    CHECK_FALSE(judge(get("Connection: Close\r\n")).head.keep_alive);
    CHECK_FALSE(judge("GET / HTTP/1.0\r\nHost: h\r\n\r\n").head.keep_alive);
    CHECK(judge("GET / HTTP/1.0\r\nHost: h\r\nConnection: keep-alive\r\n\r\n").head.keep_alive);
}

TEST_CASE("a head cut anywhere is incomplete, never refused and never taken for whole")
{
    const std::string whole = post("Content-Length: 3\r\nA: b\r\n");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        INFO(size);
        CHECK(judge(std::string_view(whole).substr(0, size)).key == "incomplete");
    }
    CHECK(judge(whole).status == 200);
}

TEST_CASE("4.2.1 only the hosts of the allow-list are served")
{
    const api::edge_rules rules{{}, {"rampung.example", "[::1]"}};
    for (auto good : {"rampung.example", "Rampung.Example", "rampung.example:8080", "[::1]:80"})
        CHECK(judge("GET / HTTP/1.1\r\nHost: "s + good + "\r\n\r\n", rules).status == 200);
    for (auto wrong : {"evil.example", "rampung.example.evil", "rampung.exampl", "[::2]"})
        CHECK(judge("GET / HTTP/1.1\r\nHost: "s + wrong + "\r\n\r\n", rules).key == "host_unknown");
}
