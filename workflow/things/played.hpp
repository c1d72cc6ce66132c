#pragma once
// What the history of one plan says of a thing, event by event: the other half of the effects. Each
// noun adds what it needs in its own header.
#include "workflow/things/event.hpp"
#include <optional>
#include <string>

namespace workflow::played {

struct history; // world.hpp

// Where a machine stands after its last event.
struct standing {
    std::string state;
    std::int64_t seq{}; // of that event
    instant since{};
    bool since_is_exact{};                            // the clock had not gone back
    std::optional<std::string> reason{std::string{}}; // nothing: it was erased
    int events{};                                     // that were about it
};

// 0 for what is no small whole number, and for what is not there.
int number_in(const event&, std::string_view key);
std::string value_in(const event&, std::string_view key);

// The thing stands where its event has put it.
void stand(const history&, standing&, const event&);

// Of an effect of which the history tells nothing but what it has made.
inline void nothing_more(history&, const event&) {}

} // namespace workflow::played
