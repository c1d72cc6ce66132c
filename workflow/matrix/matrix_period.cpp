// Period columns by the kind's words and codes, in the forms in which offices write them: `TW1`,
// `TW-1`, `TW.01`, `Target TW1`, `TW I`, `Triwulan 1`.
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

struct parsed_code {
    std::string letters;
    int number{};
};

constexpr std::size_t year_digits = 4;

// Roman numerals up to IV are common for quarters; nothing else is written so.
std::string arabic_quarters(std::string key)
{
    if (key.starts_with("triwulan")) key.replace(0, 8, "tw");
    if (!key.starts_with("tw")) return key;
    for (const auto& [roman, digit] : {std::pair{"twiv", "tw4"}, {"twiii", "tw3"}, {"twii", "tw2"}})
        if (key.starts_with(roman)) return digit + key.substr(std::string_view(roman).size());
    return key.starts_with("twi") ? "tw1" + key.substr(3) : key;
}

std::optional<parsed_code> parse_code(std::string_view spelling)
{
    const std::string key = arabic_quarters(spelling_key(spelling));
    const auto digits = std::find_if(key.begin(), key.end(), is_digit);
    const auto rest = std::find_if_not(digits, key.end(), is_digit);
    std::string number(digits, rest);
    constexpr std::size_t letters_max = 3, code_digits_max = 2;
    if (number.size() > year_digits && number.compare(number.size() - year_digits, 2, "20") == 0)
        number.resize(number.size() - year_digits); // "TW1 2026"
    const auto letters = static_cast<std::size_t>(digits - key.begin());
    if (letters == 0 || letters > letters_max || number.empty() || number.size() > code_digits_max)
        return {};
    return parsed_code{{key.begin(), digits}, std::stoi(number)};
}

// Without what says that it is a target's.
struct bare_heading {
    std::string key;
    bool says_target{};
};

bare_heading bare(std::string_view heading)
{
    bare_heading out{spelling_key(heading)};
    for (const std::string_view prefix : {"target", "sasaran", "periode"}) {
        if (!out.key.starts_with(prefix) || out.key.size() == prefix.size()) continue;
        out.key.erase(0, prefix.size());
        out.says_target = true;
    }
    return out;
}

bool ends_with_year(std::string_view key)
{
    return key.size() > year_digits && key.substr(key.size() - year_digits, 2) == "20" &&
           is_digit(key[key.size() - 1]) && is_digit(key[key.size() - 2]);
}

// By a period's own words: also with a remark behind it or the year, "Semester I 2026 (Jan-Jun)".
std::optional<std::size_t> worded(std::string_view heading, const std::vector<coded>& periods)
{
    for (const std::string_view text : {heading, heading.substr(0, heading.find('('))}) {
        std::string key = bare(text).key;
        for (int round = 0; round < 2; ++round) {
            for (std::size_t index = 0; index < periods.size(); ++index)
                for (const auto& word :
                     {periods[index].name.id, periods[index].name.en, periods[index].code})
                    if (!key.empty() && bare(word).key == key) return index;
            if (!ends_with_year(key)) break;
            key.resize(key.size() - year_digits);
        }
    }
    return {};
}

// By letters and a number, whatever stands around them; whether any period has these letters.
struct numbered_period {
    std::optional<std::size_t> index;
    bool letters_are_known{};
};

numbered_period by_number(const parsed_code& wanted, const std::vector<coded>& periods)
{
    numbered_period out;
    for (std::size_t index = 0; index < periods.size() && !out.index; ++index)
        for (const auto& word :
             {periods[index].code, periods[index].name.id, periods[index].name.en}) {
            const auto known = parse_code(word);
            if (!known || known->letters != wanted.letters) continue;
            out.letters_are_known = true;
            if (known->number == wanted.number) out.index = index;
        }
    return out;
}

} // namespace

std::optional<named_period> period_named(std::string_view heading,
                                         const std::vector<coded>& periods)
{
    const auto [key, says_target] = bare(heading);
    // What was achieved stands in a column of its own: "TW1 (Realisasi)".
    for (const std::string_view other : {"realisasi", "capaian", "persen"})
        if (key.find(other) != key.npos) return {};
    if (const auto index = worded(heading, periods)) return named_period{*index};
    const auto wanted = parse_code(key);
    if (!wanted) return {};
    const numbered_period found = by_number(*wanted, periods);
    if (found.index) return named_period{*found.index};
    if (says_target || found.letters_are_known) return named_period{};
    return {};
}

} // namespace workflow
