#pragma once
// The security log: who came in or was turned away, who changed whose rights, who read what is
// restricted. JSON lines in <data>/security.log, for the owner of the process alone. Any thread,
// any number of processes: a line is one append.
#include "api/request.hpp"
#include "workflow/clock.hpp"
#include "workflow/person.hpp"
#include <boost/json/object.hpp>
#include <filesystem>
#include <string>

namespace api {

struct security_event {
    workflow::instant at{};
    std::string_view what;
    boost::json::object members; // secrets are the caller's to leave out
};

// Adds the address and the request's id. Both throw std::runtime_error when the line cannot be
// written: who asked then gets no answer that says yes.
void log_security(const std::filesystem::path& data, const request&, security_event);

struct restricted_read {
    workflow::instant at{};
    workflow::reference by;
    std::string evidence; // id
    std::string target;
    std::string plan;
    std::string remote;  // address without port
    std::string request; // X-Request-Id
};

void log_restricted_read(const std::filesystem::path& data, const restricted_read&);

} // namespace api
