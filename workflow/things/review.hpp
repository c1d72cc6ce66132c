#pragma once
// One agency's word on one revision, and one stage of the approval chain of one submission.
#include "workflow/people/person.hpp"
#include "workflow/things/item.hpp"
#include <optional>
#include <string>
#include <vector>

namespace workflow {

struct review_item {
    std::string action; // id
    std::string comment;
    std::string suggestion;
    friend bool operator==(const review_item&, const review_item&) = default;
};

struct review : item {
    int revision{1};
    reference agency;
    std::string rows_digest; // of the agency's own rows when it was asked
    std::vector<review_item> items;
};

struct vote {
    reference by;
    instant at{};
};

struct approval : item {
    int revision{1};
    int submission{1};
    int stage{}; // 0, 1, … in the kind's chain
    std::string name;
    std::string role;
    int quorum{1};
    std::vector<vote> votes;
};

} // namespace workflow
