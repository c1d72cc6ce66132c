// The schema of a kind's file and the reader ask for the same members; the page that explains them
// has an example of each, and every example is taken.
#include "definitions/kind_members.hpp"
#include "tests/support/catch.hpp"
#include "workflow/kinds/colours.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>

using namespace definitions;

namespace {

namespace json = boost::json;
using members = std::map<std::string, std::set<std::string>>;

const json::value& schema()
{
    static const auto parsed = json::parse(std::string(kind_schema()));
    return parsed;
}

// Collects the properties of every object of the schema by pointer, `*` for any entry; comments are
// everybody's.
void collect(const json::value& node, const std::string& place, members& into)
{
    if (const auto* refers = node.as_object().if_contains("$ref"))
        collect(schema().at_pointer(std::string(refers->as_string()).substr(1)), place, into);
    for (const char* several : {"oneOf", "allOf"})
        if (const auto* parts = node.as_object().if_contains(several))
            for (const auto& part : parts->as_array()) collect(part, place, into);
    if (const auto* items = node.as_object().if_contains("items"))
        collect(*items, place + "/*", into);
    if (const auto* properties = node.as_object().if_contains("properties"))
        for (const auto& [name, inside] : properties->as_object()) {
            if (name == "$comment" || name == "$schema") continue;
            into[place].emplace(name);
            collect(inside, place + "/" + std::string(name), into);
        }
}

members asked_by_reader(const std::string& file)
{
    kind_text text("example.json", file, held_against::all_rules);
    read_kind(text);
    CHECK(text.count() == 0);
    return text.members_asked();
}

std::string page()
{
    std::ifstream in(RAMPUNG_SOURCE_DIR "/docs/kinds.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What stands between ```json and ```, a JSON object each.
std::vector<std::string> examples()
{
    std::vector<std::string> found;
    const auto text = page();
    const std::string opens = "```json\n", closes = "```";
    for (auto at = text.find(opens); at != text.npos; at = text.find(opens, at)) {
        at += opens.size();
        const auto end = text.find(closes, at);
        found.push_back(text.substr(at, end - at));
    }
    return found;
}

} // namespace

TEST_CASE("the schema has every member that the reader asks for, and no other")
{
    members in_schema;
    collect(schema(), "", in_schema);
    CHECK(in_schema == asked_by_reader(new_kind_file("rad_contoh")));
}

TEST_CASE("the schema's closed lists are the program's")
{
    const auto& properties = schema().at("properties");
    json::array colours, types;
    for (const auto& each : workflow::colours()) colours.emplace_back(each.code);
    for (const auto& each : workflow::column_types()) types.emplace_back(each);
    CHECK(properties.at_pointer("/classes/items/properties/colour/enum") == colours);
    CHECK(properties.at_pointer("/columns/items/properties/type/enum") == types);
    CHECK(properties.at_pointer("/columns/items/properties/type/enum").as_array().size() == 4);
}

TEST_CASE("every member is explained with an example, and every example is taken")
{
    std::set<std::string> shown;
    const auto found = examples();
    REQUIRE(found.size() > 10);
    for (const auto& each : found) {
        INFO(each);
        auto whole = json::parse(new_kind_file("rad_contoh")).as_object();
        const auto example = json::parse(each);
        for (const auto& [name, value] : example.as_object()) {
            whole[name] = value;
            shown.emplace(name);
        }
        CHECK_NOTHROW(load_kind("example", json::serialize(whole)));
    }
    const json::value& described = schema();
    for (const auto& [name, value] : described.at("properties").as_object()) {
        INFO(name);
        CHECK(shown.contains(std::string(name)));
        CHECK(page().find("`" + std::string(name) + "`") != std::string::npos);
    }
}
