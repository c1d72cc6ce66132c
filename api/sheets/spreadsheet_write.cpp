// Writes sheets as CSV, and as workbooks laid out for the office's printer.
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/spreadsheet_guard.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <cerrno>
#include <map>
#include <stdexcept>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>
#include <xlsxwriter.h>

namespace api {

namespace {

using workflow::sheet;

constexpr double width_default = 14;
constexpr double width_max = 60;
constexpr double letter_width = 1.2; // in digits, in which widths are counted: capitals, bold
constexpr int frozen_columns = 4;    // up to the action's title
constexpr int a4_paper = 9;

double width_of(const std::string& heading)
{
    static const std::map<std::string, double> widths{{"No", 5},
                                                      {"Bidang/Tahap", 18},
                                                      {"Tema", 16},
                                                      {"Lokasi", 20},
                                                      {"Rencana Aksi", 45},
                                                      {"Penanggung Jawab", 22},
                                                      {"Instansi Terkait", 28},
                                                      {"Kriteria Keberhasilan", 35},
                                                      {"Keterangan", 20}};
    const auto found = widths.find(heading);
    return found == widths.end() ? width_default : found->second;
}

std::size_t longest_word_of(const std::string& text)
{
    std::size_t longest = 0;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
        end = std::min(text.find_first_of(" \t\r\n-", at), text.size());
        const auto word = std::string_view(text).substr(at, end - at);
        longest = std::max(longest, workflow::character_count(word));
    }
    return longest;
}

// A spreadsheet program breaks a word, letter by letter, that its column is too narrow for.
double width_of(const sheet& page, std::size_t column)
{
    std::size_t longest = 0;
    for (const auto& row : page.rows)
        if (column < row.cells.size())
            longest = std::max(longest, longest_word_of(row.cells[column].text));
    const double wanted = std::min(1 + letter_width * static_cast<double>(longest), width_max);
    return std::max(width_of(page.rows.front().cells[column].text), wanted);
}

// The library writes to a path only; this one is in memory.
class memory_file {
public:
    memory_file() : descriptor_(memfd_create("workbook", MFD_CLOEXEC))
    {
        if (descriptor_ < 0)
            throw std::system_error(errno, std::generic_category(), "no memory for a workbook");
    }
    ~memory_file() { close(descriptor_); }
    memory_file(const memory_file&) = delete;
    memory_file& operator=(const memory_file&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    std::string contents() const
    {
        std::string bytes;
        char piece[65536];
        for (off_t at = 0;;) {
            const auto count = pread(descriptor_, piece, sizeof piece, at);
            if (count < 0)
                throw std::system_error(errno, std::generic_category(), "a workbook is unreadable");
            if (count == 0) return bytes;
            bytes.append(piece, static_cast<std::size_t>(count));
            at += count;
        }
    }

private:
    int descriptor_;
};

void check(lxw_error outcome)
{
    if (outcome != LXW_NO_ERROR)
        throw std::runtime_error(std::string("a workbook cannot be written: ") +
                                 lxw_strerror(outcome));
}

// In a workbook's strings _x000D_ stands for a character; a text that has it is written so that it
// stays a text. The library leaves this to its callers.
std::string workbook_text(const std::string& text)
{
    std::string out;
    const std::string guarded = with_own_guard_kept(text);
    for (std::size_t at = 0; at < guarded.size(); ++at) {
        const auto digits = guarded.compare(at, 2, "_x") == 0 ? guarded.substr(at + 2, 4) : "";
        const bool stands_for_another =
            digits.size() == 4 &&
            digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos &&
            guarded.compare(at + 6, 1, "_") == 0;
        out += stands_for_another ? "_x005F_" : std::string(1, guarded[at]);
    }
    return out;
}

class workbook_writer {
public:
    workbook_writer(const sheet& page, const std::vector<std::string>& titles,
                    workflow::instant made)
        : page_(page), titles_(titles), book_(workbook_new(file_.path().c_str()))
    {
        if (!book_) throw std::runtime_error("a workbook cannot be begun");
        lxw_doc_properties properties{};
        properties.created = std::chrono::system_clock::to_time_t(
            std::chrono::time_point_cast<std::chrono::system_clock::duration>(made));
        check(workbook_set_properties(book_, &properties));
    }

