// OpenDocument spreadsheets as LibreOffice writes them, and as only an enemy would.
#include "api/sheets/ods_cells.hpp"
#include "api/sheets/spreadsheet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/zip_bytes.hpp"

using namespace api;

namespace {

std::string ods(const std::string& tables, const std::string& styles = "",
                const std::string& settings = "")
{
    return zip_bytes::archive(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml", "<office:document-content><office:automatic-styles>" + styles +
                             "</office:automatic-styles><office:body><office:spreadsheet>" +
                             tables +
                             "</office:spreadsheet></office:body></office:document-content>"},
         {"settings.xml", "<a><b>" + settings + "</b></a>"}});
}

std::string table(const std::string& rows)
{
    return "<table:table table:name='Satu'>" + rows + "</table:table>";
}

std::string cell(const std::string& attributes, const std::string& inside = "")
{
    return "<table:table-cell " + attributes + ">" + inside + "</table:table-cell>";
}

std::string row(const std::string& cells, const std::string& attributes = "")
{
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string shape(const workflow::result<workflow::sheet>& page)
{
    if (!page) return page.error().reason.key;
    std::string text;
    for (const auto& each : page->rows) {
        text += (text.empty() ? "" : " ") + std::to_string(each.number);
        for (const auto& c : each.cells)
            text += "[" + c.text + (c.number ? "#" : "") + (c.error ? "!" : "") + "]";
    }
    return text;
}

} // namespace

TEST_CASE("every kind of cell of an OpenDocument sheet is read")
{
    const std::string text = "office:value-type='string'";
    const std::pair<std::string, std::string> table_of[]{
        {cell(text, "<text:p>satu</text:p>"), "1[satu]"},
        {cell(text, "<text:p>satu</text:p><text:p>dua</text:p>"), "1[satu\ndua]"},
        {cell(text, "<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>"),
         "1[a  b\tc\nd]"},
        {cell(text, "<text:p><text:span>a</text:span> <text:a>b</text:a></text:p>"), "1[a b]"},
        {cell(text, "<office:annotation><text:p>catatan</text:p></office:annotation>"
                    "<text:p>isi</text:p>"),
         "1[isi]"},
        {cell(text, "<text:p>'=1</text:p>"), "1[=1]"},
        {cell("office:value-type='float' office:value='1250'", "<text:p>1,250</text:p>"),
         "1[1.250#]"},
        {cell("office:value-type='float' office:value='75.5'", "<text:p>75.5</text:p>"),
         "1[75,5#]"},
        {cell("office:value-type='percentage' office:value='0.755'", "<text:p>75,5%</text:p>"),
         "1[75,5%#]"},
        {cell("office:value-type='date' office:date-value='2026-04-03'", "<text:p>3-Apr</text:p>"),
         "1[2026-04-03]"},
        {cell("office:value-type='date' office:date-value='2026-04-30T09:30:00'"),
         "1[2026-04-30 09:30]"},
        {cell("office:value-type='boolean' office:boolean-value='true'"), "1[TRUE]"},
        {cell("office:value-type='string' calcext:value-type='error'", "<text:p>#N/A</text:p>"),
         "1[#N/A!]"},
        {cell("table:formula='of:=[.A2]'"), "1[=of:=[.A2]!]"},
        {cell("office:value-type='float' office:value='x'", "<text:p>x</text:p>"), "1[x!]"},
        {cell("table:number-columns-repeated='2'") +
             cell(text + " table:number-columns-repeated='2'", "<text:p>v</text:p>"),
         "1[][][v][v]"},
    };
    for (const auto& [cells, wanted] : table_of) {
        INFO(cells);
        CHECK(shape(read_xlsx(ods(table(row(cells))))) == wanted);
    }
}

TEST_CASE("a number of an OpenDocument sheet is as displayed, in Indonesian notation")
{
    struct expected {
        double value;
        bool is_percent;
        const char* shown;
        std::string text;
        double number;
    };
    const expected table_of[]{
        {1250, false, "1,250", "1.250", 1250},
        {1250, false, "1.250 desa", "1.250 desa", 1250},
        {1.25, false, "1.250", "1,250", 1.25},
        {3.5, false, "4", "3,5", 3.5},
        {3.14159, false, "3.14", "3,14", 3.14},
        {0.755, true, "76%", "76%", 76},
        {0.3333333, true, "33.33 %", "33,33 %", 33.33},
        {150000000, false, "Rp150,000,000", "Rp150.000.000", 150000000},
        {-2, false, "-2", "-2", -2},
        {-1250.5, false, "(1,250.50)", "(1.250,50)", -1250.5},
        {0.5, false, "1/2", "0,5", 0.5},
        {0, false, "-", "0", 0},
        {0.5, true, "", "50%", 50},
    };
    for (const auto& [value, is_percent, shown, text, number] : table_of) {
        INFO(value << " " << shown);
        const auto cell = cell_as_shown(value, is_percent, shown);
        CHECK(cell.text == text);
        CHECK(cell.number == number);
    }
}

