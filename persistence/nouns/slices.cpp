// Which rows each resource's things need beside their own; then every table is asked once.
#include "persistence/nouns/slices.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/directory.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/things/approval.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

namespace persistence {
namespace {

using workflow::parts;
using workflow::who;
using workflow::world;
using ids = std::vector<std::string>;
using worlds_by_plan = std::map<std::string, world>;

struct asked {
    ids plans, reviews, approvals, targets, reports;
};

struct list_named {
    std::string_view resource;
    ids asked::*list;
};
const list_named lists[]{
    {"plans", &asked::plans},     {"reviews", &asked::reviews}, {"approvals", &asked::approvals},
    {"targets", &asked::targets}, {"reports", &asked::reports},
};

ids& list_of(asked& all, std::string_view resource)
{
    for (const list_named& each : lists)
        if (each.resource == resource) return all.*each.list;
    throw std::logic_error("nobody reads a slice around '" + std::string(resource) + "'");
}

// --- what all of them need -------------------------------------------------------------------

worlds_by_plan read_frames(const slicing& from, const ids& plans)
{
    worlds_by_plan out;
    std::vector<calendars::year_of> years;
    auto heads = read_heads(from.unit, plans);
    for (const plan_head& head : heads) years.push_back({head.place, head.plan.year});
    const calendars days(from.unit, years);
    auto revisions = read_revisions(from.unit, plans);
    for (plan_head& head : heads) {
        world& w = out[head.plan.id];
        w.head = std::move(head.plan);
        w.place = std::move(head.place);
        w.parent = std::move(head.parent);
        w.rules = find_kind(from.unit, from.kinds, w.head.kind, w.head.kind_version);
        w.days = days.calendar_for(w.place, w.head.year);
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

// A draft also asks who could confirm and approve it.
bool needs_secretariats_only(const slicing& from, std::string_view resource)
{
    return resource != workflow::resource_of<workflow::revision>() &&
           is_among_secretariats(from, resource);
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

// --- what each resource needs besides --------------------------------------------------------

void read_decisions(const slicing& from, worlds_by_plan& worlds, const asked& wanted)
{
    for (placed_review& r : read_reviews(from.unit, {wanted.reviews, wanted.plans})) {
        const auto w = worlds.find(r.plan);
        if (w == worlds.end() || r.review.state == workflow::review_state::superseded ||
            r.review.revision != w->second.current().number)
            continue;
        if (!workflow::with_id(w->second.reviews, r.review.id))
            w->second.reviews.push_back(std::move(r.review));
    }
    for (placed_approval& a : read_approvals(from.unit, {wanted.approvals, wanted.plans})) {
        const auto w = worlds.find(a.plan);
        if (w == worlds.end() || a.approval.state == workflow::approval_state::superseded ||
            a.approval.revision != w->second.current().number ||
            a.approval.submission != w->second.current().submission)
            continue;
        if (!workflow::with_id(w->second.approvals, a.approval.id))
            w->second.approvals.push_back(std::move(a.approval));
    }
}

void read_reports(const slicing& from, worlds_by_plan& worlds, const asked& wanted)
{
    ids regions;
    for (placed_report& r : persistence::read_reports(from.unit, wanted.reports)) {
        const auto w = worlds.find(r.plan);
        if (w == worlds.end()) continue;
        w->second.loaded = w->second.loaded | parts::reports | parts::targets;
        w->second.reports.push_back(std::move(r.report));
        regions.push_back(w->second.place.code);
    }
    auto below = regions_below(from.unit, regions);
    auto there = read_reports_below(from.unit, regions);
    for (auto& [plan, w] : worlds)
        if (!w.reports.empty())
            put_children(w, below[w.place.code], there[{w.place.code, w.head.kind, w.head.year}]);
}

// A draft is judged by its rows, and a report that came back names what is missing.
bool needs_matrix(const world& w, const std::set<std::string>& plans)
{
    return plans.contains(w.head.id) ||
           std::any_of(w.reports.begin(), w.reports.end(), [&](const workflow::report& r) {
               return workflow::described<workflow::report>().lies_given_back(w, r);
           });
}

void read_matrices(const slicing& from, worlds_by_plan& worlds, const asked& wanted)
{
    const std::set<std::string> plans(wanted.plans.begin(), wanted.plans.end());
    std::vector<revision_key> keys;
    for (auto& [plan, w] : worlds) {
        if (!needs_matrix(w, plans)) continue;
        w.loaded = w.loaded | parts::matrix;
        for (const workflow::revision& r : w.revisions)
            if (has_matrix(r)) keys.push_back({plan, r.number});
    }
    for (auto& [key, actions] : read_actions(from.unit, keys))
        for (workflow::revision& r : worlds.at(key.plan).revisions)
            if (r.number == key.revision) r.actions = std::move(actions);
}

void read_targets(const slicing& from, worlds_by_plan& worlds, const asked& wanted)
{
    for (placed_target& t : persistence::read_targets(from.unit, wanted.targets)) {
        const auto found = worlds.find(t.plan);
        if (found == worlds.end()) continue;
        world& w = found->second;
        w.targets.push_back(std::move(t.target));
        if (includes(w.loaded, parts::matrix)) continue;
        for (workflow::revision& r : w.revisions)
            if (r.number == t.revision) r.actions.push_back(std::move(t.row));
    }
}

// Whether they are over is asked of all of a plan, or of a report's period.
void read_other_targets(const slicing& from, worlds_by_plan& worlds, const asked& wanted)
{
    const std::set<std::string> plans(wanted.plans.begin(), wanted.plans.end());
    std::vector<targets_asked> others;
    for (auto& [plan, w] : worlds) {
        if (plans.contains(plan)) {
            w.loaded = w.loaded | parts::decisions | parts::targets;
            others.push_back({plan, {}});
            continue;
        }
        for (const workflow::report& r : w.reports) others.push_back({plan, r.period});
    }
    for (auto& [plan, targets] : read_target_states(from.unit, others))
        for (workflow::target& t : targets)
            if (auto& known = worlds.at(plan).targets; !workflow::with_id(known, t.id))
                known.push_back(std::move(t));
}

// As whole worlds have them: digests and lists go by this order.
void sort_all(world& w)
{
    std::sort(w.reviews.begin(), w.reviews.end(), [](const auto& a, const auto& b) {
        return std::tie(a.agency.id, a.id) < std::tie(b.agency.id, b.id);
    });
    std::sort(w.approvals.begin(), w.approvals.end(), [](const auto& a, const auto& b) {
        return std::tie(a.stage, a.id) < std::tie(b.stage, b.id);
    });
    const auto by_period = [](const auto& a, const auto& b) {
        return std::tie(a.period, a.id) < std::tie(b.period, b.id);
    };
    std::sort(w.targets.begin(), w.targets.end(), by_period);
    std::sort(w.reports.begin(), w.reports.end(), by_period);
}

} // namespace

worlds_by_plan worlds_around(const slicing& from, const std::vector<candidate>& candidates)
{
    asked wanted;
    std::set<std::string> plans;
    for (const candidate& c : candidates) {
        plans.insert(c.plan);
        list_of(wanted, c.subject.resource).push_back(c.subject.id);
    }
    auto worlds = read_frames(from, {plans.begin(), plans.end()});
    read_posts(from, worlds, candidates);
    read_decisions(from, worlds, wanted);
    read_reports(from, worlds, wanted);
    read_matrices(from, worlds, wanted);
    read_targets(from, worlds, wanted);
    read_other_targets(from, worlds, wanted);
    for (auto& [plan, w] : worlds) sort_all(w);
    return worlds;
}

} // namespace persistence
