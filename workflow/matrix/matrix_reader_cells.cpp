// An action's row, cell by cell.
#include "workflow/matrix/matrix_agencies.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_own_columns.hpp"
#include "workflow/matrix/matrix_parts.hpp"
#include "workflow/matrix/matrix_period.hpp"
#include "workflow/matrix/matrix_reader.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/matrix/matrix_words.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>

namespace workflow {

namespace {

// What a sub-activity that is an action of its own has from the action that it stood under.
bool is_inherited(matrix_column which)
{
    using enum matrix_column;
    switch (which) {
    case phase:
    case theme:
    case title:
    case location:
    case lead:
    case supporting:
    case budget:
        return true;
    default:
        return false;
    }
}

} // namespace

void matrix_reader::read_action(const row_view& row)
{
    using enum matrix_column;
    matrix_row action;
    action.sheet_row = row.number();
    action.sheet_name = page_.name;
    action.id = is_part_ ? "" : text(row, identity);
    action.version = is_part_ ? 0 : whole_number_in(text(row, version));
    action.number = is_part_ ? 0 : read_number(row);
    action.phase = read_phase(row);
    action.theme = text(row, theme);
    action.title = text(row, title);
    if (action.title.empty() && !cell(row, title).error)
        problem(row, title, "matrix_title_missing");
    action.location = text(row, location);
    read_lead(row, action);
    read_supporting(row, action);
    action.success_criterion = text_of_step(text(row, step), text(row, criterion));
    action.budget_source = text(row, budget);
    auto [note_text, mandatory] = note_in(text(row, note));
    action.note = std::move(note_text);
    action.mandatory = mandatory;
    read_measure(row, action);
    read_targets(row, action);
    read_achievements(row, action);
    read_own(row, action);
    if (is_part_)
        ledger_.part(row.raw(), reading_.rows.size());
    else
        ledger_.action(row.raw(), reading_.rows.size());
    reading_.rows.push_back(std::move(action));
}

// 0 where it is none: then it is numbered.
int matrix_reader::read_number(const row_view& row)
{
    const std::string written = text(row, matrix_column::number);
    return action_number_in(row.own(header().column(matrix_column::number))).value_or(0);
}

std::string matrix_reader::read_phase(const row_view& row)
{
    const std::string written = text(row, matrix_column::phase);
    if (!written.empty()) {
        is_section_phase_ = false;
        return phase_ = phase_of_text(row, written);
    }
    if (cell(row, matrix_column::phase).error) return phase_;
    if (header().column(matrix_column::phase) && !(is_section_phase_ && !phase_.empty()))
        return missing_phase(row);
    return phase_;
}

std::string matrix_reader::phase_of_text(const row_view& row, const std::string& written)
{
    using kind_of = meant_phase::form;
    const meant_phase meant = phase_meant(written, frame_.phases);
    if (meant.is == kind_of::sure) return meant.code;
    const char* key = meant.is == kind_of::guessed   ? "matrix_phase_guessed"
                      : meant.is == kind_of::several ? "matrix_phase_several"
                                                     : "matrix_phase_unknown";
    arguments words{{"text", written}, {"known", words_listed(frame_.phases)}};
    if (const coded* guess = find_coded(frame_.phases, meant.code)) words["phase"] = guess->name;
    matrix_question asked =
        question(row, matrix_column::phase, "phase:" + written, {key, std::move(words)});
    asked.choices = phase_choices(frame_.phases);
    asked.proposed = meant.code;
    const matrix_problem said{row.number(), asked.column, asked.text, page_.name, {}};
    const std::string choice = draft_.asked.ask(std::move(asked));
    if (draft_.asked.was_new() && choice == meant.code && !choice.empty())
        reading_.remarks.push_back(said);
    return choice;
}

// Neither a section nor a cell of its own: perhaps that of the row above.
std::string matrix_reader::missing_phase(const row_view& row)
{
    const bool has_above = !phase_.empty();
    matrix_question asked =
        question(row, matrix_column::phase, has_above ? "phase_as_above" : "phase_missing",
                 {has_above ? "matrix_phase_as_above" : "matrix_phase_missing",
                  {{"known", words_listed(frame_.phases)}, {"row", std::to_string(row.number())}}});
    asked.choices = phase_choices(frame_.phases);
    if (has_above) {
        asked.choices.insert(asked.choices.begin(), {"above", {"matrix_choice_above", {}}});
        asked.proposed = "above";
    }
    const std::string choice = draft_.asked.ask(std::move(asked));
    return choice == "above" ? phase_ : choice;
}

void matrix_reader::read_lead(const row_view& row, matrix_row& action)
{
    using enum matrix_column;
    if (!header().column(lead)) return;
    const auto [names, undecided] = draft_.book.lead(text(row, lead), row.number());
    if (names.empty()) return;
    note_doubt(row, lead, undecided);
    const bool open = names.size() > 1 && draft_.book.several_leads_open();
    if (!open) take_lead(row, names[0], undecided.empty(), action);
    for (std::size_t at = open ? 0 : 1; at < names.size(); ++at)
        take_supporter(row, lead, names[at], action);
}

void matrix_reader::take_lead(const row_view& row, const named_agency& name, bool decided,
                              matrix_row& action)
{
    using enum matrix_column;
    action.lead_text = name.text;
    action.lead_agency_id = name.agency;
    remark_guess(row, lead, name);
    if (!name.agency.empty() || name.is_answered || !decided) return;
    std::vector<std::string> near;
    for (const std::string& id : name.suggestions)
        near.push_back(name.ambiguous ? draft_.book.full_name_of(id) : draft_.book.name_of(id));
    if (near.empty()) return problem(row, lead, "matrix_lead_unknown", {{"name", name.text}});
    problem(row, lead, name.ambiguous ? "matrix_lead_ambiguous" : "matrix_lead_near",
            {{"name", name.text}, {"near", draft_.book.joined(near)}});
}

void matrix_reader::read_supporting(const row_view& row, matrix_row& action)
{
    using enum matrix_column;
    const auto [names, undecided] = draft_.book.supporting(text(row, supporting));
    for (const named_agency& name : names) take_supporter(row, supporting, name, action);
    note_doubt(row, supporting, undecided);
}

void matrix_reader::note_doubt(const row_view& row, matrix_column in, const std::string& question)
{
    if (!question.empty())
        draft_.doubts.try_emplace(
            question, matrix_problem{row.number(), header().name(in), {}, page_.name, {}});
}

void matrix_reader::take_supporter(const row_view& row, matrix_column in, const named_agency& name,
                                   matrix_row& action)
{
    remark_guess(row, in, name);
    if (name.agency.empty() || name.agency != action.lead_agency_id)
        return action.supporting.push_back({name.agency, name.text});
    remark(row, in, "matrix_lead_supports", {{"name", name.text}});
}

// Once for each spelling.
void matrix_reader::remark_guess(const row_view& row, matrix_column in, const named_agency& name)
{
    if (name.is_guessed && draft_.guesses_told.insert(name.text).second)
        remark(row, in, "matrix_agency_taken",
               {{"text", name.text}, {"name", draft_.book.full_name_of(name.agency)}});
}

void matrix_reader::read_measure(const row_view& row, matrix_row& action)
{
    const std::string written = text(row, matrix_column::measure);
    const auto measure = measure_named(written);
    if (measure)
        action.measure = *measure;
    else
        problem(row, matrix_column::measure, "matrix_measure_unknown", {{"text", written}});
}

void matrix_reader::read_targets(const row_view& row, matrix_row& action)
{
    const std::string unit = text(row, matrix_column::unit);
    bool is_said = false;
    for (const period_columns& period : header().periods) {
        if (!is_said && row.is_spread(period.target)) {
            remark(row, *period.target, "matrix_target_spread",
                   {{"text", tidy_text(row.cell(period.target).text)}});
            is_said = true;
        }
        read_target(row, action, period, unit);
    }
    if (header().open_target) read_target_by_time(row, action, unit);
}

void matrix_reader::read_target(const row_view& row, matrix_row& action,
                                const period_columns& period, const std::string& unit)
{
    const std::string own_unit = text(row, period.unit);
    const std::string& of_target = own_unit.empty() ? unit : own_unit;
    const bool is_stated = !text(row, period.quantity).empty();
    const auto column = is_stated ? period.quantity : period.target;
    const std::string written = text(row, period.target);
    if (!column || row.cell(column).error) return;
    add_target(row, action,
               is_stated ? targets_->read_stated(period.code, written, row.cell(column), of_target)
                         : targets_->read(period.code, row.cell(column), of_target),
               *column);
}

// A target of the year is that of the periods that "Waktu" names.
void matrix_reader::read_target_by_time(const row_view& row, matrix_row& action,
                                        const std::string& unit)
{
    const std::size_t column = *header().open_target;
    if (text(row, column).empty()) return;
    for (const std::size_t index :
         periods_of_time(text(row, matrix_column::time), frame_.periods)) {
        const std::string& code = frame_.periods[index].code;
        reading_.fields.insert("target_" + code);
        add_target(row, action, targets_->read(code, row.cell(column), unit), column);
    }
    std::sort(action.targets.begin(), action.targets.end(),
              [&](const matrix_target& a, const matrix_target& b) {
                  const auto place = [&](const matrix_target& each) {
                      return find_coded(frame_.periods, each.period);
                  };
                  return place(a) < place(b);
              });
}

void matrix_reader::add_target(const row_view& row, matrix_row& action, told_target told,
                               std::size_t column)
{
    if (told.target) action.targets.push_back(std::move(*told.target));
    if (is_blank(row.own(column))) return; // a merged cell is spoken of once
    if (told.problem)
        problem(row, column, told.problem->key.c_str(), std::move(told.problem->arguments));
    for (sentence& each : told.remarks)
        remark(row, column, each.key.c_str(), std::move(each.arguments));
}

// Target cells whose quantity stands in a column of its own are texts.
number_styles_seen matrix_reader::styles_seen() const
{
    number_styles_seen styles;
    for (std::size_t index = header().first_data; index < table_->end; ++index)
        for (const period_columns& period : header().periods)
            if (tidy_text(view(index).cell(period.quantity).text).empty())
                styles.see(view(index).cell(period.target));
    return styles;
}

void matrix_reader::read_achievements(const row_view& row, matrix_row& action)
{
    if (!header().takes_achievement) return;
    for (const achievement_column& column : header().achievements) {
        const std::string written = text(row, column.at);
        if (written.empty()) continue;
        const auto is_same = [&](const auto& each) { return each.period == column.period; };
        auto& all = action.achievements;
        auto place = std::find_if(all.begin(), all.end(), is_same);
        if (place == all.end())
            place = all.insert(all.end(), {column.period, {}, {}, {}, {}, {}, {}});
        if (column.field == "achievement") {
            place->text = written;
            place->quantity = quantity_in(row.cell(column.at)).value;
        }
        if (column.field == "percent") place->percent = written;
        if (column.field == "obstacle") place->obstacle = written;
        if (column.field == "follow_up") place->follow_up = written;
        if (column.field == "evidence") place->evidence = written;
    }
}

void matrix_reader::read_own(const row_view& row, matrix_row& action)
{
    for (std::size_t which = 0; which < frame_.columns.size(); ++which) {
        const auto column = header().own[which].at;
        if (text(row, column).empty()) continue;
        own_cell found = own_value_in(row.cell(column), frame_.columns[which]);
        if (found.wrong)
            problem(row, *column, found.wrong->key.c_str(), std::move(found.wrong->arguments));
        if (found.value)
            action.columns.emplace(frame_.columns[which].code, std::move(*found.value));
    }
}

const sheet_cell& matrix_reader::cell(const row_view& row, matrix_column which) const
{
    const sheet_cell& found = row.cell(which);
    if (!is_part_ || !above_ || !is_blank(found) || !is_inherited(which)) return found;
    return view(*above_).cell(which);
}

std::string matrix_reader::text(const row_view& row, matrix_column which)
{
    const auto column = header().column(which);
    if (is_part_ && column && is_blank(row.cell(column))) return tidy_text(cell(row, which).text);
    return text(row, column);
}

std::string matrix_reader::text(const row_view& row, std::optional<std::size_t> column)
{
    const auto& cell = row.cell(column);
    std::string found = tidy_text(cell.text);
    if (cell.error) {
        problem(row, *column,
                cell.form == cell_form::not_calculated ? "matrix_quantity_not_calculated"
                                                       : "matrix_cell_error",
                {{"text", found}});
        return {};
    }
    const auto length = character_count(found);
    if (length > matrix_text_characters_max)
        problem(row, *column, "matrix_text_too_long",
                {{"length", std::to_string(length)},
                 {"max", std::to_string(matrix_text_characters_max)}});
    return found;
}

} // namespace workflow
