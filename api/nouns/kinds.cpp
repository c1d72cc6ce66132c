// Reads the kinds out, with names in both languages: those that new plans take, or every version
// that there is a file of or that plans were made with.
#include "api/nouns/kinds.hpp"
#include "api/http/query.hpp"
#include "api/nouns/fixed_list.hpp"
#include "api/nouns/render.hpp"
#include "api/nouns/transact.hpp"
#include "embedded/kind_schema.hpp"
#include "persistence/nouns/kinds.hpp"
#include "workflow/kinds/colours.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/people/roles.hpp"

namespace api {
namespace {

json::object bilingual_json(const workflow::bilingual& text)
{
    return {{"id", text.id}, {"en", text.en}};
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
                       {"title", bilingual_json(workflow::period_title(k, p.code))},
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
                       {"letter", workflow::letter_of_colour(c.colour)},
                       {"name", bilingual_json(c.name)},
                       {"from", number_json(c.from)},
                       {"above", c.above}});
    return out;
}

json::array words_json(const std::vector<workflow::coded>& words)
{
    json::array out;
    for (const auto& word : words)
        out.push_back({{"code", word.code}, {"name", bilingual_json(word.name)}});
    return out;
}

json::array columns_json(const workflow::kind& k)
{
    json::array out;
    for (const auto& c : k.columns)
        out.push_back({{"code", c.code},
                       {"name", bilingual_json(c.name)},
                       {"type", workflow::name_of(c.type)},
                       {"choices", words_json(c.choices)},
                       {"required", c.required}});
    return out;
}

json::value may_say(const std::optional<workflow::bilingual>& text)
{
    return text ? json::value(bilingual_json(*text)) : nullptr;
}

json::array checklist_json(const workflow::kind& k)
{
    json::array out;
    for (const auto& item : k.evidence_checklist)
        out.push_back({{"code", item.code},
                       {"name", bilingual_json(item.name)},
                       {"kind", item.kind},
                       {"signed_by", may_say(item.signed_by)},
                       {"example", may_say(item.example)}});
    return out;
}

json::array questions_json(const workflow::kind& k)
{
    json::array out;
    for (const auto& question : k.questions)
        out.push_back({{"code", question.code},
                       {"name", bilingual_json(question.name)},
                       {"required", question.required}});
    return out;
}

json::array required_json(const workflow::kind& k)
{
    std::vector<workflow::coded> words;
    for (const auto& code : k.evidence_required)
        words.push_back(*workflow::find_coded(k.evidence_kinds, code));
    return words_json(words);
}

json::array chain_json(const workflow::kind& k)
{
    json::array out;
    for (const auto& stage : k.approval_chain)
        out.push_back({{"name", stage.name},
                       {"title", bilingual_json(workflow::stage_title(k, stage.name))},
                       {"role", stage.role},
                       {"role_title", bilingual_json(workflow::title_of_role(k, stage.role))},
                       {"quorum", stage.quorum}});
    return out;
}

json::object kind_json(const workflow::kind& k)
{
    json::object out{{"name", k.name}, {"version", k.version}, {"title", bilingual_json(k.title)}};
    out["years"] = k.years;
    out["periods"] = periods_json(k);
    out["phases"] = words_json(k.phases);
    out["roles"] = words_json(k.roles);
    out["approval_chain"] = chain_json(k);
    out["register_allowed"] = k.register_allowed;
    out["review_working_days"] = k.review_working_days;
    out["approval_working_days"] = k.approval_working_days;
    out["silence_is_consent"] = k.silence_is_consent;
    out["head_may_endorse_own_report"] = k.head_may_endorse_own_report;
    out["evidence_required"] = required_json(k);
    out["evidence_kinds"] = words_json(k.evidence_kinds);
    out["evidence_checklist"] = checklist_json(k);
    out["columns"] = columns_json(k);
    out["questions"] = questions_json(k);
    out["weights"] = {{"administration", k.weights.administration},
                      {"substance", k.weights.substance}};
    out["classes"] = classes_json(k);
    out["return_working_days"] = k.return_working_days;
    out["ladder"] = json::array(k.ladder.begin(), k.ladder.end());
    return out;
}

json::object item_json(const context& here, const workflow::kind& k)
{
    json::object out = kind_json(k);
    const auto* newest = here.kinds.newest(k.name);
    out["for_new_plans"] = newest && newest->version == k.version;
    out["has_file"] = here.kinds.find(k.name, k.version) != nullptr;
    return out;
}

json::array newest_json(const context& here)
{
    json::array out;
    for (const workflow::kind* k : here.kinds.newest_of_each()) out.push_back(item_json(here, *k));
    return out;
}

// By name and version; what plans were made with is told as it is kept.
json::array all_json(const work& at)
{
    json::array out;
    for (const workflow::kind& k : persistence::every_kind(at.unit, at.here.kinds))
        out.push_back(item_json(at.here, k));
    return out;
}

workflow::result<reply> list(const context& here, const call& asked)
{
    const auto all = flag(asked.asked, "all");
    if (!all) return all.error();
    if (!*all) return fixed_list(asked.asked, newest_json(here));
    return look(here, asked, [&](const work& at) { return fixed_list(asked.asked, all_json(at)); });
}

// For who writes a kind: an editor asks without having signed in, and the text is no secret.
reply schema()
{
    reply out;
    out.body = embedded::kind_schema().front().second;
    out.content_type = "application/schema+json";
    return out;
}

} // namespace

std::vector<route> kind_routes(const context& here)
{
    return {{.method = "GET",
             .pattern = "/api/v1/kinds",
             .answer = [&here](const call& asked) { return list(here, asked); },
             .operation = "list_kinds",
             .summary = "The kinds of plan",
             .opened_by = scope::read | scope::directory,
             .query = {"all", "limit", "cursor"}},
            {.method = "GET",
             .pattern = "/api/v1/kinds/schema.json",
             .answer = [](const call&) { return schema(); },
             .operation = "get_kind_schema",
             .summary = "The JSON Schema of a kind's file, for editors",
             .needs_sign_in = false}};
}

} // namespace api
