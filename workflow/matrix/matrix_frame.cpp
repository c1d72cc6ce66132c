// A kind as a matrix is read against it.
#include "workflow/kinds/kind_words.hpp"
#include "workflow/matrix/matrix.hpp"
#include "workflow/matrix/matrix_period.hpp"

namespace workflow {

matrix_frame frame_of(const kind& rules)
{
    matrix_frame frame;
    frame.phases = rules.phases;
    frame.columns = rules.columns;
    for (const period_rule& each : rules.periods) {
        const bool in_one_year = each.from.years_later == each.to.years_later;
        frame.periods.push_back({each.code, period_title(rules, each.code),
                                 in_one_year ? spellings_of_period(each.from.month, each.to.month)
                                             : std::vector<std::string>{}});
    }
    return frame;
}

} // namespace workflow
