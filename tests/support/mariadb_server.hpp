#pragma once
// A MariaDB of the test program's own: private data directory, private socket, free loopback port.
#include "tests/support/temporary_directory.hpp"
#include <string>
#include <sys/types.h>
#include <vector>

namespace support {

// Runs `mariadb-install-db` once and then `mariadbd`, as user mysql when the test runs as root.
//
//     auto& server = support::mariadb_server::of_this_program();
//     const auto url = server.fresh_database();  // mysql://root@127.0.0.1:41234/rampung_1
//
// Whatever is missing or does not start throws std::runtime_error with the end of the server's
// log: a test without its database fails, it never skips. The server ends with the object, and
// also when the thread that started it dies: start it from the main thread.
//
// fresh_database() may be called from any thread; the others by one thread at a time. Port and
// data survive stop(), kill() and start(), so a client's url stays true.
class mariadb_server {
public:
    // Further options of mariadbd, such as "--max-connections=10".
    explicit mariadb_server(std::vector<std::string> options = {});
    ~mariadb_server();
    mariadb_server(const mariadb_server&) = delete;
    mariadb_server& operator=(const mariadb_server&) = delete;

    // The one server that the tests of a program share, started at the first call.
    static mariadb_server& of_this_program();

    // An empty database in utf8mb4_bin, named as no other of this server; returns its url.
    std::string fresh_database();
    // Runs one statement as root on a connection of its own, outside any database.
    void execute(const std::string& statement) const;

    void stop();    // SIGTERM; returns when the process is gone
    void kill();    // SIGKILL; returns when the process is gone
    void pause();   // SIGSTOP: connections stay open and nobody answers
    void resume();  // SIGCONT
    void start();   // after stop() or kill(); returns when it answers
    void restart(); // stop(), start()

    bool runs() const { return process_ > 0; }
    int port() const { return port_; }
    pid_t process() const { return process_; }

private:
    void install();
    void launch();
    bool answers_before_it_dies();
    void end(int signal);
    std::vector<std::string> command() const;
    std::string end_of_log() const;

    temporary_directory home_{"rampung-mariadb"};
    std::vector<std::string> options_;
    int port_ = 0;
    pid_t process_ = -1;
};

} // namespace support
