#pragma once
// The recorded statements of one command, done again and again by the C API alone: prepared once,
// the same values bound, one transaction a command.
#include "tests/bench/recorded.hpp"
#include <memory>

namespace bench {

class sqlite_floor {
public:
    // `file`: a database as the engine left it right after the recorded command.
    sqlite_floor(const std::string& file, const std::vector<sent>& command);
    ~sqlite_floor();
    sqlite_floor(const sqlite_floor&) = delete;
    sqlite_floor& operator=(const sqlite_floor&) = delete;

    void turn(); // throws std::runtime_error when a write did not write its row

private:
    struct inner;
    std::unique_ptr<inner> inner_;
};

} // namespace bench
