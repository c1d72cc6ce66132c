// JSON lines through spdlog, which stamps the time (UTC) and keeps lines whole.
#include "api/http/log.hpp"
#include <boost/json/serialize.hpp>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace api {

namespace {

spdlog::logger& lines()
{
    static const auto logger = [] {
        auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        auto made = std::make_shared<spdlog::logger>("rampung", std::move(sink));
        made->set_formatter(std::make_unique<spdlog::pattern_formatter>(
            R"({"at":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l",%v)", spdlog::pattern_time_type::utc));
        return made;
    }();
    return *logger;
}

spdlog::level::level_enum level_of(severity how)
{
    switch (how) {
    case severity::debug:
        return spdlog::level::debug;
    case severity::info:
        return spdlog::level::info;
    case severity::warning:
        return spdlog::level::warn;
    case severity::error:
        break;
    }
    return spdlog::level::err;
}

} // namespace

void log(severity how, std::string_view event, boost::json::object members)
{
    if (!lines().should_log(level_of(how))) return;
    boost::json::object line{{"event", event}};
    for (auto& member : members) line.insert_or_assign(member.key(), std::move(member.value()));
    const std::string text = boost::json::serialize(line);
    lines().log(level_of(how), std::string_view(text).substr(1)); // its brace is the pattern's
}

void log_from(severity least)
{
    lines().set_level(level_of(least));
}

} // namespace api
