// Reads a matrix row by row; every fault is noted with its row and column, and reading goes on.
#include "workflow/matrix.hpp"
#include "workflow/matrix_agencies.hpp"
#include "workflow/matrix_numbers.hpp"
#include "workflow/matrix_rows.hpp"
#include "workflow/matrix_text.hpp"
#include "workflow/matrix_words.hpp"
#include <algorithm>
#include <map>

namespace workflow {

namespace {

class matrix_reader {
public:
    matrix_reader(const sheet& page, const matrix_frame& frame, const matrix_header& header)
        : page_(page), frame_(frame), header_(header)
    {
        reading_.problems = header.problems;
    }

    matrix_reading read()
    {
        find_last_action();
        for (index_ = header_.first_data; index_ < page_.rows.size(); ++index_) {
            if (reading_.rows.size() == matrix_rows_max && index_ <= last_action_) {
                problem(matrix_column::number, "matrix_rows_too_many",
                        {{"max", std::to_string(matrix_rows_max)}});
                break;
            }
            read_row(view(index_));
        }
        if (reading_.rows.empty() && reading_.problems.empty())
            reading_.problems.push_back(
                {header_.row, header_.name(matrix_column::title), {"matrix_empty", {}}});
        if (reading_.problems.size() > matrix_problems_max)
            reading_.problems.resize(matrix_problems_max);
        return std::move(reading_);
    }

private:
    row_view view(std::size_t index) const { return {header_, page_.rows[index]}; }

    bool is_passed_over(const row_view& row) const
    {
        return row.filled() == 0 || is_column_numbers(row) ||
               looks_like_header(row.raw(), frame_.periods);
    }

    // Below the last action, rows are not a reason to refuse: the signature block is there.
    void find_last_action()
    {
        for (std::size_t index = header_.first_data; index < page_.rows.size(); ++index) {
            const auto row = view(index);
            if (row.has(matrix_column::title) &&
                action_number_in(row.cell(matrix_column::number)) && !is_passed_over(row))
                last_action_ = index;
        }
    }

    void read_row(const row_view& row)
    {
        if (row.filled() == 0) blank_since_action_ = true;
        if (is_passed_over(row) || take_section(row)) return;
        const bool below = index_ > last_action_;
        if (below && !ended_ && is_signature(row)) ended_ = true;
        if (below && ended_) return;
        if (row.has(matrix_column::title)) return read_action(row);
        const bool numbered = action_number_in(row.cell(matrix_column::number)).has_value();
        if (numbered && row.filled() == 1) return; // a form not filled in
        if (numbered && !below) return read_action(row);
        if (numbered && has_content(row)) return read_action(row);
        if (is_total(row) || !has_content(row) || (below && blank_since_action_)) return;
        problem(matrix_column::title, "matrix_row_stray");
    }

    bool take_section(const row_view& row)
    {
        const auto phase = phase_named(section_text(row), frame_.phases);
        if (phase) phase_ = *phase;
        return phase.has_value();
    }

    // A subheading stands in the first columns; content of an action stands further right.
    bool has_content(const row_view& row) const
    {
        using enum matrix_column;
        for (const auto& period : header_.periods)
            if (!tidy_text(row.cell(period.target).text).empty()) return true;
        for (const auto which : {location, lead, supporting, criterion, unit, budget, note})
            if (row.has(which)) return true;
        return false;
    }

    void read_action(const row_view& row)
    {
        using enum matrix_column;
        matrix_row action;
        blank_since_action_ = false;
        action.sheet_row = row.number();
        action.number = read_number(row);
        action.phase = read_phase(row);
        action.theme = text(row, theme);
        action.title = text(row, title);
        if (action.title.empty() && !row.cell(title).error) problem(title, "matrix_title_missing");
        action.location = text(row, location);
        read_lead(row, action);
        read_supporting(row, action);
        action.success_criterion = text(row, criterion);
        action.budget_source = text(row, budget);
        auto [note_text, mandatory] = note_in(text(row, note));
        action.note = std::move(note_text);
        action.mandatory = mandatory;
        read_measure(row, action);
        read_targets(row, action);
        reading_.rows.push_back(std::move(action));
    }

    int read_number(const row_view& row)
    {
        const auto& cell = row.cell(matrix_column::number);
        const std::string written = text(row, matrix_column::number);
        const auto number = action_number_in(cell);
        if (!number && written.empty()) {
            if (!cell.error) problem(matrix_column::number, "matrix_number_missing");
            return 0;
        }
        if (!number) {
            problem(matrix_column::number, "matrix_number_unclear",
                    {{"text", written}, {"max", std::to_string(matrix_number_max)}});
            return 0;
        }
        const auto [place, is_new] = rows_by_number_.emplace(*number, row.number());
        if (!is_new)
            problem(matrix_column::number, "matrix_number_twice",
                    {{"number", std::to_string(*number)}, {"row", std::to_string(place->second)}});
        return *number;
    }

