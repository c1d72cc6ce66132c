// Targets and evidence as JSON: what another agency or a higher region may not read is blanked.
#include "api/nouns/returned.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/kinds/colours.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/kinds/shown_percent.hpp"
#include "workflow/step/evidence_rules.hpp"
#include "workflow/things/rounds.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::evidence;
using workflow::target;
using workflow::world;

// Where a target stands in the matrix; one that was withdrawn, where it stood last.
class place {
public:
    place(const world& w, const target& t, const viewer& by) : now_(workflow::cell_of(w, t.id))
    {
        if (now_.row) return;
        last_ = persistence::find_cell(by.at.unit, t.id);
        if (last_) now_ = {&last_->row, &last_->cell};
    }
    place(const place&) = delete;
    place& operator=(const place&) = delete;

    const workflow::action* row() const { return now_.row; }
    const workflow::cell* cell() const { return now_.target; }
    std::string lead() const { return now_.row ? now_.row->lead_agency.id : std::string(); }

private:
    workflow::placed_cell now_;
    std::optional<persistence::owned_cell> last_;
};

// What the viewer is to a record and its files: they are the agency's that gave them.
workflow::evidence_reader reader_of(const workflow::achievement_record& r, const place& at,
                                    const viewer& by)
{
    const std::string owner = workflow::owner_of(r, at.lead());
    return {by.sees.drafting || (!owner.empty() && by.sees.own.contains(owner)), by.sees.receiving,
            by.sees.watching};
}

// Achievement, obstacles, follow-up and scores: everybody but other agencies of the region.
bool may_read_record(const workflow::evidence_reader& r)
{
    return r.keeps || r.receives || r.watches;
}

std::vector<workflow::closed_round> former_rounds(const target& t, const viewer& by)
{
    if (t.newest_round == 1) return {};
    return persistence::read_rounds(by.at.unit, t.id);
}

json::array files_json(const world& w, const target& t, const std::vector<evidence>& files,
                       const workflow::evidence_reader& reader, const viewer& by)
{
    // Only who watches needs the rounds that are over, to know what was reported once.
    const auto former =
        by.sees.watching ? former_rounds(t, by) : std::vector<workflow::closed_round>{};
    json::array out;
    for (const evidence& e : files)
        if (workflow::may_read(reader, w, t, e, former))
            out.push_back(evidence_json(w.rules, e, by.at.locale));
    return out;
}

// The code is what the kind's table calls it; name and colour are for showing.
void put_class(json::object& out, const workflow::achievement_class* found, const viewer& by)
{
    out["class"] = found ? json::value(found->code) : nullptr;
    out["class_name"] = found ? json::value(found->name.in(by.at.locale)) : nullptr;
    out["class_colour"] = found ? json::value(found->colour) : nullptr;
    out["class_letter"] = found ? json::value(workflow::letter_of_colour(found->colour)) : nullptr;
}

json::value scores_json(const world& w, const workflow::achievement_record& r)
{
    if (!r.scores) return nullptr;
    const workflow::scores& s = *r.scores;
    const double total = (s.administration * w.rules.weights.administration +
                          s.substance * w.rules.weights.substance) /
                         100;
    return {{"administration", number_json(s.administration)},
            {"substance", number_json(s.substance)},
            {"total", number_json(total)}};
}

json::array required_json(const world& w, const target& t, const std::string& locale)
{
    json::array required;
    for (const std::string& kind : w.rules.evidence_required)
        required.push_back(
            {{"kind", kind},
             {"title", workflow::evidence_title(w.rules, kind).in(locale)},
             {"present", std::any_of(t.evidence.begin(), t.evidence.end(),
                                     [&](const evidence& e) { return e.kind == kind; })}});
    return required;
}

json::value words_or_null(const std::optional<workflow::bilingual>& text, const std::string& locale)
{
    return text ? json::value(text->in(locale)) : json::value(nullptr);
}

// Every item, and the files of this round that show it. As with what is required, `present` counts
// files that the viewer may not read.
json::array checklist_json(const world& w, const target& t, const json::array& readable,
                           const std::string& locale)
{
    json::array out;
    for (const workflow::evidence_item& each : w.rules.evidence_checklist) {
        json::array files;
        for (const json::value& file : readable)
            if (file.at("item") == json::value(each.code)) files.push_back(file.at("id"));
        json::object item{{"code", each.code}, {"title", each.name.in(locale)}};
        item["kind"] = each.kind;
        item["kind_title"] = workflow::evidence_title(w.rules, each.kind).in(locale);
        item["signed_by"] = words_or_null(each.signed_by, locale);
        item["example"] = words_or_null(each.example, locale);
        item["present"] = std::any_of(t.evidence.begin(), t.evidence.end(),
                                      [&](const evidence& e) { return e.item == each.code; });
        item["files"] = std::move(files);
        out.push_back(std::move(item));
    }
    return out;
}

