// What must hold for every workflow there is, without anybody writing it per table.
#include "definitions/catalog.hpp"
#include "tests/support/catch.hpp"
#include "workflow/table/decide.hpp"
#include "workflow/table/diagram.hpp"
#include "workflow/things/approval.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/report.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/target.hpp"
#include "workflow/things/thing.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <sstream>

using namespace workflow;

namespace {

std::string file(const std::string& name)
{
    std::ifstream in(std::string(RAMPUNG_SOURCE_DIR) + "/" + name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::set<std::string_view> walk(const definition& d, std::set<std::string_view> seen,
                                bool backwards)
{
    for (bool grew = true; grew;) {
        grew = false;
        for (const transition& t : d.transitions) {
            const auto from = backwards ? t.to : t.from;
            const auto to = backwards ? t.from : t.to;
            if (seen.contains(from) && seen.insert(to).second) grew = true;
        }
    }
    return seen;
}

// Facts of the right machine with every boolean drawn by lot.
std::unique_ptr<facts> sampled_facts(const definition& d, std::mt19937& lot)
{
    const auto flip = [&] { return static_cast<bool>(lot() & 1U); };
    if (d.resource == "plans") {
        auto f = std::make_unique<plan_facts>();
        for (bool* b :
             {&f->has_an_action, &f->actions_are_complete.holds, &f->columns_are_complete.holds,
              &f->targets_are_complete.holds, &f->agencies_can_confirm.holds,
              &f->stages_can_be_filled.holds, &f->is_first_revision, &f->kind_allows_register,
              &f->every_review_is_settled, &f->every_stage_is_approved, &f->a_stage_was_returned,
              &f->a_stage_was_refused, &f->a_later_revision_was_adopted,
              &f->every_target_is_final.holds, &f->an_amendment_is_open, &f->an_agency_objects})
            *b = flip();
        return f;
    }
    if (d.resource == "reviews") {
        auto f = std::make_unique<review_facts>();
        for (bool* b : {&f->plan_is_in_review, &f->deadline_has_passed, &f->silence_is_consent,
                        &f->was_overtaken})
            *b = flip();
        return f;
    }
    if (d.resource == "approvals") {
        auto f = std::make_unique<approval_facts>();
        for (bool* b :
             {&f->is_the_submitter, &f->has_voted, &f->quorum_is_reached, &f->plan_went_back})
            *b = flip();
        return f;
    }
    if (d.resource == "targets") {
        auto f = std::make_unique<target_facts>();
        for (bool* b : {&f->plan_is_in_force, &f->period_has_begun, &f->end_has_passed,
                        &f->achievement_is_given, &f->evidence_is_there.holds,
                        &f->checklist_is_complete.holds, &f->is_the_reporter, &f->is_the_endorser,
                        &f->is_the_claimant, &f->kind_relaxes_four_eyes, &f->was_revised,
                        &f->was_dropped, &f->has_reporter})
            *b = flip();
        f->last_final = static_cast<final_state>(lot() % 4);
        return f;
    }
    auto f = std::make_unique<report_facts>();
    f->something_has_changed = flip();
    f->questions_are_answered.holds = flip();
    return f;
}

std::string persisted_names()
{
    std::string out;
    for (const definition& d : definitions::catalog()) {
        out += "machine " + std::string(d.name) + " on " + std::string(d.resource) + " version " +
               std::to_string(d.version) + "\n";
        for (std::string_view s : d.states) out += "  state " + std::string(s) + "\n";
        for (const command_word& c : d.commands)
            out += "  command " + std::string(c.name) + " event " + std::string(c.event) + "\n";
        for (const transition& t : d.transitions)
            out += "  row " + std::string(t.from) + " " + std::string(t.command) + " " +
                   std::string(t.to) + "\n";
    }
    return out;
}

} // namespace

TEST_CASE("every state is reachable and every non-final state has a way out")
{
    for (const definition& d : definitions::catalog()) {
        INFO(d.name);
        const auto reachable = walk(d, {d.initial}, false);
        const auto can_finish = walk(d, {d.finals.begin(), d.finals.end()}, true);
        for (std::string_view s : d.states) {
            INFO(s);
            CHECK(reachable.contains(s));
            CHECK(can_finish.contains(s));
            const bool has_exit = std::any_of(d.transitions.begin(), d.transitions.end(),
                                              [&](const transition& t) { return t.from == s; });
            CHECK((has_exit || d.is_final(s)));
        }
    }
}

TEST_CASE("rows of one state and command exclude each other whatever the facts")
{
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 lot(seed);
    for (const definition& d : definitions::catalog())
        for (int sample = 0; sample < 500; ++sample) {
            const auto f = sampled_facts(d, lot);
            std::set<std::pair<std::string_view, std::string_view>> open;
            for (const transition& t : d.transitions) {
                const bool holds = std::all_of(t.guards.begin(), t.guards.end(),
                                               [&](const guard& g) { return g.holds(*f); });
                if (!holds) continue;
                INFO(d.name << ": " << t.from << ", " << t.command);
                CHECK(open.emplace(t.from, t.command).second);
            }
        }
}

TEST_CASE("every command names who, and every state, command and guard has its sentence")
{
    for (const definition& d : definitions::catalog()) {
        INFO(d.name);
        CHECK(find_wording("machine_" + std::string(d.name)));
        for (std::string_view s : d.states) {
            INFO(s);
            CHECK(find_wording("state_" + std::string(s)));
        }
        for (const command_word& c : d.commands) {
            INFO(c.name);
            CHECK_FALSE(c.by.empty());
            CHECK(find_wording(key_of_command(d.resource, c.name)));
            for (who w : c.by) CHECK(find_wording("who_" + std::string(name_of(w))));
        }
        for (const transition& t : d.transitions)
            for (const guard& g : t.guards) {
                INFO(g.key);
                CHECK(find_wording(g.key));
            }
    }
}

TEST_CASE("tables and descriptions of things agree, and what one of them lacks is said")
{
    CHECK(faults_of(definitions::catalog()).empty());
    const auto lacking = [](auto change) {
        std::vector<definition> catalog = definitions::catalog();
        change(catalog);
        std::string told;
        for (const std::string& fault : faults_of(catalog)) told += fault + "\n";
        return told;
    };
    CHECK(lacking([](auto& all) { all.back().resource = "meetings"; }) ==
          "nobody has described 'meetings'\nno table runs on 'reports'\n");
    CHECK(lacking([](auto& all) { all[0].transitions[0].effects = {"ask_the_moon"}; }) ==
          "rad_drafting, submit: no effect 'ask_the_moon' with its twin in the history\n");
    CHECK(lacking([](auto& all) { all[0].transitions[0].notices = {"moon_is_full"}; }) ==
          "rad_drafting, submit: nobody is told 'moon_is_full'\n");
    CHECK(lacking([](auto& all) { std::erase(all[1].states, "pending"); }) ==
          "opd_review does not know the state 'pending'\n"
          "review_requested holds in 'pending', which opd_review does not know\n");
    CHECK(lacking([](auto& all) { all[4].states.push_back("torn_up"); }) ==
          "nobody has named the state 'torn_up' of period_report\n");
    CHECK_THROWS_AS(thing_of("meetings"), std::logic_error);
}

TEST_CASE("what may be done and what is done agree for every state, command, actor and facts")
{
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 lot(seed);
    std::size_t allowed = 0;
    for (const definition& d : definitions::catalog())
        for (int sample = 0; sample < 200; ++sample) {
            const auto f = sampled_facts(d, lot);
            for (unsigned bit = 1; bit <= static_cast<unsigned>(who::system); bit *= 2) {
                f->actor = static_cast<who>(bit);
                for (std::string_view s : d.states)
                    for (const command_word& c : d.commands) {
                        const openness answer = may(d, s, *f, c);
                        const auto done = decide(d, s, *f, {c.name, c.needs, {}, true});
                        INFO(d.name << ": " << s << ", " << c.name << ", actor " << bit);
                        CHECK(done.has_value() == !answer.closed.has_value());
                        if (done)
                            ++allowed;
                        else if (answer.closed) {
                            CHECK(done.error().code == answer.closed->code);
                            CHECK(done.error().reason == answer.closed->reason);
                        }
                    }
            }
        }
    CHECK(allowed > 1000);
}

TEST_CASE("MSM comes to the state that the table's row names")
{
    std::mt19937 lot(1);
    for (const definition& d : definitions::catalog())
        for (int sample = 0; sample < 200; ++sample) {
            const auto f = sampled_facts(d, lot);
            for (const transition& t : d.transitions) {
                const bool holds = std::all_of(t.guards.begin(), t.guards.end(),
                                               [&](const guard& g) { return g.holds(*f); });
                if (!holds) continue;
                const auto ran = t.fire(*f);
                INFO(d.name << ": " << t.from << ", " << t.command);
                REQUIRE(ran);
                CHECK(ran->to == t.to);
                CHECK(ran->effects == t.effects);
                CHECK(ran->notices == t.notices);
            }
        }
}

TEST_CASE("the generated page of every workflow is the one that is checked in")
{
    for (const definition& d : definitions::catalog()) {
        INFO("run: rampung describe --write definitions");
        CHECK(file("definitions/" + std::string(d.name) + ".md") == markdown(d));
    }
}

TEST_CASE("the picture in the README is drawn from the table that runs")
{
    INFO("copy it from: rampung describe");
    CHECK(file("README.md").find(mermaid(definitions::catalog().front())) != std::string::npos);
}

TEST_CASE("persisted names are those of the golden file")
{
    INFO("a change here migrates data: see docs/decisions/0006-definitions-are-frozen.md");
    CHECK(persisted_names() == file("tests/definitions/persisted_names.golden"));
}
