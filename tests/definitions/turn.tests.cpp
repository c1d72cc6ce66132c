// Whose turn it is has one answer: what the inbox lists, what somebody may do, whom the ladder
// reminds and whom `waiting_for` names are the same in every state of a small plan. What is work is
// written here again, without the tables' marks.
#include "workflow/step/turn.hpp"
#include "definitions/catalog.hpp"
#include "tests/definitions/support/small_plan.hpp"
#include "tests/support/catch.hpp"
#include "workflow/reminding/open_items.hpp"
#include "workflow/step/people.hpp"
#include <algorithm>
#include <mutex>
#include <set>

using namespace workflow;
using namespace support;
using namespace walk;

namespace {

const char* const everybody[]{"secretary", "head_a",  "staff_a", "head_b",
                              "sahli_1",   "sahli_2", "sekda",   "ministry"};

template <class List> const auto& with_id(const List& list, const std::string& id)
{
    return *std::find_if(list.begin(), list.end(), [&](const auto& x) { return x.id == id; });
}

bool an_agency_objects(const world& w)
{
    return std::any_of(w.reviews.begin(), w.reviews.end(), [&](const review& r) {
        return r.revision == w.current().number && r.state == "changes_requested";
    });
}

std::string work_on_target(const std::string& state)
{
    if (state == "open") return "report";
    if (state == "reported") return "endorse";
    if (state == "endorsed") return "sign_off";
    return state == "infeasible_claimed" ? "accept_infeasible" : "";
}

// The command that is waited for, if the thing waits for anybody.
std::string work_on(const world& w, const subject& s)
{
    if (s.resource == "reviews")
        return with_id(w.reviews, s.id).state == "pending" ? "confirm" : "";
    if (s.resource == "approvals")
        return with_id(w.approvals, s.id).state == "pending" ? "approve" : "";
    if (s.resource == "targets") return work_on_target(with_id(w.targets, s.id).state);
    if (s.resource == "reports") {
        const report& r = with_id(w.reports, s.id);
        if (r.state == "compiling") return "submit";
        return r.state == "submitted" ? "receive" : "";
    }
    const std::string& state = w.current().state;
    if (state == "draft") return "submit";
    if (state == "approved") return "adopt";
    return state == "agency_review" && an_agency_objects(w) ? "recall" : "";
}

bool may_give(const environment& outside, const script& how, const world& w, const subject& s,
              const std::string& command, const principal& p)
{
    return !command.empty() &&
           judge(outside, w, s, {command, how.body(w, s, command), std::nullopt}, p).has_value();
}

bool sits_at(const principal& p, const desk& d)
{
    return std::any_of(p.appointments.begin(), p.appointments.end(), [&](const appointment& post) {
        const bool is_its =
            post.region == d.region && (d.agency.id.empty() || post.agency.id == d.agency.id);
        const bool leads = d.role == role::agency_staff && post.role == role::agency_head;
        return is_its && (post.role == d.role || leads);
    });
}

// Four eyes keep somebody at the desk from it: the refusal says so.
bool is_kept_by_four_eyes(const environment& outside, const script& how, const world& w,
                          const subject& s, const std::string& command, const principal& p)
{
    static const std::set<std::string> keys{"is_not_the_submitter", "has_not_voted",
                                            "may_endorse",          "is_not_the_reporter",
                                            "is_not_the_endorser",  "is_not_the_claimant"};
    const auto decided = judge(outside, w, s, {command, how.body(w, s, command), std::nullopt}, p);
    return !decided && keys.contains(decided.error().reason.key);
}

struct answers {
    bool listed{}, may{}, told{}, named{};
    bool agree() const { return listed == may && may == told && told == named; }
};

class property {
public:
    property(const std::vector<definition>& catalog, const bounds& b)
        : catalog_(catalog), outside_(small_environment(catalog)), how_(small_script(b))
    {
    }

