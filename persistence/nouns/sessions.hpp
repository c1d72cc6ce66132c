#pragma once
// Sign-ins. A session ends after 30 minutes without a request, 12 hours after signing in, when its
// holder ends it or is disabled; one whose times lie ahead was made by a wrong clock and is over.
// Only the SHA-256 of its token is kept.
#include "persistence/sql/unit_of_work.hpp"
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace persistence {

inline constexpr std::chrono::minutes session_idle_max{30};
inline constexpr std::chrono::hours session_length_max{12};
// A request raises `seen_at` only when it is older than this: reading stays reading.
inline constexpr std::chrono::minutes session_touch_after{1};

struct new_session {
    std::string id;
    std::string user;
    std::string token; // opaque, random; not kept
    std::string csrf;
};

struct session {
    std::string id;
    std::string user;
    std::string csrf;
    workflow::instant created_at{};
    workflow::instant seen_at{};
    workflow::instant stepped_up_at{}; // signing in counts
    std::string holder;                // the user's name
    std::string locale;                // empty: as the browser wishes

    bool wants_touch(workflow::instant now) const { return now - seen_at >= session_touch_after; }
};

void create_session(unit_of_work&, const new_session&);
// Nothing when the token is unknown, the session over, or its holder disabled.
std::optional<session> find_session(unit_of_work&, const std::string& token);
void touch_session(unit_of_work&, const std::string& id);
// The session goes on under another token, and the old one is dead. False: it was over.
bool step_up_session(unit_of_work&, const new_session&);
void end_session(unit_of_work&, const std::string& id);
void end_sessions_of(unit_of_work&, const std::string& user);
// Those not over, newest first.
std::vector<session> sessions_of(unit_of_work&, const std::string& user);
// Removes what is over; for a periodic job.
void forget_old_sessions(unit_of_work&);

} // namespace persistence
