// Reads CSV as spreadsheet programs write it.
#include "api/files/utf8.hpp"
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/spreadsheet_guard.hpp"
#include "api/sheets/spreadsheet_refusal.hpp"
#include <algorithm>
#include <array>

namespace api {

namespace {

using workflow::sheet;
using workflow::sheet_row;

// Bytes 0x80 to 0x9F of Windows-1252; the others are the characters of the same number.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const unsigned code = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
        if (code < 0x80) {
            out += c;
        } else if (code < 0x800) {
            out += static_cast<char>(0xC0 | code >> 6);
            out += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            out += static_cast<char>(0xE0 | code >> 12);
            out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
            out += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    return out;
}

// One record after the other; a quotation mark opens a field only at its beginning.
class csv_reader {
public:
    csv_reader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    bool at_end() const { return at_ == text_.size(); }
    bool quote_left_open() const { return open_; }

    std::vector<std::string> record()
    {
        std::vector<std::string> fields;
        for (bool more = true; more;) {
            fields.push_back(field());
            more = at_ < text_.size() && text_[at_] == delimiter_;
            if (more) ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        return fields;
    }

private:
    std::string field()
    {
        std::string out;
        if (at_ < text_.size() && text_[at_] == '"') quoted(out);
        while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' &&
               text_[at_] != '\r')
            out += text_[at_++];
        return out;
    }

    void quoted(std::string& out)
    {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                out += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                out += text_[at_++];
            } else {
                ++at_;
                return;
            }
        }
        open_ = true;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_{};
    bool open_{};
};

// The top of the file as this delimiter parts it.
struct parted {
    std::size_t width{1}; // of the widest record
    bool has_header{};
};
parted parted_by(char delimiter, std::string_view top)
{
    parted found;
    sheet page;
    csv_reader reader(top, delimiter);
    while (!reader.at_end()) {
        sheet_row row{static_cast<int>(page.rows.size()) + 1, {}};
        for (auto& field : reader.record()) row.cells.push_back({std::move(field), {}, {}});
        found.width = std::max(found.width, row.cells.size());
        page.rows.push_back(std::move(row));
    }
    found.has_header = workflow::has_matrix_header(page);
    return found;
}

// The delimiter that gives a matrix's header; cells may hold more commas than the header has
// columns. Where none or several do, the one that gives the widest record.
char guessed_delimiter(std::string_view text)
{
    constexpr std::size_t looked_at_bytes = 64u << 10;
    char best = ',';
    parted found;
    for (const char candidate : {',', ';', '\t'}) {
        const parted next = parted_by(candidate, text.substr(0, looked_at_bytes));
        const bool better =
            next.has_header != found.has_header ? next.has_header : next.width > found.width;
        if (better) found = next, best = candidate;
    }
    return best;
}

// Excel's own first line `sep=;` names the delimiter; the line still counts as a row.
std::optional<char> named_delimiter(std::string_view& text)
{
    if (!text.starts_with("sep=") || text.size() < 6) return {};
    const char delimiter = text[4];
    const auto rest = text.substr(5);
    if (!rest.starts_with('\n') && !rest.starts_with("\r\n")) return {};
    text = rest.substr(rest.find('\n') + 1);
    return delimiter;
}

workflow::result<sheet> records(std::string_view text)
{
    sheet page;
    const auto named = named_delimiter(text);
    int number = named ? 1 : 0;
    csv_reader reader(text, named ? *named : guessed_delimiter(text));
    while (!reader.at_end()) {
        sheet_row row{++number, {}};
        bool filled = false;
        for (auto& field : reader.record()) {
            filled |= !field.empty();
            row.cells.push_back({without_guard(std::move(field)), {}, {}});
        }
        while (!row.cells.empty() && row.cells.back().text.empty()) row.cells.pop_back();
        if (row.cells.size() > spreadsheet_columns_max)
            return too_large("spreadsheet_columns_too_many", spreadsheet_columns_max);
        if (filled) page.rows.push_back(std::move(row));
        if (page.rows.size() > spreadsheet_rows_max)
            return too_large("spreadsheet_rows_too_many", spreadsheet_rows_max);
    }
    if (reader.quote_left_open())
        return workflow::refusal{workflow::errc::malformed,
                                 {"spreadsheet_csv_quote", {{"row", std::to_string(number)}}},
                                 {},
                                 {}};
    return page;
}

} // namespace

workflow::result<workflow::sheet> read_csv(std::string_view bytes)
{
    if (bytes.size() > spreadsheet_bytes_max)
        return too_large("spreadsheet_file_too_large", spreadsheet_bytes_max >> 20);
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (bytes.empty()) return unreadable("spreadsheet_empty");
    if (bytes.starts_with(zip_file) || bytes.starts_with(compound_file))
        return unreadable("spreadsheet_csv_is_workbook");
    if (bytes.find('\0') != bytes.npos) return unreadable("spreadsheet_csv_encoding");
    if (is_utf8(bytes)) return records(bytes);
    return records(from_windows_1252(bytes));
}

} // namespace api
