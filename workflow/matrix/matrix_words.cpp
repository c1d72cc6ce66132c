// Reads and writes the words of a matrix.
#include "workflow/matrix/matrix_words.hpp"
#include "workflow/matrix/matrix_text.hpp"

namespace workflow {

namespace {

constexpr std::string_view mandatory_mark = "[Wajib nasional]";
constexpr std::string_view optional_mark = "[Tidak wajib]";

bool says_mandatory(std::string_view note)
{
    const std::string key = spelling_key(note);
    if (key == "wajib") return true;
    const auto at = key.find("wajibnasional");
    if (at == key.npos) return false;
    const auto before = std::string_view(key).substr(0, at);
    return !before.ends_with("tidak") && !before.ends_with("bukan");
}

std::vector<std::string> words_for(const coded& phase)
{
    std::vector<std::string> words{phase.name.id, phase.name.en, phase.code};
    words.insert(words.end(), phase.spellings.begin(), phase.spellings.end());
    std::erase(words, "");
    return words;
}

bool has_mark(std::string_view note)
{
    return note.starts_with(mandatory_mark) || note.starts_with(optional_mark);
}

} // namespace

std::optional<std::string> phase_named(std::string_view text, const std::vector<coded>& phases)
{
    const std::string key = spelling_key(text);
    for (const auto& phase : phases)
        for (const auto& word : words_for(phase))
            if (spelling_key(word) == key) return phase.code;
    const coded* found = nullptr;
    std::size_t length = 0;
    for (const auto& phase : phases)
        for (const auto& word : words_for(phase)) {
            const std::string part = spelling_key(word);
            if (part.size() <= length || key.find(part) == key.npos) continue;
            found = &phase;
            length = part.size();
        }
    return found ? std::optional(found->code) : std::nullopt;
}

std::string phase_as_written(std::string_view code, const std::vector<coded>& phases)
{
    const coded* found = find_coded(phases, code);
    return found ? found->name.id : std::string(code);
}

bilingual words_listed(const std::vector<coded>& words)
{
    bilingual text;
    for (const auto& each : words) text = text.empty() ? each.name : text + ", " + each.name;
    return text;
}

std::optional<std::string> measure_named(std::string_view text)
{
    const std::string key = spelling_key(text);
    for (const auto* word : {"", "kumulatif", "akumulatif", "kumulasi", "akumulasi", "cumulative"})
        if (key == word) return "cumulative";
    for (const auto* word : {"perperiode", "periode", "nonkumulatif", "tidakkumulatif", "period"})
        if (key == word) return "period";
    return {};
}

std::string_view measure_as_written(std::string_view code)
{
    return code == "period" ? "per periode" : "kumulatif";
}

noted note_in(std::string_view cell)
{
    if (!has_mark(cell)) return {std::string(cell), says_mandatory(cell)};
    const bool mandatory = cell.starts_with(mandatory_mark);
    cell.remove_prefix((mandatory ? mandatory_mark : optional_mark).size());
    return {tidy_text(cell), mandatory};
}

std::string note_as_written(const noted& what)
{
    if (!has_mark(what.note) && says_mandatory(what.note) == what.mandatory) return what.note;
    const std::string mark(what.mandatory ? mandatory_mark : optional_mark);
    return what.note.empty() ? mark : mark + " " + what.note;
}

} // namespace workflow
