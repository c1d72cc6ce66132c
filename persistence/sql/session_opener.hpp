#pragma once
// Opens sessions at one address. Of several hosts the one that answered last is asked first, so
// that all sessions of a process stand on one server, then the others in their order; one that is
// read-only is taken only when no other answers. Any thread may ask.
#include "persistence/sql/session.hpp"
#include <atomic>

namespace persistence {

class session_opener {
public:
    explicit session_opener(address where) : where_(std::move(where)) {}

    // Throws what the last host said when none answers: `unreachable` or `unsuitable`.
    std::unique_ptr<connection> open(purpose);

private:
    std::unique_ptr<connection> open_one_of_several(purpose);

    address where_;
    std::atomic<std::size_t> answered_last_{0};
};

} // namespace persistence
