#pragma once
// A blocking HTTP/1.1 client on plain sockets: what a test sends is what goes out. Keeps its
// connection, opens a new one when the server has closed it. One thread each.
//
//   http_client c{port};
//   auto r = c.send("POST", "/api/v1/plans", body, {{"If-Match", "\"1\""}});
//   CHECK(r.status == 201); r.header("location"); r.json().at("id");
#include <boost/json/value.hpp>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

using header_list = std::vector<std::pair<std::string, std::string>>;

struct http_reply {
    int status{};        // 0: the connection ended without an answer
    header_list headers; // names in lower case, in order
    std::string body;
    bool is_closed{}; // the server closed, or said it will

    // The first header of this lower-case name; empty when there is none.
    std::string header(std::string_view lower_case_name) const;
    std::vector<std::string> all(std::string_view lower_case_name) const;
    boost::json::value json() const; // throws when the body is none
    std::string code() const;        // of a problem document; empty otherwise
};

class http_client {
public:
    explicit http_client(unsigned short port, std::string host = "127.0.0.1");
    ~http_client();
    http_client(http_client&&) noexcept;
    http_client& operator=(http_client&&) = delete;

    // Sent with every request after this: a cookie, a token.
    void always(std::string name, std::string value);
    void never(std::string_view name);
    const header_list& sent_always() const { return always_; }
    // A value of the Cookie header taken from the Set-Cookie of an answer.
    void take_cookies(const http_reply&);

    // Adds Host, Content-Length and, for a body without one, Content-Type: application/json.
    // A kept connection that turns out to be closed is opened anew once.
    http_reply send(std::string_view method, std::string_view target, std::string_view body = {},
                    const header_list& headers = {});
    http_reply get(std::string_view target, const header_list& headers = {})
    {
        return send("GET", target, {}, headers);
    }
    http_reply post(std::string_view target, std::string_view body = {},
                    const header_list& headers = {})
    {
        return send("POST", target, body, headers);
    }

    // Raw halves, for malformed and pipelined requests.
    void write(std::string_view bytes);
    // `to` is the method asked with: an answer to HEAD has no body.
    http_reply read(std::string_view to = "GET");
    bool is_at_end(); // the server has closed; waits for it, at most the time-out
    void hang_up();
    void time_out_after(std::chrono::milliseconds); // of each read; 10 s unless told otherwise

private:
    void connect();
    bool fill();
    std::optional<std::string> line();
    bool read_exactly(std::size_t count, std::string& into);
    bool read_chunks(std::string& into);
    unsigned short port_;
    std::string host_;
    header_list always_;
    std::map<std::string, std::string> cookies_;
    std::chrono::milliseconds time_out_{10'000};
    int socket_{-1};
    std::string buffer_;
};

} // namespace support
