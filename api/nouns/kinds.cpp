// Reads the kinds out, with names in both languages.
#include "api/nouns/kinds.hpp"
#include "api/nouns/fixed_list.hpp"
#include "api/nouns/render.hpp"
#include "workflow/step/evidence_rules.hpp"
#include "workflow/words/sentences.hpp"

namespace api {
namespace {

json::object bilingual_json(const workflow::bilingual& text)
{
    return {{"id", text.id}, {"en", text.en}};
}

// What a code is called; a kind of the installation's own may have codes that nobody named.
json::object code_json(const std::string& what, const std::string& code)
{
    const workflow::wording* found = workflow::find_wording(what + "_" + code);
    if (!found) return {{"id", code}, {"en", code}};
    return {{"id", found->indonesian}, {"en", found->english}};
}

json::object day_json(const workflow::month_day& d)
{
    return {{"month", d.month}, {"day", d.day}, {"years_later", d.years_later}};
}

json::array periods_json(const workflow::kind& k)
{
    json::array out;
    for (const auto& p : k.periods)
        out.push_back({{"code", p.code},
                       {"from", day_json(p.from)},
                       {"to", day_json(p.to)},
                       {"cut_off_days", p.cut_off_days},
                       {"due_days", p.due_days},
                       {"lock_days", p.lock_days}});
    return out;
}

json::array classes_json(const workflow::kind& k)
{
    json::array out;
    for (const auto& c : k.classes)
        out.push_back({{"code", c.code},
                       {"colour", c.colour},
                       {"name", bilingual_json(c.name)},
                       {"from", number_json(c.from)},
                       {"above", c.above}});
    return out;
}

json::array coded(const std::string& what, const std::vector<std::string>& codes)
{
    json::array out;
    for (const auto& code : codes) out.push_back({{"code", code}, {"name", code_json(what, code)}});
    return out;
}

json::object kind_json(const workflow::kind& k)
{
    json::array chain;
    for (const auto& stage : k.approval_chain)
        chain.push_back({{"name", stage.name}, {"role", stage.role}, {"quorum", stage.quorum}});
    json::object out{{"name", k.name}, {"version", k.version}, {"title", bilingual_json(k.title)}};
    out["periods"] = periods_json(k);
    out["phases"] = coded("phase", k.phases);
    out["approval_chain"] = std::move(chain);
    out["register_allowed"] = k.register_allowed;
    out["review_working_days"] = k.review_working_days;
    out["approval_working_days"] = k.approval_working_days;
    out["silence_is_consent"] = k.silence_is_consent;
    out["head_may_endorse_own_report"] = k.head_may_endorse_own_report;
    out["evidence_required"] = coded("evidence_kind", k.evidence_required);
    out["evidence_kinds"] = coded("evidence_kind", workflow::evidence_kinds(k));
    out["weights"] = {{"administration", k.weights.administration},
                      {"substance", k.weights.substance}};
    out["classes"] = classes_json(k);
    out["return_working_days"] = k.return_working_days;
    out["ladder"] = json::array(k.ladder.begin(), k.ladder.end());
    return out;
}

workflow::result<reply> list(const context& here, const call& asked)
{
    json::array all;
    for (const workflow::kind& k : here.kinds.all()) all.push_back(kind_json(k));
    return fixed_list(asked.asked, all);
}

} // namespace

std::vector<route> kind_routes(const context& here)
{
    return {{.method = "GET",
             .pattern = "/api/v1/kinds",
             .answer = [&here](const call& asked) { return list(here, asked); },
             .operation = "list_kinds",
             .summary = "The kinds of plan",
             .query = {"limit", "cursor"}}};
}

} // namespace api
