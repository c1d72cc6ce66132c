// Reads the built-in table of regions.
#include "definitions/regions.hpp"
#include "definitions/csv_lines.hpp"
#include "embedded/regions.hpp"
#include <algorithm>

namespace definitions {

const std::vector<workflow::region>& all_regions()
{
    static const auto regions = [] {
        std::vector<workflow::region> all;
        for (const auto& line : csv_lines(embedded::regions().front().second))
            all.push_back(
                {std::string(line.at(0)), std::string(line.at(1)), std::string(line.at(2))});
        return all;
    }();
    return regions;
}

const workflow::region* find_region(std::string_view code)
{
    const auto& all = all_regions();
    const auto place = std::lower_bound(
        all.begin(), all.end(), code,
        [](const workflow::region& each, std::string_view wanted) { return each.code < wanted; });
    return place != all.end() && place->code == code ? &*place : nullptr;
}

} // namespace definitions
