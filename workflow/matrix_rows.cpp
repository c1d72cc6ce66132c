// Tells the rows of actions from what offices write between and below them.
#include "workflow/matrix_rows.hpp"
#include "workflow/matrix_numbers.hpp"
#include "workflow/matrix_text.hpp"
#include <algorithm>
#include <array>

namespace workflow {

namespace {

// An action's row has more than a number and two texts; a signature block has two columns.
constexpr std::size_t signature_cells_max = 3;
constexpr std::size_t column_numbers_min = 3;

bool is_blank(const sheet_cell& cell)
{
    return !cell.error && !cell.number && tidy_text(cell.text).empty();
}

// I, II., A, b), 1.
bool is_enumerator(std::string_view text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
    if (text.size() == 1) return true;
    return !text.empty() && text.find_first_not_of("IVX0123456789") == text.npos;
}

bool is_month(std::string_view key)
{
    static constexpr std::array months{"januari",   "februari", "maret",    "april",
                                       "mei",       "juni",     "juli",     "agustus",
                                       "september", "oktober",  "november", "desember"};
    return std::any_of(months.begin(), months.end(),
                       [&](const char* month) { return key.find(month) != key.npos; });
}

// "Palangka Raya, 12 Februari 2026" or with dots where the day will be written by hand.
bool is_place_and_date(std::string_view text)
{
    const auto comma = text.find(',');
    constexpr std::size_t length_max = 60;
    return comma != text.npos && text.size() <= length_max && text.find("20", comma) != text.npos &&
           is_month(spelling_key(text.substr(comma)));
}

bool signs(std::string_view text)
{
    static constexpr std::array openings{
        "mengetahui", "menyetujui", "disetujui",  "ditetapkandi", "padatanggal",
        "kepala",     "plt",        "plh",        "pltkepala",    "gubernur",
        "angubernur", "bupati",     "anbupati",   "walikota",     "anwalikota",
        "wakil",      "ketua",      "sekretaris", "nip",          "ttd",
        "tembusan",   "pembina",    "keterangan", "catatan",      "sumber"};
    const std::string key = spelling_key(text);
    return is_place_and_date(text) ||
           std::any_of(openings.begin(), openings.end(),
                       [&](const char* opening) { return key.starts_with(opening); });
}

} // namespace

const sheet_cell& row_view::cell(std::optional<std::size_t> column) const
{
    static const sheet_cell none;
    return column && *column < row_.cells.size() ? row_.cells[*column] : none;
}

bool row_view::has(matrix_column which) const
{
    return !is_blank(cell(which));
}

std::size_t row_view::filled() const
{
    return static_cast<std::size_t>(std::count_if(
        row_.cells.begin(), row_.cells.end(), [](const auto& each) { return !is_blank(each); }));
}

std::string section_text(const row_view& row)
{
    constexpr std::size_t section_cells_max = 2;
    if (row.filled() == 0 || row.filled() > section_cells_max) return {};
    std::string text;
    for (const auto& cell : row.raw().cells) {
        const std::string found = tidy_text(cell.text);
        if (found.empty() || is_enumerator(found)) continue;
        if (!text.empty()) return {};
        text = found;
    }
    return text;
}

bool is_column_numbers(const row_view& row)
{
    int next = 1;
    for (const auto& cell : row.raw().cells) {
        if (is_blank(cell)) continue;
        sheet_cell bare = cell;
        bare.text = tidy_text(bare.text);
        if (bare.text.starts_with('(')) bare.text.erase(0, 1);
        if (action_number_in(bare) != next) return false;
        ++next;
    }
    return next > static_cast<int>(column_numbers_min);
}

bool is_signature(const row_view& row)
{
    const auto& cells = row.raw().cells;
    return row.filled() <= signature_cells_max &&
           std::any_of(cells.begin(), cells.end(),
                       [](const sheet_cell& cell) { return signs(tidy_text(cell.text)); });
}

bool is_total(const row_view& row)
{
    const auto& cells = row.raw().cells;
    return std::any_of(cells.begin(), cells.end(), [](const sheet_cell& cell) {
        const std::string key = spelling_key(cell.text);
        return key.starts_with("jumlah") || key == "total";
    });
}

} // namespace workflow