// `t` with the record and state of the round that is told.
void put_record(json::object& out, const world& w, const target& t, const place& at,
                const viewer& by)
{
    const workflow::achievement_record& r = t.record;
    const bool readable = may_read_record(reader_of(r, at, by));
    const auto percent = at.cell() ? workflow::percent_of(*at.cell(), r) : std::nullopt;
    out["achievement"] = readable ? text_or_null(r.achievement) : nullptr;
    out["achieved_quantity"] = readable ? number_json(r.achieved_quantity) : nullptr;
    out["percent"] = readable ? number_json(percent) : nullptr;
    out["percent_shown"] =
        readable && percent ? number_json(workflow::shown_percent(w.rules, *percent)) : nullptr;
    put_class(out, readable ? class_of_target(w, t, at.cell()) : nullptr, by);
    out["obstacles"] = readable ? text_or_null(r.obstacles) : nullptr;
    out["follow_up"] = readable ? text_or_null(r.follow_up) : nullptr;
    out["reason"] = readable ? text_or_null(r.reason) : nullptr;
    out["scores"] = readable ? scores_json(w, r) : nullptr;
    out["reported_by"] = readable ? person_json(r.reported_by) : nullptr;
    out["endorsed_by"] = readable ? person_json(r.endorsed_by) : nullptr;
}

} // namespace

const workflow::achievement_class* class_of_target(const world& w, const target& t,
                                                   const workflow::cell* cell)
{
    if (w.rules.classes.empty()) return nullptr;
    if (t.state == workflow::target_state::not_reported) return &w.rules.classes.back();
    if (cell)
        if (const auto percent = workflow::percent_of(*cell, t.record))
            return workflow::class_of(w.rules, *percent);
    for (const workflow::achievement_class& c : w.rules.classes)
        if (c.code == t.record.chosen_class) return &c;
    return nullptr;
}

bool may_read_evidence(const world& w, const target& t, const evidence& e, const viewer& by)
{
    const place at(w, t, by);
    const auto former = former_rounds(t, by);
    const auto holds = [&](const std::vector<evidence>& files) {
        return std::any_of(files.begin(), files.end(),
                           [&](const evidence& x) { return x.id == e.id; });
    };
    auto reader = reader_of(t.record, at, by);
    reader.keeps &= holds(t.evidence) || former.empty();
    for (const workflow::closed_round& r : former)
        reader.keeps |= holds(r.evidence) && reader_of(r.record, at, by).keeps;
    return workflow::may_read(reader, w, t, e, former);
}

json::object evidence_json(const workflow::kind& rules, const evidence& e,
                           const std::string& locale)
{
    json::object out{{"id", e.id}, {"version", e.version}, {"kind", e.kind}};
    out["kind_title"] = workflow::evidence_title(rules, e.kind).in(locale);
    out["classification"] = e.classification;
    out["item"] = text_or_null(e.item);
    out["name"] = e.name;
    out["media_type"] = e.media_type;
    out["size"] = e.size;
    out["sha256"] = e.sha256;
    return out;
}

json::object target_json(const world& w, const target& t, const viewer& by)
{
    const place at(w, t, by);
    const workflow::date due = workflow::due_of_target(w, t);
    json::object out{{"id", t.id}, {"version", t.version}, {"plan", w.head.id}};
    out["action"] = nullptr;
    out["agency"] = nullptr;
    if (at.row()) {
        out["action"] = {
            {"id", at.row()->id}, {"number", at.row()->number}, {"title", at.row()->title}};
        out["agency"] = reference_json(at.row()->lead_agency);
    }
    out["period"] = t.period;
    out["period_title"] = workflow::period_title(w.rules, t.period, w.head.year).in(by.at.locale);
    out["due"] = workflow::iso(due);
    out["days_left"] = w.days.days_left(w.today(), due);
    out["round"] = t.round;
    out["state"] = t.state;
    out["text"] = at.cell() ? json::value(at.cell()->text) : json::value(nullptr);
    out["quantity"] = number_json(at.cell() ? at.cell()->quantity : std::nullopt);
    out["unit"] = text_or_null(at.cell() ? at.cell()->unit : std::string{});
    put_record(out, w, t, at, by);
    const bool readable = may_read_record(reader_of(t.record, at, by));
    out["returned"] = readable ? returned_json(w, {"targets", t.id}, by) : nullptr;
    out["evidence_required"] = required_json(w, t, by.at.locale);
    json::array files = files_json(w, t, t.evidence, reader_of(t.record, at, by), by);
    out["evidence_checklist"] = checklist_json(w, t, files, by.at.locale);
    out["evidence"] = std::move(files);
    out["updated_at"] = workflow::rfc3339(updated_at(w, t.id, t.since, by));
    return out;
}

json::array rounds_json(const world& w, const target& t, const viewer& by)
{
    const place at(w, t, by);
    json::array out;
    for (const workflow::closed_round& r : former_rounds(t, by)) {
        const auto reader = reader_of(r.record, at, by);
        if (!may_read_record(reader)) continue;
        target then = t;
        then.state = r.state;
        then.record = r.record;
        json::object told{{"round", r.round}, {"state", r.state}};
        put_record(told, w, then, at, by);
        told["evidence"] = files_json(w, t, r.evidence, reader, by);
        out.push_back(std::move(told));
    }
    return out;
}

} // namespace api
