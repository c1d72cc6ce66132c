#pragma once
// The route table as data. A row says what a request must bring; the pipeline checks it and the
// description of the API is written from the same rows.
#include "api/http/reply.hpp"
#include "api/http/request.hpp"
#include "api/http/request_key.hpp"
#include "workflow/people/person.hpp"
#include <boost/json/value.hpp>
#include <functional>
#include <map>

namespace api {

// Somebody signed in. What they may do is read in the transaction that does it
// (api/door/rights.hpp).
struct identity {
    workflow::reference user;
    std::string locale{"id"};
    bool bearer{};     // came with a token
    bool stepped_up{}; // signed in or stepped up within the last 30 minutes
    std::optional<workflow::token_bounds> bounds{}; // of a token with scopes
};

// Who sent the request.
struct caller {
    identity who;
    std::string session_id;
    std::string csrf_token;
    bool by_cookie{};
};

using path_parameters = std::map<std::string, std::string, std::less<>>;

// What a handler gets. `by` is empty (no user id) on public routes.
struct call {
    const request& asked;
    const path_parameters& path;
    const caller& by;
    std::string locale;
    boost::json::value body; // of routes that take JSON
    std::int64_t version{};  // that If-Match names, of routes that take it; 0 matches nothing
    std::optional<request_key> key{}; // of an Idempotency-Key that nobody has used yet

    const std::string& id() const { return path.find("id")->second; }
    const std::string& parameter(std::string_view name) const { return path.find(name)->second; }
};

namespace scope = workflow::scope; // as the rows below say them

// Runs on a worker thread. A refusal becomes a problem document; an exception is an outage.
using handler = std::function<workflow::result<reply>(const call&)>;
// Null when the caller may see what the path names, else the 404. Asked only where a fault of form
// would be answered: what somebody may not see must not answer 413 or 428 either.
using sight = std::function<std::optional<workflow::refusal>(const call&)>;

enum class body_kind {
    none,
    json,      // in memory, 1 MB
    multipart, // spooled to a file
    file,      // spooled to a file, of any type
    form,      // application/x-www-form-urlencoded, in memory
};

struct route {
    std::string_view method;
    std::string_view pattern; // /api/v1/plans/{id}
    handler answer;
    std::string_view operation{};
    std::string_view summary{};
    // The scopes of which a token must have one; `scope::none`: no token with scopes comes in here.
    // Of a route that needs a sign-in every row says it, and one that does not is closed to them.
    std::optional<workflow::token_scopes> opened_by{};
    body_kind body{body_kind::none};
    bool needs_sign_in{true};
    bool takes_if_match{};
    bool takes_idempotency_key{};
    std::vector<std::string_view> query{}; // names of the parameters it knows
    bool takes_any_query{};                // pages: mail programs add parameters of their own
    sight visible{};
    // Where one path is many commands: what opens the one that is asked for. Empty: `opened_by`.
    std::function<workflow::token_scopes(const path_parameters&)> opened_by_which{};
    // What the caller has left of what is limited, as header fields; asked when the handler has
    // answered, whatever it answered. Empty: nothing is limited.
    std::function<std::vector<name_value>(const call&)> limits{};
};

struct route_match {
    const route* found{};     // null: no such path, or not with this method
    const route* same_path{}; // some route of the path
    std::string allowed;      // methods of the path, for Allow; empty: no such path
    path_parameters parameters;
};

// Immutable once built; safe from any thread. Fixed segments win over parameters.
class router {
public:
    explicit router(std::vector<route> routes);
    // HEAD finds the route of GET.
    route_match match(const request&) const;
    const std::vector<route>& routes() const { return routes_; }

private:
    std::vector<route> routes_;
    std::vector<std::vector<std::string_view>> patterns_; // split; same order
};

} // namespace api
