// The catalogue of sentences: complete in both languages, and filled in as asked.
#include "workflow/words/sentences.hpp"
#include "tests/support/catch.hpp"
#include "workflow/things/thing.hpp"
#include <set>

using namespace workflow;

namespace {

std::multiset<std::string> arguments_in(std::string_view text)
{
    std::multiset<std::string> names;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
        names.emplace(text.substr(open + 1, text.find('}', open) - open - 1));
    return names;
}

constexpr wording of_a_test[]{
    {"waits_for_test", "{who} menunggu {what}.", "{who} waits for {what}."}};

} // namespace

TEST_CASE("every sentence has a key of its own and both texts")
{
    std::set<std::string_view> keys;
    for (const auto part : all_wordings())
        for (const wording& each : part) {
            INFO(each.key);
            CHECK(keys.insert(each.key).second);
            CHECK_FALSE(each.indonesian.empty());
            CHECK_FALSE(each.english.empty());
        }
    CHECK(keys.size() > 50);
}

TEST_CASE("both languages of a sentence take the same arguments")
{
    for (const auto part : all_wordings())
        for (const wording& each : part) {
            INFO(each.key);
            CHECK(arguments_in(each.indonesian) == arguments_in(each.english));
        }
}

TEST_CASE("what each noun says of itself is in the catalogue")
{
    for (const auto table : answers<words_of>()) {
        REQUIRE_FALSE(table.empty());
        INFO(table.front().key);
        CHECK(find_wording(table.front().key) == table.data());
    }
}

TEST_CASE("a sentence is said in English when asked, in Indonesian otherwise")
{
    CHECK(say("en", {"field_missing"}) == "This is required.");
    CHECK(say("en-GB", {"field_missing"}) == "This is required.");
    CHECK(say("id", {"field_missing"}) == "Wajib diisi.");
    CHECK(say("", {"field_missing"}) == "Wajib diisi.");
}

TEST_CASE("things that have a name are called by it, each in the caller's language")
{
    const workflow::sentence missing{"evidence_is_there", {{"where", "@role_observer, @nobody"}}};
    CHECK(workflow::say("id", missing) == "Data dukung belum lengkap: Pengamat, @nobody.");
    CHECK(workflow::say("en", missing).find("Observer, @nobody") != std::string::npos);
}

TEST_CASE("arguments are put in place of their names and are not read again")
{
    add_wordings(of_a_test);
    CHECK(say("en", {"waits_for_test", {{"who", "{what}"}, {"what", "100"}}}) ==
          "{what} waits for 100.");
    CHECK(say("en", {"field_too_long"}) == "At most {limit} characters.");
}

TEST_CASE("another floor's sentences are known once they were added, and no key stands twice")
{
    add_wordings(of_a_test);
    const auto before = all_wordings().size();
    add_wordings(of_a_test);
    CHECK(all_wordings().size() == before);
    CHECK(find_wording("waits_for_test") == &of_a_test[0]);
    static constexpr wording again[]{{"not_found", "Tidak ada.", "There is none."}};
    CHECK_THROWS_WITH(add_wordings(again), Catch::Contains("not_found"));
    CHECK(say("en", {"not_found"}) != "There is none.");
}
