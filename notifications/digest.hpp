#pragma once
// What one person is to be told in one mail: the day's digest, or the notices of one transaction.
// Plain data; render.hpp makes words of it.
#include "workflow/reminding/told.hpp"
#include <string>
#include <vector>

namespace notifications {

struct digest_item {
    workflow::told what{};
    int days_left{};
    std::string link{}; // http or https; opens the item, changes nothing
};

struct digest {
    std::string message_key{}; // what makes this mail one and the same on every attempt
    std::string recipient{};   // name
    std::string locale{"id"};
    std::string zone{"Asia/Jakarta"};
    workflow::instant at{}; // the state of affairs is that of this moment
    bool immediate{};       // notices of people's commands; otherwise the day's digest
    std::string inbox_link{};
    std::vector<digest_item> items{};
};

} // namespace notifications
