// Reads a workbook of achievement by its hidden row of keys, or by its headings where that is lost.
#include "api/sheets/achievement_columns.hpp"
#include "api/sheets/achievement_workbook.hpp"
#include "api/sheets/spreadsheet_refusal.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace api {

namespace {

using workflow::sheet;
using workflow::sheet_cell;
using workflow::sheet_row;

// What is in which column, and where the rows begin.
struct layout {
    std::size_t first_data{};                           // index into sheet::rows
    std::map<std::string, std::size_t, std::less<>> at; // by key

    bool is_whole() const { return at.contains("target") && at.contains("version"); }
    const sheet_cell& cell(const sheet_row& row, std::string_view key) const
    {
        static const sheet_cell none;
        const auto found = at.find(key);
        return found != at.end() && found->second < row.cells.size() ? row.cells[found->second]
                                                                     : none;
    }
};

// "Nama berkas: Laporan kegiatan" names the kind of evidence in words.
std::string key_of_files(std::string_view heading)
{
    const auto* wording = workflow::find_wording("achievement_files");
    for (const auto words : {wording->indonesian, wording->english}) {
        const auto before = words.substr(0, words.find('{'));
        if (heading.starts_with(before))
            return std::string(files_key) + std::string(heading.substr(before.size()));
    }
    return {};
}

std::string key_of_heading(const std::string& text)
{
    for (const auto& column : achievement_columns) {
        const auto* wording = workflow::find_wording(column.heading);
        if (wording && (text == wording->indonesian || text == wording->english))
            return std::string(column.key);
    }
    return key_of_files(text);
}

bool is_key(std::string_view text)
{
    return text.starts_with(files_key) ||
           std::any_of(achievement_columns.begin(), achievement_columns.end(),
                       [&](const auto& column) { return column.key == text; });
}

layout layout_of(const sheet_row& row, bool by_headings)
{
    layout found;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const std::string text = workflow::tidy_text(row.cells[column].text);
        const std::string key = by_headings ? key_of_heading(text) : is_key(text) ? text : "";
        if (!key.empty()) found.at.emplace(key, column);
    }
    return found;
}

std::optional<layout> layout_in(const sheet& page)
{
    constexpr std::size_t looked_at_rows = 20;
    for (const bool by_headings : {false, true})
        for (std::size_t index = 0; index < std::min(page.rows.size(), looked_at_rows); ++index) {
            layout found = layout_of(page.rows[index], by_headings);
            if (!found.is_whole()) continue;
            found.first_data = index + (by_headings ? 1 : 2); // headings stand below the keys
            return found;
        }
    return {};
}

std::optional<std::int64_t> version_in(const sheet_cell& cell)
{
    std::int64_t version = 0;
    const std::string text = workflow::tidy_text(cell.text);
    const auto end = text.data() + text.size();
    const auto [stop, wrong] = std::from_chars(text.data(), end, version);
    if (wrong != std::errc{} || stop != end || version < 1) return {};
    return version;
}

std::vector<std::string> names_in(const std::string& text)
{
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of(";\n", at), text.size());
        std::string name = workflow::tidy_text(std::string_view(text).substr(at, end - at));
        if (!name.empty()) names.push_back(std::move(name));
        at = end + 1;
    }
    return names;
}

bool says_yes(const std::string& text)
{
    const std::string key = workflow::spelling_key(text);
    return key == "ya" || key == "yes" || key == "y" || key == "v" || key == "x" || key == "true";
}

class row_reader {
public:
    explicit row_reader(const layout& columns) : columns_(columns) {}

    // Nothing for a row in which nothing stands that is ours.
    std::optional<achievement_row> read(const sheet_row& row)
    {
        achievement_row made;
        made.sheet_row = row.number;
        made.target = workflow::tidy_text(columns_.cell(row, "target").text);
        made.achievement = text(row, "achievement");
        made.obstacles = text(row, "obstacles");
        made.follow_up = text(row, "follow_up");
        read_quantity(row, made);
        read_files(row, made);
        made.wants_report = says_yes(columns_.cell(row, "wants_report").text);
        const auto version = version_in(columns_.cell(row, "version"));
        made.version = version.value_or(0);
        if (made.target.empty()) {
            if (!has_content(made)) return {};
            made.problems.push_back({"achievement_row_unknown"});
        } else if (!version) {
            made.problems.push_back({"achievement_version_lost"});
        } else if (!seen_.insert(made.target).second) {
            made.problems.push_back({"achievement_row_twice"});
        }
        return made;
    }

private:
    std::optional<std::string> text(const sheet_row& row, std::string_view key) const
    {
        if (!columns_.at.contains(key)) return {};
        return workflow::tidy_text(columns_.cell(row, key).text);
    }

    void read_quantity(const sheet_row& row, achievement_row& made) const
    {
        if (!columns_.at.contains("achieved_quantity")) return;
        using form = workflow::cell_quantity::form;
        const auto& cell = columns_.cell(row, "achieved_quantity");
        const auto found = workflow::quantity_in(cell);
        const bool usable = found.is == form::number || found.is == form::absent;
        const bool wrong_form = cell.error || cell.form != workflow::cell_form::plain;
        if (!usable || wrong_form)
            made.problems.push_back({"achievement_number_unclear", {{"text", cell.text}}});
        else
            made.achieved_quantity = found.value;
    }

    void read_files(const sheet_row& row, achievement_row& made) const
    {
        for (const auto& [key, column] : columns_.at) {
            if (!key.starts_with(files_key)) continue;
            for (auto& name : names_in(columns_.cell(row, key).text))
                made.files.emplace_back(key.substr(files_key.size()), std::move(name));
        }
    }

    static bool has_content(const achievement_row& row)
    {
        const auto filled = [](const auto& text) { return text && !text->empty(); };
        return filled(row.achievement) || filled(row.obstacles) || filled(row.follow_up) ||
               (row.achieved_quantity && *row.achieved_quantity) || !row.files.empty() ||
               !row.problems.empty() || row.wants_report;
    }

    const layout& columns_;
    std::set<std::string> seen_;
};

// The plan and the period, wherever the mark was moved to.
void read_titles(const sheet& page, std::size_t end, achievement_back& back)
{
    for (std::size_t index = 0; index < std::min(end, page.rows.size()); ++index) {
        const auto& cells = page.rows[index].cells;
        for (std::size_t column = 0; column + 1 < cells.size(); ++column) {
            if (cells[column].text != achievement_mark) continue;
            back.plan = cells[column + 1].text;
            if (index + 1 < page.rows.size() && column + 1 < page.rows[index + 1].cells.size())
                back.period_code = page.rows[index + 1].cells[column + 1].text;
            return;
        }
    }
}

workflow::result<achievement_back> rows_in(const sheet& page, const layout& columns)
{
    achievement_back back;
    read_titles(page, columns.first_data, back);
    row_reader reader(columns);
    for (std::size_t index = columns.first_data; index < page.rows.size(); ++index) {
        auto row = reader.read(page.rows[index]);
        if (row) back.rows.push_back(std::move(*row));
        if (back.rows.size() > achievement_rows_max)
            return too_large("achievement_rows_too_many", achievement_rows_max);
    }
    return back;
}

} // namespace

workflow::result<achievement_back> read_achievement(const sheet& page)
{
    if (const auto columns = layout_in(page)) return rows_in(page, *columns);
    for (const sheet& other : page.others)
        if (const auto columns = layout_in(other); columns && !other.hidden)
            return rows_in(other, *columns);
    return unreadable("achievement_not_ours");
}

} // namespace api
