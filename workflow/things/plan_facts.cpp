// A revision's matrix, its reviews and approvals, and the people around it, looked through.
#include "workflow/things/plan_facts.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/people/roles.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace workflow {
namespace {

bilingual listed(const std::vector<bilingual>& items)
{
    bilingual out;
    for (const bilingual& item : items) out = out.empty() ? item : out + ", " + item;
    return out;
}

bool is_complete(const action& a)
{
    return !a.lead_agency.id.empty() && !a.success_criterion.empty() && !a.targets.empty();
}

bool is_missing(const action& a, const matrix_column_rule& column)
{
    return column.required && !a.columns.contains(column.code);
}

bool is_complete(const cell& c)
{
    return !c.text.empty() && (!c.quantity || !c.unit.empty());
}

bilingual numbered(const action& a)
{
    return "No. " + std::to_string(a.number);
}

bool has_a_head(const world& w, const std::string& agency)
{
    return std::any_of(w.posts.begin(), w.posts.end(), [&](const appointment& p) {
        return p.role == role::agency_head && p.agency.id == agency;
    });
}

bool can_confirm(const world& w, const action& a)
{
    return a.lead_agency.id.empty() || has_a_head(w, a.lead_agency.id);
}

bilingual incomplete_actions(const revision& r)
{
    std::vector<bilingual> places;
    for (const action& a : r.actions)
        if (!is_complete(a)) places.emplace_back(numbered(a));
    return listed(places);
}

bilingual missing_columns(const kind& rules, const revision& r)
{
    std::vector<bilingual> places;
    for (const action& a : r.actions)
        for (const matrix_column_rule& column : rules.columns)
            if (is_missing(a, column)) places.push_back(numbered(a) + " " + column.name);
    return listed(places);
}

bilingual incomplete_targets(const world& w, const revision& r)
{
    std::vector<bilingual> places;
    for (const action& a : r.actions)
        for (const cell& c : a.targets)
            if (!is_complete(c))
                places.push_back(numbered(a) + " " + period_title(w.rules, c.period, w.head.year));
    return listed(places);
}

bilingual agencies_without_head(const world& w, const revision& r)
{
    std::vector<bilingual> names;
    for (const action& a : r.actions)
        if (!can_confirm(w, a) &&
            std::find(names.begin(), names.end(), a.lead_agency.name) == names.end())
            names.emplace_back(a.lead_agency.name);
    return listed(names);
}

void look_at_matrix(plan_facts& f, const world& w, const revision& r)
{
    const auto all = [&](auto&& holds) {
        return std::all_of(r.actions.begin(), r.actions.end(), holds);
    };
    const auto has_complete_targets = [](const action& a) {
        return std::all_of(a.targets.begin(), a.targets.end(),
                           [](const cell& c) { return is_complete(c); });
    };
    const auto has_complete_columns = [&w](const action& a) {
        return std::none_of(w.rules.columns.begin(), w.rules.columns.end(),
                            [&a](const auto& column) { return is_missing(a, column); });
    };
    f.has_an_action = !r.actions.empty();
    f.actions_are_complete = {all([](const action& a) { return is_complete(a); }),
                              [&r] { return incomplete_actions(r); }};
    f.columns_are_complete = {all(has_complete_columns),
                              [&w, &r] { return missing_columns(w.rules, r); }};
    f.targets_are_complete = {all(has_complete_targets),
                              [&w, &r] { return incomplete_targets(w, r); }};
    f.agencies_can_confirm = {all([&](const action& a) { return can_confirm(w, a); }),
                              [&w, &r] { return agencies_without_head(w, r); }};
}

// Who could decide in a stage when that person has submitted: four eyes.
std::size_t hands_of(const world& w, const chain_stage& stage, const std::string& submitter)
{
    std::set<std::string> hands;
    for (const appointment& p : w.posts)
        if (p.role == stage.role && p.region == w.place.code && p.user.id != submitter)
            hands.insert(p.user.id);
    return hands.size();
}

bool can_be_filled(const world& w, const chain_stage& stage, const std::string& submitter)
{
    return hands_of(w, stage, submitter) >= static_cast<std::size_t>(stage.quorum);
}

// One role can have several stages.
bilingual stage_and_role(const kind& rules, const chain_stage& stage)
{
    const bilingual role = title_of_role(rules, stage.role);
    const bool says_role = stage.title.empty() || stage.title == role;
    return says_role ? role : stage.title + " (" + role + ")";
}

std::vector<bilingual> unfilled_stages(const world& w, const std::string& submitter)
{
    std::vector<bilingual> found;
    for (const chain_stage& stage : w.rules.approval_chain)
        if (!can_be_filled(w, stage, submitter))
            found.push_back(stage_and_role(w.rules, stage) + " " +
                            std::to_string(hands_of(w, stage, submitter)) + "/" +
                            std::to_string(stage.quorum) + " (" + w.place.name + ")");
    return found;
}

bool is_unfinished(const target& t)
{
    return t.made && t.state != "withdrawn" && !is_final_state(t.state);
}

std::vector<bilingual> unfinished_targets(const world& w)
{
    // In the order of the matrix.
    std::map<std::tuple<int, std::size_t, std::string>, bilingual> placed;
    for (const target& t : w.targets)
        if (is_unfinished(t)) {
            const action* row = cell_of(w, t.id).row;
            const bilingual period = period_title(w.rules, t.period, w.head.year);
            placed.emplace(
                std::tuple(row ? row->number : 0, place_of_period(w.rules, t.period), t.id),
                row ? numbered(*row) + " " + period : period);
        }
    std::vector<bilingual> open;
    for (auto& [place, name] : placed) open.push_back(std::move(name));
    if (open.size() > 8) {
        open.resize(8);
        open.emplace_back("…");
    }
    return open;
}

void look_at_decisions(plan_facts& f, const world& w, const revision& r)
{
    const auto settled = [&](const review& x) {
        return x.revision != r.number || x.state == "superseded" || x.state == "confirmed" ||
               x.state == "lapsed";
    };
    f.every_review_is_settled = includes(w.loaded, parts::decisions) &&
                                std::all_of(w.reviews.begin(), w.reviews.end(), settled);
    for (const review& x : w.reviews)
        f.an_agency_objects |=
            x.revision == r.number && x.state == "changes_requested" && r.state == "agency_review";
    std::size_t approved = 0;
    for (const approval& a : w.approvals) {
        if (a.revision != r.number || a.submission != r.submission) continue;
        approved += a.state == "approved";
        f.a_stage_was_returned |= a.state == "returned";
        f.a_stage_was_refused |= a.state == "refused";
    }
    f.every_stage_is_approved = approved == w.rules.approval_chain.size();
}

} // namespace

std::unique_ptr<facts> plan_facts_of(const world& w, const revision& r, const std::string& asks)
{
    auto f = std::make_unique<plan_facts>();
    look_at_matrix(*f, w, r);
    f->stages_can_be_filled = {unfilled_stages(w, asks).empty(),
                               [&w, asks] { return listed(unfilled_stages(w, asks)); }};
    look_at_decisions(*f, w, r);
    f->is_first_revision = r.number == 1;
    f->kind_allows_register = w.rules.register_allowed;
    for (const revision& other : w.revisions)
        f->a_later_revision_was_adopted |= other.number > r.number && other.state == "in_force";
    f->every_target_is_final = {
        includes(w.loaded, parts::targets) &&
            std::none_of(w.targets.begin(), w.targets.end(), &is_unfinished),
        [&w] { return listed(unfinished_targets(w)); }};
    f->an_amendment_is_open = w.open_revision() != nullptr;
    return f;
}

} // namespace workflow
