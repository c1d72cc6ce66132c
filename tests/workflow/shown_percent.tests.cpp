// The numbers that people see, held against the same table as those of the pages.
#include "workflow/kinds/shown_percent.hpp"
#include "tests/support/catch.hpp"
#include "workflow/things/world.hpp"
#include <boost/json/parse.hpp>
#include <fstream>
#include <sstream>

namespace json = boost::json;

namespace {

json::object table()
{
    std::ifstream file(RAMPUNG_SOURCE_DIR "/tests/data/shown_percents.json");
    std::ostringstream text;
    text << file.rdbuf();
    return json::parse(text.str()).as_object();
}

workflow::kind rules_of(const json::object& from)
{
    workflow::kind rules;
    for (const json::value& each : from.at("classes").as_array()) {
        workflow::achievement_class added;
        if (const auto* edge = each.as_object().if_contains("from"))
            added.from = edge->to_number<double>();
        added.above = each.as_object().contains("above");
        rules.classes.push_back(std::move(added));
    }
    return rules;
}

} // namespace

TEST_CASE("a percentage that is shown is of the class that stands beside it")
{
    const json::object cases = table();
    const workflow::kind rules = rules_of(cases);
    REQUIRE(cases.at("shown").as_array().size() > 20);
    for (const json::value& each : cases.at("shown").as_array()) {
        const double exact = each.at(0).to_number<double>();
        INFO(exact);
        const double shown = workflow::shown_percent(rules, exact);
        CHECK(shown == each.at(1).to_number<double>());
        CHECK(workflow::class_of(rules, shown) == workflow::class_of(rules, exact));
    }
}

TEST_CASE("who reaches a target exactly has reached 100 percent of it, whatever its decimals")
{
    const json::object cases = table();
    for (const json::value& each : cases.at("of_quantities").as_array()) {
        workflow::cell wanted;
        workflow::achievement_record reached;
        reached.achieved_quantity = each.at(0).to_number<double>();
        wanted.quantity = each.at(1).to_number<double>();
        INFO(*reached.achieved_quantity << " of " << *wanted.quantity);
        CHECK(workflow::percent_of(wanted, reached) == each.at(2).to_number<double>());
    }
    for (int hundredths = 1; hundredths < 20'000; ++hundredths) {
        workflow::cell wanted;
        workflow::achievement_record reached;
        reached.achieved_quantity = wanted.quantity = hundredths / 100.0;
        INFO(hundredths);
        REQUIRE(workflow::percent_of(wanted, reached) == 100);
    }
}
