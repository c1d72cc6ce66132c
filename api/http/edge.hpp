#pragma once
// The gate before the parser: judges the raw bytes of a request's head. Beast 1.81 lets several
// kinds of doubtful framing through (docs/security), so nothing reaches it that is not plain
// HTTP/1 with one reading. Pure; on any doubt the answer is a fault and the connection closes.
#include "api/http/config.hpp"
#include "workflow/words/error.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace api {

// An answer that ends the connection.
struct edge_fault {
    int status{400};
    std::string code{"malformed"}; // the problem's code
    workflow::sentence detail;
};

struct request_head {
    std::string method;
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    std::optional<std::size_t> content_length;
    bool chunked{};
    bool keep_alive{};
    bool expects_continue{};

    bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

struct edge_rules {
    limits most{};
    // Host values that are served, in lower case, with or without port; empty: any well-formed one.
    std::vector<std::string> hosts;
};

// The size of the head at the front of the bytes, its blank line included; 0 while it is not
// complete. A fault as soon as the bytes cannot become a head: bare CR or LF, NUL, too large.
std::size_t size_of_head(std::string_view bytes, const edge_rules&, std::optional<edge_fault>&);

// Reads a complete head into `out`, or says what is wrong with it.
std::optional<edge_fault> read_head(std::string_view head, const edge_rules&, request_head& out);

} // namespace api
