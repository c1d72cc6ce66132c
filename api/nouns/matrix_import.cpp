// Read, understand, write.
#include "api/nouns/matrix_import.hpp"
#include "persistence/nouns/agencies.hpp"
#include "workflow/matrix/matrix_match.hpp"
#include "workflow/step/drafting.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::result;

workflow::matrix_frame frame_of(const work& at, const workflow::world& w)
{
    workflow::matrix_frame frame = workflow::frame_of(w.rules);
    frame.agencies = persistence::agencies_of(at.unit, w.place.code);
    return frame;
}

std::size_t count_together(const std::vector<workflow::action>& there,
                           const std::vector<workflow::action>& matched)
{
    return there.size() +
           static_cast<std::size_t>(std::count_if(
               matched.begin(), matched.end(), [](const auto& each) { return each.id.empty(); }));
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
    report.account = read.account;
    if (!report.problems.empty()) return report;

    const persistence::revision_key key{w.head.id, revision};
    report.before = persistence::read_actions(at.unit, key);
    workflow::matched_matrix matched = workflow::match_rows(read, frame, report.before);
    report.problems = std::move(matched.problems);
    if (!report.problems.empty()) return report;
    if (count_together(report.before, matched.actions) > workflow::actions_max)
        return workflow::refusal{
            workflow::errc::conflict,
            {"actions_too_many", {{"limit", std::to_string(workflow::actions_max)}}}};
    report.counts = persistence::import_actions(at.unit, key, matched.actions, at.here.new_id);
    report.after = persistence::read_actions(at.unit, key);
    report.accepted = report.rows;
    return report;
}

} // namespace api
