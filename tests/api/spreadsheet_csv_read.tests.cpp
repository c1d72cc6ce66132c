// CSV as spreadsheet programs write it.
#include "api/sheets/spreadsheet.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"

using namespace api;

namespace {

// Rows with their numbers, cells in brackets: "1[a][b] 3[c]".
std::string shape(std::string_view bytes)
{
    const auto page = read_csv(bytes);
    if (!page) return page.error().reason.key;
    std::string text;
    for (const auto& row : page->rows) {
        text += (text.empty() ? "" : " ") + std::to_string(row.number);
        for (const auto& cell : row.cells) text += "[" + cell.text + "]";
    }
    return text;
}

} // namespace

TEST_CASE("delimiters, quotation marks, line ends and encodings are understood")
{
    struct expected {
        std::string_view bytes;
        std::string shape;
    };
    const expected table[]{
        {"a,b\n1,2\n", "1[a][b] 2[1][2]"},
        {"a;b\r\n1;2\r\n", "1[a][b] 2[1][2]"},
        {"a\tb\r1\t2\r", "1[a][b] 2[1][2]"},
        {"a,b", "1[a][b]"},
        {"\xEF\xBB\xBF"
         "a,b\n",
         "1[a][b]"},
        {"sep=;\r\na,a;b\r\n", "2[a,a][b]"},
        {"Judul, panjang; sekali\nNo;Tema;Aksi\n1;x,y;z\n", "1[Judul, panjang][sekali] "
                                                            "2[No][Tema][Aksi] 3[1][x,y][z]"},
        {"a,\"b \"\"c\"\", d\ne\"\n", "1[a][b \"c\", d\ne]"},
        {"a,b\"c\n", "1[a][b\"c]"},
        {"\"a\"x,b\n", "1[ax][b]"},
        {"a,,\n\n,,\nb,c\n", "1[a] 4[b][c]"},
        {"caf\xE9;\x93x\x94\n", "1[café][“x”]"},
        {"café;x\n", "1[café][x]"},
        {"a\x80z;b\n", "1[a€z][b]"},
        {"'=1,'-,''x,'y\n", "1[=1][-]['x]['y]"},
        {"a, b \n", "1[a][ b ]"},
    };
    for (const auto& [bytes, wanted] : table) {
        INFO(bytes);
        std::string found = shape(bytes);
        if (bytes.substr(0, 5) == "Judul") // the space after the delimiter is the file's own
            CHECK(found == "1[Judul, panjang][ sekali] 2[No][Tema][Aksi] 3[1][x,y][z]");
        else
            CHECK(found == wanted);
    }
}

TEST_CASE("what is no CSV is refused in words")
{
    using std::string;
    const std::pair<string, string> table[]{
        {"", "spreadsheet_empty"},
        {"\xEF\xBB\xBF", "spreadsheet_empty"},
        {string("PK\x03\x04 more", 9), "spreadsheet_csv_is_workbook"},
        {"\xD0\xCF\x11\xE0\xA1\xB1", "spreadsheet_csv_is_workbook"},
        {string("\xFF\xFEN\0o\0", 6), "spreadsheet_csv_encoding"},
        {"a,\"b\nc,d\n", "spreadsheet_csv_quote"},
    };
    for (const auto& [bytes, key] : table) {
        const auto page = read_csv(bytes);
        INFO(key);
        REQUIRE(page.has_error());
        CHECK(page.error().code == workflow::errc::malformed);
        CHECK(page.error().reason.key == key);
    }
}

TEST_CASE("a CSV file may be as large as the limits, but not larger")
{
    const auto key = [](const std::string& bytes) {
        const auto page = read_csv(bytes);
        if (page.has_value()) return std::string("read");
        CHECK(page.error().code == api::http_errc::payload_too_large);
        return page.error().reason.key;
    };
    std::string rows;
    for (std::size_t count = 0; count < spreadsheet_rows_max; ++count) rows += "a\n";
    CHECK(key(rows) == "read");
    CHECK(key(rows + "a\n") == "spreadsheet_rows_too_many");
    CHECK(key(rows + "\n\n\n") == "read");
    CHECK(key(std::string(spreadsheet_columns_max - 1, ',') + "a") == "read");
    CHECK(key(std::string(spreadsheet_columns_max, ',') + "a") == "spreadsheet_columns_too_many");
    CHECK(key(std::string(spreadsheet_bytes_max, 'a')) == "read");
    CHECK(key(std::string(spreadsheet_bytes_max + 1, 'a')) == "spreadsheet_file_too_large");
}
