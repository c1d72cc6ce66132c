#pragma once
// One answer as plain values. The session adds Date, Content-Length, Connection, X-Request-Id and
// the security headers; a header set here wins over the session's own of the same name.
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace api {

struct reply {
    int status{200};
    std::vector<std::pair<std::string, std::string>> headers; // names as written to the wire
    std::string body;
    std::string content_type{"application/json; charset=utf-8"};
    std::optional<std::filesystem::path> file; // streamed instead of the body
    bool close{};                              // the connection ends after this answer
    bool holds_secret{}; // told once: kept for a repeated request only where its key opens it
    std::string by{};    // id of who asked, for the log of requests; not sent
    // The ETag says all that the answer does; else the pipeline adds what names the rest.
    bool is_told_by_tag{};
    std::shared_ptr<const void> kept_until_sent{}; // what `file` needs
    // There is nothing to tell yet: asked again after this pause, with `request::waited` raised.
    // Nobody holds a worker meanwhile. The answer is sent as it is where there is no time to wait.
    std::optional<std::chrono::milliseconds> ask_again{};

    reply& with(std::string name, std::string value)
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

inline reply json_reply(int status, std::string body)
{
    reply out;
    out.status = status;
    out.body = std::move(body);
    return out;
}

inline reply no_content()
{
    reply out;
    out.status = 204;
    out.content_type.clear();
    return out;
}

std::string_view reason_phrase(int status);

} // namespace api
