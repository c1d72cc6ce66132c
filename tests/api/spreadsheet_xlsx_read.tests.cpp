// Workbooks as programs write them, and files that only look like workbooks.
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/workbook_styles.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/zip_bytes.hpp"
#include "workflow/words/sentences.hpp"

using namespace api;
using zip_bytes::archive;
using zip_bytes::workbook;

namespace {

std::string shape(const workflow::result<workflow::sheet>& page)
{
    if (!page) return page.error().reason.key;
    std::string text;
    for (const auto& row : page->rows) {
        text += (text.empty() ? "" : " ") + std::to_string(row.number);
        for (const auto& cell : row.cells)
            text += "[" + cell.text + (cell.number ? "#" : "") + (cell.error ? "!" : "") + "]";
    }
    return text;
}

const std::string styles = R"(<styleSheet><numFmts>
<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
<numFmt numFmtId="165" formatCode="0.0&quot; hari&quot;"/>
<numFmt numFmtId="166" formatCode="[Red]0.0%"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/>
<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>)";

const std::string strings = R"(<sst><si><t>satu</t></si>
<si><r><t>dua </t></r><r><rPr><b/></rPr><t xml:space="preserve"> </t></r><r><t>tiga</t></r>
<rPh><t>x</t></rPh></si><si><t>a_x000D_b_x005F_x</t></si></sst>)";

} // namespace

TEST_CASE("every kind of cell is read")
{
    struct expected {
        std::string cell, shape;
    };
    const expected table[]{
        {"<c r='A1' t='s'><v>0</v></c>", "1[satu]"},
        {"<c r='A1' t='s'><v>1</v></c>", "1[dua  tiga]"},
        {"<c r='A1' t='s'><v>2</v></c>", "1[a\rb_x]"},
        {"<c r='A1' t='s'><v>9</v></c>", "1[9!]"},
        {"<c r='A1' t='inlineStr'><is><t>x</t></is></c>", "1[x]"},
        {"<c r='A1' t='inlineStr'><is><r><t>x</t></r><r><t>y</t></r></is></c>", "1[xy]"},
        {"<c r='A1' t='str'><f>A2</f><v>teks</v></c>", "1[teks]"},
        {"<c r='A1' t='b'><v>1</v></c>", "1[TRUE]"},
        {"<c r='A1' t='e'><v>#REF!</v></c>", "1[#REF!!]"},
        {"<c r='A1'><f>1+1</f><v>2</v></c>", "1[2#]"},
        {"<c r='A1'><f>1+1</f></c>", "1[=1+1!]"},
        {"<c r='A1' t='n'><v>12</v></c>", "1[12#]"},
        {"<c r='A1'><v>75.5</v></c>", "1[75,5#]"},
        {"<c r='A1'><v>0.30000000000000004</v></c>", "1[0,3#]"},
        {"<c r='A1'><v>1E3</v></c>", "1[1000#]"},
        {"<c r='A1'><v>abc</v></c>", "1[abc!]"},
        {"<c r='A1' s='1'><v>46142</v></c>", "1[2026-04-30]"},
        {"<c r='A1' s='3'><v>46142</v></c>", "1[2026-04-30]"},
        {"<c r='A1' s='6'><v>46142.395833333336</v></c>", "1[2026-04-30 09:30]"},
        {"<c r='A1' s='2'><v>0.75</v></c>", "1[75%#]"},
        {"<c r='A1' s='5'><v>0.07</v></c>", "1[7%#]"},
        {"<c r='A1' s='4'><v>3</v></c>", "1[3#]"},
        {"<c r='A1' t='d'><v>2026-04-30</v></c>", "1[2026-04-30]"},
        {"<c r='C1'><v>1</v></c>", "1[][][1#]"},
        {"<c><v>1</v></c><c><v>2</v></c>", "1[1#][2#]"},
        {"<c r='A1' t='inlineStr'><is><t>'=1</t></is></c>", "1[=1]"},
        {"<c r='A1' t='n'></c>", ""},
    };
    for (const auto& [cell, wanted] : table) {
        INFO(cell);
        const auto bytes = workbook("<row r='1'>" + cell + "</row>",
                                    {{"xl/sharedStrings.xml", strings}, {"xl/styles.xml", styles}});
        CHECK(shape(read_xlsx(bytes)) == wanted);
    }
}

