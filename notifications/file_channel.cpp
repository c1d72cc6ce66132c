// Written under another name, synced, then renamed: a reader never sees half a mail.
#include "notifications/file_channel.hpp"
#include "notifications/mime.hpp"
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace notifications {

namespace {

constexpr std::size_t name_length_max = 120;

// Only characters that are harmless in a path; never empty, never beginning with a dot.
std::string file_name(const std::string& message_id)
{
    std::string name;
    for (char c : message_id.substr(0, message_id.find('@'))) {
        const bool harmless = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (harmless && name.size() < name_length_max) name += c;
    }
    return (name.empty() ? "mail" : name) + ".eml";
}

// Of its own in every process and for every call.
std::string temporary_name()
{
    static std::atomic<unsigned> count{0};
    return ".tmp-" + std::to_string(::getpid()) + '-' + std::to_string(count++);
}

// 0 or errno. Mails name people and what they owe: nobody else reads them.
int write_synced(const std::filesystem::path& path, const std::string& bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return errno;
    int fault = 0;
    for (std::size_t at = 0; at < bytes.size() && fault == 0;) {
        const auto written = ::write(file, bytes.data() + at, bytes.size() - at);
        if (written > 0)
            at += static_cast<std::size_t>(written);
        else if (errno != EINTR)
            fault = errno;
    }
    if (fault == 0 && ::fsync(file) != 0) fault = errno;
    if (::close(file) != 0 && fault == 0) fault = errno;
    return fault;
}

} // namespace

file_channel::file_channel(std::filesystem::path directory) : directory_(std::move(directory)) {}

delivery file_channel::send(const mail& mail)
{
    if (!is_address(mail.to.email)) return {outcome::permanent, "not a mail address"};
    std::error_code error;
    std::filesystem::create_directories(directory_, error);
    if (error) return {outcome::temporary, "the mail directory: " + error.message()};
    const auto unfinished = directory_ / temporary_name();
    if (const int fault = write_synced(unfinished, to_mime(mail)); fault != 0) {
        std::filesystem::remove(unfinished, error);
        return {outcome::temporary, std::string("writing the mail: ") + std::strerror(fault)};
    }
    std::filesystem::rename(unfinished, directory_ / file_name(mail.message_id), error);
    if (error) {
        const std::string reason = "naming the mail: " + error.message();
        std::filesystem::remove(unfinished, error);
        return {outcome::temporary, reason};
    }
    return {outcome::accepted};
}

} // namespace notifications
