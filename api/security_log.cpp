// Appends lines; O_APPEND keeps those of several processes whole.
#include "api/security_log.hpp"
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace api {
namespace {

void append(const std::filesystem::path& data, const boost::json::object& line)
{
    const std::string text = boost::json::serialize(line) + "\n";
    const auto path = data / "security.log";
    const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        throw std::runtime_error("the security log " + path.string() +
                                 " cannot be opened: " + std::generic_category().message(errno));
    const auto written = ::write(file, text.data(), text.size());
    const bool whole = ::close(file) == 0 && written == static_cast<ssize_t>(text.size());
    if (!whole)
        throw std::runtime_error("the security log " + path.string() + " cannot be written");
}

} // namespace

void log_security(const std::filesystem::path& data, const request& asked, security_event e)
{
    boost::json::object line{{"at", workflow::rfc3339(e.at)}, {"what", e.what}};
    for (auto& member : e.members) line[member.key()] = std::move(member.value());
    line["remote"] = asked.remote;
    line["request"] = asked.id;
    append(data, line);
}

void log_restricted_read(const std::filesystem::path& data, const restricted_read& r)
{
    append(data, {{"at", workflow::rfc3339(r.at)},
                  {"what", "restricted_evidence_read"},
                  {"user", r.by.id},
                  {"evidence", r.evidence},
                  {"target", r.target},
                  {"plan", r.plan},
                  {"remote", r.remote},
                  {"request", r.request}});
}

} // namespace api
