#pragma once
// What every workbook that we write needs: a file in memory, texts that stay texts.
#include <string>
#include <xlsxwriter.h>

namespace api {

// The library writes to a path only; this one is in memory. Throws std::system_error.
class memory_file {
public:
    memory_file();
    ~memory_file();
    memory_file(const memory_file&) = delete;
    memory_file& operator=(const memory_file&) = delete;

    std::string path() const;
    std::string contents() const;

private:
    int descriptor_;
};

// Throws std::runtime_error when the library could not do something.
void check(lxw_error);

// A text as it must be written so that it is read back the same.
std::string workbook_text(const std::string&);

} // namespace api
