// Field by field, both ways.
#include "workflow/matrix/matrix_actions.hpp"

namespace workflow {
namespace {

matrix_row row_of(const action& a, const std::vector<std::string>& periods)
{
    matrix_row row;
    row.id = a.id;
    row.number = a.number;
    row.phase = a.phase;
    row.theme = a.theme;
    row.title = a.title;
    row.location = a.location;
    row.lead_text = a.lead_agency.name;
    row.lead_agency_id = a.lead_agency.id;
    row.supporting = a.supporting;
    row.success_criterion = a.success_criterion;
    row.budget_source = a.budget_source;
    row.note = a.note;
    row.mandatory = a.mandatory;
    row.measure = a.measure;
    row.columns = a.columns;
    for (const std::string& period : periods)
        for (const cell& c : a.targets)
            if (c.period == period) row.targets.push_back({c.period, c.text, c.quantity, c.unit});
    return row;
}

} // namespace

std::vector<matrix_row> rows_of(const std::vector<action>& actions,
                                const std::vector<std::string>& periods)
{
    std::vector<matrix_row> rows;
    rows.reserve(actions.size());
    for (const action& a : actions) rows.push_back(row_of(a, periods));
    return rows;
}

action action_of(const matrix_row& row, const std::vector<agency>& agencies)
{
    action a;
    a.number = row.number;
    a.phase = row.phase;
    a.theme = row.theme;
    a.title = row.title;
    a.location = row.location;
    if (!row.lead_agency_id.empty()) a.lead_agency = {row.lead_agency_id, row.lead_text};
    for (const agency& known : agencies)
        if (known.id == row.lead_agency_id) a.lead_agency.name = known.name;
    a.supporting = row.supporting;
    a.success_criterion = row.success_criterion;
    a.budget_source = row.budget_source;
    a.note = row.note;
    a.mandatory = row.mandatory;
    a.measure = row.measure;
    a.columns = row.columns;
    for (const matrix_target& t : row.targets)
        a.targets.push_back({{}, t.period, t.text, t.quantity, t.unit});
    return a;
}

} // namespace workflow
