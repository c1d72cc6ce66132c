// One decision of the target's table, the stored state restored into MSM, beside the same rows
// written by hand as a switch.
#include "definitions/catalog.hpp"
#include "tests/bench/measure.hpp"
#include "workflow/table/decide.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>
#include <stdexcept>

namespace bench {
namespace {

using namespace workflow;

// What a switch by hand would decide on: the states and the words as they are stored.
struct by_hand {
    std::string_view to;
    bool allowed{};
};

// tidy allows function_length: the floor is the whole table in one switch
by_hand switched(std::string_view state, std::string_view command, const target_facts& f)
{
    const bool staff = f.actor.has(who::lead_staff) || f.actor.has(who::lead_head);
    const bool head = f.actor.has(who::lead_head);
    const bool secretariat = f.actor.has(who::secretariat);
    const bool ends = state == "signed_off" || state == "infeasible" || state == "not_reported";
    switch (command.front()) {
    case 'r':
        if (command == "report")
            return {"reported", state == "open" && staff && !f.end_has_passed &&
                                    f.achievement_is_given && f.evidence_is_there &&
                                    f.checklist_is_complete};
        if (command == "recall") return {"open", state == "reported" && f.is_the_reporter};
        if (command == "return_to_staff") return {"open", state == "reported" && head};
        if (command == "return_for_changes")
            return {"open", (state == "endorsed" || state == "infeasible_claimed") && secretariat};
        if (command == "reopen") return {"open", ends && secretariat && f.plan_is_in_force};
        if (command == "revise")
            return {"open", state != "planned" && state != "withdrawn" && f.was_revised};
        if (command == "restore")
            return {"signed_off",
                    state == "open" && f.end_has_passed && f.last_final == final_state::signed_off};
        return {};
    case 'e':
        return {"endorsed",
                state == "reported" && head && (!f.is_the_reporter || f.kind_relaxes_four_eyes)};
    case 's':
        return {"signed_off",
                state == "endorsed" && secretariat && !f.is_the_reporter && !f.is_the_endorser};
    case 'c':
        return {"infeasible_claimed", state == "open" && head && !f.end_has_passed};
    case 'a':
        return {"infeasible", state == "infeasible_claimed" && secretariat && !f.is_the_claimant};
    case 'o':
        return {"open", state == "planned" && f.plan_is_in_force && f.period_has_begun};
    case 'l':
        return {"not_reported",
                state == "open" && f.end_has_passed && f.last_final == final_state::none};
    default:
        return {"withdrawn", state != "withdrawn" && f.was_dropped};
    }
}

target_facts willing()
{
    target_facts f;
    f.actor.add(who::lead_head);
    f.actor.add(who::secretariat);
    f.plan_is_in_force = f.period_has_begun = true;
    f.achievement_is_given = f.evidence_is_there.holds = f.checklist_is_complete.holds = true;
    return f;
}

} // namespace

std::vector<line> decisions(const sizes& s)
{
    const auto& all = definitions::catalog();
    const auto machine = std::find_if(
        all.begin(), all.end(), [](const definition& d) { return d.name == "target_signoff"; });
    const target_facts f = willing();
    const std::vector<std::pair<std::string_view, asked>> way{
        {"open", {"report", {}, {}, true}},
        {"reported", {"endorse", {}, {}, true}},
        {"endorsed", {"sign_off", {"scores"}, {}, true}},
        {"signed_off", {"reopen", {"reason", "until"}, {}, true}}};
    const int calls = s.smoke ? 2'000 : s.calls;
    std::size_t at = 0;
    volatile bool seen = false;
    const double fired = nanoseconds_each(calls, [&] {
        const auto& [state, what] = way[at++ % way.size()];
        for (const transition& t : machine->transitions)
            if (t.from == state && t.command == what.command) seen = t.fire(f).has_value();
    });
    const double decided = nanoseconds_each(calls, [&] {
        const auto& [state, what] = way[at++ % way.size()];
        if (!decide(*machine, state, f, what)) throw std::logic_error("a refusal was measured");
    });
    const double by_switch = nanoseconds_each(calls, [&] {
        const auto& [state, what] = way[at++ % way.size()];
        if (!switched(state, what.command, f).allowed) throw std::logic_error("a refusal");
        seen = true;
    });
    return {
        {"the row found, MSM restored and run (beside a switch)", fired, by_switch, "ns", 0, true},
        {"decide: guards in order, MSM, its agreement", decided, 0, "ns", 1000, true}};
}

} // namespace bench
