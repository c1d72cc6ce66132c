// Every state of a small plan, walked with the engine's own step; what must never happen is written
// here again, without the tables.
#include "definitions/catalog.hpp"
#include "tests/definitions/support/small_plan.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <set>

using namespace walk;
using namespace workflow;
using namespace support;

namespace {

using faults = std::set<std::string>;

const revision* came_into_force(const walked_edge& e)
{
    for (const revision& r : e.after.after.revisions) {
        const bool was = std::any_of(
            e.before.revisions.begin(), e.before.revisions.end(),
            [&](const revision& old) { return old.number == r.number && old.state == "in_force"; });
        if (r.state == "in_force" && !was) return &r;
    }
    return nullptr;
}

// Never in force without every review confirmed or lapsed and every stage at its quorum.
void agreed_before_in_force(const walked_edge& e, faults& found)
{
    const revision* r = came_into_force(e);
    if (!r || e.command == "register") return;
    for (const review& x : e.before.reviews)
        if (x.revision == r->number && x.state != "confirmed" && x.state != "lapsed")
            found.insert("in force with a review that is " + x.state);
    const std::size_t votes_needed[] = {2, 1};
    for (int stage = 0; stage < 2; ++stage) {
        std::set<std::string> voters;
        for (const approval& a : e.before.approvals)
            if (a.revision == r->number && a.submission == r->submission && a.stage == stage)
                for (const vote& v : a.votes) voters.insert(v.by.id);
        if (voters.size() < votes_needed[stage]) found.insert("in force below the quorum");
    }
}

void four_eyes_at_sign_off(const walked_edge& e, faults& found)
{
    for (const target& t : e.after.after.targets) {
        if (t.state != "signed_off") continue;
        if (t.record.signed_by.id.empty()) found.insert("signed off by nobody");
        if (t.record.signed_by.id == t.record.reported_by.id)
            found.insert("signed by its reporter");
        if (t.record.signed_by.id == t.record.endorsed_by.id)
            found.insert("signed by its endorser");
        if (t.record.endorsed_by.id == t.record.reported_by.id)
            found.insert("endorsed by its reporter");
    }
}

void votes_by_those_entitled(const walked_edge& e, faults& found)
{
    static const std::set<std::string> entitled[] = {{"secretary", "sahli_1", "sahli_2"},
                                                     {"sekda"}};
    for (const approval& a : e.after.after.approvals) {
        for (const vote& v : a.votes) {
            if (!entitled[a.stage].contains(v.by.id)) found.insert("a vote by " + v.by.id);
            if (std::count_if(a.votes.begin(), a.votes.end(),
                              [&](const vote& other) { return other.by.id == v.by.id; }) > 1)
                found.insert("a second vote");
            for (const revision& r : e.after.after.revisions)
                if (r.number == a.revision && r.submission == a.submission &&
                    v.by.id == r.submitted_by.id && is_open(r))
                    found.insert("approved by who submitted");
        }
    }
}

std::string text_of(const world& w, int revision_number, const std::string& agency)
{
    for (const revision& r : w.revisions)
        for (const action& a : r.actions)
            if (r.number == revision_number && a.lead_agency.id == agency)
                return a.targets.front().text;
    return "";
}

void a_return_leaves_reviews_alone(const walked_edge& e, faults& found)
{
    const bool back = e.command == "recall" || e.command == "return_for_changes";
    if (e.about && e.about->resource != "targets" && e.about->resource != "reports" && back)
        for (const review& before : e.before.reviews)
            for (const review& after : e.after.after.reviews)
                if (before.id == after.id && before.state != after.state)
                    found.insert("a return moved a review");
}

// The next submission asks anew exactly those whose rows changed since they were asked. What an
// agency's rows said when it was asked is remembered by the digest its review was given.
class asked_anew {
public:
    void look(const walked_edge& e, faults& found)
    {
        if (e.command != "submit" || !e.about || e.about->resource != "plans") return;
        const std::lock_guard hold(gate_);
        for (const review& r : e.after.after.reviews) remember(e, r, found);
        for (const review& before : e.before.reviews) check(e, before, found);
    }

private:
    void remember(const walked_edge& e, const review& r, faults& found)
    {
        if (std::any_of(e.before.reviews.begin(), e.before.reviews.end(),
                        [&](const review& before) { return before.id == r.id; }))
            return;
        const std::string text = text_of(e.after.after, r.revision, r.agency.id);
        const auto [known, is_new] = text_of_digest_.try_emplace(r.rows_digest, text);
        if (known->second != text) found.insert("one digest of two texts");
    }

