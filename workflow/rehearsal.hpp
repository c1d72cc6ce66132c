#pragma once
// What people will be told if from now on nobody acts: the sweeps, the ladder and the gathering of
// the real thing under a virtual clock that jumps from one instant at which something may change to
// the next. Pure.
#include "workflow/gathering.hpp"
#include <set>

namespace workflow {

struct foretold {
    std::string rule;
    std::string resource;
    std::string id;
    int round{1};
    std::optional<date> due;
    std::optional<date> moved_from;
    std::string why; // role
    std::string plan;
    region place;
    std::string title;
    std::string agency;
};

struct foretold_message {
    std::string key;
    reference recipient;
    instant due{};
    std::string zone;
    std::vector<foretold> items;
};

// One plan as it is now, and the posts around it whenever they hold.
struct course {
    world start;
    std::vector<appointment> posts;
};

struct told_before {
    std::set<std::string> notices; // unique keys: nobody is told twice
    std::set<std::string> left;    // keys of digests that have left and take nothing more
};

// By time, then recipient. `until` is the last instant that is looked at.
std::vector<foretold_message> foretell(const environment&, const std::vector<course>&,
                                       const told_before&, instant until);

} // namespace workflow
