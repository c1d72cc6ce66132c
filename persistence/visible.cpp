// The rule and its condition. Every value is bound; the condition is put together from pieces that
// are written here.
#include "persistence/visible.hpp"
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
    for (const std::string& region : r.watched) add_region_within(s, region);
    if (!r.desks.empty()) add_named(s, r.desks);
    s.add(")))");
}

} // namespace

reach reach_of(const workflow::principal& p)
{
    reach out;
    for (const workflow::appointment& post : p.appointments) {
        if (post.role == role::secretariat)
            out.secretariats.push_back(post.region);
        else if (post.role == role::agency_staff || post.role == role::agency_head)
            out.desks.push_back({post.agency.id, post.region});
        else if (post.role != role::administrator)
            out.watched.push_back(post.region);
    }
    return out;
}

bool sees(const reach& r, const revision_facts& f)
{
    if (any(r.secretariats, [&](const auto& region) { return region == f.region; })) return true;
    if (!f.shown) return false;
    return any(r.secretariats, [&](const auto& region) { return region == f.parent_region; }) ||
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
    if (!out.any()) return out;
    for (const std::string& seat : r.secretariats) {
        out.drafting |= seat == region;
        out.receiving |= seat == workflow::parent_of(region);
    }
    for (const std::string& top : r.watched) out.watching |= workflow::lies_within(region, top);
    for (const reach::desk& d : r.desks)
        if (d.region == region) out.own.insert(d.agency);
    return out;
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

void add_visible_revision(statement& s, const reach& r)
{
    s.add(" AND ");
    add_rule(s, r);
}

void add_visible_plan(statement& s, const reach& r)
{
    s.add(" AND EXISTS (SELECT 1 FROM revisions v WHERE v.plan = p.id AND ");
    add_rule(s, r);
    s.add(")");
}

} // namespace persistence
