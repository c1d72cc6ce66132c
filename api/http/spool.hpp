#pragma once
// A body on its way to a file: <data>/tmp/<random>, made for the owner alone, removed with this
// object unless the request's handler has moved it away. One thread.
#include <filesystem>
#include <string_view>

namespace api {

class spool {
public:
    spool() = default;
    ~spool();
    spool(const spool&) = delete;
    spool& operator=(const spool&) = delete;

    bool open(const std::filesystem::path& folder); // makes the folder; false when it cannot
    bool write(std::string_view bytes);             // false when the disk is full or fails
    void close();                                   // the file stays until the end of this object
    const std::filesystem::path& path() const { return path_; } // empty before open

private:
    std::filesystem::path path_;
    int file_{-1};
};

} // namespace api
