// Reads the built-in tables of holidays, one file a year.
#include "definitions/holidays.hpp"
#include "definitions/csv_lines.hpp"
#include "embedded/holidays.hpp"
#include <algorithm>
#include <stdexcept>

namespace definitions {

std::vector<workflow::holiday> holidays_of(int year)
{
    std::vector<workflow::holiday> days;
    for (const auto& [file, contents] : embedded::holidays()) {
        if (file != "holidays-" + std::to_string(year) + ".csv") continue;
        for (const auto& line : csv_lines(contents)) {
            workflow::date day;
            if (!workflow::parse_date(line.at(0), day))
                throw std::logic_error("a built-in holiday has no date: " + std::string(line[0]));
            days.push_back({day, std::string(line.at(1)), std::string(line.at(2))});
        }
    }
    return days;
}

std::vector<int> years_with_holidays()
{
    constexpr std::string_view before = "holidays-";
    std::vector<int> years;
    for (const auto& [file, contents] : embedded::holidays())
        years.push_back(std::stoi(std::string(file.substr(before.size()))));
    std::sort(years.begin(), years.end());
    return years;
}

} // namespace definitions
