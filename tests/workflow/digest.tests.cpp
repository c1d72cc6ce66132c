// The digest of a matrix: what it covers, and what it was before kinds had columns of their own.
#include "workflow/things/digest.hpp"
#include "tests/support/catch.hpp"

using namespace workflow;

namespace {

action some_action()
{
    action a;
    a.id = "x";
    a.number = 1;
    a.phase = "prevention";
    a.title = "Aksi";
    a.lead_agency = {"a-1", "Dinas"};
    return a;
}

std::string digest_with(const column_values& columns)
{
    action a = some_action();
    a.columns = columns;
    return matrix_digest({a});
}

} // namespace

TEST_CASE("a matrix without columns of the kind's own has the digest that it always had")
{
    CHECK(digest_with({}) == "a958b5dc153e867bb39f6ef2115bee65"
                             "8f97004a376979989513568ccf834025");
}

TEST_CASE("the digest of a matrix covers what stands in the kind's own columns")
{
    const std::vector<column_values> values{
        {},
        {{"program", "Damai"}},
        {{"program", "Aman"}},
        {{"activity", "Damai"}},
        {{"program", "5"}},
        {{"program", 5.0}},
        {{"program", 5.5}},
        {{"activity", "Damai"}, {"program", "Damai"}},
    };
    for (std::size_t one = 0; one < values.size(); ++one)
        for (std::size_t other = 0; other < one; ++other) {
            CAPTURE(one, other);
            CHECK(digest_with(values[one]) != digest_with(values[other]));
        }
    action a = some_action();
    const auto before = rows_digest({a}, "a-1");
    a.columns["program"] = "Damai";
    CHECK(rows_digest({a}, "a-1") != before);
}
