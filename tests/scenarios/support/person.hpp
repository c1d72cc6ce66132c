#pragma once
// Somebody at a keyboard: signed in once, with cookie and CSRF token, asking by paths below
// /api/v1. What is unexpected throws with the whole answer, so that it may be asked from any
// thread; one person is one thread at a time.
#include "tests/support/http_client.hpp"
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>

namespace scenarios {

namespace json = boost::json;
using support::header_list;
using support::http_reply;

struct uploaded {
    std::string name;
    std::string bytes;
    std::vector<std::pair<std::string, std::string>> fields{};
};

class person {
public:
    // Signs in; throws when that is refused.
    person(unsigned short port, std::string username, std::string password);

    const std::string& username() const { return username_; }
    std::string id() const; // of the user

    http_reply send(std::string_view method, const std::string& path, std::string_view body = {},
                    const header_list& = {});
    http_reply get(const std::string& path) { return send("GET", path); }
    http_reply post(const std::string& path, const json::value& body, const header_list& = {});

    json::object see(const std::string& path);                             // 200
    json::array all(const std::string& path);                              // every page's items
    json::object make(const std::string& path, const json::value& body);   // 201
    json::object change(const std::string& path, const json::value& body); // PATCH as just read
    json::object upload(const std::string& path, const uploaded&);         // 201

    // A command on the resource as it is now: read, If-Match, asked.
    http_reply give(const std::string& resource, const std::string& id, const std::string& command,
                    const json::value& body = json::object{});
    http_reply dry_run(const std::string& resource, const std::string& id,
                       const std::string& command, const json::value& body = json::object{});
    // The same, with the answer's body; throws unless it is 200.
    json::object done(const std::string& resource, const std::string& id,
                      const std::string& command, const json::value& body = json::object{});

    support::http_client& client() { return client_; }

private:
    http_reply command(const std::string& resource, const std::string& id, const std::string& named,
                       const json::value& body);
    support::http_client client_;
    std::string username_;
    std::string id_;
};

// The body, when the status is as expected; else throws and shows what was asked and answered.
json::value expect(int status, const http_reply&, const std::string& asked);

std::string text(const json::value&, std::string_view member); // "" when null
std::string etag_of(const json::value& resource);
// A multipart body with the fixed boundary `rampung-boundary`.
std::string multipart(const uploaded&);

} // namespace scenarios
