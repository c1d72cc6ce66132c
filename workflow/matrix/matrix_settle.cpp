// Each question names its column and offers what it may be.
#include "workflow/matrix/matrix_settle.hpp"
#include "workflow/matrix/matrix_layout.hpp"
#include "workflow/matrix/matrix_period.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/matrix/matrix_words.hpp"
#include <algorithm>

namespace workflow {

namespace {

constexpr const char* by_time = "time";
constexpr const char* not_used = "none";

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

class settler {
public:
    settler(matrix_table& table, const settled_by& by, asked_questions& asked,
            matrix_reading& reading)
        : table_(table), header_(table.header), by_(by), asked_(asked), reading_(reading)
    {
    }

    void settle()
    {
        if (!is_by_hand(header_.column(matrix_column::step)) && !has_parts())
            header_.drop(matrix_column::step);
        const bool had_open_target = header_.open_target.has_value();
        if (had_open_target) settle_open_target();
        if (!header_.open_target) header_.drop(matrix_column::time);
        if (!had_open_target) settle_periods();
        tell_achievements();
        tell_hidden_columns();
    }

private:
    bool is_by_hand(std::optional<std::size_t> column) const
    {
        return column && by_.by_hand.contains(*column);
    }

    template <class visit> void each_row(visit look) const
    {
        row_sorter sorter(by_.page, by_.merges, table_, by_.frame);
        for (std::size_t index = header_.first_data; index < table_.end; ++index)
            look(row_view(header_, by_.page, by_.merges, index), sorter.sort(index).is);
    }

    bool has_parts() const
    {
        bool found = false;
        each_row([&](const row_view&, sorted_row::form is) {
            found = found || is == sorted_row::form::part;
        });
        return found;
    }

    // Whether each action's "Waktu" says whose its target is.
    bool times_are_understood() const
    {
        const auto time = header_.column(matrix_column::time);
        if (!time) return false;
        bool all = true;
        each_row([&](const row_view& row, sorted_row::form is) {
            if (is != sorted_row::form::action || is_blank(row.cell(header_.open_target))) return;
            const std::string when = tidy_text(row.cell(time).text);
            all = all && !when.empty() && !periods_of_time(when, by_.frame.periods).empty();
        });
        return all;
    }

    void settle_open_target()
    {
        const std::size_t column = *header_.open_target;
        matrix_question question;
        question.id = "period:" + by_.page.name + ":" + letter_of(column);
        question.text = {"matrix_target_of_year", {{"name", header_.names[column]}}};
        if (header_.column(matrix_column::time)) {
            const std::string name = header_.name(matrix_column::time);
            question.choices.push_back({by_time, {"matrix_choice_by_time", {{"name", name}}}});
            if (times_are_understood()) question.proposed = by_time;
        }
        for (std::size_t index = 0; index < header_.periods.size(); ++index)
            if (!header_.periods[index].target)
                question.choices.push_back(
                    {header_.periods[index].code,
                     {"matrix_choice_period", {{"period", by_.frame.periods[index].name}}}});
        question.choices.push_back({not_used, {"matrix_choice_column_unused", {}}});
        place(question, column);
        follow(asked_.ask(std::move(question)));
    }

    void follow(const std::string& choice)
    {
        const std::size_t column = *header_.open_target;
        if (choice == by_time) return;
        header_.open_target.reset();
        for (period_columns& period : header_.periods)
            if (period.code == choice) period.target = column;
    }

    // Whole periods are not left out in silence.
    void settle_periods()
    {
        const auto is_mapped = [&](const period_columns& each) { return is_by_hand(each.target); };
        if (std::any_of(header_.periods.begin(), header_.periods.end(), is_mapped)) return;
        if (header_.names_a_period() && header_.foreign_periods.empty()) return;
        if (!header_.problems.empty()) return;
        matrix_question question;
        question.id = "periods:" + by_.page.name;
        if (header_.names_a_period()) {
            question.text = {"matrix_period_unknown",
                             {{"name", joined(names_of(header_.foreign_periods))},
                              {"known", words_listed(by_.frame.periods)}}};
            place(question, header_.foreign_periods.front());
        } else {
            question.text = {"matrix_periods_missing",
                             {{"known", words_listed(by_.frame.periods)},
                              {"example", last_period()},
                              {"unknown", unknown_headings()}}};
            question.sheet = by_.page.name;
            question.row = header_.row;
            question.column =
                "Target " + (by_.frame.periods.empty() ? "" : by_.frame.periods[0].name.id);
        }
        question.choices.push_back({not_used, {"matrix_choice_columns_unused", {}}});
        asked_.ask(std::move(question));
    }

    bilingual last_period() const
    {
        return by_.frame.periods.empty() ? bilingual{} : by_.frame.periods.back().name;
    }

    std::string unknown_headings() const
    {
        const auto fields = header_.fields();
        std::vector<std::string> unknown;
        for (std::size_t column = 0; column < fields.size(); ++column)
            if (fields[column].empty() && !header_.names[column].empty())
                unknown.push_back(header_.names[column]);
        return unknown.empty() ? "-" : joined(unknown);
    }

    std::vector<std::string> names_of(const std::vector<std::size_t>& columns) const
    {
        std::vector<std::string> names;
        for (const std::size_t column : columns) names.push_back(header_.names[column]);
        return names;
    }

    void place(matrix_question& question, std::size_t column) const
    {
        question.sheet = by_.page.name;
        question.column = header_.names[column];
        question.row = header_.row;
    }

    void tell_achievements()
    {
        if (header_.achievements.empty() || header_.takes_achievement) return;
        std::vector<std::size_t> columns;
        for (const achievement_column& each : header_.achievements) columns.push_back(each.at);
        remark(columns, "matrix_achievement_not_read");
    }

    // What this program exports hides its ids; other columns that are not seen are named.
    void tell_hidden_columns()
    {
        const auto fields = header_.fields();
        std::vector<std::size_t> columns;
        for (const std::size_t column : by_.page.hidden_columns)
            if (column < fields.size() && !fields[column].empty() &&
                fields[column] != field_of(matrix_column::identity) &&
                fields[column] != field_of(matrix_column::version))
                columns.push_back(column);
        if (!columns.empty()) remark(columns, "matrix_columns_hidden");
    }

    void remark(const std::vector<std::size_t>& columns, const char* key)
    {
        const std::size_t first = columns.front();
        reading_.remarks.push_back({header_.row,
                                    header_.names[first],
                                    {key, {{"names", joined(names_of(columns))}}},
                                    by_.page.name,
                                    letter_of(first) + std::to_string(header_.row)});
    }

    matrix_table& table_;
    matrix_header& header_;
    const settled_by& by_;
    asked_questions& asked_;
    matrix_reading& reading_;
};

} // namespace

void settle_columns(matrix_table& table, const settled_by& by, asked_questions& asked,
                    matrix_reading& reading)
{
    settler(table, by, asked, reading).settle();
}

} // namespace workflow
