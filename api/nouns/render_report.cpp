// Period reports as JSON: their gaps, and in totals what they consolidate.
#include "api/nouns/returned.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/things/report.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::report;
using workflow::world;

bool counts(const workflow::target& t, const report& r)
{
    return t.made && t.period == r.period && t.state != workflow::target_state::withdrawn;
}

bool is_being_compiled(const report& r, const viewer& by)
{
    return r.state == workflow::report_state::compiling && by.sees.drafting;
}

// While it is compiled its own secretariat sees what is missing now; everybody else, and everybody
// later, what was declared.
json::array gaps_json(const world& w, const report& r, const viewer& by)
{
    json::array gaps;
    for (const workflow::gap& g : is_being_compiled(r, by) ? workflow::gaps_of(w, r) : r.gaps)
        gaps.push_back({{"id", g.id},
                        {"what", g.what},
                        {"reason", text_or_null(g.reason)},
                        {"label", label_of(w, g)}});
    return gaps;
}

// The same of what it answers.
json::array questions_json(const world& w, const report& r, const viewer& by)
{
    const auto& given = is_being_compiled(r, by) ? r.answers : r.submitted_answers;
    json::array out;
    for (const workflow::report_question& q : w.rules.questions) {
        const auto answer = given.find(q.code);
        out.push_back({{"code", q.code},
                       {"title", q.name.in(by.at.locale)},
                       {"required", q.required},
                       {"answer", answer == given.end() ? json::value(nullptr)
                                                        : text_or_null(answer->second)}});
    }
    return out;
}

json::object counts_json(const std::map<std::string, int>& counted)
{
    json::object out;
    for (const auto& [name, count] : counted) out[name] = count;
    return out;
}

struct score_sum {
    double administration{}, substance{};
    int targets{};

    void add(const std::optional<workflow::scores>& s)
    {
        if (!s) return;
        administration += s->administration;
        substance += s->substance;
        ++targets;
    }
    json::value mean(const workflow::score_weights& weights) const
    {
        if (targets == 0) return nullptr;
        const double admin = administration / targets, subst = substance / targets;
        return {{"administration", number_json(admin)},
                {"substance", number_json(subst)},
                {"total",
                 number_json((admin * weights.administration + subst * weights.substance) / 100)}};
    }
};

json::object children_json(const world& w, const report& r)
{
    int total = 0, received = 0, submitted = 0;
    for (const auto& [period, child] : w.children) {
        if (period != r.period) continue;
        ++total;
        received += child.state == workflow::report_state::received;
        submitted += child.state == workflow::report_state::submitted;
    }
    return {{"total", total}, {"received", received}, {"submitted", submitted}};
}

json::object totals_json(const world& w, const report& r)
{
    std::map<std::string, int> states, classes;
    score_sum scores;
    int targets = 0;
    for (const workflow::target& t : w.targets) {
        if (!counts(t, r)) continue;
        ++targets;
        ++states[t.state];
        scores.add(t.state == workflow::target_state::signed_off ? t.record.scores : std::nullopt);
        if (!workflow::is_final_state(t.state)) continue;
        const auto cell = workflow::cell_of(w, t.id);
        if (const auto* found = class_of_target(w, t, cell.target)) ++classes[found->code];
    }
    json::object totals{{"targets", targets}};
    totals["states"] = counts_json(states);
    totals["classes"] = counts_json(classes);
    totals["scores"] = scores.mean(w.rules.weights);
    totals["reports_below"] = children_json(w, r);
    return totals;
}

} // namespace

json::object report_json(const world& w, const report& r, const viewer& by)
{
    const workflow::period* period = w.period_named(r.period);
    json::object out{{"id", r.id}, {"version", r.version}, {"region", region_json(w.place)}};
    out["plan"] = w.head.id;
    out["kind"] = w.head.kind;
    out["kind_version"] = w.head.kind_version;
    out["kind_title"] = w.rules.title.in(by.at.locale);
    out["year"] = w.head.year;
    out["years"] = w.head.years;
    out["period"] = r.period;
    out["period_title"] = workflow::period_title(w.rules, r.period, w.head.year).in(by.at.locale);
    out["due"] = period ? json::value(workflow::iso(period->due)) : json::value(nullptr);
    out["state"] = r.state;
    out["reason"] = text_or_null(r.reason);
    out["returned"] = returned_json(w, {"reports", r.id}, by);
    out["gaps"] = gaps_json(w, r, by);
    out["questions"] = questions_json(w, r, by);
    out["totals"] = totals_json(w, r);
    out["updated_at"] = workflow::rfc3339(updated_at(w, r.id, r.since, by));
    return out;
}

} // namespace api
