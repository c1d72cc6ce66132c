#pragma once
// Refused inputs as data: who asks what, and how it is refused. Paths, names and bodies may hold
// {words} that stand for what the demo made under a random id.
#include "tests/scenarios/support/plan_life.hpp"

namespace scenarios {

struct bad_request {
    std::string who; // empty: not signed in
    std::string method, path;
    header_list headers;
    std::string body;
    int status;
    std::string code;
    std::string pointer{}; // one of errors[].pointer; empty: none is expected
};

// What the {words} stand for: draft, action, plan, target, staff, head, review, approval, report,
// year_ids of one demo. Made once a house.
std::map<std::string, std::string> words_of(house&);

// Asks every row; each CHECK tells the row that was answered otherwise. Nothing may be 500.
void check_refused(house&, const std::vector<bad_request>&);

} // namespace scenarios
