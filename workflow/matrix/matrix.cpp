// Reads a matrix row by row; every fault is noted with its row and column, and reading goes on.
#include "workflow/matrix/matrix.hpp"
#include "workflow/matrix/matrix_agencies.hpp"
#include "workflow/matrix/matrix_ledger.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_own_columns.hpp"
#include "workflow/matrix/matrix_rows.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/matrix/matrix_words.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <map>

namespace workflow {

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

class matrix_reader {
public:
    matrix_reader(const sheet& page, const matrix_frame& frame, const matrix_header& header)
        : page_(page), frame_(frame), header_(header), sorter_(page, header, frame),
          ledger_(page, &header)
    {
        reading_.problems = header.problems;
        for (const std::string& field : header.fields())
            if (!field.empty()) reading_.fields.insert(field);
    }

    matrix_reading read()
    {
        if (!header_.has_targets() && header_.problems.empty()) no_period();
        for (index_ = header_.first_data; index_ < page_.rows.size(); ++index_) {
            if (reading_.rows.size() == matrix_rows_max && sorter_.more_actions(index_)) break;
            read_row(view(index_));
        }
        if (index_ < page_.rows.size()) too_many();
        if (reading_.rows.empty() && reading_.problems.empty())
            reading_.problems.push_back(
                {header_.row, header_.name(matrix_column::title), {"matrix_empty", {}}});
        if (reading_.problems.size() > matrix_problems_max)
            reading_.problems.resize(matrix_problems_max);
        reading_.account = ledger_.finished();
        return std::move(reading_);
    }

private:
    using arguments = std::map<std::string, bilingual>;

    row_view view(std::size_t index) const { return {header_, page_.rows[index]}; }

    void no_period()
    {
        std::vector<std::string> unknown;
        const auto fields = header_.fields();
        for (std::size_t column = 0; column < fields.size(); ++column)
            if (fields[column].empty() && !header_.names[column].empty())
                unknown.push_back(header_.names[column]);
        const std::string first = frame_.periods.empty() ? "" : frame_.periods.front().name.id;
        reading_.problems.push_back({header_.row,
                                     "Target " + first,
                                     {"matrix_periods_missing",
                                      {{"known", words_listed(frame_.periods)},
                                       {"example", last_period()},
                                       {"unknown", unknown.empty() ? "-" : joined(unknown)}}}});
    }

    bilingual last_period() const
    {
        return frame_.periods.empty() ? bilingual{} : frame_.periods.back().name;
    }

    void too_many()
    {
        const arguments most{{"max", std::to_string(matrix_rows_max)}};
        problem(matrix_column::number, "matrix_rows_too_many", most);
        for (; index_ < page_.rows.size(); ++index_)
            ledger_.left_out(page_.rows[index_], {"matrix_rows_too_many", most});
    }

    void read_row(const row_view& row)
    {
        using form = sorted_row::form;
        const sorted_row found = sorter_.sort(index_);
        if (found.is == form::section) phase_ = found.phase;
        if (found.ends_phase) phase_.clear();
        if (found.is == form::blank) return;
        if (found.is == form::heading || found.is == form::section)
            return ledger_.heading(row.raw());
        if (found.is == form::action) {
            ledger_.action(row.raw());
            return read_action(row);
        }
        if (found.is == form::stray) problem(matrix_column::title, found.why);
        ledger_.left_out(row.raw(), {found.why, {}});
    }

    void read_action(const row_view& row)
    {
        using enum matrix_column;
        matrix_row action;
        action.sheet_row = row.number();
        action.id = text(row, identity);
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
        read_own(row, action);
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
        const bilingual known = words_listed(frame_.phases);
        const bool has_column = header_.column(matrix_column::phase).has_value();
        if (has_column && written.empty() && phase_.empty() &&
            !row.cell(matrix_column::phase).error)
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

    void read_own(const row_view& row, matrix_row& action)
    {
        for (std::size_t which = 0; which < frame_.columns.size(); ++which) {
            const auto column = header_.own[which].at;
            if (text(row, column).empty()) continue;
            own_cell found = own_value_in(row.cell(column), frame_.columns[which]);
            if (found.wrong)
                reading_.problems.push_back(
                    {row.number(), header_.names[*column], std::move(*found.wrong)});
            if (found.value)
                action.columns.emplace(frame_.columns[which].code, std::move(*found.value));
        }
    }

    void judge_quantity(const cell_quantity& read, std::size_t column, const std::string& written)
    {
        using form = cell_quantity::form;
        if (read.is == form::negative)
            problem(column, "matrix_quantity_negative", {{"text", written}});
        if (read.is == form::ambiguous)
            problem(column, "matrix_quantity_ambiguous", {{"text", written}});
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
    row_sorter sorter_;
    matrix_ledger ledger_;
};

// Actions that stand on a sheet that is not read, and not on the one that is.
void tell_of_others(const sheet& page, const matrix_frame& frame, matrix_reading& reading)
{
    std::set<int> read;
    for (const matrix_row& row : reading.rows) read.insert(row.number);
    for (const sheet& other : page.others) {
        const auto header = other.hidden ? std::nullopt : find_header(other, frame);
        if (!header) continue;
        const auto there = matrix_reader(other, frame, *header).read();
        const auto apart = [&](const matrix_row& row) { return !read.contains(row.number); };
        const auto first = std::find_if(there.rows.begin(), there.rows.end(), apart);
        if (first == there.rows.end()) continue;
        const auto count = std::count_if(first, there.rows.end(), apart);
        reading.problems.push_back(
            {first->sheet_row,
             header->name(matrix_column::number),
             {"matrix_sheet_not_read",
              {{"sheet", other.name}, {"read", page.name}, {"count", std::to_string(count)}}}});
    }
}

} // namespace

matrix_reading read_matrix(const sheet& page, const matrix_frame& frame)
{
    const auto header = find_header(page, frame);
    if (header) {
        matrix_reading reading = matrix_reader(page, frame, *header).read();
        tell_of_others(page, frame, reading);
        return reading;
    }
    matrix_reading none;
    none.account = matrix_ledger(page, nullptr).finished();
    const int first = page.rows.empty() ? 1 : page.rows.front().number;
    none.problems.push_back(
        {first, std::string(heading_of(matrix_column::title)), {"matrix_header_missing", {}}});
    return none;
}

} // namespace workflow
