// Writes a workbook of achievement: titles, a hidden row of keys, headings, a row for each target.
#include "api/sheets/achievement_columns.hpp"
#include "api/sheets/achievement_workbook.hpp"
#include "api/sheets/workbook_file.hpp"
#include "workflow/words/sentences.hpp"
#include <stdexcept>

namespace api {

namespace {

constexpr lxw_row_t title_row = 0, subtitle_row = 1, help_row = 2, keys_row = 3, heading_row = 4;
constexpr lxw_row_t first_row = heading_row + 1;
constexpr lxw_col_t first_shown = 2; // id and version stand before it
constexpr lxw_col_t frozen_columns = 4;
constexpr double files_width = 26;
constexpr int a4_paper = 9;
constexpr lxw_color_t open_colour = 0xFFF8DC, closed_colour = 0xF2F2F2, heading_colour = 0xDDE6EE;

class achievement_writer {
public:
    achievement_writer(const achievement_list& list, workflow::instant made)
        : list_(list), book_(workbook_new(file_.path().c_str()))
    {
        if (!book_) throw std::runtime_error("a workbook cannot be begun");
        lxw_doc_properties properties{};
        properties.created = std::chrono::system_clock::to_time_t(
            std::chrono::time_point_cast<std::chrono::system_clock::duration>(made));
        check(workbook_set_properties(book_, &properties));
    }

    std::string write()
    {
        const std::string name = said("achievement_sheet");
        sheet_ = workbook_add_worksheet(book_, name.c_str());
        if (!sheet_) throw std::runtime_error("a workbook cannot have this sheet: " + name);
        make_formats();
        write_titles();
        lxw_col_t column = 0;
        for (const auto& each : achievement_columns) write_column(column++, each);
        for (const auto& kind : list_.evidence_kinds) write_files_column(column++, kind);
        lay_out();
        check(workbook_close(book_));
        return file_.contents();
    }

private:
    std::string said(std::string_view key) const
    {
        return workflow::say(list_.locale, {std::string(key)});
    }

    lxw_format* cell_format(lxw_color_t colour)
    {
        lxw_format* format = workbook_add_format(book_);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_bg_color(format, colour);
        return format;
    }

    void make_formats()
    {
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        closed_ = cell_format(closed_colour);
        open_ = cell_format(open_colour);
        format_set_unlocked(open_);
        heading_ = cell_format(heading_colour);
        format_set_bold(heading_);
    }

    // The plan and the period stand in the hidden columns of the titles' rows.
    void write_titles()
    {
        text(title_row, 0, std::string(achievement_mark), nullptr);
        text(title_row, 1, list_.plan, nullptr);
        text(subtitle_row, 1, list_.period_code, nullptr);
        text(title_row, first_shown, list_.plan_title, title_);
        text(subtitle_row, first_shown, list_.agency + " · " + list_.period, title_);
        text(help_row, first_shown, said("achievement_help"), nullptr);
    }

    void write_column(lxw_col_t at, const achievement_column& column)
    {
        text(keys_row, at, std::string(column.key), nullptr);
        text(heading_row, at, said(column.heading), heading_);
        lxw_row_col_options options{};
        options.hidden = column.is_hidden;
        check(worksheet_set_column_opt(sheet_, at, at, column.width, nullptr, &options));
        lxw_row_t row = first_row;
        for (const auto& line : list_.lines)
            write_cell(row++, at, column.key, line, format_of(line, column.is_open));
        if (column.key == "achieved_quantity") check_numbers(at);
        if (column.key == "wants_report") offer_report(at);
    }

    void write_files_column(lxw_col_t at, const evidence_kind& kind)
    {
        text(keys_row, at, std::string(files_key) + kind.code, nullptr);
        text(heading_row, at,
             workflow::say(list_.locale, {"achievement_files", {{"kind", kind.name}}}), heading_);
        check(worksheet_set_column(sheet_, at, at, files_width, nullptr));
        lxw_row_t row = first_row;
        for (const auto& line : list_.lines)
            check(worksheet_write_blank(sheet_, row++, at, format_of(line, true)));
    }

