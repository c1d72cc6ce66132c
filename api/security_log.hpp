#pragma once
// Who read what is restricted: JSON lines in <data>/security.log, for the owner of the process
// alone. Any thread, any number of processes: a line is one append.
#include "workflow/clock.hpp"
#include "workflow/person.hpp"
#include <filesystem>
#include <string>

namespace api {

struct restricted_read {
    workflow::instant at{};
    workflow::reference by;
    std::string evidence; // id
    std::string target;
    std::string plan;
    std::string remote;  // address without port
    std::string request; // X-Request-Id
};

// Throws std::runtime_error when the line cannot be written: then nothing may be read either.
void log_restricted_read(const std::filesystem::path& data, const restricted_read&);

} // namespace api
