// Cells of files as offices keep them: numbers as displayed, what is hidden or struck through, what
// a file really is.
#include "api/sheets/spreadsheet.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"
#include <fstream>
#include <sstream>

using namespace api;
using workflow::cell_form;
using workflow::sheet;
using workflow::sheet_cell;

namespace {

std::string bytes_of(const std::string& file)
{
    std::ifstream in(std::string(RAMPUNG_SOURCE_DIR "/tests/data/matrices/") + file,
                     std::ios::binary);
    std::ostringstream bytes;
    REQUIRE(bytes << in.rdbuf());
    return bytes.str();
}

sheet read(const std::string& file)
{
    auto page = file.ends_with(".csv") ? read_csv(bytes_of(file)) : read_xlsx(bytes_of(file));
    REQUIRE(page.has_value());
    return std::move(*page);
}

const workflow::sheet_row& row_of(const sheet& page, int number)
{
    for (const auto& row : page.rows)
        if (row.number == number) return row;
    FAIL("no row " << number);
    return page.rows.front();
}

// "J15"
sheet_cell cell_of(const sheet& page, const std::string& name)
{
    const auto& row = row_of(page, std::stoi(name.substr(1)));
    const auto column = static_cast<std::size_t>(name[0] - 'A');
    return column < row.cells.size() ? row.cells[column] : sheet_cell{};
}

// "3: No|Tema|" of every row.
std::string texts_of(const sheet& page)
{
    std::string text;
    for (const auto& row : page.rows) {
        text += std::to_string(row.number) + ": ";
        for (const auto& cell : row.cells) text += cell.text + "|";
        text += "\n";
    }
    return text;
}

struct displayed {
    const char* cell;
    std::string text;
    std::optional<double> number;
    cell_form form;
};

void check(const sheet& page, const std::vector<displayed>& table)
{
    for (const auto& [name, text, number, form] : table) {
        INFO(name);
        const auto cell = cell_of(page, name);
        CHECK(cell.text == text);
        CHECK(cell.number == number);
        CHECK(cell.form == form);
    }
}

} // namespace

TEST_CASE("numbers of an office's workbook are read as the office sees them")
{
    using enum cell_form;
    check(read("J2-angka-berformat-openpyxl-tanpa-nilai-rumus.xlsx"),
          {{"J2", "1.250", 1250, plain},
           {"J3", "75,5%", 75.5, plain},
           {"J4", "76%", 76, plain},
           {"J5", "100%", 100, plain},
           {"J6", "Rp150.000.000", 150000000, plain},
           {"J7", "6 desa", 6, plain},
           {"J8", "6 desa", 6, plain},
           {"J9", "0", 0, plain},
           {"J10", "-", 0, plain},
           {"J11", "3,5", 3.5, plain},
           {"J12", "3,5", 3.5, plain},
           {"J13", "1,005", 1.005, plain},
           {"J14", "12.345.678,90", 12345678.9, plain},
           {"J15", "-2", -2, plain},
           {"J16", "2026-04-30", {}, dated},
           {"J17", "2026-04-03", {}, dated},
           {"J18", "=1+2", {}, not_calculated},
           {"J21", "=\"SK\"", {}, not_calculated},
           {"J22", "TRUE", {}, truth},
           {"J23", "1000000000000000", 1e15, plain},
           {"J24", "0,3", 0.3, plain},
           {"J26", "1.250", {}, plain},
           {"J27", "'5", {}, plain}});
    check(read("F-sheetjs.xlsx"), {{"H6", "1 Laporan", {}, plain},
                                   {"H7", "50%", 50, plain},
                                   {"H8", "33,33%", 33.33, plain},
                                   {"I8", "75,50%", 75.5, plain},
                                   {"H11", "2026-04-03", {}, dated},
                                   {"H12", "0,3", 0.3, plain},
                                   {"I13", "1.500", 1500, plain},
                                   {"D5", "2026-04-30", {}, dated}});
}

TEST_CASE("what an office hid or struck through is told of its sheet")
{
    const sheet marked = read("D3-baris-tersembunyi-dan-dicoret.xlsx");
    CHECK(row_of(marked, 3).hidden);
    CHECK_FALSE(row_of(marked, 4).hidden);
    for (const auto& cell : row_of(marked, 5).cells) CHECK((cell.struck || cell.text.empty()));
    for (const auto& cell : row_of(marked, 6).cells) CHECK_FALSE(cell.struck);

    const sheet merged = read("C1-gabung-vertikal-sub-kegiatan.xlsx");
    const auto is_there = [&](int first, int last, std::size_t column) {
        return std::any_of(merged.merged.begin(), merged.merged.end(), [&](const auto& area) {
            return area.first_row == first && area.last_row == last &&
                   area.first_column == column && area.last_column == column;
        });
    };
    for (const std::size_t column : {0, 1, 2, 4, 5}) {
        CHECK(is_there(4, 6, column));
        CHECK(is_there(7, 9, column));
        CHECK(is_there(10, 11, column));
    }
}

TEST_CASE(
    "of the sheets of a workbook it is told which is on top, which is hidden and where each is")
{
    const sheet copy = read("E2-aktif-lembar-salinan.xlsx");
    CHECK(copy.name == "Matriks RAD 2026 (2)");
    CHECK(copy.active);
    CHECK(copy.place == 10);
    std::string others;
    for (const sheet& other : copy.others)
        others += std::to_string(other.place) + (other.hidden ? "h " : " ");
    CHECK(others == "0 1h 2h 3h 4 5h 6h 7h 8h 9h 11h ");
    CHECK(copy.others[4].name == "Matriks RAD 2026");
}

TEST_CASE("a file is read for what it is, or refused by what it is")
{
    const std::string semicolons = texts_of(read("K1-excel-id-titikkoma-cp1252.csv"));
    CHECK(texts_of(read("K5-unicode-text-utf16le-tab.csv")) == semicolons);
    CHECK(texts_of(read("L13-csv-diganti-nama.xlsx")) == semicolons);
    CHECK(texts_of(read("L1-contoh.ods")) == texts_of(read("L3-contoh.xlsm")));
    const auto old = read_xlsx(bytes_of("L2-contoh.xls"));
    REQUIRE(old.has_error());
    CHECK(old.error().reason.key == "spreadsheet_xls");

    // It is to be said of a file that was read although it is not what it was called.
    CHECK(read("L13-csv-diganti-nama.xlsx").is_misnamed);
    CHECK_FALSE(read("L1-contoh.ods").is_misnamed);
    CHECK_FALSE(read("K1-excel-id-titikkoma-cp1252.csv").is_misnamed);
}
