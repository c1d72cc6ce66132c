// One reading of a plan's returns for all of its things; only what still lies there is told.
#include "api/nouns/returned.hpp"
#include "api/nouns/noun.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/step/given_back.hpp"
#include "workflow/step/people.hpp"

namespace api {
namespace {

using workflow::subject;
using workflow::world;

const workflow::event* last_return(const world& w, const std::string& id, const viewer& by)
{
    if (!by.given_back) by.given_back = persistence::read_given_back(by.at.unit, w.head.id);
    const auto found = by.given_back->find(id);
    if (found == by.given_back->end() || !workflow::gives_back(found->second)) return nullptr;
    return &found->second;
}

json::value told(const workflow::event& e, const workflow::reference& agency, json::value changed)
{
    json::object out{{"command", e.command}, {"at", workflow::rfc3339(e.at)}};
    out["by"] = reference_json(e.by);
    out["role"] = text_or_null(e.post.substr(0, e.post.find('@')));
    out["agency"] = reference_json(agency);
    out["reason"] = text_or_null(e.reason);
    out["changed"] = std::move(changed);
    return out;
}

// What an agency asked for last, while a plan waits for the answer.
json::value last_objection(const world& w, const viewer& by)
{
    const workflow::event* last = nullptr;
    workflow::reference agency;
    for (const workflow::review* each : workflow::open_objections(w))
        if (const auto* e = last_return(w, each->id, by); e && (!last || e->seq > last->seq)) {
            last = e;
            agency = each->agency;
        }
    return last ? told(*last, agency, nullptr) : nullptr;
}

std::vector<std::string> keys_of(const std::map<std::string, const viewer*>& all)
{
    std::vector<std::string> keys;
    for (const auto& [key, by] : all) keys.push_back(key);
    return keys;
}

} // namespace

json::value returned_json(const world& w, const subject& s, const viewer& by)
{
    const bool is_plan = s.resource == workflow::resource_of<workflow::revision>();
    if (is_plan && !workflow::open_objections(w).empty()) return last_objection(w, by);
    if (!workflow::lies_given_back(w, s)) return nullptr;
    const workflow::event* last = last_return(w, s.id, by);
    if (!last) return nullptr;
    const workflow::item& x = workflow::item_in(w, workflow::machine_about(w, s, {}));
    const bool is_review = s.resource == workflow::resource_of<workflow::review>();
    return told(*last, is_review ? workflow::relation_of(w, s).agency : workflow::reference{},
                noun_of(s.resource).changes(w, x, by));
}

void read_returns(const work& at, const std::vector<shown>& all)
{
    std::map<std::string, const viewer*> plans;
    std::map<std::string, const viewer*> targets;
    for (const shown& each : all) {
        if (!workflow::lies_given_back(*each.world, each.about) &&
            workflow::open_objections(*each.world).empty())
            continue;
        plans[each.world->head.id] = each.by;
        if (each.about.resource == workflow::resource_of<workflow::target>())
            targets[each.about.id] = each.by;
    }
    auto given_back = persistence::read_given_back(at.unit, keys_of(plans));
    for (const auto& [plan, by] : plans) by->given_back = std::move(given_back[plan]);
    auto rounds = persistence::read_rounds(at.unit, keys_of(targets));
    for (const auto& [target, by] : targets) by->rounds[target] = std::move(rounds[target]);
}

json::value label_of(const world& w, const workflow::gap& g)
{
    if (const workflow::placed_cell c = workflow::cell_of(w, g.id); c.row)
        return json::string(std::to_string(c.row->number) + ". " + c.row->title);
    for (const auto& [period, child] : w.children)
        if (child.region == g.id) return json::string(child.region_name);
    return nullptr;
}

} // namespace api
