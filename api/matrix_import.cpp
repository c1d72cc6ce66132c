// Read, understand, write.
#include "api/matrix_import.hpp"
#include "persistence/agencies.hpp"
#include "workflow/drafting.hpp"
#include "workflow/matrix_actions.hpp"
#include <set>

namespace api {
namespace {

using workflow::result;

workflow::matrix_frame frame_of(const work& at, const workflow::world& w)
{
    workflow::matrix_frame frame;
    frame.agencies = persistence::agencies_of(at.unit, w.place.code);
    for (const workflow::period_rule& p : w.rules.periods) frame.periods.push_back(p.code);
    frame.phases = w.rules.phases;
    return frame;
}

std::size_t count_together(const std::vector<workflow::action>& there,
                           const std::vector<workflow::action>& fresh)
{
    std::set<int> numbers;
    for (const workflow::action& a : there) numbers.insert(a.number);
    for (const workflow::action& a : fresh) numbers.insert(a.number);
    return numbers.size();
}

} // namespace

result<workflow::sheet> read_sheet(std::string_view format, std::string_view bytes)
{
    return format == "xlsx" ? read_xlsx(bytes) : read_csv(bytes);
}

result<import_report> import_sheet(const work& at, const workflow::world& w, int revision,
                                   const workflow::sheet& page)
{
    const workflow::matrix_frame frame = frame_of(at, w);
    workflow::matrix_reading read = workflow::read_matrix(page, frame);
    import_report report;
    report.rows = static_cast<int>(read.rows.size());
    report.problems = std::move(read.problems);
    if (!report.problems.empty()) return report;

    std::vector<workflow::action> fresh;
    for (const workflow::matrix_row& row : read.rows)
        fresh.push_back(workflow::action_of(row, frame.agencies));
    const persistence::revision_key key{w.head.id, revision};
    report.before = persistence::read_actions(at.unit, key);
    if (count_together(report.before, fresh) > workflow::actions_max)
        return workflow::refusal{
            workflow::errc::conflict,
            {"actions_too_many", {{"limit", std::to_string(workflow::actions_max)}}}};
    report.counts = persistence::import_actions(at.unit, key, fresh, at.here.new_id);
    report.after = persistence::read_actions(at.unit, key);
    report.accepted = report.rows;
    return report;
}

} // namespace api
