// Reading an event.
#include "workflow/things/played.hpp"
#include "workflow/things/world.hpp"

namespace workflow::played {

std::string value_in(const event& e, std::string_view key)
{
    for (const auto& [name, value] : e.data)
        if (name == key) return value;
    return {};
}

int number_in(const event& e, std::string_view key)
{
    constexpr std::size_t digits_max = 9;
    const std::string written = value_in(e, key);
    return written.empty() || written.size() > digits_max ||
                   written.find_first_not_of("0123456789") != std::string::npos
               ? 0
               : std::stoi(written);
}

void stand(const history& h, standing& s, const event& e)
{
    s.state = e.to;
    s.seq = e.seq;
    s.since = e.at;
    s.since_is_exact = h.clock_went_on;
    ++s.events;
    if (h.erased)
        s.reason.reset();
    else if (!e.by.id.empty())
        s.reason = e.reason;
}

} // namespace workflow::played
