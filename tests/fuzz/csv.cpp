// CSV of any origin, read into cells and from cells into a matrix.
#include "api/sheets/spreadsheet.hpp"
#include "tests/fuzz/matrix_of.hpp"
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto page = api::read_csv({reinterpret_cast<const char*>(data), size});
    if (page) fuzz::read_as_matrix(*page);
    return 0;
}
