// Durable moves: the bytes first, then the name, then the folder that holds the name.
#include "api/files/file_store.hpp"
#include "persistence/sql/outage.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace api {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view what, const fs::path& where, int code)
{
    const std::string said =
        std::string(what) + " " + where.string() + " failed: " + std::strerror(code);
    if (code == ENOSPC || code == EDQUOT) throw persistence::disk_full(said);
    throw persistence::outage(said);
}

void sync(const fs::path& where)
{
    const int opened = ::open(where.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) fail("opening", where, errno);
    const int code = ::fsync(opened) == 0 ? 0 : errno;
    ::close(opened);
    if (code != 0) fail("syncing", where, code);
}

// Makes the folder for the owner alone, and its name durable.
void make_folder(const fs::path& folder)
{
    if (::mkdir(folder.c_str(), 0700) == 0)
        sync(folder.parent_path());
    else if (errno != EEXIST)
        fail("making the folder", folder, errno);
}

bool is_digest(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool is_older(const fs::path& file, std::chrono::seconds grace)
{
    std::error_code gone;
    const auto written = fs::last_write_time(file, gone);
    return !gone && fs::file_time_type::clock::now() - written > grace;
}

} // namespace

void file_store::keep(const fs::path& temporary, const std::string& sha256) const
{
    const fs::path place = path_of(sha256);
    if (!fs::exists(temporary) && fs::exists(place)) return;
    sync(temporary);
    if (::chmod(temporary.c_str(), 0600) != 0) fail("restricting", temporary, errno);
    make_folder(root_.parent_path());
    make_folder(root_);
    make_folder(place.parent_path());
    // The same content again takes the old one's place, and with it a new age.
    if (::rename(temporary.c_str(), place.c_str()) != 0) fail("moving to", place, errno);
    sync(place.parent_path());
}

fs::path file_store::path_of(const std::string& sha256) const
{
    if (!is_digest(sha256)) throw std::invalid_argument("no SHA-256 digest: " + sha256);
    return root_ / sha256.substr(0, 2) / sha256;
}

bool file_store::has(const std::string& sha256) const
{
    return fs::exists(path_of(sha256));
}

std::size_t
file_store::remove_unreferenced(const std::function<bool(const std::string&)>& is_referenced,
                                std::chrono::seconds grace) const
{
    if (!fs::exists(root_)) return 0;
    std::vector<fs::path> lost;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root_)) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_regular_file() || !is_digest(name)) continue;
        if (is_older(entry.path(), grace) && !is_referenced(name)) lost.push_back(entry.path());
    }
    std::size_t removed = 0;
    // Asked again: the same content may have been uploaded since, and is young then.
    for (const fs::path& file : lost)
        if (is_older(file, grace) && fs::remove(file)) ++removed;
    return removed;
}

} // namespace api
