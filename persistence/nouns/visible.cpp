// The rule and its condition. Every value is bound; the condition is put together from pieces that
// are written here.
#include "persistence/nouns/visible.hpp"
#include <algorithm>

namespace persistence {
namespace {

namespace role = workflow::role;

template <class List, class Test> bool any(const List& list, Test test)
{
    return std::any_of(list.begin(), list.end(), test);
}

void add_named(statement& s, const std::vector<reach::desk>& desks)
{
    s.add(" OR EXISTS (SELECT 1 FROM revision_agencies n WHERE n.plan = v.plan AND "
          "n.revision = v.number AND (1 = 0");
    for (const reach::desk& d : desks) {
        s.add(" OR (n.agency = ", d.agency);
        s.add(" AND p.region = ", d.region).add(")");
    }
    s.add("))");
}

void add_rule(statement& s, const reach& r)
{
    s.add("(1 = 0");
    for (const std::string& region : r.secretariats) s.add(" OR p.region = ", region);
    s.add(" OR (v.shown = 1 AND (1 = 0");
    for (const std::string& region : r.secretariats) s.add(" OR p.parent_region = ", region);
    for (const std::string& region : r.received) s.add(" OR p.region = ", region);
    for (const std::string& region : r.watched) add_region_within(s, region);
    if (!r.desks.empty()) add_named(s, r.desks);
    s.add(")))");
}

// As what somebody stands before a plan of that region.
void add_standing(visibility& out, const reach& r, const std::string& region)
{
    for (const std::string& seat : r.secretariats) out.drafting |= seat == region;
    out.receiving = receives(r, region);
    for (const std::string& top : r.watched) out.watching |= workflow::lies_within(region, top);
    for (const reach::desk& d : r.desks)
        if (d.region == region) out.own.insert(d.agency);
}

} // namespace

reach reach_of(const workflow::principal& p)
{
    reach out;
    const std::string within = p.within();
    for (const workflow::appointment& post : p.appointments) {
        const bool is_inside = workflow::is_within(post.region, within);
        if (post.role == role::secretariat && is_inside)
            out.secretariats.push_back(post.region);
        else if (post.role == role::secretariat && post.region == workflow::parent_of(within))
            out.received.push_back(within);
        else if (post.role == role::agency_staff || post.role == role::agency_head) {
            if (is_inside) out.desks.push_back({post.agency.id, post.region});
        } else if (post.role != role::secretariat && post.role != role::administrator) {
            if (const auto top = workflow::cut_to(post.region, within)) out.watched.push_back(*top);
        }
    }
    return out;
}

bool receives(const reach& r, const std::string& region)
{
    const std::string parent = workflow::parent_of(region);
    return any(r.secretariats, [&](const auto& seat) { return seat == parent; }) ||
           any(r.received, [&](const auto& child) { return child == region; });
}

bool sees(const reach& r, const revision_facts& f)
{
    if (any(r.secretariats, [&](const auto& region) { return region == f.region; })) return true;
    if (!f.shown) return false;
    return any(r.secretariats, [&](const auto& region) { return region == f.parent_region; }) ||
           any(r.received, [&](const auto& region) { return region == f.region; }) ||
           any(r.watched, [&](const auto& top) { return workflow::lies_within(f.region, top); }) ||
           any(r.desks, [&](const reach::desk& d) {
               return d.region == f.region && f.agencies.contains(d.agency);
           });
}

visibility visibility_of(unit_of_work& unit, const workflow::principal& p, const std::string& plan)
{
    const reach r = reach_of(p);
    visibility out;
    std::string region;
    statement heads(unit,
                    "SELECT p.region, v.number FROM plans p JOIN revisions v ON v.plan = p.id "
                    "WHERE p.id = :plan",
                    {plan});
    add_visible_revision(heads, r);
    heads.each([&](const soci::row& row) {
        region = text(row, 0);
        out.revisions.insert(static_cast<int>(number(row, 1)));
    });
    if (out.any()) add_standing(out, r, region);
    return out;
}

named_agencies agencies_named(unit_of_work& unit, const reach& r, const workflow::plan& head)
{
    named_agencies out;
    if (!any(r.desks, [&](const reach::desk& d) { return d.region == head.region; })) return out;
    statement find(unit,
                   "SELECT revision, agency FROM revision_agencies WHERE plan = :plan AND "
                   "agency IN (''",
                   {head.id});
    for (const reach::desk& d : r.desks) find.add(", ", d.agency);
    find.add(")");
    find.each(
        [&](const soci::row& row) { out[static_cast<int>(number(row, 0))].insert(text(row, 1)); });
    return out;
}

std::map<std::string, named_agencies> agencies_named(unit_of_work& unit, const reach& r,
                                                     const std::vector<std::string>& plans)
{
    std::map<std::string, named_agencies> out;
    std::vector<std::string> agencies;
    for (const reach::desk& d : r.desks) agencies.push_back(d.agency);
    if (agencies.empty()) return out;
    in_pieces(plans, [&](const auto& some) {
        statement find(unit, "SELECT plan, revision, agency FROM revision_agencies WHERE ");
        find.among("plan", some).among(" AND agency", agencies).each([&](const soci::row& row) {
            out[text(row, 0)][static_cast<int>(number(row, 1))].insert(text(row, 2));
        });
    });
    return out;
}

visibility visibility_in(const named_agencies& named, const reach& r, const workflow::world& w)
{
    visibility out;
    for (const workflow::revision& one : w.revisions) {
        const auto agencies = named.find(one.number);
        if (sees(r,
                 {w.head.region, workflow::parent_of(w.head.region), workflow::was_submitted(one),
                  agencies == named.end() ? std::set<std::string>{} : agencies->second}))
            out.revisions.insert(one.number);
    }
    if (out.any()) add_standing(out, r, w.head.region);
    return out;
}

visibility visibility_in(unit_of_work& unit, const workflow::principal& p, const workflow::world& w)
{
    const reach r = reach_of(p);
    return visibility_in(agencies_named(unit, r, w.head), r, w);
}

// "." to "/" is every code below a region: '/' is the character after '.'.
void add_region_within(statement& s, const std::string& region)
{
    if (region == workflow::nation) {
        s.add(" OR 1 = 1");
        return;
    }
    s.add(" OR p.region = ", region);
    s.add(" OR (p.region >= ", region + ".");
    s.add(" AND p.region < ", region + "/").add(")");
}

void add_region_bounds(statement& s, const reach& r)
{
    if (!is_bounded(r)) return;
    s.add(" AND (p.region IN (''"); // of no plan: only begins the list
    for (const std::string& region : r.secretariats) s.add(", ", region);
    for (const std::string& region : r.received) s.add(", ", region);
    for (const reach::desk& d : r.desks) s.add(", ", d.region);
    s.add(")");
    for (const std::string& region : r.secretariats) s.add(" OR p.parent_region = ", region);
    for (const std::string& region : r.watched) add_region_within(s, region);
    s.add(")");
}

bool is_bounded(const reach& r)
{
    return !any(r.watched, [](const auto& region) { return region == workflow::nation; });
}

void add_visible_revision(statement& s, const reach& r)
{
    add_region_bounds(s, r);
    s.add(" AND ");
    add_rule(s, r);
}

void add_visible_plan(statement& s, const reach& r)
{
    add_region_bounds(s, r);
    s.add(" AND EXISTS (SELECT 1 FROM revisions v WHERE v.plan = p.id AND ");
    add_rule(s, r);
    s.add(")");
}

// The first comparison says nothing that the third does not; it bounds what an index reads.
void add_of_year(statement& s, int year)
{
    s.add(" AND p.year > ", year - workflow::plan_years_max);
    s.add(" AND p.year <= ", year);
    s.add(" AND p.year + p.years > ", year);
}

} // namespace persistence
