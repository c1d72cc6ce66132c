#pragma once
// One mail to one recipient, before it has a form on the wire.
#include "workflow/days/clock.hpp"
#include <string>

namespace notifications {

struct mailbox {
    std::string email;
    std::string name{};
};

struct mail {
    std::string message_id{}; // <…@domain>; the same for every attempt
    workflow::instant date{};
    mailbox from{};
    mailbox to{};
    std::string subject{};
    std::string text{}; // UTF-8, lines end with \n
    std::string html{};
};

} // namespace notifications