    std::string read_phase(const row_view& row)
    {
        const std::string written = text(row, matrix_column::phase);
        const std::string known = phases_as_written(frame_.phases);
        if (written.empty() && phase_.empty() && !row.cell(matrix_column::phase).error)
            problem(matrix_column::phase, "matrix_phase_missing", {{"known", known}});
        if (written.empty()) return phase_;
        const auto phase = phase_named(written, frame_.phases);
        if (!phase)
            problem(matrix_column::phase, "matrix_phase_unknown",
                    {{"text", written}, {"known", known}});
        return phase_ = phase.value_or("");
    }

    void read_lead(const row_view& row, matrix_row& action)
    {
        action.lead_text = text(row, matrix_column::lead);
        if (action.lead_text.empty()) return;
        const auto found = agencies_named(action.lead_text, frame_.agencies);
        if (found.size() == 1) {
            action.lead_agency_id = found[0]->id;
            return;
        }
        std::vector<std::string> near;
        for (const auto* each : found) near.push_back(each->name);
        if (near.empty()) near = names_near(action.lead_text, frame_.agencies);
        if (near.empty())
            return problem(matrix_column::lead, "matrix_lead_unknown",
                           {{"name", action.lead_text}});
        problem(matrix_column::lead, found.empty() ? "matrix_lead_near" : "matrix_lead_ambiguous",
                {{"name", action.lead_text}, {"near", names_joined(near)}});
    }

    void read_supporting(const row_view& row, matrix_row& action)
    {
        for (auto& name : names_in(text(row, matrix_column::supporting))) {
            const auto found = agencies_named(name, frame_.agencies);
            action.supporting.push_back({found.size() == 1 ? found[0]->id : "", std::move(name)});
        }
    }

    void read_measure(const row_view& row, matrix_row& action)
    {
        const std::string written = text(row, matrix_column::measure);
        const auto measure = measure_named(written);
        if (measure)
            action.measure = *measure;
        else
            problem(matrix_column::measure, "matrix_measure_unknown", {{"text", written}});
    }

    void read_targets(const row_view& row, matrix_row& action)
    {
        const std::string unit = text(row, matrix_column::unit);
        for (const auto& period : header_.periods) {
            const std::string own_unit = text(row, period.unit);
            const std::string own_quantity = text(row, period.quantity);
            matrix_target target{
                period.code, text(row, period.target), {}, own_unit.empty() ? unit : own_unit};
            const bool stated = !own_quantity.empty();
            const auto column = stated ? period.quantity : period.target;
            const auto read = quantity_in(row.cell(column));
            if (!stated && read.is == cell_quantity::form::absent) continue;
            judge_quantity(read, *column, stated ? own_quantity : target.text);
            target.quantity = read.value;
            action.targets.push_back(std::move(target));
        }
    }

    void judge_quantity(const cell_quantity& read, std::size_t column, const std::string& written)
    {
        using form = cell_quantity::form;
        if (read.is == form::negative)
            problem(column, "matrix_quantity_negative", {{"text", written}});
        if (read.is == form::unclear)
            problem(column, "matrix_quantity_unclear", {{"text", written}});
    }

    std::string text(const row_view& row, matrix_column which)
    {
        return text(row, header_.column(which));
    }

    std::string text(const row_view& row, std::optional<std::size_t> column)
    {
        const auto& cell = row.cell(column);
        std::string found = tidy_text(cell.text);
        if (cell.error) {
            problem(*column, "matrix_cell_error", {{"text", found}});
            return {};
        }
        const auto length = character_count(found);
        if (length > matrix_text_characters_max)
            problem(*column, "matrix_text_too_long",
                    {{"length", std::to_string(length)},
                     {"max", std::to_string(matrix_text_characters_max)}});
        return found;
    }

    using arguments = std::map<std::string, std::string>;
    void problem(matrix_column which, const char* key, arguments words = {})
    {
        reading_.problems.push_back(
            {page_.rows[index_].number, header_.name(which), {key, std::move(words)}});
    }
    void problem(std::size_t column, const char* key, arguments words)
    {
        reading_.problems.push_back(
            {page_.rows[index_].number, header_.names[column], {key, std::move(words)}});
    }

    const sheet& page_;
    const matrix_frame& frame_;
    const matrix_header& header_;
    matrix_reading reading_;
    std::map<int, int> rows_by_number_;
    std::string phase_; // of the section, or of the row above
    std::size_t index_{};
    std::size_t last_action_{};
    bool ended_{};
    bool blank_since_action_{};
};

} // namespace

matrix_reading read_matrix(const sheet& page, const matrix_frame& frame)
{
    const auto header = find_header(page, frame.periods);
    if (!header) {
        const int first = page.rows.empty() ? 1 : page.rows.front().number;
        return {{},
                {{first,
                  std::string(heading_of(matrix_column::title)),
                  {"matrix_header_missing", {}}}}};
    }
    return matrix_reader(page, frame, *header).read();
}

} // namespace workflow
