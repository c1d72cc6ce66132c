// What is a change of a kind's file, and what is only written otherwise.
#include "workflow/kinds/kind_changes.hpp"
#include "tests/support/catch.hpp"

using workflow::changed_members;

TEST_CASE("whitespace, the order of members and how a number is written change nothing")
{
    const auto other = GENERATE(
        R"({"name":"a","from":{"month":1,"day":2},"ladder":[-1,7]})",
        "{\n\t\"ladder\": [ -1, 7 ],\n\t\"from\": {\"day\": 2, \"month\": 1}, \"name\": \"a\"\n}\n",
        R"({"name":"\u0061","from":{"month":1.0,"day":2e0},"ladder":[-1,7]})",
        R"({"$schema":"x","name":"a","from":{"$comment":"y","month":1,"day":2},"ladder":[-1,7]})");
    CHECK(changed_members(R"({"name":"a","from":{"month":1,"day":2},"ladder":[-1,7]})", other)
              .empty());
}

TEST_CASE("what says something else is named, whichever file has it")
{
    using names = std::vector<std::string>;
    const auto* before = R"({"name":"a","from":{"month":1},"ladder":[-1,7]})";
    CHECK(changed_members(before, R"({"name":"b","from":{"month":1},"ladder":[-1,7]})") ==
          names{"name"});
    CHECK(changed_members(before, R"({"name":"a","from":{"month":2},"ladder":[7,-1]})") ==
          names{"from", "ladder"});
    CHECK(changed_members(before, R"({"name":"a","from":{"month":1}})") == names{"ladder"});
    CHECK(changed_members(R"({"name":"a","from":{"month":1}})", before) == names{"ladder"});
    CHECK(changed_members(before, R"({"name":"a","from":{"month":"1"},"ladder":[-1,7]})") ==
          names{"from"});
    CHECK(changed_members(before, "{") == names{"everything"});
}
