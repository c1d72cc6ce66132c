#pragma once
// As floor.hpp, on MariaDB: the server says in its general log what a command sent, and libmariadb
// alone sends it again as prepared statements, one connection for each plan.
#include "tests/bench/loaded.hpp"
#include "tests/bench/recorded.hpp"

namespace bench {

// As long as it lives the server keeps the values of what is prepared, so that they can be logged.
struct mariadb_logs {
    mariadb_logs();
    ~mariadb_logs();
    mariadb_logs(const mariadb_logs&) = delete;
    mariadb_logs& operator=(const mariadb_logs&) = delete;
};

// What the server was sent while the work ran, frames left out, in order.
std::vector<std::string> logged_by_mariadb(const std::function<void()>& work);

class mariadb_floor {
public:
    mariadb_floor(const std::string& url, const std::vector<recorded>& command);
    ~mariadb_floor();
    mariadb_floor(const mariadb_floor&) = delete;
    mariadb_floor& operator=(const mariadb_floor&) = delete;

    void turn(); // throws std::runtime_error when a write did not write its row

private:
    struct inner;
    std::unique_ptr<inner> inner_;
};

} // namespace bench
