// The other half of a connection's life: answers and files on their way out, and the end of it.
#include "api/http/log.hpp"
#include "api/http/problem.hpp"
#include "api/http/session.hpp"
#include "api/http/wire.hpp"
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <fstream>
#include <sys/socket.h>

namespace api {

namespace asio = boost::asio;
using asio::awaitable;
using boost::system::error_code;

namespace {

// Longer than it takes to find out that somebody may not see a thing.
constexpr std::chrono::milliseconds not_found_beat{5};

} // namespace

// What is hidden takes longer to find than what never was. "Not found" leaves at a full beat since
// its request came, so that the clock tells them apart no better than the bytes do.
awaitable<void> session::keep_the_beat(const reply& out, steady::time_point since)
{
    if (out.status != 404) co_return;
    const auto beats = (steady::now() - since) / not_found_beat + 1;
    asio::steady_timer beat(stream_.get_executor(), since + beats * not_found_beat);
    co_await beat.async_wait(as_result);
}

awaitable<reply> session::answer(request& asked)
{
    const auto start = steady::now();
    reply out = co_await answer_once(asked);
    while (out.ask_again && may_pause()) {
        co_await pause(*out.ask_again);
        asked.waited = std::chrono::duration_cast<std::chrono::milliseconds>(steady::now() - start);
        out = co_await answer_once(asked);
    }
    co_return out;
}

// Who has gone needs no answer: the end of the stream lies before the next byte.
bool session::may_pause()
{
    char next = 0;
    const auto peeked = ::recv(stream_.socket().native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
    return peeked != 0 && !host_.leaving && host_.pausing < host_.settings.most.pausing_max;
}

awaitable<void> session::pause(std::chrono::milliseconds time)
{
    struct counted {
        std::size_t& all;
        explicit counted(std::size_t& a) : all(a) { ++all; }
        ~counted() { --all; }
    } const one(host_.pausing);
    asio::steady_timer timer(stream_.get_executor(), time);
    co_await timer.async_wait(as_result);
}

awaitable<bool> session::write(const reply& given, const request& asked, bool keep_alive)
{
    reply out = given;
    std::error_code missing;
    std::size_t length = out.body.size();
    if (out.file) length = std::filesystem::file_size(*out.file, missing);
    if (missing) {
        log(severity::error, "file_missing", {{"request", asked.id}, {"what", missing.message()}});
        out = problem(500, "internal", {"internal_fault", {{"request", asked.id}}},
                      preferred_locale(asked));
        length = out.body.size();
    }
    std::string bytes = head_of(out, {asked.id, host_.settings.clock(), length, keep_alive});
    const bool has_body = asked.method != "HEAD" && may_have_body(out.status);
    if (has_body && !out.file) bytes += out.body;
    stream_.expires_after(host_.settings.most.write_time_max);
    start_waiting();
    auto [failed, count] = co_await asio::async_write(stream_, asio::buffer(bytes), as_result);
    bool is_sent = !failed;
    if (is_sent && has_body && out.file) is_sent = co_await write_file(*out.file, length);
    end_waiting();
    co_return is_sent;
}

awaitable<bool> session::write_file(const std::filesystem::path& path, std::size_t size)
{
    const limits& most = host_.settings.most;
    std::ifstream file(path, std::ios::binary);
    std::vector<char> chunk(chunk_bytes);
    const auto start = steady::now();
    for (std::size_t sent = 0; sent < size;) {
        const auto wanted = std::min(chunk.size(), size - sent);
        file.read(chunk.data(), static_cast<std::streamsize>(wanted));
        // A file that shrank cannot be answered any more: the promised length must not be padded.
        if (static_cast<std::size_t>(file.gcount()) != wanted) co_return false;
        const auto seconds = sent / most.transfer_bytes_per_second_min;
        stream_.expires_at(start + most.write_time_max + std::chrono::seconds(seconds));
        auto [failed, count] =
            co_await asio::async_write(stream_, asio::buffer(chunk.data(), wanted), as_result);
        if (failed) co_return false;
        sent += wanted;
    }
    co_return true;
}

awaitable<void> session::refuse(const edge_fault& fault, const request& asked)
{
    reply out = problem(fault.status, fault.code, fault.detail, preferred_locale(asked));
    log(severity::warning, "request_refused",
        {{"request", asked.id},
         {"status", fault.status},
         {"remote", peer_},
         {"reason", fault.detail.key}});
    co_await write(out, asked, false);
}

// Closing with unread bytes would reset the connection and take the answer with it: what still
// comes is read and thrown away, for a while.
awaitable<void> session::linger()
{
    error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    if (ignored) co_return;
    stream_.expires_after(host_.settings.most.linger_time_max);
    start_waiting();
    std::vector<char> rest(read_bytes);
    while (true) {
        auto [failed, count] = co_await stream_.async_read_some(asio::buffer(rest), as_result);
        if (failed) co_return;
    }
}

} // namespace api
