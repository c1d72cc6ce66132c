// Both texts as values, stripped of what does not matter.
#include "workflow/kinds/kind_changes.hpp"
#include <boost/json/parse.hpp>
#include <set>

namespace workflow {

namespace json = boost::json;

namespace {

json::value what_matters(const json::value& value)
{
    if (value.is_number()) return value.to_number<double>();
    if (const auto* list = value.if_array()) {
        json::array out;
        for (const auto& each : *list) out.push_back(what_matters(each));
        return out;
    }
    if (const auto* object = value.if_object()) {
        json::object out;
        for (const auto& [name, each] : *object)
            if (name != "$comment" && name != "$schema") out[name] = what_matters(each);
        return out;
    }
    return value;
}

json::value parsed(std::string_view text)
{
    json::error_code error;
    auto value = json::parse({text.data(), text.size()}, error);
    return error ? json::value{} : what_matters(value);
}

} // namespace

std::vector<std::string> changed_members(std::string_view before, std::string_view after)
{
    const auto one = parsed(before);
    const auto other = parsed(after);
    if (!one.is_object() || !other.is_object()) return {"everything"};
    std::set<std::string> changed;
    const auto compare = [&](const json::object& these, const json::object& those) {
        for (const auto& [name, value] : these) {
            const auto* there = those.if_contains(name);
            if (!there || *there != value) changed.emplace(name);
        }
    };
    compare(one.get_object(), other.get_object());
    compare(other.get_object(), one.get_object());
    return {changed.begin(), changed.end()};
}

} // namespace workflow
