// What is said at the start of versions with a file, without one, and newer than any file.
#include "api/verbs/kinds_found.hpp"
#include "tests/support/catch.hpp"

namespace {

workflow::kind named(const std::string& name, int version)
{
    workflow::kind out;
    out.name = name;
    out.version = version;
    out.hash = name + std::to_string(version);
    return out;
}

std::string said_of(const boost::json::object& line)
{
    return std::string(line.at("name").as_string()) + " " +
           std::to_string(line.at("version").to_number<int>()) + " " +
           std::string(line.at("found").as_string()) +
           (line.at("for_new_plans").as_bool() ? " new" : "");
}

} // namespace

TEST_CASE("every version is said once: where it was found, and whether new plans take it")
{
    const workflow::kind_registry known(
        {named("embedded", 1), named("of_the_office", 1), named("of_the_office", 2)}, {});
    const api::kinds_found found{
        known,
        {named("embedded", 1)},
        "/etc/kinds",
        {named("embedded", 1), named("gone", 3), named("of_the_office", 1)}};
    std::vector<std::string> said;
    for (const auto& line : api::lines_of(found)) said.push_back(said_of(line));
    CHECK(said == std::vector<std::string>{"embedded 1 embedded new", "gone 3 database",
                                           "of_the_office 1 /etc/kinds",
                                           "of_the_office 2 /etc/kinds new"});
    CHECK(api::fallen_back(found).empty());
}

TEST_CASE("a file that is older than what plans were made with is told")
{
    const workflow::kind_registry known({named("rad_kota", 1)}, {});
    const auto told =
        api::fallen_back({known, {}, "/etc/kinds", {named("gone", 1), named("rad_kota", 2)}});
    REQUIRE(told.size() == 1);
    CHECK(told[0].at("name").as_string() == "rad_kota");
    CHECK(told[0].at("version").to_number<int>() == 1);
    CHECK(told[0].at("kept").to_number<int>() == 2);
}
