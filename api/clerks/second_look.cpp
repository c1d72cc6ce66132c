// One plan after the other; then one thing stands in a message once.
#include "api/clerks/second_look.hpp"
#include "persistence/nouns/world_store.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/reminding/still_owed.hpp"
#include <map>

namespace api {
namespace {

using workflow::told;

using known_plans = std::map<std::string, std::optional<workflow::world>>;

const std::optional<workflow::world>& plan_of(persistence::unit_of_work& unit,
                                              const second_look_settings& here, known_plans& known,
                                              const std::string& plan)
{
    const auto [at, is_new] = known.try_emplace(plan);
    if (!is_new) return at->second;
    persistence::world_store worlds(
        {unit, here.kinds, [] { return std::string{}; }, persistence::stream_use::read_only});
    at->second = worlds.load_plan(plan, workflow::parts::whole);
    return at->second;
}

told told_now(const second_look_settings& here, const std::optional<workflow::world>& w,
              const std::string& recipient, told item)
{
    if (w) return workflow::look_again(here.catalog, *w, std::move(item), recipient);
    item.dropped = workflow::dropped::overtaken;
    return item;
}

// What one of two items says that the other says better; null when they are of different things.
told* lighter_of(told& earlier, told& later)
{
    if (earlier.resource != later.resource || earlier.subject != later.subject) return nullptr;
    return workflow::outweighs(later.rule, earlier.rule) ? &earlier : &later;
}

void keep_one_of_each(std::vector<told>& items)
{
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size() && items[i].dropped.empty(); ++j)
            if (items[j].dropped.empty())
                if (told* lighter = lighter_of(items[i], items[j]))
                    lighter->dropped = workflow::dropped::twice;
}

bool has_changed(const told& was, const told& is)
{
    return !is.dropped.empty() || is.post != was.post || is.matter != was.matter ||
           is.due != was.due;
}

} // namespace

std::vector<told> look_again(persistence::unit_of_work& unit, const second_look_settings& here,
                             persistence::outgoing& message)
{
    known_plans known;
    const auto stored = message.items;
    for (told& item : message.items) {
        try {
            if (message.is_disabled)
                item.dropped = workflow::dropped::account;
            else
                item = told_now(here, plan_of(unit, here, known, item.plan), message.recipient.id,
                                item);
        } catch (const persistence::outage&) {
            throw;
        } catch (const std::exception& e) {
            if (here.report) here.report("message " + message.id + ": " + e.what());
        }
    }
    keep_one_of_each(message.items);
    std::vector<told> changed;
    for (std::size_t i = 0; i < stored.size(); ++i)
        if (has_changed(stored[i], message.items[i])) changed.push_back(message.items[i]);
    std::erase_if(message.items, [](const told& item) { return !item.dropped.empty(); });
    return changed;
}

} // namespace api
