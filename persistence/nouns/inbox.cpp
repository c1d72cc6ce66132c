// One question per post and place of work, begun as the noun has it that waits there.
#include "persistence/nouns/inbox.hpp"
#include "persistence/nouns/stored.hpp"
#include "persistence/nouns/visible.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/turn.hpp"
#include <algorithm>
#include <map>
#include <set>
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

class collector {
public:
    collector(unit_of_work& unit, const states_of& waited, const std::string& kind,
              std::string within)
        : unit_(unit), waited_(waited), kind_(kind), within_(std::move(within))
    {
    }

    void look_for(const workflow::appointment& post)
    {
        for (const auto& [place, states] : waited_) {
            const auto& [resource, kind] = place;
            const stored& from = stored_of(resource);
            const waiting_rows& rows = from.waiting;
            if (kind == who::secretariat && post.role == role::secretariat)
                take(from, statement(unit_, rows.of_plans).add(" AND p.region = ", post.region),
                     states);
            if (kind == who::parent_secretariat && post.role == role::secretariat)
                take(from,
                     statement(unit_, rows.of_plans).add(" AND p.parent_region = ", post.region),
                     states);
            if (kind == who::stage_member && post.agency.id.empty())
                take(from,
                     statement(unit_, rows.of_plans)
                         .add(" AND p.region = ", post.region)
                         .add(rows.of_role, post.role),
                     states);
            if (!post.agency.id.empty() && post.role == workflow::role_of(kind) &&
                post.role != role::secretariat)
                take(from, statement(unit_, rows.of_agency).add("", post.agency.id), states);
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
    void take(const stored& from, statement& find, const std::set<std::string_view>& states)
    {
        find.add(from.waiting.in_states);
        for (std::string_view state : states) find.add(", ", std::string(state));
        find.add(")");
        if (!kind_.empty()) find.add(" AND p.kind = ", kind_);
        if (!within_.empty()) {
            find.add(" AND (1 = 0");
            add_region_within(find, within_);
            find.add(")");
        }
        find.add(" LIMIT ", inbox_candidates_max);
        find.each([&](const soci::row& row) {
            found_.push_back({{std::string(from.resource), text(row, 0)}, text(row, 1)});
        });
    }

    unit_of_work& unit_;
    const states_of& waited_;
    const std::string& kind_;
    const std::string within_; // of a token; empty: everywhere
    std::vector<candidate> found_;
};

} // namespace

std::vector<candidate> inbox_candidates(unit_of_work& unit, const workflow::principal& p,
                                        const std::vector<workflow::definition>& catalog,
                                        const std::string& kind)
{
    const states_of waited = waited_in(catalog);
    collector all(unit, waited, kind, p.within());
    for (const workflow::appointment& post : p.appointments) all.look_for(post);
    return all.sorted();
}

} // namespace persistence
