// Which rows are read, and as what.
#include "workflow/matrix/matrix_reader.hpp"
#include "workflow/matrix/matrix_layout.hpp"
#include "workflow/matrix/matrix_parts.hpp"
#include "workflow/matrix/matrix_settle.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

using form = sorted_row::form;

bool is_struck(const row_view& row)
{
    const sheet_cell& title = row.own(row.header().column(matrix_column::title));
    if (!is_blank(title)) return title.struck;
    const auto& cells = row.raw().cells;
    return std::all_of(cells.begin(), cells.end(),
                       [](const sheet_cell& each) { return is_blank(each) || each.struck; });
}

std::vector<matrix_choice> in_or_out()
{
    return {{"out", {"matrix_choice_out", {}}}, {"in", {"matrix_choice_in", {}}}};
}

} // namespace

matrix_reader::matrix_reader(const sheet& page, const matrix_frame& frame,
                             const matrix_answers& answers, matrix_draft& draft)
    : page_(page), frame_(frame), by_hand_(columns_by_hand_of(page, answers)), merges_(page),
      draft_(draft), reading_(draft.reading), tables_(tables_of(page, merges_, frame, by_hand_)),
      ledger_(page)
{
}

void matrix_reader::read()
{
    for (matrix_table& table : tables_) {
        table_ = &table;
        settle_columns(table, {page_, merges_, frame_, by_hand_}, draft_.asked, reading_);
        for (const matrix_problem& each : table.header.problems) reading_.problems.push_back(each);
        read_table();
    }
    if (tables_.empty())
        for (const sheet_row& row : page_.rows)
            ledger_.left_out(row, {"matrix_header_missing", {}});
    join(reading_.account, ledger_.finished());
}

void matrix_reader::read_table()
{
    take_fields();
    ledger_.table(header());
    targets_.emplace(styles_seen());
    phase_.clear();
    above_.reset();
    row_sorter sorter(page_, merges_, *table_, frame_);
    std::size_t index = header().first_data;
    for (; index < table_->end; ++index) {
        if (reading_.rows.size() == matrix_rows_max && sorter.more_actions(index)) break;
        read_row(index, sorter);
    }
    if (index < table_->end) too_many(index);
}

// A column that another table lacks says nothing of the rows there: only common ones are told.
void matrix_reader::take_fields()
{
    std::set<std::string> here;
    for (const std::string& field : header().fields())
        if (!field.empty()) here.insert(field);
    if (draft_.has_table)
        std::erase_if(reading_.fields, [&](const auto& field) { return !here.contains(field); });
    else
        reading_.fields = std::move(here);
    draft_.has_table = true;
}

void matrix_reader::too_many(std::size_t index)
{
    const arguments most{{"max", std::to_string(matrix_rows_max)}};
    problem(view(index), matrix_column::number, "matrix_rows_too_many", most);
    for (; index < table_->end; ++index)
        ledger_.left_out(page_.rows[index], {"matrix_rows_too_many", most});
}

void matrix_reader::read_row(std::size_t index, row_sorter& sorter)
{
    const row_view row = view(index);
    const sorted_row found = sorter.sort(index);
    if (found.is == form::blank) return;
    if (found.is == form::section) {
        phase_ = phase_of_text(row, found.phase);
        is_section_phase_ = true;
    }
    if (found.ends_phase) phase_.clear();
    if (found.is == form::heading || found.is == form::section) return ledger_.heading(row.raw());
    if (leaves_out(row, found.is)) return;
    if (found.is == form::part) return read_part(row);
    if (found.is == form::action) {
        is_part_ = false;
        above_ = index;
        return read_action(row);
    }
    if (found.is == form::stray) problem(row, matrix_column::title, found.why);
    ledger_.left_out(row.raw(), {found.why, {}});
}

// Rows that are hidden or struck through are never in or out in silence.
bool matrix_reader::leaves_out(const row_view& row, form is)
{
    if (is != form::action && is != form::part) return false;
    const auto asks_out = [&](const char* id, const char* key) {
        matrix_question asked =
            question(row, {}, id, {key, {{"row", std::to_string(row.number())}}});
        asked.choices = in_or_out();
        asked.proposed = "out";
        return draft_.asked.ask(std::move(asked)) == "out";
    };
    const char* why = nullptr;
    if (row.raw().hidden && asks_out("hidden_rows", "matrix_rows_hidden"))
        why = "matrix_left_hidden";
    else if (is_struck(row) && asks_out("struck_rows", "matrix_rows_struck"))
        why = "matrix_left_struck";
    else if (is == form::part && !above_)
        why = "matrix_left_with_action";
    if (!why) return false;
    if (is == form::action) above_.reset();
    ledger_.left_out(row.raw(), {why, {}});
    return true;
}

void matrix_reader::read_part(const row_view& row)
{
    matrix_question asked =
        question(row, {}, "sub_activities",
                 {"matrix_sub_activities",
                  {{"row", std::to_string(row.number())}, {"title", reading_.rows.back().title}}});
    asked.choices = {{"action", {"matrix_choice_action", {}}},
                     {"step", {"matrix_choice_step", {}}}};
    const std::string choice = draft_.asked.ask(std::move(asked));
    if (choice == "action") {
        is_part_ = true;
        return read_action(row);
    }
    if (choice != "step") return ledger_.left_out(row.raw(), {"matrix_left_part", {}});
    std::string& told = reading_.rows.back().success_criterion;
    told += (told.empty() ? "" : "\n") + text_of_part(row);
    ledger_.part(row.raw(), reading_.rows.size() - 1);
}

matrix_question matrix_reader::question(const row_view& row, std::optional<matrix_column> which,
                                        std::string id, sentence text) const
{
    matrix_question asked;
    asked.id = std::move(id);
    asked.text = std::move(text);
    asked.sheet = page_.name;
    asked.row = row.number();
    asked.column = header().name(which.value_or(matrix_column::title));
    return asked;
}

void matrix_reader::problem(const row_view& row, std::optional<std::size_t> column,
                            const std::string& name, const char* key, arguments words)
{
    reading_.problems.push_back({row.number(),
                                 name,
                                 {key, std::move(words)},
                                 page_.name,
                                 column ? letter_of(*column) + std::to_string(row.number()) : ""});
}

void matrix_reader::problem(const row_view& row, matrix_column which, const char* key,
                            arguments words)
{
    problem(row, header().column(which), header().name(which), key, std::move(words));
}

void matrix_reader::problem(const row_view& row, std::size_t column, const char* key,
                            arguments words)
{
    problem(row, column, header().names[column], key, std::move(words));
}

void matrix_reader::remark(const row_view& row, std::size_t column, const char* key,
                           arguments words)
{
    reading_.remarks.push_back({row.number(),
                                header().names[column],
                                {key, std::move(words)},
                                page_.name,
                                letter_of(column) + std::to_string(row.number())});
}

void matrix_reader::remark(const row_view& row, matrix_column which, const char* key,
                           arguments words)
{
    if (const auto column = header().column(which)) remark(row, *column, key, std::move(words));
}

} // namespace workflow
