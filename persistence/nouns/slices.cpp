// What every world needs, whatever of its things is asked for; then each noun reads for its own.
#include "persistence/nouns/slices.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/directory.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"
#include <algorithm>
#include <set>

namespace persistence {
namespace {

using workflow::who;
using workflow::world;
using ids = std::vector<std::string>;
using worlds_by_plan = std::map<std::string, world>;

worlds_by_plan read_frames(const slicing& from, const ids& plans)
{
    worlds_by_plan out;
    std::vector<calendars::year_of> years;
    auto heads = read_heads(from.unit, plans);
    for (const plan_head& head : heads)
        years.push_back({head.place, head.plan.year, head.plan.years});
    const calendars days(from.unit, years);
    auto revisions = read_revisions(from.unit, plans);
    for (plan_head& head : heads) {
        world& w = out[head.plan.id];
        w.head = std::move(head.plan);
        w.place = std::move(head.place);
        w.parent = std::move(head.parent);
        w.rules = find_kind(from.unit, from.kinds, w.head.kind, w.head.kind_version);
        w.days = days.calendar_for(w.place, w.head.year, w.head.years);
        w.periods = days.periods_for(w.rules, w.place, w.head.year);
        w.now = from.unit.now();
        w.revisions = std::move(revisions[w.head.id]);
    }
    std::erase_if(out, [](const auto& one) { return one.second.revisions.empty(); });
    return out;
}

// Whether commands on such things are given by secretariats alone: nobody else need be named then.
bool is_among_secretariats(const slicing& from, std::string_view resource)
{
    const auto is_one = [](who kind) {
        return kind == who::secretariat || kind == who::parent_secretariat || kind == who::system;
    };
    for (const workflow::definition& d : from.catalog)
        if (d.resource == resource)
            return std::all_of(d.commands.begin(), d.commands.end(), [&](const auto& word) {
                return std::all_of(word.by.begin(), word.by.end(), is_one);
            });
    return false;
}

bool needs_secretariats_only(const slicing& from, std::string_view resource)
{
    return !stored_of(resource).asks_who_could && is_among_secretariats(from, resource);
}

void read_posts(const slicing& from, worlds_by_plan& worlds,
                const std::vector<candidate>& candidates)
{
    std::set<std::string> whole;
    for (const candidate& c : candidates)
        if (worlds.contains(c.plan) && !needs_secretariats_only(from, c.subject.resource))
            whole.insert(c.plan);
    struct regions {
        std::set<std::string> all, secretariats_only;
    };
    std::map<workflow::date, regions> by_day; // the same everywhere but around midnight
    for (const auto& [plan, w] : worlds) {
        regions& there = by_day[w.today()];
        (whole.contains(plan) ? there.all : there.secretariats_only).insert(w.place.code);
    }
    for (auto& [day, there] : by_day) {
        for (const std::string& code : there.all) there.secretariats_only.erase(code);
        const auto posts = posts_around(from.unit, there.all, there.secretariats_only, day);
        for (auto& [plan, w] : worlds)
            if (w.today() == day) w.posts = posts.at(w.place.code);
    }
}

} // namespace

worlds_by_plan worlds_around(const slicing& from, const std::vector<candidate>& candidates)
{
    slices out{from.unit, {}, {}};
    std::set<std::string> plans;
    for (const candidate& c : candidates) {
        plans.insert(c.plan);
        out.asked[stored_of(c.subject.resource).resource].push_back(c.subject.id);
    }
    out.worlds = read_frames(from, {plans.begin(), plans.end()});
    read_posts(from, out.worlds, candidates);
    const auto& nouns = stored_nouns();
    for (const stored* each : nouns) each->read_asked(out);
    for (const stored* each : nouns) each->read_besides(out);
    return std::move(out.worlds);
}

} // namespace persistence
