// Decide, change, and let follow what follows. The engine's own commands are nobody's list: a
// system command runs whenever its guards hold.
#include "workflow/step/step.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/effects.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/tell.hpp"
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <stdexcept>

namespace workflow {
namespace {

constexpr int most_follow_ups = 20'000; // a table that never comes to rest is a bug

template <class Visit> void visit_machine(world& w, const machine_ref& m, Visit&& visit)
{
    const auto in = [&](auto& list) {
        for (auto& x : list)
            if (x.id == m.id) visit(x.state, x.version, x);
    };
    if (m.resource == "reviews")
        in(w.reviews);
    else if (m.resource == "approvals")
        in(w.approvals);
    else if (m.resource == "targets")
        in(w.targets);
    else if (m.resource == "reports")
        in(w.reports);
    else
        for (revision& r : w.revisions)
            if (r.number == m.revision) visit(r.state, w.head.version, r);
}

void set_reason(review& x, const std::string& reason)
{
    x.reason = reason;
}
void set_reason(approval& x, const std::string& reason)
{
    x.reason = reason;
}
void set_reason(report& x, const std::string& reason)
{
    x.reason = reason;
}
template <class T> void set_reason(T&, const std::string&) {}

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
    if (m.resource == "plans") e.data.emplace_back("revision", std::to_string(m.revision));
    e.data.emplace_back("definition", std::to_string(version));
    return e;
}

// A title may be changed between two events; it cannot be without another version of the plan.
void name_plan(event& e, const plan& head)
{
    e.data.emplace_back("title", sha256_hex(head.title));
    e.data.emplace_back("version", std::to_string(head.version));
}

void run(stage& s, const definition& machine, const machine_ref& m, const decision& d)
{
    event e = event_of(m, d, machine.version);
    if (s.body) e.reason = s.body->reason;
    visit_machine(s.w(), m, [&](std::string& state, std::int64_t& version, auto& x) {
        state = d.to;
        ++version;
        x.since = s.w().now;
        if (s.body) set_reason(x, s.body->reason);
        if constexpr (requires { x.items; })
            if (s.body) x.items = s.body->items;
    });
    if (m.resource == "plans") name_plan(e, s.w().head);
    if (m.resource == "reviews" && s.body && !s.body->items.empty())
        e.data.emplace_back("items", items_digest(s.body->items));
    s.record(std::move(e));
    for (std::string_view name : d.notices)
        tell(s, std::string(name), std::string(m.resource), m.id, std::nullopt);
    for (std::string_view name : d.effects) apply_effect(name, s, m);
}

std::vector<machine_ref> machines_in(const world& w)
{
    std::vector<machine_ref> all;
    all.reserve(w.revisions.size() + w.reviews.size() + w.approvals.size() + w.targets.size());
    const auto add = [&](std::string_view resource, const auto& list) {
        for (const auto& x : list) all.push_back({resource, x.id, 0});
    };
    for (const revision& r : w.revisions) all.push_back({"plans", w.head.id, r.number});
    add("reviews", w.reviews);
    add("approvals", w.approvals);
    add("targets", w.targets);
    return all;
}

// The one system command that is due on a machine, if any.
std::optional<decision> due_on(const definition& d, const world& w, const machine_ref& m)
{
    std::string_view state;
    visit_machine(const_cast<world&>(w), m,
                  [&](const std::string& s, std::int64_t, const auto&) { state = s; });
    std::unique_ptr<facts> f;
    for (const transition& t : d.transitions) {
        if (!t.by_the_engine || t.from != state) continue;
        if (!f) f = facts_for_the_engine(w, {std::string(m.resource), m.id}, m.revision);
        if (guards_hold(t, *f)) return decide(d, state, *f, {t.command, {}, {}, true}).value();
    }
    return std::nullopt;
}

// A revision or revise that has been done is not due again.
void settle_marks(world& w, const machine_ref& m, const decision& d)
{
    if (d.command == "revise") {
        w.revised_targets.erase(m.id);
        w.handed_over.erase(m.id);
    }
    if (d.command == "withdraw") w.dropped_targets.erase(m.id);
    if (d.command == "supersede") w.overtaken_reviews.erase(m.id);
}

void follow_up(stage& s)
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
                settle_marks(s.w(), m, *due);
                moved = true;
            }
        }
    }
}

