// What waits for somebody, with the plans of five and of all regions there are: the answer of
// GET /inbox, its statements sent again by the C API alone, and how it grows.
#include "tests/bench/floor.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/nation.hpp"
#include <algorithm>
#include <cstdio>
#include <map>
#include <stdexcept>

namespace bench {
namespace {

constexpr double aim_ms = 3;
constexpr double aim_flat = 1.3; // with the plans of everybody beside only one's own
constexpr int all_plans = 553;
constexpr int plans_of_smoke = 55;
constexpr int actions_of_every_state = 10;        // with fewer some have no task
constexpr const char* asked = "/inbox?limit=200"; // as the page asks

struct reader {
    const char* id;
    const char* title;
    bool has_tasks{true};
};
const reader readers[]{{"budi", "an agency's head"},
                       {"sari", "an agency's staff"},
                       {"ani", "a secretariat"},
                       {"omar", "a Sahli"},
                       {"tuti", "a reader of the province", false}};

// An empty list is quick.
void require_tasks(nation& here, const reader& who)
{
    const bool is_empty = here.get(who.id, asked).find("\"items\":[]") != std::string::npos;
    if (is_empty == who.has_tasks)
        throw std::runtime_error(std::string("not the inbox of ") + who.title);
}

std::string file_of(const nation& here)
{
    return here.url().substr(std::string("sqlite://").size());
}

// The middle of so many answers, in milliseconds.
double middle_ms(int times, const std::function<void()>& once)
{
    once();
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        const auto began = clock::now();
        once();
        took.push_back(std::chrono::duration<double, std::milli>(clock::now() - began).count());
    }
    std::nth_element(took.begin(), took.begin() + times / 2, took.end());
    return took[static_cast<std::size_t>(times / 2)];
}

double floor_ms(nation& here, const sizes& s, const reader& who, int times)
{
    const auto statements = traced_reading(here.store(), [&] { here.get(who.id, asked); });
    if (s.tells_statements)
        for (const sent& one : statements) std::printf("%s: %s\n", who.id, one.whole.c_str());
    sqlite_floor floor(file_of(here), statements);
    return middle_ms(times, [&] { floor.turn(); });
}

} // namespace

std::vector<line> inboxes(const sizes& s)
{
    const int times = s.smoke ? 11 : 201;
    nation here(support::kind::sqlite_file, std::max(s.actions, actions_of_every_state));
    std::map<std::string, double> alone;
    for (const reader& who : readers)
        alone[who.id] = middle_ms(times, [&] { here.get(who.id, asked); });
    const int plans = s.smoke ? plans_of_smoke : all_plans;
    here.let_others_work(plans - own_plans);
    std::vector<line> out;
    const std::string among = ", " + std::to_string(plans) + " plans";
    for (const reader& who : readers) {
        require_tasks(here, who);
        const std::string what = "inbox of " + std::string(who.title) + among;
        const double took = middle_ms(times, [&] { here.get(who.id, asked); });
        out.push_back({what, took, 0, "ms", aim_ms, true});
        out.push_back({what + ", beside 5", took, alone[who.id], "ms", aim_flat, true});
        out.push_back({what + ", beside its statements alone", took, floor_ms(here, s, who, times),
                       "ms", 0, true});
    }
    return out;
}

} // namespace bench
