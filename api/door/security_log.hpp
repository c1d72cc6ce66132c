#pragma once
// The security log: who came in or was turned away, who changed whose rights, who read what is
// restricted. JSON lines in <data>/security.log, for the owner of the process alone. Any thread,
// any number of processes: lines are one append.
//
// What tells of a change is stored in its transaction and comes into the file once that is
// committed, at the latest with the scheduler's next look: no change without its record, and a file
// that cannot be written takes no answer away. A line may come twice; both have one `record`.
#include "api/door/context.hpp"
#include "api/http/request.hpp"
#include <boost/json/object.hpp>
#include <string>

namespace api {

struct security_event {
    std::string_view what;
    boost::json::object members{}; // secrets are the caller's to leave out
};

// Whose doing it was; what is empty is left out of the line.
struct security_origin {
    std::string by{}; // a user's id
    std::string remote{};
    std::string request{};
};
security_origin origin_of(const request&, std::string by = {});

// With a change, in its transaction. Whoever calls it writes the log afterwards.
void record_security(persistence::unit_of_work&, const security_origin&, const security_event&);

// Lines that wait go into the file. What fails is told to the log of the process and tried again
// later; it never is the fault of who asks now.
void write_security_log(const context&) noexcept;

// For what changes nothing: straight into the file, and where it cannot be written, among those
// that wait. Throws an outage when the database takes none either. Not within a transaction.
void log_security(const context&, const security_origin&, const security_event&);

} // namespace api