void finish(stage& s)
{
    follow_up(s);
    s.w().overtaken_reviews.clear();
    s.w().revised_targets.clear();
    s.w().handed_over.clear();
    s.w().dropped_targets.clear();
    s.result.notices = address(s.result, s.command_event == 0);
}

std::int64_t version_of(world& w, const machine_ref& m)
{
    std::int64_t found = 0;
    visit_machine(w, m, [&](const std::string&, std::int64_t v, const auto&) { found = v; });
    return found;
}

void check_scores(std::vector<field_error>& errors, const world& w, const subject& s,
                  const command_body& body)
{
    if (body.chosen_class.empty()) return;
    const bool known =
        std::any_of(w.rules.classes.begin(), w.rules.classes.end(),
                    [&](const achievement_class& c) { return c.code == body.chosen_class; });
    if (!known) errors.push_back({"/class", {"unknown_class", {}}});
    const placed_cell c = cell_of(w, s.id);
    for (const target& t : w.targets)
        if (t.id == s.id && c.target && percent_of(*c.target, t.record))
            errors.push_back({"/class", {"class_follows_from_percent", {}}});
}

void check_gaps(std::vector<field_error>& errors, const world& w, const report& r,
                const command_body& body)
{
    const auto gaps = gaps_of(w, r);
    for (const gap& g : gaps) {
        const bool given = std::any_of(body.gaps.begin(), body.gaps.end(),
                                       [&](const gap& x) { return x.id == g.id; });
        if (!given && g.reason.empty())
            errors.push_back({"/gaps", {"gap_needs_a_reason", {{"gap", g.id}}}});
    }
    for (std::size_t i = 0; i < body.gaps.size(); ++i)
        if (std::none_of(gaps.begin(), gaps.end(),
                         [&](const gap& g) { return g.id == body.gaps[i].id; }))
            errors.push_back({"/gaps/" + std::to_string(i) + "/id", {"not_a_gap", {}}});
}

// One period's length at most, counted from today: a target that never ends never counts.
void check_until(std::vector<field_error>& errors, const world& w, const subject& s,
                 const command_body& body)
{
    if (!body.until) return;
    if (*body.until < w.today()) errors.push_back({"/until", {"date_has_passed", {}}});
    for (const target& t : w.targets) {
        if (s.resource != "targets" || t.id != s.id) continue;
        const period& p = *w.period_named(t.period);
        const date latest{std::chrono::sys_days(w.today()) +
                          (std::chrono::sys_days(p.to) - std::chrono::sys_days(p.from))};
        if (*body.until > latest)
            errors.push_back({"/until", {"until_is_too_late", {{"latest", iso(latest)}}}});
    }
}

machine_ref machine_for(const world& w, const subject& s, std::string_view command)
{
    return {s.resource, s.id, s.resource == "plans" ? revision_for(w, command).number : 0};
}

// What is wrong with the body as seen from this world.
std::vector<field_error> body_errors(const world& w, const subject& s, const command_given& c)
{
    std::vector<field_error> errors = c.body.errors;
    check_until(errors, w, s, c.body);
    if (s.resource == "targets") check_scores(errors, w, s, c.body);
    for (const report& r : w.reports)
        if (s.resource == "reports" && r.id == s.id && c.name == "submit")
            check_gaps(errors, w, r, c.body);
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

std::string post_text(const appointment& p)
{
    return p.role + "@" + (p.agency.id.empty() ? p.region : p.agency.id);
}

} // namespace

event& stage::record(event e)
{
    e.seq = static_cast<std::int64_t>(result.events.size()) + 1;
    e.cause = e.seq == command_event ? 0 : command_event;
    e.at = w().now;
    if (actor && e.seq == command_event) e.by = actor->user;
    result.events.push_back(std::move(e));
    return result.events.back();
}

std::vector<subject> subjects_of(const world& w)
{
    std::vector<subject> all{{"plans", w.head.id}};
    for (const review& r : w.reviews) all.push_back({"reviews", r.id});
    for (const approval& a : w.approvals) all.push_back({"approvals", a.id});
    for (const target& t : w.targets)
        if (t.made) all.push_back({"targets", t.id});
    for (const report& r : w.reports) all.push_back({"reports", r.id});
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
    const auto found = version_of(w, machine_for(w, s, c.name));
    if (c.version && *c.version != found) return stale(found);
    return carry_out(outside, std::move(w), s, c, p, *decided);
}

