#pragma once
// Whether somebody must still be told of something, asked at the moment at which the message
// leaves: a mail may have waited for a morning, or for days, and what it asks for may be done,
// over, moved, or somebody else's by then. Pure.
#include "workflow/people/held_post.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/world.hpp"

namespace workflow {

// Why something is not told after all; the ledger says it.
namespace dropped {
inline constexpr std::string_view overtaken = "overtaken"; // done, decided, cancelled, closed
inline constexpr std::string_view round = "round";         // another round has begun
inline constexpr std::string_view deadline = "deadline"; // moved: the ladder climbs to the new one
inline constexpr std::string_view step = "step";         // a later step's time has come
inline constexpr std::string_view post = "post";         // the recipient's post has ended
inline constexpr std::string_view account = "account";   // disabled
inline constexpr std::string_view twice = "twice";       // the same message says it already
inline constexpr std::string_view gathered = "gathered"; // went with a later digest
} // namespace dropped

// What a notice said when it was stored.
struct stored_notice {
    std::string key; // unique
    std::string rule;
    std::string resource;
    std::string subject;
    int round{1};
    std::string recipient;
    std::optional<date> due;
    std::string matter{}; // what a reminder waited for; empty where that is not known
};

struct owed_now {
    std::string_view dropped{}; // one of the above; empty: it is still owed
    held_post post{};           // by which the recipient is told
    std::string matter{};       // what is waited for, in reminders
    std::optional<date> due{};
};

// `w`: the notice's plan, whole, with today's posts.
owed_now look_again(const std::vector<definition>&, const world& w, const stored_notice&);

} // namespace workflow
