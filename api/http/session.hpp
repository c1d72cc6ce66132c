#pragma once
// One connection from accept to close, as a coroutine on the io thread: reads a request, hands it
// to a worker, writes the answer, again. The only place that catches outages. Seen by server.cpp
// only.
#include "api/http/server.hpp"
#include "api/http/worker_pool.hpp"
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <list>

namespace api {

class session;
class spool;

// An error is part of the result; what is thrown is a fault of ours.
inline constexpr auto as_result = boost::asio::as_tuple(boost::asio::use_awaitable);
inline constexpr std::size_t chunk_bytes = 64 * 1024; // of files and spooled bodies
inline constexpr std::size_t read_bytes = 4 * 1024;

// What the connections of one server share; touched on the io thread only.
struct session_host {
    const server_settings& settings;
    const application& app;
    edge_rules rules;
    worker_pool& workers;
    worker_pool& slow_workers;       // for what takes long
    std::list<session*> open;        // all
    std::list<session*> waiting;     // those that wait for their peer, longest first
    bool leaving{};                  // answers end their connections, /readyz is 503
    bool draining{};                 // as well, and nothing new comes
    std::size_t body_memory_bytes{}; // of all bodies that are held in memory
    std::function<void()> on_last_closed;
    std::size_t pausing{}; // requests that wait for something to happen
};

class session : public std::enable_shared_from_this<session> {
public:
    session(boost::asio::ip::tcp::socket, session_host&);
    ~session();

    boost::asio::awaitable<void> run();
    void close();         // at once, whatever it does
    void close_if_idle(); // when no byte of a request has arrived
    const std::string& peer() const { return peer_; }
    bool comes_through_proxy() const; // many people share the address then

private:
    using steady = std::chrono::steady_clock;
    // The phases of one request; false: the connection ends.
    boost::asio::awaitable<bool> serve_one();
    boost::asio::awaitable<std::size_t> wait_for_head(const request&); // 0: ended or answered
    boost::asio::awaitable<bool> read_body(request&, const request_head&, std::size_t head_size,
                                           spool&);
    struct incoming;
    boost::asio::awaitable<bool> receive(incoming&);
    boost::asio::awaitable<bool> admit(const request&); // before a body is spooled
    boost::asio::awaitable<reply> answer(request&);     // asked again while it has nothing to tell
    boost::asio::awaitable<reply> answer_once(const request&);
    boost::asio::awaitable<void> pause(std::chrono::milliseconds);
    bool may_pause();
    boost::asio::awaitable<void> keep_the_beat(const reply&, steady::time_point since);
    boost::asio::awaitable<bool> write(const reply&, const request&, bool keep_alive);
    boost::asio::awaitable<bool> write_file(const std::filesystem::path&, std::size_t size);
    boost::asio::awaitable<void> refuse(const edge_fault&, const request&);
    boost::asio::awaitable<void> linger();

    void start_waiting();
    void end_waiting();
    bool hold(std::size_t bytes); // of a body, in memory; false when all have too much
    void let_go();
    std::string remote_of(const request_head&) const;

    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    session_host& host_;
    std::string peer_;
    std::list<session*>::iterator in_open_;
    std::list<session*>::iterator in_waiting_;
    bool is_waiting_{};
    bool is_between_requests_{};
    std::size_t held_bytes_{};
};

} // namespace api
