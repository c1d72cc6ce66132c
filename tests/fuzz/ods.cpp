// OpenDocument spreadsheets: mostly the inside of a table, since bytes in a packed archive hardly
// ever change to something that unpacks.
#include "api/sheets/spreadsheet.hpp"
#include "tests/fuzz/matrix_of.hpp"
#include "tests/support/zip_bytes.hpp"
#include <cstdint>

namespace {

std::string packed(std::string_view table)
{
    const std::string content =
        "<office:document-content><office:automatic-styles><style:style style:name='c'>"
        "<style:text-properties style:text-line-through-style='solid'/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet><table:table>" +
        std::string(table) +
        "</table:table></office:spreadsheet></office:body></office:document-content>";
    return zip_bytes::archive(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto page = api::read_xlsx(bytes.starts_with("PK") ? std::string(bytes) : packed(bytes));
    if (page) fuzz::read_as_matrix(*page);
    return 0;
}
