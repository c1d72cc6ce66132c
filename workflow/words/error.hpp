#pragma once
// The understandable no. A refusal says what kind of no it is, why in words (a key of the sentence
// catalogue, with arguments), and who could say yes. Outages are exceptions, not refusals.
#include "workflow/words/bilingual.hpp"
#include "workflow/words/reference.hpp"
#include <boost/system/result.hpp>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

// What kind of no it is, by the name that outsiders read as its `code` and that never changes. Here
// stand those of business and of what is stored; who lets the world in has more of its own
// (api/words/http_errc).
class errc {
public:
    constexpr errc() = default;
    constexpr explicit errc(std::string_view name) : name_(name) {}
    constexpr std::string_view name() const { return name_; }
    friend constexpr bool operator==(errc, errc) = default;

    static const errc not_found;
    static const errc malformed;
    static const errc key_reused;
    static const errc forbidden;
    static const errc step_up_required;
    static const errc wrong_state;
    static const errc invalid;
    static const errc guard;
    static const errc conflict;
    static const errc stale;

private:
    std::string_view name_{};
};

inline constexpr errc errc::not_found{"not_found"};
inline constexpr errc errc::malformed{"malformed"};
inline constexpr errc errc::key_reused{"key_reused"};
inline constexpr errc errc::forbidden{"forbidden"};
inline constexpr errc errc::step_up_required{"step_up_required"};
inline constexpr errc errc::wrong_state{"wrong_state"};
inline constexpr errc errc::invalid{"invalid"};
inline constexpr errc errc::guard{"guard"};
inline constexpr errc errc::conflict{"conflict"};
inline constexpr errc errc::stale{"stale"};

// A sentence by key; arguments replace {name} in the catalogue's text, each in the language in
// which the sentence is said.
struct sentence {
    std::string key;
    std::map<std::string, bilingual> arguments{};
    friend bool operator==(const sentence&, const sentence&) = default;
};

struct who_can {
    std::string role;
    reference agency;   // empty id: none
    std::string region; // code, or empty
    std::string region_name;
    std::vector<std::string> names; // empty: the post is vacant, or four eyes exclude its holder
    bilingual called{};             // the role, as the plan's kind calls it; empty: as everywhere
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
