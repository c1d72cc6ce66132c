// The library reads such files for the whole program only, not for one verb.
#include "api/verbs/config_file.hpp"
#include <CLI/CLI.hpp>
#include <algorithm>

namespace api {
namespace {

using words = std::vector<std::string>;

// The value of --name value or --name=value; null when it is not there.
const std::string* value_of(const words& given, const std::string& name, std::string& inside)
{
    const std::string option = "--" + name;
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] == option) return i + 1 < given.size() ? &given[i + 1] : &given[i];
        if (given[i].starts_with(option + "="))
            return &(inside = given[i].substr(option.size() + 1));
    }
    return nullptr;
}

} // namespace

words with_config_file(words given, const std::function<bool(const std::string&)>& is_passed_over)
{
    std::string inside;
    const std::string* named = value_of(given, "config", inside);
    if (!named) return given;
    const std::string file = *named;
    words out = given;
    for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_file(file)) {
        if (value_of(given, item.fullname(), inside) || is_passed_over(item.fullname())) continue;
        for (const std::string& value : item.inputs)
            out.push_back("--" + item.fullname() + "=" + value);
    }
    return out;
}

words with_default(words given, const std::string& name, const std::string& value)
{
    std::string inside;
    if (!value_of(given, name, inside)) given.push_back("--" + name + "=" + value);
    return given;
}

} // namespace api
