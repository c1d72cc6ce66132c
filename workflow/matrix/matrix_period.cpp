// Period columns by the kind's words, codes and months, in the forms in which offices write them:
// `TW1`, `TW-1`, `TW.01`, `Target TW1`, `TW I`, `Triwulan 1`.
#include "workflow/matrix/matrix_period.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>

namespace workflow {

namespace {

struct parsed_code {
    std::string letters;
    int number{};
};

constexpr std::size_t year_digits = 4;
constexpr unsigned months_of_year = 12;

// Full and short, Indonesian and English.
const std::array<std::vector<std::string_view>, months_of_year>& month_names()
{
    static const std::array<std::vector<std::string_view>, months_of_year> table{{
        {"januari", "jan", "january"},
        {"februari", "feb", "pebruari", "february"},
        {"maret", "mar", "march"},
        {"april", "apr"},
        {"mei", "may"},
        {"juni", "jun", "june"},
        {"juli", "jul", "july"},
        {"agustus", "agu", "ags", "agt", "agust", "august", "aug"},
        {"september", "sep", "sept"},
        {"oktober", "okt", "october", "oct"},
        {"november", "nov", "nopember", "nop"},
        {"desember", "des", "december", "dec"},
    }};
    return table;
}

// The parts of a year have one word each, and Arabic numbers: "Triwulan II" is tw2.
std::string with_arabic_number(std::string key)
{
    static constexpr std::array words{std::pair{"triwulan", "tw"}, std::pair{"kuartal", "tw"},
                                      std::pair{"tw", "tw"},       std::pair{"caturwulan", "cawu"},
                                      std::pair{"cawu", "cawu"},   std::pair{"semester", "smt"},
                                      std::pair{"smt", "smt"}};
    const auto word = std::find_if(words.begin(), words.end(),
                                   [&](const auto& each) { return key.starts_with(each.first); });
    if (word == words.end()) return key;
    std::string number = key.substr(std::string_view(word->first).size());
    if (number.starts_with("ke")) number.erase(0, 2);
    for (const auto& [roman, digit] : {std::pair{"iv", "4"}, {"iii", "3"}, {"ii", "2"}, {"i", "1"}})
        if (number.starts_with(roman)) {
            number = digit + number.substr(std::string_view(roman).size());
            break;
        }
    return word->second + number;
}

bool ends_with_year(std::string_view key)
{
    return key.size() >= year_digits && key.substr(key.size() - year_digits, 2) == "20" &&
           is_digit(key[key.size() - 1]) && is_digit(key[key.size() - 2]);
}

std::optional<parsed_code> parse_code(std::string_view spelling)
{
    const std::string key = with_arabic_number(spelling_key(spelling));
    const auto digits = std::find_if(key.begin(), key.end(), is_digit);
    const auto rest = std::find_if_not(digits, key.end(), is_digit);
    std::string number(digits, rest);
    constexpr std::size_t letters_max = 3, code_digits_max = 2;
    if (number.size() > year_digits && ends_with_year(number))
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
    for (const std::string_view prefix :
         {"target", "sasaran", "kumulatif", "akumulatif", "capaiankumulatif", "periode"}) {
        if (!out.key.starts_with(prefix) || out.key.size() == prefix.size()) continue;
        out.key.erase(0, prefix.size());
        out.says_target = true;
    }
    return out;
}

std::optional<std::size_t> index_of_key(const std::string& key, const std::vector<coded>& periods)
{
    if (key.empty()) return {};
    const auto is_meant = [&](const std::string& word) {
        return with_arabic_number(bare(word).key) == key;
    };
    for (std::size_t index = 0; index < periods.size(); ++index)
        for (const auto& word :
             {periods[index].name.id, periods[index].name.en, periods[index].code})
            if (is_meant(word)) return index;
    for (std::size_t index = 0; index < periods.size(); ++index)
        for (const auto& word : periods[index].spellings)
            if (word == key) return index;
    return {};
}

// What stands in brackets, and before them: "Maret (TW1)", "TW1 (Jan-Mar)".
std::vector<std::string_view> pieces(std::string_view heading)
{
    const auto open = heading.find('(');
    if (open == heading.npos) return {heading};
    const auto close = std::min(heading.find(')', open), heading.size());
    return {heading, heading.substr(0, open), heading.substr(open + 1, close - open - 1)};
}

// By a period's own words: also with a remark behind it or the year, "Semester I 2026 (Jan-Jun)".
std::optional<std::size_t> worded(std::string_view heading, const std::vector<coded>& periods)
{
    for (const std::string_view text : pieces(heading)) {
        std::string key = with_arabic_number(bare(text).key);
        for (int round = 0; round < 2; ++round) {
            if (const auto index = index_of_key(key, periods)) return index;
            if (key.size() == year_digits || !ends_with_year(key)) break;
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

std::string without(std::string key, std::string_view word)
{
    const auto at = key.find(word);
    if (at != key.npos) key.erase(at, word.size());
    return key;
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

std::optional<std::size_t> period_within(std::string_view text, const std::vector<coded>& periods)
{
    if (const auto index = worded(text, periods)) return index;
    std::string key = spelling_key(text);
    for (const std::string_view word : {"realisasi", "pencapaian", "capaian", "persentase",
                                        "persen", "kendala", "tindaklanjut", "datadukung"})
        key = without(key, word);
    if (const auto index = worded(key, periods)) return index;
    const auto wanted = parse_code(key);
    return wanted ? by_number(*wanted, periods).index : std::nullopt;
}

std::vector<std::size_t> periods_of_time(std::string_view cell, const std::vector<coded>& periods)
{
    if (periods.empty()) return {};
    const auto [first, last] = std::pair{month_names().front()[0], month_names().back()[0]};
    const std::string key = spelling_key(cell);
    if (is_year(cell) || key.starts_with(std::string(first) + std::string(last)) ||
        key == "sepanjangtahun" || key == "satutahun" || key == "setahun")
        return {periods.size() - 1};
    std::vector<std::size_t> found;
    std::string text(cell);
    for (const std::string_view joint : {" dan ", " and ", ",", ";", "/", "&", "\n"})
        for (auto at = text.find(joint); at != text.npos; at = text.find(joint))
            text.replace(at, joint.size(), "\t");
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\t', begin), text.size());
        const auto index =
            period_within(std::string_view(text).substr(begin, end - begin), periods);
        if (!index) return {};
        if (std::find(found.begin(), found.end(), *index) == found.end()) found.push_back(*index);
        begin = end + 1;
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<int> month_named(std::string_view text)
{
    std::string key = bare(text).key;
    if (key.size() > year_digits && ends_with_year(key)) key.resize(key.size() - year_digits);
    for (std::size_t month = 0; month < months_of_year; ++month)
        for (const std::string_view name : month_names()[month])
            if (name == key) return static_cast<int>(month) + 1;
    return {};
}

bool is_year(std::string_view heading)
{
    std::string key = spelling_key(heading);
    for (const std::string_view word : {"tahun", "anggaran"})
        if (key.starts_with(word)) key.erase(0, word.size());
    return key.size() == year_digits && ends_with_year(key);
}

bool is_target_of_year(std::string_view heading)
{
    const std::string key = spelling_key(heading);
    for (const std::string_view word : {"target", "sasaran"}) {
        if (!key.starts_with(word)) continue;
        const std::string_view rest = std::string_view(key).substr(word.size());
        if (rest.empty() || rest == "tahunan" || rest == "kinerja" || rest == "setahun" ||
            is_year(rest))
            return true;
    }
    return false;
}

std::vector<std::string> spellings_of_period(unsigned first_month, unsigned last_month)
{
    std::vector<std::string> out;
    if (first_month < 1 || last_month > months_of_year || last_month < first_month) return out;
    const auto& last_names = month_names()[last_month - 1];
    for (const std::string_view name : last_names) out.emplace_back(name);
    for (const char* word : {"bulan", "bulanke", "bln", "blnke"})
        out.push_back(word + std::to_string(last_month));
    const unsigned length = last_month - first_month + 1;
    if (length > 1)
        for (const std::string_view first : month_names()[first_month - 1])
            for (const std::string_view last : last_names)
                for (const char* joint : {"", "sd", "sampai", "hingga", "to"})
                    out.push_back(std::string(first) + joint + std::string(last));
    const char* part = length == 3 ? "tw" : length == 4 ? "cawu" : length == 6 ? "smt" : nullptr;
    if (part && (first_month - 1) % length == 0)
        out.push_back(part + std::to_string((first_month - 1) / length + 1));
    return out;
}

} // namespace workflow
