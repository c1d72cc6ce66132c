// Tables of events and states; comparisons are by the digests of what was submitted.
#include "workflow/step/given_back.hpp"
#include "workflow/step/people.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>
#include <set>

namespace workflow {
namespace {

std::vector<std::string> ids_of(const std::vector<evidence>& files)
{
    std::vector<std::string> ids;
    for (const evidence& e : files) ids.push_back(e.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// What an agency's rows were when they were last submitted; nothing when it had none.
std::string rows_before(const world& w, const std::string& agency)
{
    for (const review& x : w.reviews)
        if (x.revision == w.current().number && x.agency.id == agency) return x.rows_digest;
    const revision* in_force = w.revision_in_force();
    return in_force ? rows_digest(in_force->actions, agency) : std::string();
}

} // namespace

namespace {

bool is_among(const std::vector<std::string_view>& commands, const event& e)
{
    return std::find(commands.begin(), commands.end(), e.command) != commands.end();
}

} // namespace

bool gives_back(const event& e)
{
    return is_among(thing_of(e.resource).giving_back, e);
}

bool settles_return(const event& e)
{
    return gives_back(e) || is_among(thing_of(e.resource).settling, e);
}

std::vector<const review*> open_objections(const world& w)
{
    std::vector<const review*> open;
    if (w.current().state != plan_state::agency_review) return open;
    for (const review& x : w.reviews)
        if (x.revision == w.current().number && x.state == review_state::changes_requested)
            open.push_back(&x);
    return open;
}

bool lies_given_back(const world& w, const subject& s)
{
    const item* x = find_item(w, machine_about(w, s, {}));
    return x && thing_of(s.resource).lies_given_back(w, *x);
}

std::vector<std::string> changed_members(const closed_round& before, const target& now)
{
    const achievement_record& was = before.record;
    const achievement_record& is = now.record;
    std::vector<std::string> changed;
    const auto put = [&](bool differs, const char* name) {
        if (differs) changed.emplace_back(name);
    };
    put(was.achievement != is.achievement, "achievement");
    put(was.achieved_quantity != is.achieved_quantity, "achieved_quantity");
    put(was.obstacles != is.obstacles, "obstacles");
    put(was.follow_up != is.follow_up, "follow_up");
    put(ids_of(before.evidence) != ids_of(now.evidence), "evidence");
    return changed;
}

bool rows_have_changed(const world& w, const review& x)
{
    return rows_digest(w.current().actions, x.agency.id) != x.rows_digest;
}

std::vector<reference> changed_agencies(const world& w)
{
    const revision& r = w.current();
    std::set<reference> agencies;
    for (const revision* each : {&r, w.revision_in_force()})
        if (each)
            for (const action& a : each->actions)
                if (!a.lead_agency.id.empty()) agencies.insert(a.lead_agency);
    for (const review& x : w.reviews)
        if (x.revision == r.number) agencies.insert(x.agency);
    std::vector<reference> changed;
    for (const reference& agency : agencies) {
        const bool told = !changed.empty() && changed.back().id == agency.id;
        if (!told && rows_digest(r.actions, agency.id) != rows_before(w, agency.id))
            changed.push_back(agency);
    }
    return changed;
}

} // namespace workflow
