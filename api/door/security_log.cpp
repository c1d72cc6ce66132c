// Appends lines; O_APPEND keeps those of several processes whole.
#include "api/door/security_log.hpp"
#include "api/http/log.hpp"
#include "api/http/secret.hpp"
#include "persistence/nouns/security_records.hpp"
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <fcntl.h>
#include <mutex>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace api {
namespace {

constexpr std::size_t lines_at_once = 200;

[[noreturn]] void fail(const std::filesystem::path& path, const char* what)
{
    const std::string said = errno ? std::generic_category().message(errno) : "no room is left";
    throw std::runtime_error("expected to " + std::string(what) + " the security log " +
                             path.string() + ", but could not: " + said +
                             "; make room or give the process its file back");
}

// An append that was cut short leaves half a line, which must not swallow the next one.
bool ends_within_a_line(int file)
{
    struct stat about {};
    char last = '\n';
    return ::fstat(file, &about) == 0 && about.st_size > 0 &&
           ::pread(file, &last, 1, about.st_size - 1) == 1 && last != '\n';
}

void append(const std::filesystem::path& data, std::string lines)
{
    const auto path = data / "security.log";
    errno = 0;
    const int file = ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) fail(path, "open");
    if (ends_within_a_line(file)) lines.insert(lines.begin(), '\n');
    const auto written = ::write(file, lines.data(), lines.size());
    const bool whole = ::close(file) == 0 && written == static_cast<ssize_t>(lines.size());
    if (!whole) fail(path, "write");
}

persistence::security_record record_of(workflow::instant at, const security_origin& of,
                                       const security_event& event)
{
    const std::string id = random_id();
    boost::json::object line{{"at", workflow::rfc3339(at)}, {"what", event.what}};
    if (!of.by.empty()) line["by"] = of.by;
    for (const auto& member : event.members) line[member.key()] = member.value();
    if (!of.remote.empty()) line["remote"] = of.remote;
    if (!of.request.empty()) line["request"] = of.request;
    line["record"] = id;
    return {id, boost::json::serialize(line)};
}

void tell_failure(const std::exception& failure)
{
    log(severity::error, "security_log_waits", {{"what", failure.what()}});
}

// One process writes a waiting line once; a second process might write it again.
std::size_t write_some(const context& here)
{
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    const auto waiting = here.database.glance([](persistence::unit_of_work& unit) {
        return persistence::waiting_security_records(unit, lines_at_once);
    });
    if (waiting.empty()) return 0;
    std::string lines;
    for (const auto& each : waiting) lines += each.line + "\n";
    append(here.data, std::move(lines));
    here.database.write([&](persistence::unit_of_work& unit) {
        for (const auto& each : waiting) persistence::delete_security_record(unit, each.id);
    });
    return waiting.size();
}

} // namespace

security_origin origin_of(const request& asked, std::string by)
{
    return {std::move(by), asked.remote, asked.id};
}

void record_security(persistence::unit_of_work& unit, const security_origin& of,
                     const security_event& event)
{
    persistence::insert_security_record(unit, record_of(unit.now(), of, event));
}

void write_security_log(const context& here) noexcept
{
    try {
        while (write_some(here) == lines_at_once) {
        }
    } catch (const std::exception& failure) {
        tell_failure(failure);
    }
}

void log_security(const context& here, const security_origin& of, const security_event& event)
{
    const auto made = record_of(here.clock(), of, event);
    try {
        append(here.data, made.line + "\n");
    } catch (const std::exception& failure) {
        tell_failure(failure);
        here.database.write([&](persistence::unit_of_work& unit) {
            persistence::insert_security_record(unit, made);
        });
    }
}

} // namespace api