    void look(const world& w)
    {
        {
            const std::lock_guard hold(gate_);
            if (!known_.insert(key_of(w)).second) return;
        }
        const auto items = open_items(catalog_, w);
        for (const subject& s : subjects_of(w))
            for (const char* name : everybody) compare(w, s, person(name), items);
    }

    std::set<std::string> found;
    std::size_t states() const { return known_.size(); }

private:
    static std::string key_of(const world& w)
    {
        std::string key = iso(w.today());
        for (const revision& r : w.revisions) key += '|' + r.state + r.submitted_by.id;
        for (const review& r : w.reviews) key += '|' + r.agency.id + r.state;
        for (const approval& a : w.approvals) {
            key += '|' + a.name + a.state;
            for (const vote& v : a.votes) key += ' ' + v.by.id;
        }
        for (const target& t : w.targets)
            key += '|' + t.state + t.record.reported_by.id + t.record.endorsed_by.id +
                   t.record.claimed_by.id + std::to_string(t.made);
        for (const report& r : w.reports) key += '|' + r.state + r.reason;
        return key;
    }

    void compare(const world& w, const subject& s, const principal& p,
                 const std::vector<open_item>& items)
    {
        const std::string work = work_on(w, s);
        answers a;
        a.listed = is_turn_of(catalog_, w, s, p);
        a.may = may_give(outside_, how_, w, s, work, p);
        for (const open_item& item : items)
            a.told |=
                item.what.resource == s.resource && item.what.subject == s.id &&
                std::find(item.before.begin(), item.before.end(), p.user.id) != item.before.end();
        for (const desk& d : desks_of(catalog_, w, s)) a.named |= sits_at(p, d);
        a.named = a.named && !is_kept_by_four_eyes(outside_, how_, w, s, work, p);
        if (a.agree()) return;
        const std::lock_guard hold(gate_);
        found.insert(p.user.id + " and " + s.resource + " in " + std::string(state_of(w, s, work)) +
                     ": listed " + std::to_string(a.listed) + ", may " + std::to_string(a.may) +
                     ", told " + std::to_string(a.told) + ", named " + std::to_string(a.named));
    }

    const std::vector<definition>& catalog_;
    environment outside_;
    script how_;
    std::mutex gate_;
    std::set<std::string> known_;
};

struct looked {
    std::set<std::string> found;
    std::size_t states{};
};

looked look_everywhere(const std::vector<definition>& catalog, const bounds& b)
{
    property held(catalog, b);
    held.look(small_plan(b));
    explore(small_environment(catalog), small_plan(b), small_script(b),
            [&](const walked_edge& e) { held.look(e.after.after); });
    return {held.found, held.states()};
}

} // namespace

TEST_CASE("inbox, rights, ladder and waiting_for name the same people in every state")
{
    for (const bounds b : {bounds{2, 1, false, false}, bounds{1, 2, true, true}}) {
        const looked all = look_everywhere(definitions::catalog(), b);
        for (const std::string& fault : all.found) FAIL_CHECK(fault);
        CHECK(all.states > 300);
    }
}

TEST_CASE("whose turn it is follows a mark of work that is planted or taken away")
{
    std::vector<definition> catalog = definitions::catalog();
    for (definition& d : catalog)
        for (command_word& c : d.commands)
            if (d.resource == "targets" && c.name == "endorse") c.work.reset();
    const auto found = look_everywhere(catalog, {1, 1, false, false}).found;
    CHECK(found.contains("head_a and targets in reported: listed 0, may 1, told 0, named 0"));
}

TEST_CASE("the places of work are those of the tables")
{
    std::string told;
    for (const work_place& place : work_places(definitions::catalog()))
        told += std::string(place.resource) + " " + std::string(place.state) + "\n";
    CHECK(told == "plans draft\nplans agency_review\nplans sahli_approval\nplans approved\n"
                  "plans approved\nreviews pending\napprovals pending\ntargets open\n"
                  "targets reported\ntargets endorsed\ntargets infeasible_claimed\n"
                  "reports compiling\nreports submitted\n");
}
