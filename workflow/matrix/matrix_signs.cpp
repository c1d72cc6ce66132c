// The words of signatures, totals and headings.
#include "workflow/matrix/matrix_signs.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>

namespace workflow {

namespace {

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

// "A. TAHAP DINI" → "A."; empty when the text does not begin with an enumerator.
std::string_view enumerator_of(std::string_view text)
{
    const auto end = text.find_first_of(" .)\n");
    const auto word = text.substr(0, end);
    if (end == text.npos) return is_enumerator(text) ? text : std::string_view{};
    const bool parted = text[end] != ' ' && text[end] != '\n';
    return is_enumerator(word) && (parted || word.size() > 1) ? word : std::string_view{};
}

bool is_amount(const sheet_cell& cell)
{
    using form = cell_quantity::form;
    const auto is = quantity_in(cell).is;
    return is == form::number || is == form::absent;
}

} // namespace

bool is_signature(const row_view& row)
{
    const auto& cells = row.raw().cells;
    return row.filled() <= signature_cells_max &&
           std::any_of(cells.begin(), cells.end(),
                       [](const sheet_cell& cell) { return signs(tidy_text(cell.text)); });
}

bool is_total(const row_view& row)
{
    static constexpr std::array words{
        "jumlah",           "total",          "jumlahtotal",      "totaljumlah",
        "subtotal",         "grandtotal",     "jumlahseluruhnya", "jumlahkeseluruhan",
        "totalkeseluruhan", "jumlahanggaran", "totalanggaran"};
    bool named = false;
    for (const sheet_cell& cell : row.raw().cells) {
        if (is_blank(cell)) continue;
        const std::string key = spelling_key(cell.text);
        const bool names = std::find(words.begin(), words.end(), key) != words.end();
        if (!named && !names) return false;
        if (named && !is_amount(cell)) return false;
        named = true;
    }
    return named;
}

std::string heading_text(const row_view& row)
{
    constexpr std::size_t heading_cells_max = 2;
    if (row.filled() == 0 || row.filled() > heading_cells_max) return {};
    const auto& cells = row.raw().cells;
    const std::size_t last = *row.header().column(matrix_column::title);
    std::string text;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string found = tidy_text(cells[column].text);
        if (found.empty() || (text.empty() && is_enumerator(found))) continue;
        if (!text.empty() || column > last) return {};
        text = found;
    }
    return text;
}

std::string heading_form(const row_view& row)
{
    for (const sheet_cell& cell : row.raw().cells) {
        if (is_blank(cell)) continue;
        const std::string text = tidy_text(cell.text);
        const auto word = enumerator_of(text);
        if (word.empty()) return {};
        if (is_digit(word.front())) return "1";
        if (word.find_first_not_of("IVX") == word.npos) return "I";
        return word.front() >= 'a' ? "a" : "A";
    }
    return {};
}

bool names_only_phase(std::string_view text, const std::vector<coded>& phases)
{
    const auto counted = enumerator_of(text);
    std::string key = spelling_key(text.substr(counted.size()));
    const auto take_out = [&key](const std::string& word) {
        if (const auto at = key.find(word); !word.empty() && at != key.npos)
            key.erase(at, word.size());
    };
    for (const coded& phase : phases)
        for (const auto& word : {phase.name.id, phase.name.en}) take_out(spelling_key(word));
    for (const coded& phase : phases)
        for (const auto& word : phase.spellings) take_out(spelling_key(word));
    for (const char* word : {"tahapan", "tahap", "bidang", "fase", "kegiatan", "rencana", "aksi",
                             "pasca", "konflik", "sosial"})
        take_out(word);
    return key.empty();
}

bool is_capitals(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace workflow
