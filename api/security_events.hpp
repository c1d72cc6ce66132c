#pragma once
// The security log: lines of the log with the member "security", who asked, from where, and the
// request's id. Secrets are the caller's to leave out.
#include "api/log.hpp"
#include "api/request.hpp"

namespace api {

inline void log_security(severity how, std::string_view event, const request& asked,
                         boost::json::object members)
{
    members["security"] = true;
    members["remote"] = asked.remote;
    members["request"] = asked.id;
    log(how, event, std::move(members));
}

} // namespace api
