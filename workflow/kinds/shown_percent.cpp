// Rounds to the nearest hundredth, or to the one on the number's own side of a class's edge.
#include "workflow/kinds/shown_percent.hpp"
#include <cmath>

namespace workflow {
namespace {

constexpr double hundredths = 100;
constexpr double exact_max = 1e13; // above it a double has no hundredths

} // namespace

double shown_percent(const kind& rules, double percent)
{
    if (!(std::abs(percent) < exact_max)) return percent;
    const auto* own = class_of(rules, percent);
    const double nearest = std::floor(percent * hundredths + 0.5) / hundredths;
    if (class_of(rules, nearest) == own) return nearest;
    const double other = nearest > percent ? std::floor(percent * hundredths) / hundredths
                                           : std::ceil(percent * hundredths) / hundredths;
    return class_of(rules, other) == own ? other : percent;
}

} // namespace workflow
