// Decide, change, and let follow what follows. The engine's own commands are nobody's list: a
// system command runs whenever its guards hold.
#include "workflow/step/step.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/tell.hpp"
#include "workflow/things/begin_revision.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace workflow {
namespace {

constexpr int most_follow_ups = 20'000; // a table that never comes to rest is a bug

event event_of(const machine_ref& m, const decision& d, int version)
{
    event e;
    e.name = d.event;
    e.command = d.command;
    e.resource = m.resource;
    e.subject = m.id;
    e.from = d.from;
    e.to = d.to;
    e.data.reserve(4);
    e.data.emplace_back("definition", std::to_string(version));
    return e;
}

const effect_row& effect_named(const thing& t, std::string_view name)
{
    for (const effect_row& row : t.effects)
        if (row.name == name) return row;
    throw std::logic_error("nobody has written the effect " + std::string(name));
}

void run(ongoing_step& s, const definition& machine, const machine_ref& m, const decision& d)
{
    const thing& what = thing_of(m.resource);
    item& x = *what.find(s.w(), m);
    ++what.version(s.w(), x);
    if (!d.begins.empty()) return effect_named(what, d.begins).apply(s, m);
    x.state = d.to;
    x.since = s.w().now;
    if (s.body) what.take_body(x, *s.body);
    event e = event_of(m, d, machine.version);
    if (s.body) e.reason = s.body->reason;
    what.describe(e, s.w(), m, s.body);
    s.record(std::move(e));
    for (std::string_view name : d.notices)
        s.tell(std::string(name), std::string(m.resource), m.id, std::nullopt);
    for (std::string_view name : d.effects) effect_named(what, name).apply(s, m);
}

std::vector<machine_ref> machines_in(const world& w)
{
    std::vector<machine_ref> all;
    for (const thing* t : things()) {
        auto some = t->all(w);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

// The one system command that is due on a machine, if any.
std::optional<decision> due_on(const definition& d, const world& w, const machine_ref& m)
{
    const std::string& state = item_in(w, m).state;
    std::unique_ptr<facts> f;
    for (const transition& t : d.transitions) {
        if (!t.by_the_engine || t.from != state) continue;
        if (!f) f = facts_for_the_engine(w, m);
        if (guards_hold(t, *f)) return decide(d, state, *f, {t.command, {}, {}, true}).value();
    }
    return std::nullopt;
}

void follow_up(ongoing_step& s)
{
    s.actor = nullptr;
    s.body = nullptr;
    int steps = 0;
    for (bool moved = true; moved;) {
        moved = false;
        const definition* machine = nullptr; // of many refs in a row
        for (const machine_ref& m : machines_in(s.w())) {
            if (!machine || machine->resource != m.resource)
                machine = machine_of(*s.outside.catalog, m.resource);
            const definition& d = *machine;
            while (auto due = due_on(d, s.w(), m)) {
                if (++steps > most_follow_ups) throw std::logic_error("follow-ups do not end");
                run(s, d, m, *due);
                thing_of(m.resource).settle(s.w(), m.id, due->command);
                moved = true;
            }
        }
    }
}

void finish(ongoing_step& s)
{
    follow_up(s);
    s.w().overtaken_reviews.clear();
    s.w().revised_targets.clear();
    s.w().handed_over.clear();
    s.w().dropped_targets.clear();
    s.result.notices = address(s.result, s.command_event == 0);
}

// What is wrong with the body as seen from this world.
std::vector<field_error> body_errors(const world& w, const machine_ref& m, const command_given& c)
{
    std::vector<field_error> errors = c.body.errors;
    thing_of(m.resource).check_body(errors, w, item_in(w, m), c);
    for (std::size_t i = 0; i < c.body.items.size(); ++i) {
        const auto& actions = w.current().actions;
        if (std::none_of(actions.begin(), actions.end(),
                         [&](const action& a) { return a.id == c.body.items[i].action; }))
            errors.push_back({"/items/" + std::to_string(i) + "/action", {"unknown_action", {}}});
    }
    return errors;
}

refusal stale(std::int64_t found)
{
    return {errc::stale, {"stale_version", {{"version", std::to_string(found)}}}, {}, {}};
}

void note_post(event& e, const appointment& p)
{
    e.post = p.role + "@" + (p.agency.id.empty() ? p.region : p.agency.id);
    e.acting = p.acting;
}

} // namespace

std::vector<subject> subjects_of(const world& w)
{
    std::vector<subject> all{{"plans", w.head.id}};
    for (const machine_ref& m : machines_in(w))
        if (m.id != w.head.id) all.push_back({std::string(m.resource), m.id});
    return all;
}

result<outcome> step(const environment& outside, world w, const subject& s, const command_given& c,
                     const principal& p)
{
    auto decided = judge(outside, w, s, c, p);
    if (!decided) {
        const definition& machine = *machine_of(*outside.catalog, s.resource);
        refusal no = decided.error();
        if (no.code == errc::step_up_required && p.bearer) no.reason.key = "bearer_may_not_decide";
        no.who = who_may(machine, *machine.command(c.name), w, s);
        return no;
    }
    const auto found = version_of(w, machine_about(w, s, c.name));
    if (c.version && *c.version != found) return stale(found);
    return carry_out(outside, std::move(w), s, c, p, *decided);
}

result<decision> judge(const environment& outside, const world& w, const subject& s,
                       const command_given& c, const principal& p)
{
    asked what{
        c.name, {}, body_errors(w, machine_about(w, s, c.name), c), p.stepped_up && !p.bearer};
    what.given.assign(c.body.given.begin(), c.body.given.end());
    return decide(*machine_of(*outside.catalog, s.resource), state_of(w, s, c.name),
                  *facts_of(w, s, p), what);
}

outcome carry_out(const environment& outside, world w, const subject& s, const command_given& c,
                  const principal& p, const decision& decided)
{
    const definition& machine = *machine_of(*outside.catalog, s.resource);
    const machine_ref m = machine_about(w, s, c.name);
    const appointment* post = post_for(*machine.command(c.name), w, s, p);
    ongoing_step under_way{outside, {std::move(w), {}, {}, {}}, &p, &c.body, 1};
    run(under_way, machine, m, decided);
    if (post) note_post(under_way.result.events.front(), *post);
    finish(under_way);
    return std::move(under_way.result);
}

outcome sweep(const environment& outside, world w)
{
    ongoing_step under_way{outside, {std::move(w), {}, {}, {}}, nullptr, nullptr, 0};
    finish(under_way);
    return std::move(under_way.result);
}

outcome begin_plan(const environment& outside, world w, const principal& p)
{
    ongoing_step under_way{outside, {std::move(w), {}, {}, {}}, &p, nullptr, 1};
    revision first;
    first.state = machine_of(*outside.catalog, resource_of<revision>())->initial;
    begin_revision(under_way, std::move(first));
    const subject plan{std::string(resource_of<revision>()), under_way.w().head.id};
    for (const appointment& post : p.appointments)
        if (makes(post, who::secretariat, under_way.w(), plan))
            note_post(under_way.result.events.front(), post);
    return std::move(under_way.result);
}

} // namespace workflow
