// Workbooks. Bytes in a packed archive hardly ever change to something that unpacks, so that most
// inputs are the parts themselves, parted by \x1f: sheet data, shared strings, styles.
#include "api/sheets/spreadsheet.hpp"
#include "tests/fuzz/matrix_of.hpp"
#include "tests/support/zip_bytes.hpp"
#include <array>
#include <cstdint>

namespace {

std::string packed(std::string_view text)
{
    static constexpr std::array names{"xl/sharedStrings.xml", "xl/styles.xml"};
    const auto first = text.find('\x1f');
    const std::string sheet(text.substr(0, first));
    zip_bytes::files more;
    for (std::size_t at = first, i = 0; at != text.npos && i < names.size(); ++i) {
        const auto next = text.find('\x1f', at + 1);
        more.emplace_back(names[i], text.substr(at + 1, next == text.npos ? next : next - at - 1));
        at = next;
    }
    return zip_bytes::workbook(sheet, more);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto page = api::read_xlsx(bytes.starts_with("PK") ? std::string(bytes) : packed(bytes));
    if (page) fuzz::read_as_matrix(*page);
    return 0;
}
