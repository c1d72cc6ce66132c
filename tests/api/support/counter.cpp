// Requests as values, answered at once.
#include "tests/api/support/counter.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/transact.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>

namespace support {
namespace {

workflow::result<api::caller> authenticate(const api::request& asked)
{
    if (!asked.has_header("x-user"))
        return workflow::refusal{api::http_errc::unauthenticated, {"sign_in_required"}};
    api::caller by;
    by.who.user = office::person(std::string(asked.header("x-user"))).user;
    by.who.locale = "en";
    by.who.stepped_up = !asked.has_header("x-stale-sign-in");
    by.who.bearer = asked.has_header("x-bearer") || asked.has_header("x-scope");
    if (by.who.bearer && asked.has_header("x-scope"))
        by.who.bounds = {
            workflow::with_implied(workflow::scope_named(asked.header("x-scope")).value()),
            std::string(asked.header("x-region"))};
    return by;
}

std::string part(const std::string& name, const std::string& value)
{
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

} // namespace

std::string heard::header(std::string_view name) const
{
    for (const auto& [key, value] : raw.headers)
        if (key == name) return value;
    return {};
}

std::string heard::code() const
{
    return body.is_object() && body.as_object().contains("code") ? text("/code") : std::string();
}

std::vector<std::string> heard::pointers() const
{
    std::vector<std::string> out;
    if (const auto* errors = body.is_object() ? body.as_object().if_contains("errors") : nullptr)
        for (const auto& each : errors->as_array())
            out.emplace_back(each.as_object().at("pointer").as_string());
    return out;
}

const boost::json::value& heard::at(std::string_view pointer) const
{
    boost::json::error_code missing;
    const auto* found = body.find_pointer(pointer, missing);
    INFO(pointer << " in " << raw.body);
    REQUIRE(found);
    return *found;
}

std::string heard::text(std::string_view pointer) const
{
    const auto& found = at(pointer);
    return found.is_string() ? std::string(found.as_string()) : boost::json::serialize(found);
}

counter::counter()
{
    here_ = std::make_unique<api::context>(api::context{office_.store(),
                                                        office_.kinds(),
                                                        definitions::catalog(),
                                                        [this] { return office_.new_id(); },
                                                        data_.path(),
                                                        {},
                                                        [this] { return office_.store().now(); }});
    api::pipeline_hooks hooks;
    hooks.authenticate = authenticate;
    hooks.stored_answer = [this](const api::request& asked, const api::caller& by,
                                 const api::request_key& key) {
        return api::stored_answer(*here_, asked, by, key);
    };
    pipeline_ = std::make_unique<api::pipeline>(api::all_routes(*here_), hooks);
}

heard counter::ask(const std::string& user, const std::string& method, const std::string& target,
                   const std::string& body, headers more)
{
    api::request asked;
    asked.method = method;
    asked.target = target;
    asked.remote = "127.0.0.1";
    asked.id = "test";
    if (!user.empty()) asked.headers.emplace_back("x-user", user);
    for (auto& each : more) asked.headers.push_back(std::move(each));
    if (!body.empty() && !asked.has_header("content-type"))
        asked.headers.emplace_back("content-type", "application/json");
    asked.body_bytes = body.size();
    api::read_target(asked);
    std::filesystem::path spooled;
    if (pipeline_->spools(asked)) {
        spooled = data_.path() / "request";
        std::ofstream(spooled, std::ios::binary) << body;
        asked.body_file = spooled;
        asked.body_too_large = body.size() > 26 * 1024 * 1024;
    } else {
        asked.body = body;
    }
    heard out{pipeline_->answer(asked), nullptr};
    if (!spooled.empty()) std::filesystem::remove(spooled);
    if (out.raw.content_type.find("json") != std::string::npos && !out.raw.body.empty())
        out.body = boost::json::parse(out.raw.body);
    return out;
}

std::int64_t counter::version(const std::string& resource, const std::string& id)
{
    const std::string table = resource == "evidence" ? "evidence" : resource;
    return office_.here().count("SELECT version FROM " + table + " WHERE id = '" + id + "'");
}

heard counter::give(const std::string& user, const std::string& resource, const std::string& id,
                    const std::string& command, const std::string& body)
{
    return ask(user, "POST", "/api/v1/" + resource + "/" + id + "/commands/" + command, body,
               {{"if-match", "\"" + std::to_string(version(resource, id)) + "\""}});
}

heard counter::upload(const std::string& user, const std::string& target, const form& sent,
                      headers more)
{
    std::string body;
    if (!sent.kind.empty()) body += part("kind", sent.kind);
    if (!sent.classification.empty()) body += part("classification", sent.classification);
    if (!sent.extra.empty()) body += part(sent.extra, "x");
    if (!sent.name.empty())
        body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sent.name +
                "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + sent.bytes + "\r\n";
    body += "--b--\r\n";
    more.emplace_back("content-type", "multipart/form-data; boundary=b");
    return ask(user, "POST", "/api/v1/targets/" + target + "/evidence", body, std::move(more));
}

std::string counter::evidence(const std::string& user, const std::string& target, const form& sent)
{
    const heard made = upload(user, target, sent);
    INFO(made.raw.body);
    REQUIRE(made.status() == 201);
    return made.text("/id");
}

std::size_t counter::files_kept() const
{
    std::size_t files = 0;
    for (const auto* folder : {"files", "tmp"})
        if (std::filesystem::exists(data_.path() / folder))
            for (const auto& each :
                 std::filesystem::recursive_directory_iterator(data_.path() / folder))
                files += each.is_regular_file() ? 1u : 0u;
    return files;
}

} // namespace support
