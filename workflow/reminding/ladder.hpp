#pragma once
// The reminder ladder: who must be reminded of what, and on which morning. Pure: what is open, the
// calendar and the span of time come in, reminders come out; the rehearsal, the scheduler and the
// tests call the same functions. A step before the deadline (H-7) moves back to a working day, one
// after it (H+1) forward; steps that fall on one day are one.
#include "workflow/days/calendar.hpp"
#include "workflow/kinds/kind.hpp"
#include "workflow/reminding/told.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace workflow {

// Reminders leave with the day's digest, when offices open.
inline constexpr int digest_hour = 7;
inline constexpr int digest_minute = 30;

// Something that waits for somebody, with a date. The caller lists only what is open, and as
// recipients (ids of users) only people who could act on it.
struct open_item {
    told what{}; // as everybody is told of it
    date deadline{};
    instant since{};                       // when it began to wait: earlier steps were never owed
    std::vector<std::string> before{};     // H-n: everybody who can act
    std::vector<std::string> after{};      // H+n: the agency's head
    std::vector<std::string> long_after{}; // from the kind's escalation day on
    int escalation_days{7};
    std::map<std::string, held_post> posts{}; // why somebody is told, by recipient
};

// One morning of the ladder.
struct ladder_step {
    int days{};                     // the latest of the steps that fall on this day
    date day{};                     // a working day
    std::optional<date> moved_from; // where `days` alone would have put it
    std::vector<int> merged;        // all that fall on this day, `days` among them
    instant at{};                   // 07:30 local
    friend bool operator==(const ladder_step&, const ladder_step&) = default;
};

// Its key is the same however often it is asked for.
struct reminder {
    told what{};
    std::string recipient{};
    instant due_instant{};
};

// The steps in order of time, on different days. `ladder` holds days from the deadline, not 0.
std::vector<ladder_step> steps_of(date deadline, const std::vector<int>& ladder, const calendar&);

// What a scan at `now` must see sent: of the steps whose time has passed only the latest. Steps
// sent before come back with the same keys.
std::vector<reminder> latest_step(const open_item&, const calendar&, const std::vector<int>& ladder,
                                  instant now);

// When the digest that gathers what is known now leaves: the first 07:30 of a working day that is
// not before `now`.
instant next_digest(const calendar&, instant now);

// H-7, H+1
std::string rule_name(int days);

} // namespace workflow
