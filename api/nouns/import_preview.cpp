// Reads, matches, judges; and writes the draft.
#include "api/nouns/import_preview.hpp"
#include "api/nouns/import_answers.hpp"
#include "persistence/nouns/actions_json.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/documents.hpp"
#include "persistence/nouns/matrix.hpp"
#include "workflow/step/drafting.hpp"
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>

namespace api {
namespace {

using persistence::matrix_import;
using workflow::action;
using workflow::errc;
using workflow::matrix_change;
using workflow::matrix_problem;
using workflow::refusal;

template <class T> std::vector<T> joined(std::vector<T> one, const std::vector<T>& other)
{
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

// Who may, and whether the draft that it was made for is one still.
std::optional<refusal> fault_of_draft(const work& at, const workflow::world& w,
                                      const matrix_import& i)
{
    if (const auto may = workflow::may_draft(at.who, w); !may) return may.error();
    const auto revision = workflow::draft_of(w);
    if (!revision) return revision.error();
    if (*revision == i.revision) return {};
    return refusal{
        errc::wrong_state, {"import_of_other_revision"}, workflow::secretariat_of(w), {}, {}};
}

refusal in_state(const workflow::world& w, const matrix_import& i)
{
    return {errc::wrong_state, {"import_is_" + i.state}, workflow::secretariat_of(w), {}, {}};
}

refusal not_yet(const workflow::world& w, workflow::sentence why)
{
    return {errc::guard, std::move(why), workflow::secretariat_of(w), {}, {}};
}

std::optional<workflow::sentence> open_matter(const import_preview& preview)
{
    if (const auto problems = preview.problems(); !problems.empty())
        return {{"import_has_problems", {{"count", std::to_string(problems.size())}}}};
    const auto asked = preview.questions();
    const auto open =
        std::count_if(asked.begin(), asked.end(), [](const auto& each) { return is_open(each); });
    if (open > 0) return {{"import_asks", {{"count", std::to_string(open)}}}};
    for (const workflow::told_agency& each : preview.read.agencies)
        if (is_open(each)) return {{"import_asks_agency", {{"text", each.text}}}};
    return {};
}

std::size_t actions_after(const import_preview& preview)
{
    const auto& rows = preview.matched.actions;
    return preview.there.size() - preview.matched.removed.size() +
           static_cast<std::size_t>(std::count_if(
               rows.begin(), rows.end(), [](const action& each) { return each.id.empty(); }));
}

// New ones, and those that differ: what stays the same keeps its version.
std::vector<action> written(const import_preview& preview)
{
    std::vector<action> out;
    for (const action& each : preview.matched.actions) {
        const auto before = std::find_if(preview.there.begin(), preview.there.end(),
                                         [&](const action& a) { return a.id == each.id; });
        if (before == preview.there.end() || *before != each) out.push_back(each);
    }
    return joined(std::move(out), preview.matched.moved);
}

std::string outcome_of(const import_preview& preview)
{
    using form = matrix_change::form;
    const auto count = [&](form is, bool gone) {
        const auto& all = preview.matched.changes;
        return std::count_if(all.begin(), all.end(), [&](const matrix_change& each) {
            return each.is == is && gone == !each.after.has_value();
        });
    };
    return json::serialize(json::object{{"added", count(form::added, false)},
                                        {"changed", count(form::changed, false)},
                                        {"same", count(form::same, false)},
                                        {"renumbered", count(form::renumbered, false)},
                                        {"kept", count(form::missing, false)},
                                        {"removed", count(form::missing, true)}});
}

// The file among those of the plan, so that whoever sees the plan finds what it came from.
std::string keep_file(const work& at, const matrix_import& i)
{
    const persistence::document kept{
        at.here.new_id(), i.plan,   i.name,      std::string(media_type_of_sheet(i.kind)),
        i.size,           i.sha256, at.who.user, at.unit.now()};
    persistence::insert_document(at.unit, kept);
    return kept.id;
}

} // namespace

std::vector<workflow::matrix_question> import_preview::questions() const
{
    return joined(read.questions, matched.questions);
}

std::vector<matrix_problem> import_preview::problems() const
{
    return joined(read.problems, matched.problems);
}

std::vector<matrix_problem> import_preview::remarks() const
{
    return joined(read.remarks, matched.remarks);
}

workflow::result<matrix_import> import_seen(const work& at, const std::string& id)
{
    auto found = persistence::find_import(at.unit, at.who, id);
    if (!found || found->state == persistence::import_state::applied) return found;
    if (persistence::visibility_of(at.unit, at.who, found->plan).drafting) return found;
    return refusal{errc::not_found, {"not_found"}};
}

workflow::matrix_frame frame_for_import(const work& at, const workflow::world& w)
{
    workflow::matrix_frame frame = workflow::frame_of(w.rules);
    frame.agencies = persistence::agencies_of(at.unit, w.place.code);
    return frame;
}

workflow::matrix_reading read_for_import(const workflow::sheet& page,
                                         const workflow::matrix_frame& frame,
                                         const workflow::matrix_answers& answers)
{
    workflow::matrix_reading read = workflow::read_matrix(page, frame, answers);
    if (page.is_misnamed)
        read.remarks.insert(read.remarks.begin(), {1, {}, {"spreadsheet_read_as_csv"}, {}, {}});
    return read;
}

import_preview preview_of(const work& at, const workflow::world& w, const matrix_import& i,
                          const workflow::sheet& page)
{
    import_preview out;
    out.frame = frame_for_import(at, w);
    out.answers = answers_in(i.answers);
    out.there = persistence::read_actions(at.unit, {i.plan, i.revision});
    out.draft = draft_digest(out.there);
    if (i.state != persistence::import_state::open) out.there = persistence::actions_of(i.former);
    out.read = read_for_import(page, out.frame, out.answers);
    if (out.read.problems.empty())
        out.matched = workflow::match_rows(out.read, out.frame, out.there, out.answers);
    return out;
}

std::string draft_digest(const std::vector<action>& actions)
{
    workflow::digest all;
    for (const action& each : actions) all.add(each.id).add(each.version);
    return all.hex();
}

std::optional<refusal> fault_of_apply(const work& at, const workflow::world& w,
                                      const matrix_import& i, const import_preview& preview)
{
    if (auto no = fault_of_draft(at, w, i)) return no;
    if (i.state != persistence::import_state::open) return in_state(w, i);
    if (auto why = open_matter(preview)) return not_yet(w, std::move(*why));
    if (preview.draft != i.draft) return not_yet(w, {"import_draft_changed"});
    if (actions_after(preview) <= workflow::actions_max) return {};
    return refusal{errc::conflict,
                   {"actions_too_many", {{"limit", std::to_string(workflow::actions_max)}}},
                   workflow::secretariat_of(w),
                   {},
                   {}};
}

std::optional<refusal> fault_of_undo(const work& at, const workflow::world& w,
                                     const matrix_import& i, const import_preview& preview)
{
    if (auto no = fault_of_draft(at, w, i)) return no;
    if (i.state != persistence::import_state::applied) return in_state(w, i);
    if (preview.draft != i.draft) return not_yet(w, {"import_is_not_the_last_change"});
    return {};
}

matrix_import applied(const work& at, matrix_import i, const import_preview& preview)
{
    const persistence::revision_key key{i.plan, i.revision};
    i.former = persistence::json_of(preview.there);
    persistence::remove_actions(at.unit, key, preview.matched.removed);
    persistence::import_actions(at.unit, key, written(preview), at.here.new_id);
    i.draft = draft_digest(persistence::read_actions(at.unit, key));
    i.outcome = outcome_of(preview);
    i.document = keep_file(at, i);
    i.state = persistence::import_state::applied;
    i.applied = {at.who.user, at.unit.now()};
    return i;
}

matrix_import undone(const work& at, matrix_import i)
{
    const persistence::revision_key key{i.plan, i.revision};
    persistence::restore_actions(at.unit, key, persistence::actions_of(i.former));
    i.draft = draft_digest(persistence::read_actions(at.unit, key));
    i.state = persistence::import_state::undone;
    i.undone = {at.who.user, at.unit.now()};
    return i;
}

} // namespace api
