// Plans and actions as JSON.
#include "api/http/problem.hpp"
#include "api/nouns/returned.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/people/roles.hpp"
#include "workflow/step/drafting.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>

namespace api {
namespace {

// Whose desk the plan is on, and since when.
json::array waiting_for(const workflow::world& w, const viewer& by)
{
    const workflow::revision* in_force = w.revision_in_force();
    std::vector<workflow::agency_targets> targets;
    if (in_force && in_force->state == workflow::plan_state::in_force)
        targets = persistence::read_targets_by_agency(by.at.unit, w.head.id);
    json::array desks;
    for (const workflow::desk& d : workflow::desks_of_plan(by.at.here.catalog, w, targets))
        desks.push_back(desk_json(w, d, by.at.locale));
    return desks;
}

json::array periods_json(const workflow::world& w, const std::string& locale)
{
    json::array periods;
    for (const workflow::period& p : w.periods)
        periods.push_back(
            {{"code", p.code},
             {"title", workflow::period_title(w.rules, p.code, w.head.year).in(locale)},
             {"from", workflow::iso(p.from)},
             {"to", workflow::iso(p.to)},
             {"cut_off", workflow::iso(p.cut_off)},
             {"due", workflow::iso(p.due)},
             {"lock", workflow::iso(p.lock)}});
    return periods;
}

// Into the last state that one of its revisions has come into.
workflow::instant since(const workflow::world& w)
{
    workflow::instant last{};
    for (const workflow::revision& r : w.revisions) last = std::max(last, r.since);
    return last;
}

} // namespace

json::object desk_json(const workflow::world& w, const workflow::desk& d, const std::string& locale)
{
    return {{"role", d.role},
            {"role_title", workflow::title_of_role(w.rules, d.role).in(locale)},
            {"agency", reference_json(d.agency)},
            {"since", workflow::rfc3339(d.since)}};
}

json::object plan_json(const workflow::world& w, const viewer& by)
{
    const workflow::revision& current = w.current();
    const workflow::revision* open = w.open_revision();
    const workflow::revision* in_force = w.revision_in_force();
    json::object out{{"id", w.head.id}, {"version", w.head.version}, {"kind", w.head.kind}};
    out["kind_version"] = w.head.kind_version;
    out["kind_title"] = w.rules.title.in(by.at.locale);
    out["region"] = region_json(w.place);
    out["year"] = w.head.year;
    out["years"] = w.head.years;
    out["title"] = w.head.title;
    out["state"] = current.state;
    out["registered"] = w.head.registered;
    out["revision"] = current.number;
    out["open_revision"] = nullptr;
    if (open) out["open_revision"] = {{"number", open->number}, {"state", open->state}};
    out["in_force_revision"] = in_force ? json::value(in_force->number) : json::value(nullptr);
    out["decree_number"] = text_or_null(in_force ? in_force->decree_number : std::string{});
    out["decree_date"] = date_json(in_force ? in_force->decree_date : std::nullopt);
    out["waiting_for"] = waiting_for(w, by);
    out["returned"] = returned_json(w, {"plans", w.head.id}, by);
    out["periods"] = periods_json(w, by.at.locale);
    out["updated_at"] = workflow::rfc3339(updated_at(w, w.head.id, since(w), by));
    return out;
}

json::object editing_json(const workflow::world& w, const viewer& by)
{
    std::optional<workflow::refusal> closed;
    if (auto may = workflow::may_draft(by.at.who, w); !may)
        closed = may.error();
    else if (auto draft = workflow::draft_of(w); !draft)
        closed = draft.error();
    if (!closed) return {{"allowed", true}, {"reason", nullptr}, {"who", nullptr}};
    return {{"allowed", false},
            {"reason", workflow::say(by.at.locale, closed->reason)},
            {"who", who_json(closed->who, by.at.locale)}};
}

json::object columns_json(const workflow::column_values& columns)
{
    json::object out;
    for (const auto& [code, value] : columns) {
        if (const auto* number = std::get_if<double>(&value))
            out[code] = number_json(*number);
        else
            out[code] = std::get<std::string>(value);
    }
    return out;
}

json::object action_json(const workflow::action& a, const std::string& plan)
{
    json::array supporting;
    for (const workflow::reference& s : a.supporting)
        supporting.push_back({{"id", text_or_null(s.id)}, {"name", s.name}});
    json::array targets;
    for (const workflow::cell& c : a.targets)
        targets.push_back({{"id", c.id},
                           {"period", c.period},
                           {"text", c.text},
                           {"quantity", number_json(c.quantity)},
                           {"unit", text_or_null(c.unit)}});
    json::object out{{"id", a.id}, {"version", a.version}, {"plan", plan}, {"number", a.number}};
    out["phase"] = a.phase;
    out["theme"] = a.theme;
    out["title"] = a.title;
    out["location"] = a.location;
    out["lead_agency"] = reference_json(a.lead_agency);
    out["supporting_agencies"] = std::move(supporting);
    out["success_criterion"] = a.success_criterion;
    out["budget_source"] = a.budget_source;
    out["mandatory"] = a.mandatory;
    out["note"] = a.note;
    out["measure"] = a.measure;
    out["targets"] = std::move(targets);
    out["columns"] = columns_json(a.columns);
    return out;
}

} // namespace api
