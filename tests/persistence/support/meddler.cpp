// Packets of MariaDB's protocol: three octets of length, one of number, and what they carry.
#include "tests/persistence/support/meddler.hpp"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace support {
namespace {

constexpr char query = 3;
constexpr char prepare = 0x16;
constexpr char execute = 0x17;

sockaddr_in loopback(int port)
{
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return at;
}

int connected_to(int port)
{
    const int out = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto at = loopback(port);
    const int yes = 1;
    setsockopt(out, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(out, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0)
        throw std::runtime_error("the meddler's server does not answer");
    return out;
}

bool send_all(int to, std::string_view what)
{
    while (!what.empty()) {
        const auto sent = send(to, what.data(), what.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        what.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool read_all(int from, char* into, std::size_t wanted)
{
    while (wanted > 0) {
        const auto got = recv(from, into, wanted, 0);
        if (got <= 0) return false;
        into += got;
        wanted -= static_cast<std::size_t>(got);
    }
    return true;
}

// The whole packet, or nothing at the end.
std::string read_packet(int from)
{
    std::string out(4, '\0');
    if (!read_all(from, out.data(), 4)) return {};
    const auto octet = [&](int i) { return static_cast<unsigned char>(out[i]); };
    const std::size_t length = octet(0) | octet(1) << 8 | octet(2) << 16;
    out.resize(4 + length);
    return read_all(from, out.data() + 4, length) ? out : std::string();
}

std::string packet(int number, const std::string& body)
{
    std::string out{static_cast<char>(body.size()), static_cast<char>(body.size() >> 8), 0,
                    static_cast<char>(number)};
    return out + body;
}

bool relay_once(int from, int to)
{
    char octets[16'384];
    const auto got = recv(from, octets, sizeof octets, 0);
    return got > 0 && send_all(to, {octets, static_cast<std::size_t>(got)});
}

} // namespace

meddler::meddler(int server_port) : server_port_(server_port)
{
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto at = loopback(0);
    socklen_t size = sizeof at;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&at), size) != 0 || listen(listener_, 8) != 0)
        throw std::runtime_error("the meddler cannot listen on loopback");
    getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size);
    port_ = ntohs(at.sin_port);
    threads_.emplace_back([this] { serve(); });
}

meddler::~meddler()
{
    shutdown(listener_, SHUT_RDWR);
    threads_.front().join();
    for (const int each : open_) shutdown(each, SHUT_RDWR);
    threads_.clear();
    for (const int each : open_) close(each);
    close(listener_);
}

void meddler::arm(int commands_before, ending how, std::function<void()> rival)
{
    const std::lock_guard lock(mutex_);
    left_ = commands_before;
    how_ = how;
    rival_ = std::move(rival);
    within_ = fired_ = false;
}

bool meddler::has_fired()
{
    const std::lock_guard lock(mutex_);
    return fired_;
}

std::vector<std::string> meddler::take_texts()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(texts_, {});
}

void meddler::serve()
{
    for (;;) {
        const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) return;
        open_.push_back(client);
        threads_.emplace_back([this, client] { relay(client); });
    }
}

void meddler::relay(int client)
{
    const int server = connected_to(server_port_);
    pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
    for (bool going = true; going;) {
        if (poll(both, 2, -1) < 0) break;
        if (both[1].revents) going = relay_once(server, client);
        if (going && both[0].revents) going = carry_command(client, server);
    }
    shutdown(client, SHUT_RDWR);
    close(server);
}

bool meddler::carry_command(int client, int server)
{
    const std::string sent = read_packet(client);
    if (sent.empty()) return false;
    const char kind = sent.size() > 4 && sent[3] == 0 ? sent[4] : '\0';
    if (kind != query && kind != prepare && kind != execute) return send_all(server, sent);
    const std::string text = kind == execute ? "" : sent.substr(5);
    if (is_due(text) && meddle(client, server) == verdict::answered) return true;
    return send_all(server, sent);
}

bool meddler::is_due(std::string_view text)
{
    const std::lock_guard lock(mutex_);
    texts_.emplace_back(text);
    if (left_ < 0) return false;
    const bool opens = text.starts_with("START TRANSACTION");
    if (opens && !text.ends_with("READ ONLY")) return within_ = true, false;
    if (!within_) return false;
    const bool ends = text == "COMMIT" || text == "ROLLBACK";
    if (ends && (left_ > 0 || how_ == ending::silent)) left_ = -1; // there was no such command
    return left_ >= 0 && left_-- == 0;
}

meddler::verdict meddler::meddle(int client, int server)
{
    send_all(server, packet(0, query + std::string("ROLLBACK")));
    read_packet(server);
    const auto rival = [&] {
        const std::lock_guard lock(mutex_);
        fired_ = true;
        return rival_;
    }();
    rival();
    if (how_ == ending::silent) return verdict::forward;
    const std::string deadlock{'\xff', '\xbd', '\x04'}; // 1213
    send_all(client, packet(1, deadlock + "#40001Deadlock found when trying to get lock"));
    return verdict::answered;
}

} // namespace support
