// What a step under way writes down.
#include "workflow/things/command.hpp"

namespace workflow {

event& ongoing_step::record(event e)
{
    e.seq = static_cast<std::int64_t>(result.events.size()) + 1;
    e.cause = e.seq == command_event ? 0 : command_event;
    e.at = w().now;
    if (actor && e.seq == command_event) e.by = actor->user;
    result.events.push_back(std::move(e));
    return result.events.back();
}

void ongoing_step::make(std::string resource, const std::string& id, std::string initial,
                        std::vector<std::pair<std::string, std::string>> data)
{
    event e;
    e.name = "made";
    e.resource = std::move(resource);
    e.subject = id;
    e.to = std::move(initial);
    e.data = std::move(data);
    record(std::move(e));
}

void ongoing_step::note(const char* key, std::string value)
{
    if (!value.empty()) result.events.back().data.emplace_back(key, std::move(value));
}

void ongoing_step::tell(std::string name, std::string resource, std::string id,
                        std::optional<date> due)
{
    notice n;
    n.name = std::move(name);
    n.resource = std::move(resource);
    n.subject = std::move(id);
    n.due = due;
    n.event = static_cast<std::int64_t>(result.events.size());
    result.notices.push_back(std::move(n));
}

} // namespace workflow
