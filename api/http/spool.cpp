// Temporary files of requests.
#include "api/http/spool.hpp"
#include "api/http/secret.hpp"
#include <fcntl.h>
#include <unistd.h>

namespace api {

spool::~spool()
{
    close();
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

bool spool::open(const std::filesystem::path& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    const auto place = folder / random_id();
    file_ = ::open(place.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file_ >= 0) path_ = place;
    return file_ >= 0;
}

bool spool::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(file_, bytes.data(), bytes.size());
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void spool::close()
{
    if (file_ >= 0) ::close(file_);
    file_ = -1;
}

} // namespace api
