// One question per post and place of work. Each begins with what is the post's own, its agency's
// rows or its region's plans, and goes on from there: SQLite keeps to the order of a CROSS JOIN,
// MariaDB to that of a STRAIGHT_JOIN, a comment to SQLite; else they begin with whatever waits
// anywhere.
#include "persistence/nouns/inbox.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/turn.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

namespace persistence {
namespace {

namespace role = workflow::role;
using workflow::who;

// The states in which things of a resource wait for somebody who is that to them.
using states_of = std::map<std::pair<std::string_view, who>, std::set<std::string_view>>;

states_of waited_in(const std::vector<workflow::definition>& catalog)
{
    states_of states;
    for (const workflow::work_place& place : workflow::work_places(catalog))
        for (who kind : place.by) states[{place.resource, kind}].insert(place.state);
    return states;
}

// How the things of a resource are found from an agency, and from plans of a region.
struct source {
    std::string_view resource;
    fixed_text of_agency; // up to the agency
    fixed_text of_plans;  // up to the condition on p
    fixed_text states;    // up to the list
};

const source sources[]{
    {"plans", "",
     "SELECT /*! STRAIGHT_JOIN */ p.id, p.id FROM plans p CROSS JOIN revisions v ON v.plan = p.id "
     "WHERE 1 = 1",
     " AND v.state IN (''"},
    {"reviews",
     "SELECT /*! STRAIGHT_JOIN */ w.id, w.plan FROM reviews w CROSS JOIN plans p ON p.id = w.plan "
     "WHERE w.agency = ",
     "SELECT /*! STRAIGHT_JOIN */ w.id, w.plan FROM plans p CROSS JOIN reviews w ON w.plan = p.id "
     "WHERE 1 = 1",
     " AND w.state IN (''"},
    {"approvals", "",
     "SELECT /*! STRAIGHT_JOIN */ a.id, a.plan FROM plans p CROSS JOIN approvals a ON "
     "a.plan = p.id WHERE 1 = 1",
     " AND a.state IN (''"},
    {"targets",
     "SELECT /*! STRAIGHT_JOIN */ t.id, t.plan FROM actions a CROSS JOIN targets t ON "
     "t.action = a.id AND t.placed_in = a.revision CROSS JOIN plans p ON p.id = t.plan WHERE "
     "t.made = 1 AND a.lead_agency = ",
     "SELECT /*! STRAIGHT_JOIN */ t.id, t.plan FROM plans p CROSS JOIN targets t ON t.plan = p.id "
     "WHERE t.made = 1",
     " AND t.state IN (''"},
    {"reports", "",
     "SELECT /*! STRAIGHT_JOIN */ o.id, o.plan FROM plans p CROSS JOIN reports o ON o.plan = p.id "
     "WHERE 1 = 1",
     " AND o.state IN (''"},
};

class collector {
public:
    collector(unit_of_work& unit, const states_of& waited, const std::string& kind)
        : unit_(unit), waited_(waited), kind_(kind)
    {
    }

    void look_for(const workflow::appointment& post)
    {
        for (const auto& [place, states] : waited_) {
            const auto& [resource, kind] = place;
            const source& from = source_of(resource);
            if (kind == who::secretariat && post.role == role::secretariat)
                take(from, statement(unit_, from.of_plans).add(" AND p.region = ", post.region),
                     states);
            if (kind == who::parent_secretariat && post.role == role::secretariat)
                take(from,
                     statement(unit_, from.of_plans).add(" AND p.parent_region = ", post.region),
                     states);
            // With the sign the role finds no index: SQLite would look through all that waits for
            // it anywhere.
            if (kind == who::stage_member && post.agency.id.empty())
                take(from,
                     statement(unit_, from.of_plans)
                         .add(" AND p.region = ", post.region)
                         .add(" AND +a.role = ", post.role),
                     states);
            if (!post.agency.id.empty() && post.role == workflow::role_of(kind) &&
                post.role != role::secretariat)
                take(from, statement(unit_, from.of_agency).add("", post.agency.id), states);
        }
    }

    std::vector<candidate> sorted()
    {
        const auto key = [](const candidate& c) {
            return std::tie(c.plan, c.subject.resource, c.subject.id);
        };
        std::sort(found_.begin(), found_.end(),
                  [&](const auto& a, const auto& b) { return key(a) < key(b); });
        found_.erase(std::unique(found_.begin(), found_.end(),
                                 [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                     found_.end());
        return std::move(found_);
    }

private:
    static const source& source_of(std::string_view resource)
    {
        for (const source& each : sources)
            if (each.resource == resource) return each;
        throw std::logic_error("no statement finds what waits among " + std::string(resource));
    }

    void take(const source& from, statement& find, const std::set<std::string_view>& states)
    {
        find.add(from.states);
        for (std::string_view state : states) find.add(", ", std::string(state));
        find.add(")");
        if (!kind_.empty()) find.add(" AND p.kind = ", kind_);
        find.add(" LIMIT ", inbox_candidates_max);
        find.each([&](const soci::row& row) {
            found_.push_back({{std::string(from.resource), text(row, 0)}, text(row, 1)});
        });
    }

    unit_of_work& unit_;
    const states_of& waited_;
    const std::string& kind_;
    std::vector<candidate> found_;
};

} // namespace

std::vector<candidate> inbox_candidates(unit_of_work& unit, const workflow::principal& p,
                                        const std::vector<workflow::definition>& catalog,
                                        const std::string& kind)
{
    const states_of waited = waited_in(catalog);
    collector all(unit, waited, kind);
    for (const workflow::appointment& post : p.appointments) all.look_for(post);
    return all.sorted();
}

} // namespace persistence
