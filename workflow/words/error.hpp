#pragma once
// The understandable no. A refusal says what kind of no it is, why in words (a key of the sentence
// catalogue, with arguments), and who could say yes. Outages are exceptions, not refusals.
#include "workflow/words/reference.hpp"
#include <boost/system/result.hpp>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace workflow {

// In the order in which they are checked (contract, section 3); api/http/problem maps each to a
// status.
enum class errc {
    unauthenticated,
    second_factor_required,
    csrf,
    key_reused,
    not_found,
    method_not_allowed,
    payload_too_large,
    unsupported_media_type,
    malformed,
    precondition_required,
    forbidden,
    step_up_required,
    wrong_state,
    invalid,
    guard,
    conflict,
    stale,
    too_many_requests,
    unavailable,
    insufficient_storage,
};

// A sentence by key; arguments replace {name} in the catalogue's text.
struct sentence {
    std::string key;
    std::map<std::string, std::string> arguments{};
    friend bool operator==(const sentence&, const sentence&) = default;
};

struct who_can {
    std::string role;
    reference agency;   // empty id: none
    std::string region; // code, or empty
    std::string region_name;
    std::vector<std::string> names; // empty: the post is vacant, or four eyes exclude its holder
    friend bool operator==(const who_can&, const who_can&) = default;
};

struct field_error {
    std::string pointer; // RFC 6901, into the body
    sentence detail;
};

struct refusal {
    errc code{};
    sentence reason;
    std::vector<who_can> who{};
    std::vector<field_error> errors{};
    std::string extra_json{}; // further members of the problem document, a JSON object, or empty
};

template <class T> using result = boost::system::result<T, refusal>;

struct refused : std::logic_error {
    using std::logic_error::logic_error;
};
[[noreturn]] inline void throw_exception_from_error(const refusal& no,
                                                    const boost::source_location&)
{
    throw refused("a refusal was taken for a value: " + no.reason.key);
}

} // namespace workflow
