#pragma once
// One request as plain values: what the session read from the wire, for pipeline and handlers.
// Nothing here knows sockets. Faults of form that must wait for their turn in the contract's
// order (404 before 413 and 400) are carried along instead of being answered at once.
#include "workflow/words/error.hpp"
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace api {

using name_value = std::pair<std::string, std::string>;

struct request {
    std::string method;
    std::string target;                // as sent: path and query
    std::vector<std::string> segments; // of the path, percent-decoded: {"api","v1","plans"}
    std::vector<name_value> query;     // decoded, in order, each name once
    std::vector<name_value> headers;   // names in lower case, in order
    std::string body;
    std::filesystem::path body_file; // of a spooled body; removed when the answer is ready
    std::size_t body_bytes{};
    bool body_too_large{};                      // the body was not read to its end
    std::optional<workflow::refusal> malformed; // in target or body
    std::string remote;                         // address without port
    std::string id;                             // X-Request-Id
    std::chrono::milliseconds waited{};         // since it was asked first (reply::ask_again)

    // The value of the first header of this lower-case name; empty when there is none.
    std::string_view header(std::string_view lower_case_name) const;
    bool has_header(std::string_view lower_case_name) const;
    // The decoded query parameter, if given.
    const std::string* parameter(std::string_view name) const;
    bool changes_something() const; // neither GET nor HEAD nor OPTIONS
    std::string_view path() const { return std::string_view(target).substr(0, target.find('?')); }
};

// Splits and decodes an origin-form target into segments and query. Faults (bad percent codes,
// control characters, text that is not UTF-8, a parameter given twice) become `malformed`.
void read_target(request&);

// en when Accept-Language prefers English to Indonesian, else id.
std::string_view preferred_locale(const request&);
// The same where the header names one of our languages; empty where it names none.
std::string_view wished_locale(const request&);

// The version that If-Match names, with or without what names the rest of an answer behind it
// (conditional.hpp): 0 for a tag that can match nothing here. Refusals:
// precondition_required when there is none, malformed when it is not one entity tag.
workflow::result<std::int64_t> version_to_match(const request&);

bool is_utf8(std::string_view);

} // namespace api
