// The whole catalogue, as the program says it: the middle's sentences and those of the rim.
#include "api/words/sentences.hpp"
#include "tests/support/catch.hpp"
#include <set>

namespace {

std::multiset<std::string> arguments_in(std::string_view text)
{
    std::multiset<std::string> names;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
        names.emplace(text.substr(open + 1, text.find('}', open) - open - 1));
    return names;
}

} // namespace

TEST_CASE("of all sentences each has a key of its own, both texts and the same arguments in both")
{
    std::set<std::string_view> keys;
    for (const auto table : workflow::all_wordings())
        for (const auto& each : table) {
            INFO(each.key);
            CHECK(keys.insert(each.key).second);
            CHECK_FALSE(each.indonesian.empty());
            CHECK_FALSE(each.english.empty());
            CHECK(arguments_in(each.indonesian) == arguments_in(each.english));
        }
    CHECK(keys.contains("csrf_token_required"));
    CHECK(keys.contains("not_permitted"));
    CHECK(keys.size() > 500);
}

TEST_CASE("the program's start makes every table of the rim known, once")
{
    const auto known = workflow::all_wordings().size();
    api::add_sentences();
    CHECK(workflow::all_wordings().size() == known);
    for (const auto table :
         {api::sentences_of::requests(), api::sentences_of::door(), api::sentences_of::pages(),
          api::sentences_of::sheets(), api::sentences_of::nouns()})
        CHECK(workflow::find_wording(table.front().key) == table.data());
}
