// Thin: what the contract says a client does, and nothing else.
#include "tests/scenarios/support/person.hpp"
#include <boost/json/serialize.hpp>
#include <stdexcept>

namespace scenarios {
namespace {

std::string below_api(const std::string& path)
{
    return "/api/v1" + path;
}

std::string with_query(const std::string& path, const std::string& more)
{
    return path + (path.find('?') == path.npos ? "?" : "&") + more;
}

} // namespace

json::value expect(int status, const http_reply& answer, const std::string& asked)
{
    if (answer.status != status)
        throw std::runtime_error("expected " + std::to_string(status) + " from " + asked +
                                 ", found " + std::to_string(answer.status) + ": " + answer.body);
    return answer.body.empty() ? json::value() : answer.json();
}

std::string text(const json::value& of, std::string_view member)
{
    const json::value& found = of.at(member);
    return found.is_null() ? std::string() : std::string(found.as_string());
}

std::string etag_of(const json::value& resource)
{
    return "\"" + std::to_string(resource.at("version").to_number<std::int64_t>()) + "\"";
}

std::string multipart(const uploaded& what)
{
    std::string out;
    for (const auto& [name, value] : what.fields)
        out += "--rampung-boundary\r\nContent-Disposition: form-data; name=\"" + name +
               "\"\r\n\r\n" + value + "\r\n";
    out += "--rampung-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
           what.name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + what.bytes +
           "\r\n--rampung-boundary--\r\n";
    return out;
}

person::person(unsigned short port, std::string username, std::string password)
    : client_(port), username_(std::move(username))
{
    client_.time_out_after(std::chrono::seconds(60)); // Argon2 waits its turn
    const json::object who{{"username", username_}, {"password", password}};
    const auto answer = client_.post("/api/v1/session", json::serialize(who));
    const auto session = expect(201, answer, "sign-in of " + username_);
    client_.take_cookies(answer);
    client_.always("X-CSRF-Token", text(session, "csrf_token"));
    id_ = text(session.at("user"), "id");
}

std::string person::id() const
{
    return id_;
}

http_reply person::send(std::string_view method, const std::string& path, std::string_view body,
                        const header_list& headers)
{
    return client_.send(method, below_api(path), body, headers);
}

http_reply person::post(const std::string& path, const json::value& body,
                        const header_list& headers)
{
    return send("POST", path, json::serialize(body), headers);
}

json::object person::see(const std::string& path)
{
    return expect(200, get(path), username_ + " GET " + path).as_object();
}

json::array person::all(const std::string& path)
{
    json::array items;
    for (std::string cursor;;) {
        const std::string more = "limit=200" + (cursor.empty() ? "" : "&cursor=" + cursor);
        const json::object page = see(with_query(path, more));
        for (const json::value& item : page.at("items").as_array()) items.push_back(item);
        if (page.at("next").is_null()) return items;
        cursor = std::string(page.at("next").as_string());
    }
}

json::object person::make(const std::string& path, const json::value& body)
{
    return expect(201, post(path, body), username_ + " POST " + path).as_object();
}

json::object person::change(const std::string& path, const json::value& body)
{
    const header_list match{{"If-Match", etag_of(see(path))}};
    return expect(200, send("PATCH", path, json::serialize(body), match),
                  username_ + " PATCH " + path)
        .as_object();
}

json::object person::upload(const std::string& path, const uploaded& what)
{
    const header_list type{{"Content-Type", "multipart/form-data; boundary=rampung-boundary"}};
    return expect(201, send("POST", path, multipart(what), type), username_ + " POST " + path)
        .as_object();
}

http_reply person::command(const std::string& resource, const std::string& id,
                           const std::string& named, const json::value& body)
{
    const std::string path = "/" + resource + "/" + id;
    const auto seen = get(path);
    if (seen.status != 200) return seen;
    return post(path + "/commands/" + named, body, {{"If-Match", etag_of(seen.json())}});
}

http_reply person::give(const std::string& resource, const std::string& id,
                        const std::string& named, const json::value& body)
{
    return command(resource, id, named, body);
}

http_reply person::dry_run(const std::string& resource, const std::string& id,
                           const std::string& named, const json::value& body)
{
    return command(resource, id, named + "?dry_run=true", body);
}

json::object person::done(const std::string& resource, const std::string& id,
                          const std::string& named, const json::value& body)
{
    return expect(200, command(resource, id, named, body),
                  username_ + " " + named + " " + resource + "/" + id)
        .as_object();
}

} // namespace scenarios
