#pragma once
// A port of the loopback that takes connections and never says anything.
#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

class silent_port {
public:
    silent_port()
    {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* address = reinterpret_cast<sockaddr*>(&place);
        socklen_t size = sizeof place;
        if (socket_ < 0 || ::bind(socket_, address, size) != 0 || ::listen(socket_, 8) != 0 ||
            ::getsockname(socket_, address, &size) != 0)
            throw std::runtime_error("no port to be silent on");
        number_ = ntohs(place.sin_port);
    }
    ~silent_port() { ::close(socket_); }
    silent_port(const silent_port&) = delete;
    silent_port& operator=(const silent_port&) = delete;

    unsigned short number() const { return number_; }

    // Whether somebody has called by then.
    bool await_caller(std::chrono::milliseconds most) const
    {
        pollfd waiting{socket_, POLLIN, 0};
        return ::poll(&waiting, 1, static_cast<int>(most.count())) == 1;
    }

private:
    int socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    unsigned short number_{};
};

} // namespace support
