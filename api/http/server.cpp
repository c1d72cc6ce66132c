// Accepts connections, keeps their number within its limit, and drains when told to stop.
#include "api/http/server.hpp"
#include "api/http/log.hpp"
#include "api/http/outage.hpp"
#include "api/http/problem.hpp"
#include "api/http/secret.hpp"
#include "api/http/session.hpp"
#include "api/http/wire.hpp"
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <csignal>
#include <map>

namespace api {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr auto pause_without_files = std::chrono::milliseconds(20);

asio::awaitable<void> keep_running(std::shared_ptr<session> one)
{
    try {
        co_await one->run();
    } catch (const std::exception& failure) { // no memory, most likely: this connection only
        log(severity::error, "connection_failed", {{"what", failure.what()}});
    }
}

} // namespace

struct server::state {
    state(server_settings given, application what)
        : settings(std::move(given)), app(std::move(what)),
          workers(settings.most.workers, settings.most.queue_max, settings.most.queue_time_max),
          slow_workers(settings.most.slow_workers, settings.most.slow_queue_max,
                       settings.most.slow_queue_time_max)
    {
    }

    void listen();
    asio::awaitable<void> accept();
    void welcome(tcp::socket);
    void turn_away(tcp::socket);
    bool make_room(const std::string& address);
    std::string busiest_address() const;
    void await_signal();
    void leave();
    void drain();
    void accept_the_rest();

    server_settings settings;
    application app;
    // Before the io context: what is left of sessions ends with that and still looks here.
    session_host host{
        settings, app, {settings.most, settings.hosts}, workers, slow_workers, {}, {}, false, false,
        0,        {}};
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::steady_timer notice_over{io};
    asio::steady_timer drain_deadline{io};
    worker_pool workers;
    worker_pool slow_workers;
};

server::server(server_settings settings, application app)
{
    make_ready();
    state_ = std::make_unique<state>(std::move(settings), std::move(app));
    state_->listen();
}

server::~server()
{
    state_->workers.join();
    state_->slow_workers.join();
}

unsigned short server::port() const
{
    return state_->acceptor.local_endpoint().port();
}

void server::run()
{
    state& own = *state_;
    if (own.settings.stops_on_signals) {
        own.signals.add(SIGTERM);
        own.signals.add(SIGINT);
        own.await_signal();
    }
    asio::co_spawn(own.io, own.accept(), asio::detached);
    own.io.run();
    own.workers.join();
    own.slow_workers.join();
}

void server::stop()
{
    asio::post(state_->io, [own = state_.get()] { own->leave(); });
}

void server::state::listen()
{
    std::signal(SIGPIPE, SIG_IGN);
    const tcp::endpoint place(asio::ip::make_address(settings.address), settings.port);
    acceptor.open(place.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(place);
    acceptor.listen(asio::socket_base::max_listen_connections);
}

asio::awaitable<void> server::state::accept()
{
    while (!host.draining) {
        auto [failed, socket] = co_await acceptor.async_accept(as_result);
        if (!failed) {
            welcome(std::move(socket));
            continue;
        }
        if (host.draining) co_return;
        // Out of file descriptors, say: give one back and try again shortly.
        log(severity::error, "accept_failed", {{"what", failed.message()}});
        make_room(busiest_address());
        asio::steady_timer pause(io, pause_without_files);
        co_await pause.async_wait(as_result);
    }
}

// At a limit a slow connection makes room, whatever it is slow at: sending a head, sending a body,
// taking an answer. Slow clients cannot keep others out.
void server::state::welcome(tcp::socket socket)
{
    error_code gone;
    const std::string peer = socket.remote_endpoint(gone).address().to_string();
    const auto& proxies = settings.trusted_proxies;
    const bool is_proxy = std::find(proxies.begin(), proxies.end(), peer) != proxies.end();
    const auto held = std::count_if(host.open.begin(), host.open.end(),
                                    [&](const session* each) { return each->peer() == peer; });
    const limits& most = settings.most;
    if (!is_proxy && static_cast<std::size_t>(held) >= most.connections_per_address_max) {
        if (!make_room(peer)) return turn_away(std::move(socket));
    } else if (host.open.size() >= most.connections_max) {
        if (!make_room(busiest_address())) return turn_away(std::move(socket));
    }
    asio::co_spawn(io, keep_running(std::make_shared<session>(std::move(socket), host)),
                   asio::detached);
}

// Closes what has waited longest for its peer, of this address if it can be.
bool server::state::make_room(const std::string& address)
{
    if (host.waiting.empty()) return false;
    const auto slowest = std::find_if(host.waiting.begin(), host.waiting.end(),
                                      [&](const session* each) { return each->peer() == address; });
    (slowest == host.waiting.end() ? host.waiting.front() : *slowest)->close();
    return true;
}

// Who holds most pays first: one address cannot crowd the others out.
std::string server::state::busiest_address() const
{
    std::map<std::string, std::size_t> held;
    for (const session* each : host.open) ++held[each->peer()];
    const auto most = std::max_element(
        held.begin(), held.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == held.end() ? std::string() : most->first;
}

void server::state::turn_away(tcp::socket socket)
{
    request nobody;
    nobody.id = random_id();
    const reply out = answer_when_overloaded(nobody);
    const std::string bytes =
        head_of(out, {nobody.id, settings.clock(), out.body.size(), false}) + out.body;
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(bytes), ignored);
}

void server::state::await_signal()
{
    signals.async_wait([this](error_code cancelled, int) {
        if (cancelled) return;
        leave();
        if (!host.draining) await_signal(); // a second one wants it over
    });
}

// A balancer learns at /readyz that this server leaves. Until it has had the time, what it sends is
// answered, on connections that end with the answer: on those left when the socket closes nobody
// is about to ask.
void server::state::leave()
{
    if (std::exchange(host.leaving, true) || settings.notice.count() == 0) return drain();
    log(severity::info, "leaving", {{"connections", host.open.size()}});
    notice_over.expires_after(settings.notice);
    notice_over.async_wait([this](error_code cancelled) {
        if (!cancelled) drain();
    });
}

void server::state::drain()
{
    if (std::exchange(host.draining, true)) return;
    log(severity::info, "draining", {{"connections", host.open.size()}});
    notice_over.cancel();
    accept_the_rest();
    error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    const auto waiting = host.waiting; // a copy: closing takes them off the list
    for (session* each : waiting) each->close_if_idle();
    if (host.open.empty()) return;
    host.on_last_closed = [this] { drain_deadline.cancel(); };
    drain_deadline.expires_after(settings.most.drain_time_max);
    drain_deadline.async_wait([this](error_code cancelled) {
        if (cancelled) return;
        log(severity::warning, "drain_deadline", {{"connections", host.open.size()}});
        const auto open = host.open;
        for (session* each : open) each->close();
    });
}

// Connections that the system has accepted for us are served, not reset.
void server::state::accept_the_rest()
{
    error_code failed;
    acceptor.non_blocking(true, failed);
    while (!failed) {
        tcp::socket socket(io);
        acceptor.accept(socket, failed);
        if (!failed) welcome(std::move(socket));
    }
}

} // namespace api
