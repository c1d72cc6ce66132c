#pragma once
// Whether somebody must still be told of something, asked at the moment at which the message
// leaves: a mail may have waited for a morning, or for days, and what it asks for may be done,
// over, moved, or somebody else's by then. Pure.
#include "workflow/reminding/told.hpp"
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

// As it is told now: by which post, of what matter and by when, or with one of the above as the
// reason why not. `w`: its plan, whole, with today's posts.
told look_again(const std::vector<definition>&, const world& w, told stored,
                const std::string& recipient);

} // namespace workflow
