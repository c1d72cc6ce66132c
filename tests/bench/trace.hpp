#pragma once
// What the engine sends to SQLite, statement by statement, recorded while it works: the floor does
// exactly the same and can never be about other statements than the engine's.
#include "persistence/sql/database.hpp"
#include <functional>
#include <string>
#include <vector>

namespace bench {

struct sent {
    std::string text;  // as prepared, with names where values stand
    std::string whole; // with the values
};

// The statements that ran while the work did.
std::vector<sent> traced(persistence::database&, const std::function<void()>& work);
// What is read only goes another way: the database must have one reader, and be a file.
std::vector<sent> traced_reading(persistence::database&, const std::function<void()>& work);

} // namespace bench