TEST_CASE("rows keep their numbers, and prefixes of elements do not matter")
{
    CHECK(
        shape(read_xlsx(workbook("<row r='3'><c r='A3'><v>1</v></c></row><row><c><v>2</v></c></row>"
                                 "<row r='9'/><x:row r='12'><x:c><x:v>3</x:v></x:c></x:row>"))) ==
        "3[1#] 4[2#] 12[3#]");
    CHECK(shape(read_xlsx(workbook("<row r='1048576'><c><v>1</v></c></row>"))) == "1048576[1#]");
}

TEST_CASE("days count from 1904 where the workbook says so")
{
    const auto bytes = workbook("<row r='1'><c r='A1' s='1'><v>44680</v></c></row>",
                                {{"xl/styles.xml", styles}}, "<workbookPr date1904='1'/>");
    CHECK(shape(read_xlsx(bytes)) == "1[2026-04-30]");
}

TEST_CASE("the visible sheet with a matrix is chosen, not the first one or a hidden one")
{
    const auto cells = [](const std::string& first) {
        std::string row = "<worksheet><sheetData><row r='1'>";
        for (const auto& text : {first, std::string("Rencana Aksi"), std::string("Satuan")})
            row += "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
        return row + "</row></sheetData></worksheet>";
    };
    const std::string plain =
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    const auto bytes = archive(
        {{"_rels/.rels",
          "<Relationships><Relationship Id='r' Target='/buku/workbook.xml'/></Relationships>"},
         {"buku/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='Sampul' r:id='a'/>"
                               "<sheet name='Lama' state='hidden' r:id='b'/><sheet name='Matriks' "
                               "r:id='c'/></sheets></workbook>"},
         {"buku/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='a' Target='s/1.xml'/><Relationship Id='b' "
          "Target='s/2.xml'/><Relationship Id='c' Target='/buku/s/3.xml'/></Relationships>"},
         {"buku/s/1.xml", plain},
         {"buku/s/2.xml", cells("No")},
         {"buku/s/3.xml", cells("Nomor")}});
    const auto page = read_xlsx(bytes);
    REQUIRE(page.has_value());
    CHECK(page->name == "Matriks");
    CHECK(shape(page) == "1[Nomor][Rencana Aksi][Satuan]");
}

