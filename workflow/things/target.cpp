// One target of one period, through its rounds.
#include "workflow/things/target.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/in_a_list.hpp"
#include "workflow/things/rounds.hpp"
#include "workflow/things/target_compare.hpp"
#include "workflow/things/target_effects.hpp"
#include "workflow/things/thing.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>

namespace workflow {
namespace {

const target& as_target(const item& x)
{
    return static_cast<const target&>(x);
}

constexpr char resource[] = "targets";
using lies = in_a_list<resource, &world::targets>;

// --- what decides ----------------------------------------------------------------------------

bool is_there(const target& t, const std::string& kind)
{
    return std::any_of(t.evidence.begin(), t.evidence.end(),
                       [&](const evidence& e) { return e.kind == kind; });
}

bool evidence_is_there(const world& w, const target& t)
{
    return std::all_of(w.rules.evidence_required.begin(), w.rules.evidence_required.end(),
                       [&](const std::string& kind) { return is_there(t, kind); });
}

bilingual missing_evidence(const world& w, const target& t)
{
    bilingual missing;
    for (const std::string& kind : w.rules.evidence_required) {
        if (is_there(t, kind)) continue;
        const bilingual word = evidence_title(w.rules, kind);
        missing = missing.empty() ? word : missing + ", " + word;
    }
    return missing;
}

bool is_shown(const target& t, const evidence_item& wanted)
{
    return std::any_of(t.evidence.begin(), t.evidence.end(),
                       [&](const evidence& e) { return e.item == wanted.code; });
}

bool checklist_is_complete(const world& w, const target& t)
{
    return std::all_of(w.rules.evidence_checklist.begin(), w.rules.evidence_checklist.end(),
                       [&](const evidence_item& each) { return is_shown(t, each); });
}

// With who must have signed it.
bilingual called(const evidence_item& item)
{
    if (!item.signed_by) return item.name;
    const sentence both{"item_signed_by", {{"item", item.name}, {"who", *item.signed_by}}};
    return {say("id", both), say("en", both)};
}

bilingual missing_items(const world& w, const target& t)
{
    bilingual missing;
    for (const evidence_item& each : w.rules.evidence_checklist) {
        if (is_shown(t, each)) continue;
        const bilingual item = called(each);
        missing = missing.empty() ? item : missing + ", " + item;
    }
    return missing;
}

final_state final_of(std::string_view s)
{
    if (s == "signed_off") return final_state::signed_off;
    if (s == "infeasible") return final_state::infeasible;
    return s == "not_reported" ? final_state::not_reported : final_state::none;
}

bool is_they(const reference& named, const principal& p)
{
    return !named.id.empty() && named.id == p.user.id;
}

std::unique_ptr<facts> look(const world& w, const item& x, const principal& p)
{
    const target& t = as_target(x);
    auto f = std::make_unique<target_facts>();
    const revision* in_force = w.revision_in_force();
    const achievement_record& r = t.record;
    // A target that only a draft holds waits for it, though an earlier revision is in force.
    f->plan_is_in_force = t.made && in_force && in_force->state == "in_force";
    f->period_has_begun = w.days.has_begun(w.period_named(t.period)->from, w.now);
    f->end_has_passed = w.days.has_passed(end_of_target(w, t), w.now);
    f->achievement_is_given = !r.achievement.empty() || r.achieved_quantity.has_value();
    f->evidence_is_there = {evidence_is_there(w, t), [&w, &t] { return missing_evidence(w, t); }};
    f->checklist_is_complete = {checklist_is_complete(w, t),
                                [&w, &t] { return missing_items(w, t); }};
    f->has_reporter = t.state == "reported";
    f->is_the_reporter = is_they(r.reported_by, p);
    f->is_the_endorser = is_they(r.endorsed_by, p);
    f->is_the_claimant = is_they(r.claimed_by, p);
    f->kind_relaxes_four_eyes = w.rules.head_may_endorse_own_report;
    f->last_final = final_of(t.last_final);
    f->was_revised = w.revised_targets.contains(t.id);
    f->was_dropped = w.dropped_targets.contains(t.id);
    return f;
}

relation relate(const world& w, const item& x)
{
    const target& t = as_target(x);
    const placed_cell place = cell_of(w, t.id);
    return {.resource = "targets",
            .agency = place.row ? place.row->lead_agency : reference{},
            .stage_role = {},
            .reporter = t.record.reported_by,
            .report_stands = t.state == "reported"};
}

parts needs(const command_given&)
{
    return parts::matrix;
}

// One period's length at most, counted from today: a target that never ends never counts.
void check_until(std::vector<field_error>& errors, const world& w, const target& t, date until)
{
    const period& p = *w.period_named(t.period);
    const date latest{std::chrono::sys_days(w.today()) +
                      (std::chrono::sys_days(p.to) - std::chrono::sys_days(p.from))};
    if (until < w.today()) errors.push_back({"/until", {"date_has_passed", {}}});
    if (until > latest)
        errors.push_back({"/until", {"until_is_too_late", {{"latest", iso(latest)}}}});
}

void check_class(std::vector<field_error>& errors, const world& w, const target& t,
                 const std::string& chosen)
{
    const bool known = std::any_of(w.rules.classes.begin(), w.rules.classes.end(),
                                   [&](const achievement_class& c) { return c.code == chosen; });
    if (!known) errors.push_back({"/class", {"unknown_class", {}}});
    const placed_cell c = cell_of(w, t.id);
    if (c.target && percent_of(*c.target, t.record))
        errors.push_back({"/class", {"class_follows_from_percent", {}}});
}

void check_body(std::vector<field_error>& errors, const world& w, const item& x,
                const command_given& c)
{
    if (c.body.until) check_until(errors, w, as_target(x), *c.body.until);
    if (!c.body.chosen_class.empty()) check_class(errors, w, as_target(x), c.body.chosen_class);
}

void settle(world& w, const std::string& id, std::string_view command)
{
    if (command == "revise") {
        w.revised_targets.erase(id);
        w.handed_over.erase(id);
    }
    if (command == "withdraw") w.dropped_targets.erase(id);
}

// --- what it is called ------------------------------------------------------------------------

bool is_at_it(const world& w)
{
    const revision* in_force = w.revision_in_force();
    return in_force && in_force->state == "in_force";
}

bilingual title(const world& w, const item& x)
{
    const placed_cell place = cell_of(w, x.id);
    if (!place.row || !place.target) return w.head.title;
    return place.row->title + " – " + period_title(w.rules, place.target->period, w.head.year);
}

int round(const item& x)
{
    return as_target(x).round;
}

std::optional<date> due(const world& w, const item& x)
{
    return due_of_target(w, as_target(x));
}

// What came when its day was over already has the days that the kind gives to returned work, but a
// report not beyond the end of its target.
date deadline_of(const world& w, const target& t, std::string_view matter)
{
    const date day = due_of_target(w, t);
    if (day >= w.days.today(t.since)) return day;
    const date some_days = some_days_from(w, t.since);
    return matter == "report" ? std::min(end_of_target(w, t), some_days) : some_days;
}

wait work_of(const world& w, const item& x, std::string_view matter)
{
    const target& t = as_target(x);
    const bool is_back = matter == "report" && t.round > 1;
    return {std::string(revised(is_back, matter)), deadline_of(w, t, matter), t.round};
}

bool lies_given_back(const world&, const item& x)
{
    const target& t = as_target(x);
    const bool is_under_way = t.state == "open" || t.state == "reported" || t.state == "endorsed" ||
                              t.state == "infeasible_claimed";
    return t.round > 1 && t.round == t.newest_round && is_under_way;
}

// --- its history ------------------------------------------------------------------------------

played::standing* played_as(played::history& h, const event& e)
{
    const auto found = h.targets.find(e.subject);
    return found == h.targets.end() ? nullptr : &found->second;
}

played::standing& make(played::history& h, const event& e)
{
    return h.targets[e.subject];
}

std::optional<std::string> take(played::history& h, const event& e)
{
    played::target& t = h.targets[e.subject];
    if (e.command == "recall") t.record.digest.clear();
    const std::string round = played::value_in(e, "round");
    if (e.command == "report" && round != std::to_string(t.round))
        return "reported in round '" + round + "' while in round " + std::to_string(t.round);
    return std::nullopt;
}

} // namespace

const thing* answer(described_as<target>)
{
    static const thing described{
        .resource = "targets",
        .states = {target_state::all.begin(), target_state::all.end()},
        .all = &lies::all,
        .find = &lies::find,
        .version = &own_version,
        .about = &lies::about,
        .offering = &lies::offering,
        .look = &look,
        .relate = &relate,
        .shown = parts::matrix,
        .needs = &needs,
        .check_body = &check_body,
        .take_body = &keep_nothing,
        .describe = &describe_nothing,
        .settle = &settle,
        .effects = target_effects(),
        .tellings = {{"target_opened", {who::lead_staff, who::lead_head}, {"open"}},
                     {"target_reopened", {who::lead_staff, who::lead_head}, {"open"}},
                     {"target_revised", {who::lead_staff, who::lead_head}, {"open"}},
                     {"target_returned", {who::lead_staff, who::lead_head}, {"open"}}},
        .is_at_it = &is_at_it,
        .told_of = &lies::told_of,
        .title = &title,
        .round = &round,
        .due = &due,
        .tells_due = true,
        .since = &own_since,
        .work_of = &work_of,
        .lies_given_back = &lies_given_back,
        .giving_back = {"return_to_staff", "return_for_changes", "reopen", "revise"},
        .settling = {},
        .played = &played_as,
        .make = &make,
        .check_making = &made_by_the_engine,
        .take = &take,
        .compare = &compare_targets,
    };
    return &described;
}

} // namespace workflow
