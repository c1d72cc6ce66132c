#pragma once
// What a mail server's refusal means, by the command that it answers. Pure.
#include "notifications/channel.hpp"
#include <string_view>

namespace notifications {

// `command`: the last one that was sent (EHLO, MAIL, RCPT, DATA …); empty: none, it is the greeting
// or there was no connection. `line`: the last line of the answer; empty: there was none.
outcome meaning_of(std::string_view command, std::string_view line);

} // namespace notifications
