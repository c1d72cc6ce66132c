// Small files that claim to be large: answered soon, and without their memory.
#include "api/sheets/spreadsheet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/zip_bytes.hpp"
#include <chrono>
#include <sys/resource.h>

using namespace api;
using zip_bytes::workbook;

namespace {

// Of the whole program, ever: what grows while a file is read was taken for it.
long peak_kilobytes()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

std::string repeated(const std::string& text, std::size_t bytes)
{
    std::string out;
    while (out.size() + text.size() <= bytes) out += text;
    return out;
}

void check_cheap(const std::string& bytes)
{
    constexpr long kilobytes_max = 100 * 1024;
    constexpr std::chrono::seconds time_max{4}; // a second on a machine that does nothing else
    const long before = peak_kilobytes();
    const auto began = std::chrono::steady_clock::now();
    static_cast<void>(read_xlsx(bytes));
    CHECK(std::chrono::steady_clock::now() - began < time_max);
    CHECK(peak_kilobytes() - before < kilobytes_max);
}

} // namespace

TEST_CASE("a small workbook that claims a million rows or cells costs little")
{
    constexpr std::size_t almost = workbook_entry_bytes_max - 4096;
    const std::string far = "<c r='GR1'><v>1</v></c>";
    for (const std::string& cells :
         {repeated("<row/>", almost), repeated("<row><c/></row>", almost), repeated("<c/>", almost),
          "<row>" + repeated("<c/>", almost) + "</row>", repeated("<row>" + far + "</row>", almost),
          repeated("<row a='' b='' c='' d=''/>", almost), repeated("<", almost),
          repeated("</", almost), repeated("</x", almost) + ">"}) {
        INFO(cells.substr(0, 40));
        const std::string bytes = workbook(cells);
        CHECK(bytes.size() < 200'000);
        check_cheap(bytes);
    }
}

TEST_CASE("shared texts, styles and merges of a small workbook cost little")
{
    constexpr std::size_t almost = workbook_entry_bytes_max - 4096;
    const std::string row = "<row><c t='s'><v>0</v></c></row>";
    check_cheap(
        workbook(row, {{"xl/sharedStrings.xml", "<sst>" + repeated("<si/>", almost) + "</sst>"}}));
    check_cheap(
        workbook(row, {{"xl/styles.xml", "<styleSheet><cellXfs>" + repeated("<xf/>", almost) +
                                             "</cellXfs></styleSheet>"}}));
    check_cheap(workbook(row + "</sheetData><mergeCells>" +
                         repeated("<mergeCell ref='A1:B2'/>", almost) +
                         "</mergeCells><sheetData>"));
}

TEST_CASE("one long text in every cell of a row is refused before it is copied")
{
    const std::string text(8u << 20, 'a');
    const auto key_of = [](const std::string& bytes) {
        check_cheap(bytes);
        const auto page = read_xlsx(bytes);
        return page ? std::string("read") : page.error().reason.key;
    };
    CHECK(key_of(workbook("<row>" + repeated("<c t='s'><v>0</v></c>", 4'000) + "</row>",
                          {{"xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>"}})) ==
          "spreadsheet_text_too_large");
    CHECK(key_of(zip_bytes::archive(
              {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
               {"content.xml",
                "<office:document-content><office:body><office:spreadsheet><table:table>"
                "<table:table-row><table:table-cell table:number-columns-repeated='200'><text:p>" +
                    text +
                    "</text:p></table:table-cell></table:table-row></table:table>"
                    "</office:spreadsheet></office:body></office:document-content>"}})) ==
          "spreadsheet_text_too_large");
}

TEST_CASE("a hundred sheets that each reach to the last column are refused together")
{
    std::string sheets, relations;
    zip_bytes::files parts;
    const std::string cells = "<worksheet><sheetData>" +
                              repeated("<row><c r='GR1'><v>1</v></c></row>", 170'000) +
                              "</sheetData></worksheet>";
    for (int number = 0; number < 100; ++number) {
        const std::string id = "s" + std::to_string(number);
        sheets += "<sheet name='" + id + "' r:id='" + id + "'/>";
        relations += "<Relationship Id='" + id + "' Target='" + id + ".xml'/>";
        parts.emplace_back("xl/" + id + ".xml", cells);
    }
    parts.emplace_back("xl/workbook.xml",
                       "<workbook xmlns:r='r'><sheets>" + sheets + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels",
                       "<Relationships>" + relations + "</Relationships>");
    const std::string bytes = zip_bytes::archive(parts);
    check_cheap(bytes);
    const auto page = read_xlsx(bytes);
    REQUIRE(page.has_error());
    CHECK(page.error().reason.key == "spreadsheet_cells_too_many");
}

TEST_CASE("rows that are formatted and blank, to the end of the sheet, refuse nobody's file")
{
    const std::string blank = "<row><c r='A1' s='1'/><c r='B1' s='1'/><c r='C1' s='1'/></row>";
    const auto page = read_xlsx(
        workbook("<row><c><v>1</v></c></row>" + repeated(blank, workbook_entry_bytes_max - 8192)));
    REQUIRE(page.has_value());
    CHECK(page->rows.size() == 1);
}

TEST_CASE("a workbook of more sheets than can be told apart is refused, not shortened")
{
    std::string sheets;
    for (std::size_t number = 0; number <= workbook_sheets_max; ++number)
        sheets += "<sheet name='S' r:id='a'/>";
    const auto page = read_xlsx(zip_bytes::archive(
        {{"xl/workbook.xml", "<workbook xmlns:r='r'><sheets>" + sheets + "</sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='a' Target='s.xml'/></Relationships>"},
         {"xl/s.xml", "<worksheet/>"}}));
    REQUIRE(page.has_error());
    CHECK(page.error().reason.key == "spreadsheet_sheets_too_many");
}
