#pragma once
// What one person is to be told in one mail: the day's digest, or the notices of one transaction.
// Plain data; render.hpp makes words of it.
#include "workflow/days/clock.hpp"
#include <optional>
#include <string>
#include <vector>

namespace notifications {

struct digest_item {
    std::string event{};    // what happened (review_requested …); empty in reminders
    std::string rule{};     // the ladder's step (H-7 …); empty in notices
    std::string resource{}; // targets, reviews, approvals, plans, reports
    std::string title{};
    std::string region{}; // names, as people know them
    std::string agency{}; // may be empty
    std::optional<workflow::date> due{};
    int days_left{};
    int round{1};
    std::string link{};   // http or https; opens the item, changes nothing
    std::string reason{}; // what somebody wrote when returning or reopening
    std::string why{};    // the role by which the recipient got this
    std::string post{};   // whose: the name of the agency or region
    std::string matter{}; // what a reminder waits for: report, review, approve, submit, revise
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