    lxw_format* format_of(const achievement_line& line, bool is_open_column) const
    {
        return is_open_column && line.is_open ? open_ : closed_;
    }

    void write_cell(lxw_row_t row, lxw_col_t at, std::string_view key, const achievement_line& line,
                    lxw_format* format)
    {
        if (key == "version") return number(row, at, static_cast<double>(line.version), format);
        if (key == "number") return number(row, at, line.number, format);
        if (key == "achieved_quantity" && line.achieved_quantity)
            return number(row, at, *line.achieved_quantity, format);
        text(row, at, text_of(key, line), format);
    }

    static std::string text_of(std::string_view key, const achievement_line& line)
    {
        using member = std::string achievement_line::*;
        static constexpr std::pair<std::string_view, member> members[]{
            {"target", &achievement_line::target},
            {"title", &achievement_line::title},
            {"criterion", &achievement_line::criterion},
            {"wanted", &achievement_line::wanted},
            {"unit", &achievement_line::unit},
            {"returned", &achievement_line::returned},
            {"evidence", &achievement_line::evidence},
            {"achievement", &achievement_line::achievement},
            {"obstacles", &achievement_line::obstacles},
            {"follow_up", &achievement_line::follow_up}};
        for (const auto& [name, where] : members)
            if (name == key) return line.*where;
        return {};
    }

    void number(lxw_row_t row, lxw_col_t at, double value, lxw_format* format)
    {
        check(worksheet_write_number(sheet_, row, at, value, format));
    }

    void text(lxw_row_t row, lxw_col_t at, const std::string& words, lxw_format* format)
    {
        if (!words.empty())
            check(worksheet_write_string(sheet_, row, at, workbook_text(words).c_str(), format));
        else if (format)
            check(worksheet_write_blank(sheet_, row, at, format));
    }

    lxw_row_t last_row() const
    {
        return first_row + static_cast<lxw_row_t>(list_.lines.size()) - 1;
    }

    void check_numbers(lxw_col_t at)
    {
        if (list_.lines.empty()) return;
        std::string title = said("achievement_number_title"), why = said("achievement_number_why");
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_number = 0;
        rule.error_title = title.data();
        rule.error_message = why.data();
        check(worksheet_data_validation_range(sheet_, first_row, at, last_row(), at, &rule));
    }

    void offer_report(lxw_col_t at)
    {
        if (list_.lines.empty()) return;
        std::string yes = said("achievement_yes"), no = said("achievement_no");
        std::string title = said("achievement_report"), what = said("achievement_report_what");
        char* choices[]{yes.data(), no.data(), nullptr};
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = choices;
        rule.input_title = title.data();
        rule.input_message = what.data();
        check(worksheet_data_validation_range(sheet_, first_row, at, last_row(), at, &rule));
    }

    void lay_out()
    {
        lxw_row_col_options hidden{};
        hidden.hidden = 1;
        check(worksheet_set_row_opt(sheet_, keys_row, LXW_DEF_ROW_HEIGHT, nullptr, &hidden));
        worksheet_freeze_panes(sheet_, first_row, frozen_columns);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, a4_paper);
        worksheet_fit_to_pages(sheet_, 1, 0);
        check(worksheet_repeat_rows(sheet_, heading_row, heading_row));
        lxw_protection may{};
        may.format_columns = may.format_rows = may.sort = may.autofilter = 1;
        worksheet_protect(sheet_, nullptr, &may);
    }

    const achievement_list& list_;
    memory_file file_;
    lxw_workbook* book_; // freed by workbook_close
    lxw_worksheet* sheet_{};
    lxw_format *title_{}, *heading_{}, *open_{}, *closed_{};
};

} // namespace

std::string write_achievement(const achievement_list& list, workflow::instant made)
{
    return achievement_writer(list, made).write();
}

} // namespace api
