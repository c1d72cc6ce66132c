#pragma once
// How long something takes, and the table that is printed.
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace bench {

using clock = std::chrono::steady_clock;

// Nanoseconds per call, the best of five rounds of so many calls.
double nanoseconds_each(int calls, const std::function<void()>& once);

// Calls per second of so many threads that each call it with their number until time is up.
double rate(int threads, std::chrono::milliseconds span, const std::function<void(int)>& once);

struct line {
    std::string what;
    double measured{};
    double floor{}; // what the same costs without us; 0: none
    std::string unit;
    double aim{};          // of measured against floor where there is one
    bool less_is_better{}; // times; rates are better when they are more
};
double ratio_of(const line&);
bool misses_by(const line&, double times); // the aim, so many times over
void print(const std::vector<line>&);

struct sizes { // smoke: a second in all, to see that it runs
    bool smoke{};
    bool tells_statements{};
    std::chrono::milliseconds span{3000};
    int calls{1'000'000};
    int actions{30};
};

std::vector<line> decisions(const sizes&);
std::vector<line> commands(const sizes&, bool on_mariadb);
std::vector<line> proofs(const sizes&);
std::vector<line> processes(const sizes&);
std::vector<line> overload(const sizes&, bool on_mariadb);
std::vector<line> inboxes(const sizes&);

} // namespace bench
