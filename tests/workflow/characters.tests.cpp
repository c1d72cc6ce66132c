// Characters of UTF-8: counted, and not cut in two.
#include "workflow/words/characters.hpp"
#include "tests/support/catch.hpp"

using namespace workflow;

TEST_CASE("characters are counted, not the octets that write them")
{
    CHECK(character_count("") == 0);
    CHECK(character_count("aé漢🙂") == 4);
}

TEST_CASE("a text is cut between characters, and says that something is missing")
{
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("abcd", 3) == "…");
    CHECK(shortened("abcdef", 5) == "ab…");
    CHECK(shortened("aéé", 4) == "a…");
    for (std::size_t most = 0; most < 12; ++most) CHECK(shortened("漢字漢字", most).size() <= 12);
}
