// Questions to a world.
#include "workflow/things/world.hpp"
#include "workflow/days/later_of.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/plan.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace workflow {
namespace {

template <class World> auto* open_of(World& w)
{
    for (auto r = w.revisions.rbegin(); r != w.revisions.rend(); ++r)
        if (is_open(*r)) return &*r;
    return static_cast<decltype(&w.revisions.front())>(nullptr);
}

template <class World> auto* in_force_of(World& w)
{
    for (auto r = w.revisions.rbegin(); r != w.revisions.rend(); ++r)
        if (r->state == "in_force" || r->state == "closed") return &*r;
    return static_cast<decltype(&w.revisions.front())>(nullptr);
}

template <class World> auto& current_of(World& w)
{
    if (auto* open = open_of(w)) return *open;
    if (auto* in_force = in_force_of(w)) return *in_force;
    return w.revisions.back();
}

placed_cell find_in(const revision* r, std::string_view target)
{
    if (r)
        for (const action& a : r->actions)
            for (const cell& c : a.targets)
                if (c.id == target) return {&a, &c};
    return {};
}

} // namespace

revision* world::open_revision()
{
    return open_of(*this);
}
revision* world::revision_in_force()
{
    return in_force_of(*this);
}
revision& world::current()
{
    return current_of(*this);
}
const revision* world::open_revision() const
{
    return open_of(*this);
}
const revision* world::revision_in_force() const
{
    return in_force_of(*this);
}
const revision& world::current() const
{
    return current_of(*this);
}

const period* world::period_named(std::string_view code) const
{
    for (const period& p : periods)
        if (p.code == code) return &p;
    return nullptr;
}

bool is_open(const revision& r)
{
    return std::find(plan_state::open.begin(), plan_state::open.end(), r.state) !=
           plan_state::open.end();
}

bool is_live(const world& w)
{
    return std::any_of(w.revisions.begin(), w.revisions.end(), [](const revision& r) {
        return r.state != "cancelled" && r.state != "refused";
    });
}

bool was_submitted(const revision& r)
{
    return r.submission > 0 || r.state == "in_force" || r.state == "superseded" ||
           r.state == "closed";
}

placed_cell cell_of(const world& w, std::string_view target)
{
    if (auto found = find_in(w.revision_in_force(), target); found.row) return found;
    return find_in(w.open_revision(), target);
}

date end_of_target(const world& w, const target& t)
{
    return later_of(t.extended_to, w.period_named(t.period)->lock);
}

date due_of_target(const world& w, const target& t)
{
    return later_of(t.extended_to, w.period_named(t.period)->cut_off);
}

date draft_due(const kind& kind, int year, const calendar& calendar, date since, bool returned)
{
    if (returned) return calendar.add_working_days(since, kind.return_working_days);
    const date begun_late = calendar.add_working_days(since, kind.review_working_days);
    const auto periods = periods_of(kind, year);
    if (periods.empty()) return begun_late;
    return std::max(add_days(periods.front().from, -1), begun_late);
}

std::optional<double> percent_of(const cell& c, const achievement_record& r)
{
    if (!c.quantity || *c.quantity == 0 || !r.achieved_quantity) return std::nullopt;
    const double percent = 100 * *r.achieved_quantity / *c.quantity;
    // 0.07 of 0.07 is 100.00000000000001 in binary: nobody exceeded that target.
    constexpr double billionths = 1e9;
    constexpr double exact_max = 1e6;
    return percent < exact_max ? std::round(percent * billionths) / billionths : percent;
}

bool is_final_state(std::string_view s)
{
    return s == "signed_off" || s == "infeasible" || s == "not_reported";
}

std::vector<gap> gaps_of(const world& w, const report& r)
{
    std::vector<gap> gaps;
    for (const target& t : w.targets)
        if (t.period == r.period && t.made && t.state != "withdrawn" && !is_final_state(t.state))
            gaps.push_back({t.id, "target", {}});
    for (const auto& [period, child] : w.children)
        if (period == r.period && child.state != "received")
            gaps.push_back({child.region, "report", {}});
    for (gap& g : gaps)
        for (const gap& declared : r.gaps)
            if (declared.id == g.id) g.reason = declared.reason;
    return gaps;
}

std::string included_digest(const world& w, const report& r)
{
    digest d;
    for (const target& t : w.targets)
        if (t.period == r.period && t.made) d.add(t.id).add(t.state).add(t.round);
    for (const auto& [period, child] : w.children)
        if (period == r.period) {
            d.add(child.region).add(child.id);
            if (child.state == "received") d.add(child.version);
        }
    return d.hex();
}

} // namespace workflow
