// Reads, hands over, writes: the life of one connection.
#include "api/http/session.hpp"
#include "api/http/log.hpp"
#include "api/http/outage.hpp"
#include "api/http/problem.hpp"
#include "api/http/secret.hpp"
#include "api/http/spool.hpp"
#include "api/words/http_errc.hpp"
#include <algorithm>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/json/serialize.hpp>

namespace api {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::awaitable;
using boost::system::error_code;

namespace {

// Chunk extensions and trailers wait here for their end; without a limit they would wait for ever.
constexpr std::size_t buffer_bytes_max = 2 * chunk_bytes;
constexpr int go_on = 100;

// Suspends the coroutine until a worker has run `work`; the answer comes back on the io thread.
// A probe is not kept waiting by what it asks about.
awaitable<reply> on_worker(worker_pool& workers, const request& asked,
                           const std::function<reply()>& work, bool is_probe = false)
{
    auto start = [&workers, &asked, is_probe](auto handler, std::function<reply()> job) {
        auto executor = asio::get_associated_executor(handler);
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        auto resume = [shared, executor, guard = asio::make_work_guard(executor)](reply out) {
            asio::post(executor, [shared, out = std::move(out)]() mutable {
                std::move (*shared)(std::move(out));
            });
        };
        worker_pool::job turn = [resume, &asked, job = std::move(job)](bool in_time) {
            resume(in_time ? job() : answer_when_overloaded(asked));
        };
        const bool taken =
            is_probe ? workers.try_post_first(std::move(turn)) : workers.try_post(std::move(turn));
        if (!taken) resume(answer_when_overloaded(asked));
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(reply)>(
        std::move(start), asio::use_awaitable, work);
}

reply probe_reply(bool is_well, std::string_view word, boost::json::object more = {})
{
    more["status"] = word;
    reply out = json_reply(is_well ? 200 : 503, boost::json::serialize(more));
    if (!is_well) out.with("Retry-After", std::to_string(retry_after_seconds));
    return out;
}

reply only_get(const request& asked)
{
    return problem(
        {http_errc::method_not_allowed, {"method_not_allowed", {{"allowed", "GET, HEAD"}}}},
        preferred_locale(asked));
}

// Faults are named before they are awaited: g++ 12 destroys a temporary of a co_await twice.
const edge_fault no_room{507, "insufficient_storage", {"storage_full"}};
const edge_fault no_memory{503, "unavailable", {"service_overloaded"}};

std::string_view text_in(const boost::beast::flat_buffer& buffer)
{
    return {static_cast<const char*>(buffer.cdata().data()), buffer.size()};
}

// What Beast says of the bytes themselves, not of a connection that ended or ran out of time.
bool is_bad_framing(const error_code& failed)
{
    return failed.category() == http::make_error_code(http::error::need_buffer).category() &&
           failed != http::error::end_of_stream && failed != http::error::partial_message;
}

void log_answer(const request& asked, const reply& answer, std::chrono::steady_clock::time_point at)
{
    const auto spent = std::chrono::steady_clock::now() - at;
    boost::json::object line{
        {"request", asked.id},
        {"method", asked.method},
        {"path", asked.path()},
        {"status", answer.status},
        {"microseconds", std::chrono::duration_cast<std::chrono::microseconds>(spent).count()},
        {"remote", asked.remote}};
    if (!answer.by.empty()) line["user"] = answer.by;
    log(severity::info, "request", std::move(line));
}

} // namespace

session::session(asio::ip::tcp::socket socket, session_host& host)
    : stream_(std::move(socket)), buffer_(buffer_bytes_max), host_(host)
{
    error_code unknown;
    const auto peer = stream_.socket().remote_endpoint(unknown);
    if (!unknown) peer_ = peer.address().to_string();
    stream_.socket().set_option(asio::ip::tcp::no_delay(true), unknown);
    in_open_ = host_.open.insert(host_.open.end(), this);
}

session::~session()
{
    end_waiting();
    let_go();
    host_.open.erase(in_open_);
    if (host_.open.empty() && host_.on_last_closed) host_.on_last_closed();
}

void session::close()
{
    end_waiting();
    stream_.close();
}

void session::close_if_idle()
{
    error_code unknown;
    const bool is_idle = is_waiting_ && is_between_requests_ && buffer_.size() == 0;
    if (is_idle && stream_.socket().available(unknown) == 0) close();
}

bool session::comes_through_proxy() const
{
    const auto& proxies = host_.settings.trusted_proxies;
    return std::find(proxies.begin(), proxies.end(), peer_) != proxies.end();
}

bool session::hold(std::size_t bytes)
{
    held_bytes_ += bytes;
    host_.body_memory_bytes += bytes;
    return host_.body_memory_bytes <= host_.settings.most.body_memory_bytes_max;
}

void session::let_go()
{
    host_.body_memory_bytes -= std::exchange(held_bytes_, 0);
}

void session::start_waiting()
{
    end_waiting();
    in_waiting_ = host_.waiting.insert(host_.waiting.end(), this);
    is_waiting_ = true;
}

void session::end_waiting()
{
    if (is_waiting_) host_.waiting.erase(in_waiting_);
    is_waiting_ = false;
}

awaitable<void> session::run()
{
    // g++ 12 miscompiles co_await in the condition of a loop: the awaited value comes from nowhere.
    bool goes_on = true;
    while (goes_on) {
        goes_on = co_await serve_one();
    }
    co_await linger();
}

awaitable<bool> session::serve_one()
{
    request asked;
    asked.id = random_id();
    const std::size_t head_size = co_await wait_for_head(asked);
    if (head_size == 0) co_return false;
    const auto start = steady::now();
    request_head head;
    if (auto fault = read_head(text_in(buffer_).substr(0, head_size), host_.rules, head)) {
        co_await refuse(*fault, asked);
        co_return false;
    }
    asked.method = head.method;
    asked.target = head.target;
    asked.headers = head.headers;
    asked.remote = remote_of(head);
    read_target(asked);

    spool file; // removed with this request, whatever happens
    const bool received = co_await read_body(asked, head, head_size, file);
    if (!received) co_return false;
    const reply out = co_await answer(asked);
    co_await keep_the_beat(out, start);
    const bool keep_alive =
        head.keep_alive && !asked.body_too_large && !out.close && !host_.leaving;
    const bool written = co_await write(out, asked, keep_alive);
    let_go();
    log_answer(asked, out, start);
    co_return written&& keep_alive;
}

awaitable<std::size_t> session::wait_for_head(const request& asked)
{
    const limits& most = host_.settings.most;
    const auto idle = host_.draining ? most.drain_idle_max : most.idle_time_max;
    bool has_begun = false;
    stream_.expires_after(idle);
    start_waiting();
    is_between_requests_ = true;
    while (true) {
        std::optional<edge_fault> fault;
        const std::size_t size = size_of_head(text_in(buffer_), host_.rules, fault);
        if (size > 0 || fault) {
            end_waiting();
            is_between_requests_ = false;
            if (fault) co_await refuse(*fault, asked);
            co_return size;
        }
        if (buffer_.size() > 0 && !std::exchange(has_begun, true))
            stream_.expires_after(most.header_time_max);
        auto [failed, count] =
            co_await stream_.async_read_some(buffer_.prepare(read_bytes), as_result);
        buffer_.commit(count);
        if (failed) {
            end_waiting();
            co_return 0;
        }
    }
}

// A body on its way in.
struct session::incoming {
    request& asked;
    spool& file;
    bool spools{};
    std::size_t bytes_max{};
    http::request_parser<http::buffer_body> parser;
};

awaitable<bool> session::read_body(request& asked, const request_head& head, std::size_t head_size,
                                   spool& file)
{
    const limits& most = host_.settings.most;
    const bool spools = head.has_body() && host_.app.spools && host_.app.spools(asked);
    incoming body{asked, file, spools, spools ? most.upload_bytes_max : most.json_bytes_max, {}};
    body.parser.header_limit(static_cast<std::uint32_t>(most.header_bytes_max + read_bytes));
    body.parser.body_limit(boost::none);
    error_code failed;
    // Beast must read the very head that the gate let through, to the byte.
    const std::size_t taken = body.parser.put(buffer_.cdata(), failed);
    if (failed || taken != head_size || !body.parser.is_header_done()) {
        const edge_fault fault{400, "malformed", {"header_malformed"}};
        co_await refuse(fault, asked);
        co_return false;
    }
    buffer_.consume(taken);
    asked.body_too_large = head.content_length.value_or(0) > body.bytes_max;
    if (asked.body_too_large || !head.has_body()) co_return true;
    if (spools && host_.app.refuse_head) {
        const bool is_welcome = co_await admit(asked);
        if (!is_welcome) co_return false;
    }
    if (spools && !file.open(host_.settings.data / "tmp")) {
        co_await refuse(no_room, asked);
        co_return false;
    }
    if (head.expects_continue) {
        static constexpr std::string_view wanted = "HTTP/1.1 100 Continue\r\n\r\n";
        stream_.expires_after(most.write_time_max);
        co_await asio::async_write(stream_, asio::buffer(wanted), as_result);
    }
    start_waiting();
    const bool received = co_await receive(body);
    end_waiting();
    asked.body_file = file.path();
    file.close();
    co_return received;
}

awaitable<bool> session::admit(const request& asked)
{
    const auto start = steady::now();
    const std::function<reply()> work = [this, &asked]() -> reply {
        try {
            if (auto refused = host_.app.refuse_head(asked)) return std::move(*refused);
        } catch (...) {
            return answer_to_exception(asked);
        }
        reply welcome;
        welcome.status = go_on;
        return welcome;
    };
    const reply said = co_await on_worker(host_.workers, asked, work);
    if (said.status == go_on) co_return true;
    co_await write(said, asked, false);
    log_answer(asked, said, start);
    co_return false;
}

awaitable<bool> session::receive(incoming& body)
{
    const limits& most = host_.settings.most;
    request& asked = body.asked;
    std::vector<char> chunk(body.spools ? chunk_bytes : read_bytes);
    const auto start = steady::now();
    while (!body.parser.is_done()) {
        auto& into = body.parser.get().body();
        into.data = chunk.data();
        into.size = chunk.size();
        // A small body has one deadline; a file must keep a minimum rate.
        const std::chrono::seconds spent(asked.body_bytes / most.transfer_bytes_per_second_min);
        stream_.expires_at(start + (body.spools ? most.transfer_grace + spent
                                                : std::chrono::milliseconds(most.body_time_max)));
        auto [failed, count] =
            co_await http::async_read_some(stream_, buffer_, body.parser, as_result);
        if (failed && failed != http::error::need_buffer) {
            const edge_fault fault{400, "malformed", {"framing_malformed"}};
            if (is_bad_framing(failed)) co_await refuse(fault, asked);
            co_return false;
        }
        const std::string_view fresh(chunk.data(), chunk.size() - into.size);
        asked.body_bytes += fresh.size();
        asked.body_too_large = asked.body_bytes > body.bytes_max;
        if (asked.body_too_large) co_return true;
        if (!body.spools) {
            if (!hold(fresh.size())) {
                co_await refuse(no_memory, asked);
                co_return false;
            }
            asked.body += fresh;
        } else if (!body.file.write(fresh)) {
            co_await refuse(no_room, asked);
            co_return false;
        }
    }
    co_return true;
}

awaitable<reply> session::answer_once(const request& asked)
{
    const application& app = host_.app;
    const bool is_probe = asked.path() == "/livez" || asked.path() == "/readyz";
    if (is_probe && asked.method != "GET" && asked.method != "HEAD") co_return only_get(asked);
    if (asked.path() == "/livez") co_return probe_reply(true, "alive");
    if (is_probe && host_.leaving) co_return probe_reply(false, "draining");
    const std::function<reply()> work = [&app, &asked, is_probe]() -> reply {
        try {
            if (!is_probe) return app.answer(asked);
            const bool ready = !app.is_ready || app.is_ready();
            return probe_reply(ready, ready ? "ready" : "not_ready",
                               app.condition ? app.condition() : boost::json::object{});
        } catch (...) {
            return answer_to_exception(asked);
        }
    };
    const bool is_slow = app.takes_long && app.takes_long(asked);
    worker_pool& pool = is_slow ? host_.slow_workers : host_.workers;
    co_return co_await on_worker(pool, asked, work, is_probe);
}

std::string session::remote_of(const request_head& head) const
{
    if (!comes_through_proxy()) return peer_;
    // The proxy's own line is the last, and its own word the last of that: the rest is hearsay.
    const auto own = std::find_if(head.headers.rbegin(), head.headers.rend(),
                                  [](const auto& h) { return h.first == "x-forwarded-for"; });
    if (own == head.headers.rend()) return peer_;
    const auto last = own->second.find_last_of(", ");
    return last == std::string::npos ? own->second : own->second.substr(last + 1);
}

} // namespace api
