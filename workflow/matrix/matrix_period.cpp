// Period columns: `B04`, `B-04`, `B.4`, `Target B04`, `TW I`, `Triwulan 1`.
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

struct parsed_code {
    std::string letters;
    int number{};
};

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
    constexpr std::size_t letters_max = 3, code_digits_max = 2, year_digits = 4;
    if (number.size() > year_digits && number.compare(number.size() - year_digits, 2, "20") == 0)
        number.resize(number.size() - year_digits); // "B04 2026"
    const auto letters = static_cast<std::size_t>(digits - key.begin());
    if (letters == 0 || letters > letters_max || number.empty() || number.size() > code_digits_max)
        return {};
    return parsed_code{{key.begin(), digits}, std::stoi(number)};
}

} // namespace

std::optional<named_period> period_named(std::string_view heading,
                                         const std::vector<std::string>& periods)
{
    std::string key = spelling_key(heading);
    bool target = false;
    for (const std::string_view prefix : {"target", "sasaran", "periode"}) {
        if (!key.starts_with(prefix) || key.size() == prefix.size()) continue;
        key.erase(0, prefix.size());
        target = true;
    }
    // What was achieved stands in a column of its own: "B04 (Realisasi)".
    for (const std::string_view other : {"realisasi", "capaian", "persen"})
        if (key.find(other) != key.npos) return {};
    const auto wanted = parse_code(key);
    if (!wanted) return {};
    bool known_letters = false;
    for (std::size_t index = 0; index < periods.size(); ++index) {
        const auto code = parse_code(periods[index]);
        if (!code || code->letters != wanted->letters) continue;
        known_letters = true;
        if (code->number == wanted->number) return named_period{index};
    }
    if (target || known_letters) return named_period{};
    return {};
}

} // namespace workflow
