#pragma once
// The real program on the bench's database: commands over HTTP, each client signed in and with a
// plan of its own.
#include "tests/bench/loaded.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/temporary_directory.hpp"
#include <sys/types.h>

namespace bench {

// The port of a program that was started with this log, as soon as it says that it is ready.
unsigned short ready_port(pid_t program, const std::filesystem::path& log);

class served {
public:
    explicit served(loaded&);
    ~served();
    served(const served&) = delete;
    served& operator=(const served&) = delete;

    pid_t process() const { return process_; }
    unsigned short port() const { return port_; }
    const std::string& cookie() const { return cookie_; }
    const std::string& csrf() const { return csrf_; }

private:
    void sign_in(loaded&);
    support::temporary_directory place_{"rampung-bench"};
    std::string cookie_, csrf_;
    pid_t process_{};
    unsigned short port_{};
};

// Confirms the review of one plan and withdraws it, by turns.
class client {
public:
    client(const served&, loaded&, std::size_t plan);

    // The status of the answer; a refusal for want of room leaves everything as it was.
    int turn();

private:
    std::string review_;
    std::string etag_;
    bool confirmed_{};
    support::http_client http_;
};

} // namespace bench
