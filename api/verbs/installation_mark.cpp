// Reading and leaving the mark. Processes of one installation may start at once: they write the
// same words, and a mark is whole or absent.
#include "api/verbs/installation_mark.hpp"
#include "persistence/nouns/installation.hpp"
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace api {
namespace {

namespace fs = std::filesystem;

std::string mark_in(const fs::path& place)
{
    std::ifstream file(place);
    std::string id;
    std::getline(file, id);
    return id;
}

[[noreturn]] void fail(const fs::path& where)
{
    throw fs::filesystem_error("writing failed", where,
                               std::error_code(errno, std::generic_category()));
}

void write_whole(const fs::path& place, const fs::path& fresh, const std::string& line)
{
    const int opened = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (opened < 0) fail(fresh);
    const bool written = ::write(opened, line.data(), line.size()) == std::ssize(line);
    const bool synced = written && ::fsync(opened) == 0;
    const int code = errno;
    ::close(opened);
    errno = code;
    if (!synced) fail(fresh);
    fs::rename(fresh, place);
}

} // namespace

void require_own_data(persistence::database& database, const fs::path& data,
                      const std::string& fresh_id)
{
    std::string ours;
    database.write([&](persistence::unit_of_work& unit) {
        ours = persistence::installation_id(unit, fresh_id);
    });
    const fs::path place = data / installation_file;
    if (mark_in(place).empty()) write_whole(place, place.string() + "." + fresh_id, ours + "\n");
    const std::string found = mark_in(place);
    if (found == ours) return;
    throw foreign_data("expected in " + data.string() + " the files of installation " + ours +
                       ", found those of " + found +
                       "; name the directory that belongs to this database in --data, or an empty "
                       "one if it never had any");
}

} // namespace api
