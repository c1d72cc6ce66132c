// Loading: which rows a world is made of, and whether this principal may see its subject.
#include "persistence/nouns/world_store.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/directory.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/targets.hpp"
#include <algorithm>
#include <functional>
#include <stdexcept>

namespace persistence {
namespace {

using workflow::includes;
using workflow::parts;

constexpr int no_revision = -1;

// Only the target's own action, so that a guard knows whose it is and what is wanted.
void read_own_action(unit_of_work& unit, workflow::world& w, const std::string& target)
{
    const auto own = find_cell(unit, target);
    if (!own) return;
    for (workflow::revision& r : w.revisions) {
        if (!has_matrix(r)) continue;
        auto actions = read_actions(unit, {w.head.id, r.number});
        for (workflow::action& a : actions)
            if (a.id == own->row.id) r.actions.push_back(std::move(a));
    }
}

void read_matrix(unit_of_work& unit, workflow::world& w)
{
    for (workflow::revision& r : w.revisions)
        if (has_matrix(r)) r.actions = read_actions(unit, {w.head.id, r.number});
}

// What a world holds of its own thing though the part that it belongs to was not asked for.
struct apart {
    std::string review, approval, target; // ids; at most one is not empty
};

// How a resource's own thing comes into its world, and whether somebody sees it there.
struct noun {
    std::string_view resource;
    std::string apart::*alone{}; // null: it is always there
    parts always{};              // without which it is not decided
    bool (*is_seen)(unit_of_work&, const workflow::principal&, const workflow::world&,
                    const std::string& id, const std::function<visibility()>& sees){};
};

template <class List>
bool sees_revision_of(const visibility& sees, const List& list, const std::string& id)
{
    return std::any_of(list.begin(), list.end(), [&](const auto& x) {
        return x.id == id && sees.revisions.contains(x.revision);
    });
}

const noun nouns[]{
    {"plans",
     nullptr,
     {},
     [](auto&, const auto&, const auto&, const auto&, const auto& sees) { return sees().any(); }},
    {"reviews",
     &apart::review,
     {},
     [](auto&, const auto&, const auto& w, const auto& id, const auto& sees) {
         return sees_revision_of(sees(), w.reviews, id);
     }},
    {"approvals",
     &apart::approval,
     {},
     [](auto&, const auto&, const auto& w, const auto& id, const auto& sees) {
         return sees_revision_of(sees(), w.approvals, id);
     }},
    {"targets",
     &apart::target,
     {},
     [](auto& unit, const auto& p, const auto&, const auto& id, const auto&) {
         return find_target(unit, p, id).has_value();
     }},
    // One is only decided among all of them.
    {"reports", nullptr, parts::reports,
     [](auto& unit, const auto& p, const auto&, const auto& id, const auto&) {
         return find_report(unit, p, id).has_value();
     }},
};

const noun& noun_of(const std::string& resource)
{
    for (const noun& each : nouns)
        if (each.resource == resource) return each;
    throw std::logic_error("no world is loaded around '" + resource + "'");
}

void read_decisions(unit_of_work& unit, workflow::world& w, const apart& own)
{
    if (w.revisions.empty()) return;
    const bool all = includes(w.loaded, parts::decisions);
    const workflow::revision& current = w.current();
    const int number = all ? current.number : no_revision;
    if (all || !own.review.empty()) w.reviews = read_reviews(unit, w.head.id, number, own.review);
    if (all || !own.approval.empty())
        w.approvals = read_approvals(unit, w.head.id, number, current.submission, own.approval);
}

void read_parts(unit_of_work& unit, workflow::world& w, const apart& own)
{
    if (includes(w.loaded, parts::matrix))
        read_matrix(unit, w);
    else if (!own.target.empty())
        read_own_action(unit, w, own.target);
    read_decisions(unit, w, own);
    if (includes(w.loaded, parts::targets) || includes(w.loaded, parts::reports)) {
        w.targets = read_targets(unit, w.head.id);
    } else if (!own.target.empty()) {
        if (auto one = read_target(unit, own.target)) w.targets.push_back(std::move(*one));
    }
    if (includes(w.loaded, parts::reports)) {
        w.reports = read_reports(unit, w.head.id);
        put_children(w, regions_below(unit, w.place.code),
                     read_reports_below(unit, {w.place.code, w.head.kind, w.head.year}));
    }
}

workflow::refusal not_found()
{
    return {workflow::errc::not_found, {"not_found"}};
}

} // namespace

bool world_store::may_see(const workflow::principal& p, const workflow::subject& s,
                          const workflow::world& w)
{
    return noun_of(s.resource).is_seen(here_.unit, p, w, s.id, [&] { return seen_by(p, w); });
}

visibility world_store::seen_by(const workflow::principal& p, const workflow::world& w)
{
    const reach r = reach_of(p);
    const bool known = names_.plan == w.head.id && names_.user == p.user.id &&
                       names_.revisions == w.revisions.size();
    if (!known)
        names_ = {w.head.id, p.user.id, w.revisions.size(), agencies_named(here_.unit, r, w.head)};
    return visibility_in(names_.named, r, w);
}

workflow::world world_store::read_world(const std::string& plan, const workflow::subject& s,
                                        workflow::parts wanted)
{
    unit_of_work& unit = here_.unit;
    workflow::world w;
    plan_head head = read_head(unit, plan).value();
    w.head = std::move(head.plan);
    w.place = std::move(head.place);
    w.parent = std::move(head.parent);
    w.rules = find_kind(unit, here_.kinds, w.head.kind, w.head.kind_version);
    w.days = calendar_for(unit, w.place, w.head.year);
    w.periods = periods_for(unit, w.rules, w.place, w.head.year);
    w.now = unit.now();
    w.loaded = wanted;
    w.revisions = read_revisions(unit, plan);
    w.posts = posts_around(unit, w.place, w.today());
    const noun& about = noun_of(s.resource);
    w.loaded = w.loaded | about.always;
    apart own;
    if (about.alone) own.*about.alone = s.id;
    read_parts(unit, w, own);
    return w;
}

workflow::result<workflow::world>
world_store::load(const workflow::principal& p, const workflow::subject& s, workflow::parts wanted)
{
    const auto plan = plan_to_load(s);
    if (!plan) return not_found();
    auto w = read_world(*plan, s, wanted);
    if (!may_see(p, s, w)) return not_found();
    return w;
}

std::optional<std::string> world_store::plan_to_load(const workflow::subject& s)
{
    if (here_.use != stream_use::locked) return plan_of(here_.unit, s);
    auto locked = lock_stream_of(here_.unit, s);
    if (!locked) return std::nullopt;
    const std::string plan = locked->id;
    streams_.insert_or_assign(plan, std::move(*locked));
    return plan;
}

std::optional<workflow::world> world_store::load_plan(const std::string& plan,
                                                      workflow::parts wanted)
{
    const workflow::subject whole{"plans", plan};
    if (!plan_to_load(whole)) return std::nullopt;
    return read_world(plan, whole, wanted);
}

} // namespace persistence
