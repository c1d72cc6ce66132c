// Makes and removes the directory of a test.
#include "tests/support/temporary_directory.hpp"
#include <cerrno>
#include <cstdlib>
#include <string>

namespace support {

temporary_directory::temporary_directory(std::string_view prefix)
{
    const auto parent = std::filesystem::temp_directory_path();
    std::string name = (parent / (std::string(prefix) + "-XXXXXX")).string();
    if (!mkdtemp(name.data()))
        throw std::filesystem::filesystem_error("cannot make a temporary directory", parent,
                                                {errno, std::generic_category()});
    path_ = name;
}

temporary_directory::~temporary_directory()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace support
