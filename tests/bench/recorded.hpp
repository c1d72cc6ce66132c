#pragma once
// The statements of one command as something to be run again: the text with its names, and the
// values that stood there.
#include "tests/bench/trace.hpp"
#include <string>
#include <vector>

namespace bench {

struct bound {
    std::string name;
    std::string text;
    long long number{};
    bool is_number{}, is_null{};
};

struct recorded {
    std::string text;
    std::vector<bound> values;
    bool must_write{}; // one row, each time
};

enum class quoting { doubled, backslash }; // of a quote within a text: SQLite, MariaDB

// What opens and ends the transaction is left out.
std::vector<recorded> recorded_from(const std::vector<sent>&, quoting);

// Values that must move on from turn to turn are those that the engine compares and numbers by.
long long number_at(const recorded&, const bound&, long long turns);

// BEGIN, SAVEPOINT, COMMIT and their like.
bool is_frame(const std::string& text);

} // namespace bench
