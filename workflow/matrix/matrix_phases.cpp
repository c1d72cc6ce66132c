// The longest words of a kind count first, and those that only may mean a phase last.
#include "workflow/matrix/matrix_phases.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <set>

namespace workflow {

namespace {

using form = meant_phase::form;

constexpr char near_mark = '~'; // before a spelling that may mean the phase: see workflow::coded

bool is_near(const std::string& spelling)
{
    return spelling.starts_with(near_mark);
}

std::vector<std::string> keys_of(const coded& phase)
{
    std::vector<std::string> keys;
    const auto add = [&keys](std::string key) {
        if (!key.empty()) keys.push_back(std::move(key));
    };
    for (const auto& word : {phase.name.id, phase.name.en, phase.code}) add(spelling_key(word));
    for (const auto& word : phase.spellings)
        if (!is_near(word)) add(spelling_key(word));
    return keys;
}

bool may_mean(const coded& phase, const std::string& key)
{
    return std::any_of(phase.spellings.begin(), phase.spellings.end(), [&](const auto& word) {
        return is_near(word) && key.find(spelling_key(word)) != key.npos;
    });
}

// Takes the kind's words out of the text, the longest first, and says whose they were.
std::set<std::string> named_by_kind(std::string& key, const std::vector<coded>& phases)
{
    std::set<std::string> found;
    for (bool more = true; more;) {
        std::string word;
        const coded* of = nullptr;
        for (const coded& phase : phases)
            for (const std::string& each : keys_of(phase))
                if (each.size() > word.size() && key.find(each) != key.npos)
                    word = each, of = &phase;
        more = of != nullptr;
        if (!of) break;
        found.insert(of->code);
        key.replace(key.find(word), word.size(), " ");
    }
    return found;
}

} // namespace

meant_phase phase_meant(std::string_view text, const std::vector<coded>& phases)
{
    std::string key = spelling_key(text);
    for (const coded& phase : phases)
        for (const std::string& word : keys_of(phase))
            if (word == key) return {form::sure, phase.code};
    const auto named = named_by_kind(key, phases);
    if (named.size() == 1) return {form::sure, *named.begin()};
    if (named.size() > 1) return {form::several, {}};
    meant_phase near;
    for (const coded& phase : phases)
        if (may_mean(phase, key))
            near = near.names_some() ? meant_phase{form::several, {}}
                                     : meant_phase{form::guessed, phase.code};
    return near;
}

} // namespace workflow
