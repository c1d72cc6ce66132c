// A data directory and the database that it belongs to.
#include "api/verbs/installation_mark.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"
#include <fstream>

using api::require_own_data;
using support::kind;

TEST_CASE("a data directory is marked at the first start and known at the next")
{
    support::world here(kind::sqlite_memory);
    const support::temporary_directory data;
    require_own_data(here.store(), data.path(), "ours");
    require_own_data(here.store(), data.path(), "another fresh id");
    CHECK(std::filesystem::exists(data / api::installation_file));
    // Both marks were one: nothing is left beside it.
    CHECK(std::distance(std::filesystem::directory_iterator(data.path()), {}) == 1);
}

TEST_CASE("a data directory of another installation is refused with what to do")
{
    support::world one(kind::sqlite_memory);
    support::world other(kind::sqlite_memory);
    const support::temporary_directory data;
    require_own_data(one.store(), data.path(), "one");
    CHECK_THROWS_WITH(require_own_data(other.store(), data.path(), "other"),
                      Catch::Contains("files of installation other, found those of one") &&
                          Catch::Contains("--data"));
    require_own_data(one.store(), data.path(), "three");
}

TEST_CASE("a mark that was cut off while it was written is written again")
{
    support::world here(kind::sqlite_memory);
    const support::temporary_directory data;
    std::ofstream(data / api::installation_file).flush();
    require_own_data(here.store(), data.path(), "ours");
    require_own_data(here.store(), data.path(), "a fresh one");
    std::ifstream mark(data / api::installation_file);
    CHECK(std::string(std::istreambuf_iterator<char>(mark), {}).starts_with("ours"));
}

TEST_CASE("processes that start at once on an empty directory all find it theirs")
{
    support::world here(kind::sqlite_file);
    const support::temporary_directory data;
    std::atomic<int> started = 0;
    support::in_parallel(8, [&](int i) {
        require_own_data(here.store(), data.path(), std::to_string(i));
        ++started;
    });
    CHECK(started == 8);
}
