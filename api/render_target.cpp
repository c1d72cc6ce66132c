// Targets and evidence as JSON: what another agency or a higher region may not read is blanked.
#include "api/render.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::evidence;
using workflow::target;
using workflow::world;

bool was_reported(const target& t)
{
    return t.state == "reported" || t.state == "endorsed" || t.state == "signed_off" ||
           t.state == "infeasible" || t.round > 1;
}

bool report_was_submitted(const world& w, const target& t)
{
    return std::any_of(w.reports.begin(), w.reports.end(), [&](const workflow::report& r) {
        return r.period == t.period && !r.included_digest.empty();
    });
}

bool may_read_all(const std::string& lead, const viewer& by)
{
    return by.sees.drafting || by.sees.own.contains(lead);
}

// Achievement, obstacles, follow-up and scores: everybody but other agencies of the region.
bool may_read_record(const std::string& lead, const viewer& by)
{
    return may_read_all(lead, by) || by.sees.receiving || by.sees.watching;
}

} // namespace

bool may_read_evidence(const world& w, const target& t, const evidence& e, const viewer& by)
{
    const workflow::placed_cell c = workflow::cell_of(w, t.id);
    if (may_read_all(c.row ? c.row->lead_agency.id : "", by)) return true;
    if (by.sees.receiving && report_was_submitted(w, t)) return true;
    return by.sees.watching && e.classification == "biasa" && was_reported(t);
}

json::object evidence_json(const evidence& e)
{
    json::object out{{"id", e.id}, {"version", e.version}, {"kind", e.kind}};
    out["classification"] = e.classification;
    out["name"] = e.name;
    out["media_type"] = e.media_type;
    out["size"] = e.size;
    out["sha256"] = e.sha256;
    return out;
}

namespace {

json::value class_json(const world& w, const target& t, const std::optional<double>& percent,
                       const std::string& locale)
{
    const workflow::achievement_class* found = nullptr;
    if (t.state == "not_reported")
        found = &w.rules.classes.back();
    else if (percent)
        found = workflow::class_of(w.rules, *percent);
    else
        for (const workflow::achievement_class& c : w.rules.classes)
            if (c.code == t.record.chosen_class) found = &c;
    if (!found) return nullptr;
    return {{"code", found->code}, {"colour", found->colour}, {"name", found->name.in(locale)}};
}

json::value scores_json(const world& w, const target& t)
{
    if (!t.record.scores) return nullptr;
    const workflow::scores& s = *t.record.scores;
    const double total = (s.administration * w.rules.weights.administration +
                          s.substance * w.rules.weights.substance) /
                         100;
    return {{"administration", number_json(s.administration)},
            {"substance", number_json(s.substance)},
            {"total", number_json(total)}};
}

json::array required_json(const world& w, const target& t)
{
    json::array required;
    for (const std::string& kind : w.rules.evidence_required)
        required.push_back(
            {{"kind", kind},
             {"present", std::any_of(t.evidence.begin(), t.evidence.end(),
                                     [&](const evidence& e) { return e.kind == kind; })}});
    return required;
}

void put_record(json::object& out, const world& w, const target& t, const viewer& by,
                const workflow::placed_cell& place)
{
    const bool readable = may_read_record(place.row ? place.row->lead_agency.id : "", by);
    const workflow::achievement_record& r = t.record;
    const auto percent = place.target ? workflow::percent_of(*place.target, r) : std::nullopt;
    out["achievement"] = readable ? text_or_null(r.achievement) : nullptr;
    out["achieved_quantity"] = readable ? number_json(r.achieved_quantity) : nullptr;
    out["percent"] = readable ? number_json(percent) : nullptr;
    out["class"] = readable ? class_json(w, t, percent, by.at.locale) : nullptr;
    out["obstacles"] = readable ? text_or_null(r.obstacles) : nullptr;
    out["follow_up"] = readable ? text_or_null(r.follow_up) : nullptr;
    out["reason"] = readable ? text_or_null(r.reason) : nullptr;
    out["scores"] = readable ? scores_json(w, t) : nullptr;
}

} // namespace

json::object target_json(const world& w, const target& t, const viewer& by)
{
    const workflow::placed_cell place = workflow::cell_of(w, t.id);
    const workflow::date due = workflow::due_of_target(w, t);
    json::object out{{"id", t.id}, {"version", t.version}, {"plan", w.head.id}};
    out["action"] = nullptr;
    out["agency"] = nullptr;
    if (place.row) {
        out["action"] = {
            {"id", place.row->id}, {"number", place.row->number}, {"title", place.row->title}};
        out["agency"] = reference_json(place.row->lead_agency);
    }
    out["period"] = t.period;
    out["due"] = workflow::iso(due);
    out["days_left"] = w.days.days_left(w.today(), due);
    out["round"] = t.round;
    out["state"] = t.state;
    out["text"] = place.target ? json::value(place.target->text) : json::value(nullptr);
    out["quantity"] = number_json(place.target ? place.target->quantity : std::nullopt);
    out["unit"] = text_or_null(place.target ? place.target->unit : std::string{});
    put_record(out, w, t, by, place);
    out["evidence_required"] = required_json(w, t);
    json::array files;
    for (const evidence& e : t.evidence)
        if (may_read_evidence(w, t, e, by)) files.push_back(evidence_json(e));
    out["evidence"] = std::move(files);
    return out;
}

} // namespace api
