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

bool has_mark(std::string_view note)
{
    return note.starts_with(mandatory_mark) || note.starts_with(optional_mark);
}

} // namespace

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
