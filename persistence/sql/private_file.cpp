// Modes.
#include "persistence/sql/private_file.hpp"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace persistence {

void keep_private(const std::filesystem::path& place)
{
    struct stat now {};
    if (::lstat(place.c_str(), &now) != 0) return;
    const bool is_ours = S_ISREG(now.st_mode) || S_ISDIR(now.st_mode);
    if (is_ours && (now.st_mode & 077) != 0)
        static_cast<void>(::chmod(place.c_str(), now.st_mode & 0700));
}

void keep_database_private(const std::filesystem::path& file)
{
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) ::close(made); // what else is wrong with the place SQLite will say
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::path beside = file;
        keep_private(beside += ending);
    }
}

} // namespace persistence
