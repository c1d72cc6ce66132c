#pragma once
// People and posts. Rights belong to an appointment for a span of dates, never to a person for
// ever.
#include "workflow/days/clock.hpp"
#include "workflow/people/region.hpp"
#include "workflow/people/token_scope.hpp"
#include "workflow/words/reference.hpp"
#include <optional>
#include <string>
#include <vector>

namespace workflow {

namespace role { // persisted names; kinds add those of their approval chains
inline constexpr std::string_view agency_staff = "agency_staff";
inline constexpr std::string_view agency_head = "agency_head";
inline constexpr std::string_view secretariat = "secretariat";
inline constexpr std::string_view observer = "observer";
inline constexpr std::string_view administrator = "administrator";
} // namespace role

struct agency {
    std::string id;
    std::int64_t version{1};
    std::string region;
    std::string name;
    std::string short_name;
    std::string kind; // kesbangpol, opd, vertical, forum
    date valid_from{};
    std::optional<date> valid_to;
    std::string successor; // id, or empty
};

struct appointment {
    std::string id;
    std::int64_t version{1};
    reference user;
    std::string role;
    reference agency;   // empty id when the post is a region's
    std::string region; // code; of the agency when there is one
    std::string region_name;
    date from{};
    std::optional<date> to; // last day, inclusive
    bool acting{};

    bool holds_on(date day) const { return from <= day && (!to || day <= *to); }
};

struct user {
    std::string id;
    std::int64_t version{1};
    std::string username;
    std::string name;
    std::string locale; // id, en
    std::string region;
    std::vector<std::string> addresses;
    std::vector<appointment> appointments;
};

// Who is asking: the person with the appointments that hold today.
struct principal {
    reference user;
    std::string locale{"id"};
    std::vector<appointment> appointments;
    bool bearer{};                        // came with a token: may neither approve nor sign off
    bool stepped_up{};                    // signed in or stepped up within the last 30 minutes
    std::optional<token_bounds> bounds{}; // of a token with scopes; nothing: all that is theirs

    // The region outside which nothing is theirs; empty: there is none.
    std::string within() const { return bounds ? bounds->region : std::string(); }
};

} // namespace workflow
