// Day, month and year in the order of the country, the month as a number or a word.
#include "workflow/matrix/matrix_dates.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace workflow {

namespace {

constexpr std::size_t month_letters_min = 3; // of a word that is cut short: "Des"

// Keys, by month; where the two languages agree in the beginning, one is enough.
constexpr std::array<std::array<std::string_view, 2>, 12> month_words{{{"januari", "january"},
                                                                       {"februari", "february"},
                                                                       {"maret", "march"},
                                                                       {"april", "april"},
                                                                       {"mei", "may"},
                                                                       {"juni", "june"},
                                                                       {"juli", "july"},
                                                                       {"agustus", "august"},
                                                                       {"september", "september"},
                                                                       {"oktober", "october"},
                                                                       {"november", "november"},
                                                                       {"desember", "december"}}};

// Up to so many digits; 0 for anything else, which is no day, month or year.
unsigned digits_in(std::string_view text, std::size_t most)
{
    if (text.empty() || text.size() > most || !std::all_of(text.begin(), text.end(), is_digit))
        return 0;
    return static_cast<unsigned>(std::stoul(std::string(text)));
}

unsigned month_in(std::string_view text)
{
    if (const unsigned number = digits_in(text, 2)) return number;
    const std::string key = spelling_key(text);
    if (key.size() < month_letters_min) return 0;
    for (unsigned month = 0; month < month_words.size(); ++month)
        for (const std::string_view word : month_words[month])
            if (word.starts_with(key)) return month + 1;
    return key == "agt" || key == "ags" ? 8 : 0;
}

std::vector<std::string_view> parted(std::string_view text, std::string_view by)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(by, at), text.size());
        if (end > at) parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

} // namespace

std::optional<date> written_day_in(std::string_view text)
{
    date day{};
    if (parse_date(text, day)) return day;
    const auto parts = parted(text, " /.-");
    if (parts.size() != 3 || parts[2].size() != 4) return {};
    using namespace std::chrono;
    const date named{year{static_cast<int>(digits_in(parts[2], 4))}, month{month_in(parts[1])},
                     std::chrono::day{digits_in(parts[0], 2)}};
    if (!named.ok() || static_cast<int>(named.year()) == 0) return {};
    return named;
}

} // namespace workflow
