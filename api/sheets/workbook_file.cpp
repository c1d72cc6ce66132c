// Files in memory, and texts in the form of ECMA-376.
#include "api/sheets/workbook_file.hpp"
#include "api/sheets/spreadsheet_guard.hpp"
#include <cerrno>
#include <stdexcept>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

namespace api {

memory_file::memory_file() : descriptor_(memfd_create("workbook", MFD_CLOEXEC))
{
    if (descriptor_ < 0)
        throw std::system_error(errno, std::generic_category(), "no memory for a workbook");
}

memory_file::~memory_file()
{
    close(descriptor_);
}

std::string memory_file::path() const
{
    return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::string memory_file::contents() const
{
    std::string bytes;
    char piece[65536];
    for (off_t at = 0;;) {
        const auto count = pread(descriptor_, piece, sizeof piece, at);
        if (count < 0)
            throw std::system_error(errno, std::generic_category(), "a workbook is unreadable");
        if (count == 0) return bytes;
        bytes.append(piece, static_cast<std::size_t>(count));
        at += count;
    }
}

void check(lxw_error outcome)
{
    if (outcome != LXW_NO_ERROR)
        throw std::runtime_error(std::string("a workbook cannot be written: ") +
                                 lxw_strerror(outcome));
}

// In a workbook's strings _x000D_ stands for a character; a text that has it is written so that it
// stays a text. The library leaves this to its callers.
std::string workbook_text(const std::string& text)
{
    std::string out;
    const std::string guarded = with_own_guard_kept(text);
    for (std::size_t at = 0; at < guarded.size(); ++at) {
        const auto digits = guarded.compare(at, 2, "_x") == 0 ? guarded.substr(at + 2, 4) : "";
        const bool stands_for_another =
            digits.size() == 4 &&
            digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos &&
            guarded.compare(at + 6, 1, "_") == 0;
        out += stands_for_another ? "_x005F_" : std::string(1, guarded[at]);
    }
    return out;
}

} // namespace api