    void check(const walked_edge& e, const review& before, faults& found) const
    {
        if (before.revision != e.after.after.current().number) return;
        const bool same = text_of_digest_.at(before.rows_digest) ==
                          text_of(e.after.after, before.revision, before.agency.id);
        const bool kept = std::any_of(
            e.after.after.reviews.begin(), e.after.after.reviews.end(), [&](const review& after) {
                return after.id == before.id && after.state == "confirmed";
            });
        if (kept != (same && before.state == "confirmed"))
            found.insert(kept ? "kept a confirmation of other rows" : "lost a confirmation");
    }

    std::mutex gate_;
    std::map<std::string, std::string> text_of_digest_;
};

faults check(const walked_edge& e)
{
    faults found;
    agreed_before_in_force(e, found);
    four_eyes_at_sign_off(e, found);
    votes_by_those_entitled(e, found);
    a_return_leaves_reviews_alone(e, found);
    return found;
}

struct walked {
    exploration numbers;
    faults found;
};

walked walk_all(const std::vector<definition>& catalog, const bounds& b, unsigned threads = 2)
{
    walked result;
    asked_anew memory;
    std::mutex gate;
    const auto look = [&](const walked_edge& e) {
        faults found = check(e);
        memory.look(e, found);
        if (found.empty()) return;
        const std::lock_guard hold(gate);
        result.found.merge(found);
    };
    script how = small_script(b);
    how.threads = threads;
    result.numbers = explore(small_environment(catalog), small_plan(b), how, look);
    return result;
}

bounds planted_bounds()
{
    return {1, 1, false, false};
}

transition& row(definition& d, std::string_view from, std::string_view command)
{
    for (transition& t : d.transitions)
        if (t.from == from && t.command == command) return t;
    throw std::logic_error("no such row");
}

} // namespace

namespace {

// Lines of explored.golden: bounds, and what the walk must find within them. Some are walked only
// by hand: RAMPUNG_FULL=1 asks for them.
struct golden_walk {
    bounds within;
    bool by_hand{};
    std::size_t states{};
    std::size_t edges{};
};

std::vector<golden_walk> golden_walks()
{
    std::ifstream file(RAMPUNG_SOURCE_DIR "/tests/definitions/explored.golden");
    std::vector<golden_walk> walks;
    std::string comment;
    std::getline(file, comment);
    for (golden_walk g; file >> g.within.targets >> g.within.rounds >> g.within.amendment >>
                        g.within.edit >> g.by_hand >> g.states >> g.edges;)
        walks.push_back(g);
    return walks;
}

} // namespace

TEST_CASE("every state of a small plan is walked and nothing forbidden happens")
{
    REQUIRE(golden_walks().size() == 2);
    for (const golden_walk& g : golden_walks()) {
        if (g.by_hand && !std::getenv("RAMPUNG_FULL")) continue;
        INFO(g.within.targets << " targets, " << g.within.rounds << " rounds, amendment "
                              << g.within.amendment << ", edit " << g.within.edit);
        const walked all = walk_all(definitions::catalog(), g.within);
        for (const std::string& fault : all.found) FAIL_CHECK(fault);
        for (std::size_t i = 0; i < std::min<std::size_t>(all.numbers.stuck.size(), 3); ++i)
            FAIL_CHECK("no way to an end from " << all.numbers.stuck[i]);
        CHECK(all.numbers.states == g.states);
        CHECK(all.numbers.edges == g.edges);
    }
}

TEST_CASE("one thread finds what two find")
{
    const bounds slice{2, 2, false, true};
    const walked one = walk_all(definitions::catalog(), slice, 1);
    const walked two = walk_all(definitions::catalog(), slice, 2);
    CHECK(one.numbers.states == two.numbers.states);
    CHECK(one.numbers.edges == two.numbers.edges);
    CHECK(one.numbers.states > 20'000);
}

TEST_CASE("the walk catches a guard that was dropped")
{
    std::vector<definition> catalog = definitions::catalog();
    for (definition& d : catalog)
        if (d.resource == "targets") {
            transition& t = row(d, "endorsed", "sign_off");
            t.guards.clear();
            t.fire = [](const facts&) -> std::optional<decision> {
                return decision{"endorsed",   "sign_off", "signed_off",
                                "signed_off", {},         {"record_scores", "keep_final_round"}};
            };
            for (command_word& c : d.commands)
                if (c.name == "sign_off") c.by = {who::lead_head};
        }
    CHECK(walk_all(catalog, planted_bounds()).found.contains("signed by its endorser"));
}

TEST_CASE("the walk catches a role that was swapped")
{
    std::vector<definition> catalog = definitions::catalog();
    for (definition& d : catalog)
        if (d.resource == "approvals")
            for (command_word& c : d.commands)
                if (c.name == "approve") c.by = {who::parent_secretariat};
    CHECK(walk_all(catalog, planted_bounds()).found.contains("a vote by ministry"));
}