TEST_CASE("an OpenDocument sheet says what is merged, hidden, struck through and on top")
{
    const std::string styles =
        "<style:style style:name='t1'><style:table-properties table:display='false'/></style:style>"
        "<style:style style:name='c1'><style:text-properties "
        "style:text-line-through-style='solid'/></style:style>"
        "<style:style style:name='c2'><style:text-properties "
        "style:text-line-through-style='none'/></style:style>";
    const std::string x = "<text:p>x</text:p>";
    const std::string first = "<table:table table:name='Lama' table:style-name='t1'>" +
                              row(cell("", x)) + "</table:table>";
    const std::string second =
        "<table:table table:name='Baru'><table:table-column table:number-columns-repeated='2'/>"
        "<table:table-column-group><table:table-column table:visibility='collapse'/>"
        "</table:table-column-group><table:table-header-rows>" +
        row(cell("table:number-columns-spanned='2' table:number-rows-spanned='3'", x) +
            "<table:covered-table-cell/>" + cell("table:style-name='c1'", x) +
            cell("table:style-name='c1'", "<text:p><text:span text:style-name='c2'>x</text:span>"
                                          "</text:p>") +
            cell("", "<text:p><text:span text:style-name='c1'>x</text:span> </text:p>")) +
        "</table:table-header-rows>" + row("", "table:number-rows-repeated='1000000'") +
        row(cell("", x), "table:visibility='filter'") + "</table:table>";
    const auto page =
        read_xlsx(ods(first + second + "<table:table table:name='Ketiga'/>", styles,
                      "<config:config-item config:name='ActiveTable'>Ketiga</config:config-item>"));
    REQUIRE(page.has_value());
    CHECK(page->name == "Baru"); // the first visible one: none has a header
    CHECK(page->place == 1);
    CHECK(shape(page) == "1[x][][x][x][x ] 1000002[x]");
    CHECK(page->rows[0].cells[2].struck);
    CHECK_FALSE(page->rows[0].cells[3].struck);
    CHECK(page->rows[0].cells[4].struck);
    CHECK(page->rows[1].hidden);
    CHECK(page->hidden_columns == std::set<std::size_t>{2});
    REQUIRE(page->merged.size() == 1);
    CHECK(page->merged[0].last_row == 3);
    CHECK(page->merged[0].last_column == 1);
    REQUIRE(page->others.size() == 2);
    CHECK(page->others[0].hidden);
    CHECK(page->others[1].active);
}

TEST_CASE("what an OpenDocument sheet repeats is counted before it is kept")
{
    const std::string x = cell("office:value-type='string'", "<text:p>x</text:p>");
    const auto wide = [](const std::string& times) {
        return cell("office:value-type='string' table:number-columns-repeated='" + times + "'",
                    "<text:p>x</text:p>");
    };
    CHECK(shape(read_xlsx(ods(table(row(wide("201")))))) == "spreadsheet_columns_too_many");
    CHECK(shape(read_xlsx(ods(table(row(wide("18446744073709551615")))))) ==
          "spreadsheet_columns_too_many");
    CHECK(read_xlsx(ods(table(row(wide("200"))))).has_value());
    CHECK(shape(read_xlsx(ods(table(row(x, "table:number-rows-repeated='1048576'"))))) ==
          "spreadsheet_rows_too_many");
    CHECK(shape(read_xlsx(ods(table(row(wide("200"), "table:number-rows-repeated='4000'"))))) ==
          "spreadsheet_cells_too_many");
    CHECK(shape(read_xlsx(ods(table(row("", "table:number-rows-repeated='1048576'") + row(x))))) ==
          "spreadsheet_damaged");
    CHECK(shape(read_xlsx(ods(""))) == "spreadsheet_damaged");
    std::string nested = row(x);
    for (int depth = 0; depth < 1000; ++depth)
        nested = "<table:table-row-group>" + nested + "</table:table-row-group>";
    CHECK(shape(read_xlsx(ods(table(nested)))) == "spreadsheet_damaged");
}
