// Reviews as a decision reads them: one question without an order of its own.
#include "persistence/nouns/reviews.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"

using support::kind;
using workflow::review;

TEST_CASE("reviews come by their agency, each with its remarks in the order they were given")
{
    support::office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    here.submit(plan);
    const auto read = [&] {
        std::vector<review> out;
        here.store().read([&](persistence::unit_of_work& unit) {
            out = persistence::read_reviews(unit, plan, 1, "");
        });
        return out;
    };
    const auto before = read();
    REQUIRE_FALSE(before.empty());
    REQUIRE(before.front().agency.id > "a");
    review first = before.front();
    first.id = "zz";
    first.agency = {"a", "Dinas A"};
    review last = before.back();
    last.items = {{"c", "third", ""}, {"a", "first", ""}, {"b", "second", "so"}};
    here.store().write([&](persistence::unit_of_work& unit) {
        persistence::write_review(unit, plan, first, nullptr);
        persistence::write_review(unit, plan, last, &before.back());
    });
    const auto after = read();
    REQUIRE(after.size() == before.size() + 1);
    CHECK(after.front().id == "zz");
    CHECK(after.front().items.empty());
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(after[i + 1].id == before[i].id);
    CHECK(after.back().items == last.items);
}
