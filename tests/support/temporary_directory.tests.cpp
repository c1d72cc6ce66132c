// A test's directory is its own and leaves nothing behind.
#include "tests/support/temporary_directory.hpp"
#include "tests/support/catch.hpp"
#include <fstream>

TEST_CASE("two directories never share a path and both are gone afterwards")
{
    std::filesystem::path left;
    {
        const support::temporary_directory one;
        const support::temporary_directory other;
        REQUIRE(one.path() != other.path());
        std::filesystem::create_directories(one / "a" / "b");
        std::ofstream(one / "a" / "b" / "file") << "contents";
        REQUIRE(std::filesystem::is_regular_file(one / "a/b/file"));
        left = one.path();
    }
    REQUIRE_FALSE(std::filesystem::exists(left));
}
