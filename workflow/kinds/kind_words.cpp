// Looked for in short lists.
#include "workflow/kinds/kind_words.hpp"
#include <algorithm>

namespace workflow {
namespace {

bilingual word_for(const std::vector<coded>& words, std::string_view code)
{
    const coded* found = find_coded(words, code);
    return found ? found->name : std::string(code);
}

} // namespace

bilingual phase_title(const kind& rules, std::string_view code)
{
    return word_for(rules.phases, code);
}

bilingual period_title(const kind& rules, std::string_view code)
{
    for (const period_rule& each : rules.periods)
        if (each.code == code && !each.title.empty()) return each.title;
    return std::string(code);
}

bilingual period_title(const kind& rules, std::string_view code, int first_year)
{
    if (rules.years == 1) return period_title(rules, code);
    return period_title(rules, code) + " " + years_of_period(rules, code, first_year);
}

bilingual evidence_title(const kind& rules, std::string_view code)
{
    return word_for(rules.evidence_kinds, code);
}

bilingual stage_title(const kind& rules, std::string_view name)
{
    for (const chain_stage& each : rules.approval_chain)
        if (each.name == name && !each.title.empty()) return each.title;
    return std::string(name);
}

bilingual role_of_kind(const kind& rules, std::string_view role)
{
    const coded* found = find_coded(rules.roles, role);
    return found ? found->name : bilingual{};
}

std::string shown_years(int first_year, int years)
{
    const std::string first = std::to_string(first_year);
    return years <= 1 ? first : first + "–" + std::to_string(first_year + years - 1);
}

std::string years_of_period(const kind& rules, std::string_view code, int first_year)
{
    if (rules.years == 1) return std::to_string(first_year);
    for (const period_rule& each : rules.periods)
        if (each.code == code)
            return shown_years(first_year + each.from.years_later,
                               each.to.years_later - each.from.years_later + 1);
    return shown_years(first_year, rules.years);
}

std::size_t place_of_period(const kind& rules, std::string_view code)
{
    const auto at = std::find_if(rules.periods.begin(), rules.periods.end(),
                                 [&](const period_rule& each) { return each.code == code; });
    return static_cast<std::size_t>(at - rules.periods.begin());
}

} // namespace workflow
