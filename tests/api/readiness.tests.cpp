// What probes hear, and how often the database is asked for it.
#include "api/http/readiness.hpp"
#include "tests/support/catch.hpp"
#include <stdexcept>

using namespace std::chrono_literals;

namespace {

struct world {
    bool works{true};
    int tries{0};
    std::chrono::steady_clock::time_point now{};
    api::readiness under_test{[this] {
                                  ++tries;
                                  if (!works) throw std::runtime_error("read-only");
                              },
                              [this] { return now; }};
};

} // namespace

TEST_CASE("a database that takes changes is ready, one that does not is not, and it comes back")
{
    world here;
    CHECK(here.under_test.ask());
    here.works = false;
    here.now += api::readiness::good_for;
    CHECK_FALSE(here.under_test.ask());
    here.works = true;
    here.now += api::readiness::good_for;
    CHECK(here.under_test.ask());
}

TEST_CASE("however many probes ask, the database is tried once in two seconds")
{
    world here;
    here.works = false;
    for (int i = 0; i < 10; ++i) CHECK_FALSE(here.under_test.ask());
    CHECK(here.tries == 1);
    here.now += api::readiness::good_for - 1ms;
    CHECK_FALSE(here.under_test.ask());
    CHECK(here.tries == 1);
    here.now += 1ms;
    CHECK_FALSE(here.under_test.ask());
    CHECK(here.tries == 2);
}
