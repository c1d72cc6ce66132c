// The kind's own words go before those that offices use for the law's three stages.
#include "workflow/matrix/matrix_phases.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace workflow {

namespace {

using form = meant_phase::form;

struct office_word {
    std::string_view key;
    std::string_view phase; // the code that the law's stages have
    form is;
};

constexpr std::array office_words{
    office_word{"prakonflik", "prevention", form::sure},
    office_word{"sebelumkonflik", "prevention", form::sure},
    office_word{"preventif", "prevention", form::sure},
    office_word{"deteksidini", "prevention", form::guessed},
    office_word{"kesiapsiagaan", "prevention", form::guessed},
    office_word{"saatkonflik", "cessation", form::sure},
    office_word{"ketikakonflik", "cessation", form::sure},
    office_word{"saatterjadikonflik", "cessation", form::sure},
    office_word{"penanganan", "cessation", form::guessed},
    office_word{"tanggapdarurat", "cessation", form::guessed},
    office_word{"stabilisasi", "cessation", form::guessed},
    office_word{"pascakonflik", "recovery", form::sure},
    office_word{"setelahkonflik", "recovery", form::sure},
    office_word{"rehabilitasi", "recovery", form::guessed},
    office_word{"rekonstruksi", "recovery", form::guessed},
    office_word{"rekonsiliasi", "recovery", form::guessed},
};

std::vector<std::string> keys_of(const coded& phase)
{
    std::vector<std::string> keys;
    const auto add = [&keys](std::string key) {
        if (!key.empty()) keys.push_back(std::move(key));
    };
    for (const auto& word : {phase.name.id, phase.name.en, phase.code}) add(spelling_key(word));
    for (const auto& word : phase.spellings) add(spelling_key(word));
    return keys;
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
    for (const office_word& each : office_words)
        if (key.find(each.key) != key.npos && find_coded(phases, each.phase))
            return {each.is, std::string(each.phase)};
    return {};
}

} // namespace workflow