TEST_CASE("files that are no workbook are refused in words, and none throws")
{
    using std::string;
    const string good = workbook("<row r='1'><c><v>1</v></c></row>");
    const string old("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    string encrypted = old;
    for (const char c : string("EncryptedPackage")) encrypted += c, encrypted += '\0';
    const std::pair<string, string> table[]{
        {"", "spreadsheet_empty"},
        {old, "spreadsheet_xls"},
        {encrypted, "spreadsheet_encrypted"},
        {"<html><table></table></html>", "spreadsheet_html"},
        {"\xEF\xBB\xBF \n<?xml version='1.0'?><Workbook/>", "spreadsheet_html"},
        {"No,Tema\n", "spreadsheet_not_xlsx"},
        {"%PDF-1.7", "spreadsheet_not_xlsx"},
        {good.substr(0, good.size() / 2), "spreadsheet_damaged"},
        {"PK\x03\x04", "spreadsheet_damaged"},
        {archive({{"word/document.xml", "<w/>"}}), "spreadsheet_not_xlsx"},
        {archive({{"mimetype", "x"}, {"content.xml", "<x/>"}}), "spreadsheet_ods"},
        {archive({{"xl/workbook.bin", "x"}}), "spreadsheet_xlsb"},
        {archive({{"xl/workbook.xml", "<workbook/>"}}), "spreadsheet_damaged"},
        {archive({{"xl/workbook.xml", "<workbook"}}), "spreadsheet_damaged"},
        {workbook("<row><c><v>1</v>"), "spreadsheet_damaged"},
        {workbook("<row r='2147483647'/><row><c><v>1</v></c></row>"), "spreadsheet_damaged"},
        {workbook("<row r='1048576'/><row><c><v>1</v></c></row>"), "spreadsheet_damaged"},
        {workbook("<row r='0'><c><v>1</v></c></row>"), "spreadsheet_damaged"},
        {archive({{"xl/workbook.xml", "<workbook/>"}}, "rahasia"), "spreadsheet_encrypted"},
    };
    for (const auto& [bytes, key] : table) {
        INFO(key);
        const auto page = read_xlsx(bytes);
        REQUIRE(page.has_error());
        CHECK(page.error().reason.key == key);
        CHECK(page.error().code == workflow::errc::malformed);
        CHECK(workflow::find_wording(key) != nullptr);
    }
}

TEST_CASE("no entity is expanded and nothing outside is read")
{
    const auto bytes = archive(
        {{"xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>"
                             "<!ENTITY b 'bbbb'>]><workbook xmlns:r='r'><sheets>"
                             "<sheet name='S' r:id='a'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='a' Target='s.xml'/></Relationships>"},
         {"xl/s.xml",
          "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData>"
          "<row><c t='inlineStr'><is><t>[&a;&b;]</t></is></c></row></sheetData></worksheet>"}});
    CHECK(shape(read_xlsx(bytes)) == "1[[&a;&b;]]");
}

TEST_CASE("an archive that unpacks beyond the limits is refused")
{
    const auto key = [](const std::string& bytes) {
        const auto page = read_xlsx(bytes);
        if (page.has_value()) return std::string("read");
        CHECK(page.error().code == api::http_errc::payload_too_large);
        return page.error().reason.key;
    };
    const std::string row = "<row r='1'><c><v>1</v></c></row>";
    const std::string padding(workbook_entry_bytes_max, ' ');
    CHECK(key(workbook(row, {{"xl/styles.xml", "<a>" + padding + "</a>"}})) ==
          "spreadsheet_unpacked_too_large");
    CHECK(key(workbook(row, {{"xl/other.bin", std::string(workbook_total_bytes_max, ' ')}})) ==
          "spreadsheet_unpacked_too_large");
    CHECK(key(std::string(spreadsheet_bytes_max + 1, 'P')) == "spreadsheet_file_too_large");
    zip_bytes::files many;
    for (std::size_t count = 0; count < workbook_entries_max - 2; ++count)
        many.push_back({"x/" + std::to_string(count), ""});
    CHECK(key(workbook(row, many)) == "spreadsheet_entries_too_many");
    many.pop_back();
    CHECK(key(workbook(row, many)) == "read");
}

TEST_CASE("rows, columns and texts of a workbook have limits")
{
    std::string rows;
    for (std::size_t count = 0; count < spreadsheet_rows_max; ++count)
        rows += "<row><c><v>1</v></c></row>";
    CHECK(read_xlsx(workbook(rows)).has_value());
    CHECK(shape(read_xlsx(workbook(rows + "<row><c><v>1</v></c></row>"))) ==
          "spreadsheet_rows_too_many");
    CHECK(read_xlsx(workbook("<row r='1'><c r='GR1'><v>1</v></c></row>")).has_value());
    CHECK(shape(read_xlsx(workbook("<row r='1'><c r='GS1'><v>1</v></c></row>"))) ==
          "spreadsheet_columns_too_many");
    CHECK(shape(read_xlsx(workbook("<row r='1'><c r='XFD1' s='1'/></row>"))).empty());
    std::string repeated = "<row>";
    for (int count = 0; count < 20; ++count) repeated += "<c t='s'><v>0</v></c>";
    const std::string large = "<sst><si><t>" + std::string(1u << 20, 'a') + "</t></si></sst>";
    CHECK(shape(read_xlsx(workbook(repeated + "</row>", {{"xl/sharedStrings.xml", large}}))) ==
          "spreadsheet_text_too_large");
}

TEST_CASE("number formats are told apart by their codes")
{
    const std::pair<const char*, number_format> table[]{
        {"General", number_format::plain},
        {"#,##0.00", number_format::plain},
        {"0%", number_format::percent},
        {"dd mmmm yyyy", number_format::date},
        {"[$-421]dd mmmm yyyy", number_format::date},
        {"\"hari\" 0", number_format::plain},
        {"0\\d", number_format::plain},
        {"[h]:mm", number_format::date},
        {"#,##0_);[Red]-0%", number_format::plain},
        {"\"open", number_format::plain},
        {"[", number_format::plain},
        {"\\", number_format::plain},
    };
    for (const auto& [code, wanted] : table) {
        INFO(code);
        CHECK(format_of(code) == wanted);
    }
}
