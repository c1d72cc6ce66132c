#pragma once
// What people will be told if from now on nobody acts: the sweeps, the ladder and the gathering of
// the real thing under a virtual clock that jumps from one instant at which something may change to
// the next. Pure.
#include "workflow/reminding/gathering.hpp"
#include "workflow/reminding/still_owed.hpp"
#include <set>

namespace workflow {

struct foretold_message {
    std::string key;
    reference recipient;
    instant due{};
    std::string zone;
    std::vector<told> items;
};

// Of a message that has not left: it will be looked at again when it does.
struct waiting_notice {
    told what;
    reference recipient;
    std::string message; // its key
    instant due{};
};

// One plan as it is now, the posts around it whenever they hold, and what it tells already.
struct course {
    world start;
    std::vector<appointment> posts;
    std::vector<waiting_notice> waiting{};
};

struct told_before {
    std::set<std::string> notices; // unique keys: nobody is told twice
    std::set<std::string> left;    // keys of digests that have left and take nothing more
};

struct foretelling {
    std::vector<foretold_message> messages; // by time, then recipient; without what waits already
    std::map<std::string, told> stored;     // by key, how what waits already will be told, or not
};

// `until` is the last instant that is looked at.
foretelling foretell(const environment&, const std::vector<course>&, const told_before&,
                     instant until);

} // namespace workflow
