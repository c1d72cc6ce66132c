#pragma once
// A directory of a test's own, empty at first, removed with everything in it at the end of scope.
#include <filesystem>
#include <string_view>

namespace support {

// Made under the system's temporary directory; only the user of the test can enter it. Throws
// std::filesystem::filesystem_error when it cannot be made; removing never throws. Not copied or
// moved: the path is handed out and must stay true.
class temporary_directory {
public:
    explicit temporary_directory(std::string_view prefix = "rampung");
    ~temporary_directory();
    temporary_directory(const temporary_directory&) = delete;
    temporary_directory& operator=(const temporary_directory&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::filesystem::path& below) const
    {
        return path_ / below;
    }

private:
    std::filesystem::path path_;
};

} // namespace support
