// The word that somebody meant.
#include "definitions/nearest_word.hpp"
#include "tests/support/catch.hpp"

using namespace definitions;

TEST_CASE("letters changed, added, left out or swapped are counted")
{
    CHECK(letters_apart("sahli", "sahli") == 0);
    CHECK(letters_apart("sahly", "sahli") == 1);
    CHECK(letters_apart("shli", "sahli") == 1);
    CHECK(letters_apart("saahli", "sahli") == 1);
    CHECK(letters_apart("shali", "sahli") == 1);
    CHECK(letters_apart("", "sahli") == 5);
    CHECK(letters_apart("kitten", "sitting") == 3);
}

TEST_CASE("the nearest word is found, the first of several, and none when all are far")
{
    const std::vector<std::string> words{"biru", "hijau", "kuning", "merah", "hitam"};
    CHECK(nearest_word("hijua", words) == "hijau");
    CHECK(nearest_word("bir", words) == "biru");
    CHECK(nearest_word("ungu", words).empty());
    CHECK(nearest_word("", words).empty());
    CHECK(nearest_word("ab", {"aa", "bb"}) == "aa");
    CHECK(did_you_mean("mera", words) == "; did you mean \"merah\"?");
    CHECK(did_you_mean("ungu", words).empty());
    CHECK(one_of({"a"}) == "a");
    CHECK(one_of({"a", "b", "c"}) == "a, b or c");
}