result<decision> judge(const environment& outside, const world& w, const subject& s,
                       const command_given& c, const principal& p)
{
    asked what{c.name, {}, body_errors(w, s, c), p.stepped_up && !p.bearer};
    what.given.assign(c.body.given.begin(), c.body.given.end());
    return decide(*machine_of(*outside.catalog, s.resource), state_of(w, s, c.name),
                  *facts_of(w, s, p), what);
}

outcome carry_out(const environment& outside, world w, const subject& s, const command_given& c,
                  const principal& p, const decision& decided)
{
    const definition& machine = *machine_of(*outside.catalog, s.resource);
    const machine_ref m = machine_for(w, s, c.name);
    const appointment* post = post_for(*machine.command(c.name), w, s, p);
    stage under_way{outside, {std::move(w), {}, {}, {}}, &p, &c.body, 1};
    run(under_way, machine, m, decided);
    if (post) {
        under_way.result.events.front().post = post_text(*post);
        under_way.result.events.front().acting = post->acting;
    }
    finish(under_way);
    return std::move(under_way.result);
}

outcome sweep(const environment& outside, world w)
{
    stage under_way{outside, {std::move(w), {}, {}, {}}, nullptr, nullptr, 0};
    finish(under_way);
    return std::move(under_way.result);
}

namespace {

result<outcome> begin_revision(const environment& outside, world w, const principal& p,
                               revision fresh)
{
    stage under_way{outside, {std::move(w), {}, {}, {}}, &p, nullptr, 1};
    event e;
    e.name = "made";
    e.resource = "plans";
    e.subject = under_way.w().head.id;
    e.to = fresh.state;
    e.data.emplace_back("revision", std::to_string(fresh.number));
    if (fresh.number == 1) {
        e.data.emplace_back("kind", under_way.w().head.kind);
        e.data.emplace_back("kind_version", std::to_string(under_way.w().head.kind_version));
        e.data.emplace_back("region", under_way.w().head.region);
        e.data.emplace_back("year", std::to_string(under_way.w().head.year));
    }
    name_plan(e, under_way.w().head);
    for (const appointment& post : p.appointments)
        if (makes(post, who::secretariat, under_way.w(), subject{"plans", e.subject})) {
            e.post = post_text(post);
            e.acting = post.acting;
        }
    fresh.since = under_way.w().now;
    under_way.w().revisions.push_back(std::move(fresh));
    under_way.record(std::move(e));
    return std::move(under_way.result);
}

} // namespace

result<outcome> begin_plan(const environment& outside, world w, const principal& p)
{
    revision first;
    first.state = machine_of(*outside.catalog, "plans")->initial;
    return begin_revision(outside, std::move(w), p, std::move(first));
}

result<outcome> begin_amendment(const environment& outside, world w, const principal& p)
{
    const subject s{"plans", w.head.id};
    const bool may =
        std::any_of(p.appointments.begin(), p.appointments.end(),
                    [&](const appointment& post) { return makes(post, who::secretariat, w, s); });
    const auto secretariat =
        who_may(*machine_of(*outside.catalog, "plans"),
                *machine_of(*outside.catalog, "plans")->command("submit"), w, s);
    if (!may) return refusal{errc::forbidden, {"not_permitted", {}}, secretariat, {}};
    const revision* base = w.revision_in_force();
    if (!base || base->state != "in_force")
        return refusal{errc::wrong_state, {"only_in_force_is_amended", {}}, secretariat, {}};
    if (w.open_revision())
        return refusal{errc::wrong_state, {"an_amendment_is_already_open", {}}, secretariat, {}};
    revision next;
    next.number = w.revisions.back().number + 1;
    next.state = machine_of(*outside.catalog, "plans")->initial;
    next.actions = base->actions;
    for (action& a : next.actions) a.version = 1;
    ++w.head.version;
    return begin_revision(outside, std::move(w), p, std::move(next));
}

} // namespace workflow