    std::string write()
    {
        sheet_ = workbook_add_worksheet(book_, page_.name.empty() ? nullptr : page_.name.c_str());
        if (!sheet_) throw std::runtime_error("a workbook cannot have this sheet: " + page_.name);
        make_formats();
        write_titles();
        for (const auto& row : page_.rows) write_row(row);
        lay_out();
        check(workbook_close(book_));
        return file_.contents();
    }

private:
    void make_formats()
    {
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_align(title_, LXW_ALIGN_CENTER);
        body_ = workbook_add_format(book_);
        header_ = workbook_add_format(book_);
        for (auto* format : {body_, header_}) {
            format_set_border(format, LXW_BORDER_THIN);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        format_set_bold(header_);
        format_set_align(header_, LXW_ALIGN_CENTER);
        format_set_bg_color(header_, 0xDDE6EE);
    }

    void write_titles()
    {
        for (const auto& title : titles_) {
            const std::string text = workbook_text(title);
            if (width() > 1)
                check(worksheet_merge_range(sheet_, row_, 0, row_,
                                            static_cast<lxw_col_t>(width() - 1), text.c_str(),
                                            title_));
            else
                check(worksheet_write_string(sheet_, row_, 0, text.c_str(), title_));
            ++row_;
        }
        if (!titles_.empty()) ++row_;
        header_row_ = row_;
    }

    void write_row(const workflow::sheet_row& row)
    {
        auto* format = row_ == header_row_ ? header_ : body_;
        for (std::size_t column = 0; column < std::max(width(), row.cells.size()); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            const bool beyond = column >= row.cells.size();
            if (beyond || row.cells[column].text.empty()) {
                check(worksheet_write_blank(sheet_, row_, at, format));
            } else if (const auto number = row.cells[column].number) {
                check(worksheet_write_number(sheet_, row_, at, *number, format));
            } else {
                const std::string text = workbook_text(row.cells[column].text);
                check(worksheet_write_string(sheet_, row_, at, text.c_str(), format));
            }
        }
        ++row_;
    }

    void lay_out()
    {
        for (std::size_t column = 0; column < width(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            const double wide = width_of(page_, column);
            check(worksheet_set_column(sheet_, at, at, wide, nullptr));
        }
        worksheet_freeze_panes(sheet_, header_row_ + 1, frozen_columns);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, a4_paper);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
        check(worksheet_repeat_rows(sheet_, header_row_, header_row_));
        check(worksheet_set_footer(sheet_, "&CHalaman &P dari &N"));
    }

    std::size_t width() const { return page_.rows.empty() ? 0 : page_.rows.front().cells.size(); }

    const sheet& page_;
    const std::vector<std::string>& titles_;
    memory_file file_;
    lxw_workbook* book_; // freed by workbook_close
    lxw_worksheet* sheet_{};
    lxw_format* title_{};
    lxw_format* header_{};
    lxw_format* body_{};
    lxw_row_t row_{};
    lxw_row_t header_row_{};
};

std::string csv_field(const std::string& text)
{
    const std::string guarded = with_guard(text);
    const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (guarded.find_first_of(",;\t\r\n\"") == guarded.npos && !outer_space) return guarded;
    std::string out = "\"";
    for (const char c : guarded) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

} // namespace

std::string write_xlsx(const sheet& page, const std::vector<std::string>& titles,
                       workflow::instant made)
{
    return workbook_writer(page, titles, made).write();
}

std::string write_csv(const sheet& page)
{
    std::string out = "\xEF\xBB\xBF";
    for (const auto& row : page.rows) {
        std::string line;
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            line += (column ? "," : "") + csv_field(row.cells[column].text);
        out += line + "\r\n";
    }
    return out;
}

} // namespace api
