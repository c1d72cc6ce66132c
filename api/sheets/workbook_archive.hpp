#pragma once
// The files inside an XLSX workbook: a zip archive in memory, read within limits.
#include "api/sheets/spreadsheet.hpp"
#include <memory>
#include <optional>

struct zip;

namespace api {

class workbook_archive {
public:
    // Refusals: malformed when the bytes are no readable archive or are encrypted,
    // payload_too_large when it claims more files or bytes than the limits. `bytes` must outlive
    // it.
    static workflow::result<workbook_archive> open(std::string_view bytes);

    bool has(const std::string& path) const;

    // Nothing when there is no such file. The claimed size is not trusted: what unpacks to more
    // than the limits is refused.
    workflow::result<std::optional<std::string>> read(const std::string& path);

private:
    struct closer {
        void operator()(zip*) const;
    };
    std::unique_ptr<zip, closer> zip_;
    std::size_t total_bytes_{};
};

} // namespace api
