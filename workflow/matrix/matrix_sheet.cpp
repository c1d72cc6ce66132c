// Writes a matrix as a sheet that reads back the same.
#include "workflow/kinds/kind_words.hpp"
#include "workflow/matrix/matrix_agencies.hpp"
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_own_columns.hpp"
#include "workflow/matrix/matrix_words.hpp"
#include <algorithm>

namespace workflow {

namespace {

const matrix_target* target_in(const matrix_row& row, const std::string& period)
{
    for (const auto& target : row.targets)
        if (target.period == period) return &target;
    return nullptr;
}

bool has_one_unit(const matrix_row& row)
{
    return std::all_of(row.targets.begin(), row.targets.end(), [&](const matrix_target& each) {
        return each.unit == row.targets.front().unit;
    });
}

// Whether the text alone reads back as this target.
bool follows_from_text(const matrix_target& target)
{
    const auto read = quantity_in({target.text, {}, {}});
    using form = cell_quantity::form;
    return (read.is == form::number || read.is == form::words) && read.value == target.quantity;
}

sheet_cell text_cell(std::string text)
{
    return {std::move(text), {}, {}};
}

sheet_cell number_cell(std::string text, std::optional<double> value)
{
    const bool plain = value && is_plain_number(text, *value);
    return {std::move(text), plain ? value : std::nullopt, {}};
}

class sheet_writer {
public:
    sheet_writer(const std::vector<matrix_row>& rows, const matrix_frame& frame)
        : rows_(rows), frame_(frame)
    {
        units_differ_ = !std::all_of(rows.begin(), rows.end(), has_one_unit);
        for (const auto& row : rows) {
            quantities_apart_ |=
                !std::all_of(row.targets.begin(), row.targets.end(), follows_from_text);
            have_ids_ |= !row.id.empty();
        }
    }

    sheet write() const
    {
        sheet page;
        page.name = "Matriks RAD";
        page.rows.push_back({1, header()});
        for (const auto& row : rows_)
            page.rows.push_back({static_cast<int>(page.rows.size()) + 1, cells(row)});
        return page;
    }

private:
    std::vector<sheet_cell> header() const
    {
        using enum matrix_column;
        std::vector<sheet_cell> cells;
        const auto add = [&](std::string text) { cells.push_back(text_cell(std::move(text))); };
        for (const auto which :
             {number, phase, theme, title, location, lead, supporting, criterion})
            add(std::string(heading_of(which)));
        for (const auto& column : frame_.columns) add(column.name.id);
        for (const auto& period : frame_.periods) add("Target " + period.name.id);
        for (const auto which : {unit, budget, note, measure}) add(std::string(heading_of(which)));
        for (const auto& period : frame_.periods)
            if (units_differ_) add("Satuan " + period.name.id);
        for (const auto& period : frame_.periods)
            if (quantities_apart_) add("Kuantitas " + period.name.id);
        if (have_ids_) add(std::string(heading_of(identity)));
        return cells;
    }

    std::vector<sheet_cell> cells(const matrix_row& row) const
    {
        std::vector<std::string> supporting;
        for (const auto& each : row.supporting) supporting.push_back(each.name);
        std::vector<sheet_cell> cells{
            number_cell(std::to_string(row.number), row.number),
            text_cell(phase_as_written(row.phase, frame_.phases)),
            text_cell(row.theme),
            text_cell(row.title),
            text_cell(row.location),
            text_cell(row.lead_text),
            text_cell(names_joined(supporting)),
            text_cell(row.success_criterion),
        };
        for (const auto& column : frame_.columns)
            cells.push_back(own_value_as_written(row.columns, column));
        for (const auto& period : frame_.periods) {
            const auto* target = target_in(row, period.code);
            cells.push_back(target ? number_cell(target->text, target->quantity) : sheet_cell{});
        }
        const bool one_unit = has_one_unit(row) && !row.targets.empty();
        cells.push_back(text_cell(one_unit ? row.targets.front().unit : ""));
        cells.push_back(text_cell(row.budget_source));
        cells.push_back(text_cell(note_as_written({row.note, row.mandatory})));
        cells.push_back(text_cell(std::string(measure_as_written(row.measure))));
        for (const auto& period : frame_.periods)
            if (units_differ_) cells.push_back(own_unit(row, period.code));
        for (const auto& period : frame_.periods)
            if (quantities_apart_) cells.push_back(own_quantity(target_in(row, period.code)));
        if (have_ids_) cells.push_back(text_cell(row.id));
        return cells;
    }

    static sheet_cell own_unit(const matrix_row& row, const std::string& period)
    {
        const auto* target = target_in(row, period);
        return text_cell(target && !has_one_unit(row) ? target->unit : "");
    }

    static sheet_cell own_quantity(const matrix_target* target)
    {
        if (!target || follows_from_text(*target)) return {};
        if (!target->quantity) return text_cell("-");
        return number_cell(exact_number(*target->quantity), target->quantity);
    }

    const std::vector<matrix_row>& rows_;
    const matrix_frame& frame_;
    bool units_differ_{};
    bool quantities_apart_{};
    bool have_ids_{};
};

} // namespace

matrix_frame frame_of(const kind& rules)
{
    matrix_frame frame;
    frame.phases = rules.phases;
    frame.columns = rules.columns;
    for (const period_rule& each : rules.periods)
        frame.periods.push_back({each.code, period_title(rules, each.code)});
    return frame;
}

sheet sheet_of(const std::vector<matrix_row>& rows, const matrix_frame& frame)
{
    return sheet_writer(rows, frame).write();
}

} // namespace workflow
