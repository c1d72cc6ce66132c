#pragma once
// The operational and security log: one JSON object a line on standard error. Any thread.
#include <boost/json/object.hpp>
#include <string_view>

namespace api {

enum class severity { debug, info, warning, error };

// Writes {"at","level","event", …members}. Control characters are escaped; secrets are the
// caller's to leave out.
void log(severity, std::string_view event, boost::json::object members);

void log_from(severity least); // everything below is dropped; info unless told otherwise

} // namespace api
