// Reads the built-in table of regions.
#include "definitions/regions.hpp"
#include "definitions/csv_lines.hpp"
#include "embedded/regions.hpp"

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

} // namespace definitions
