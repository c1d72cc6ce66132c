// One line a version, so that an operator finds a kind by its name.
#include "api/verbs/kinds_found.hpp"
#include "api/http/log.hpp"
#include <algorithm>
#include <map>

namespace api {
namespace {

namespace json = boost::json;
using workflow::kind;

bool has(const std::vector<kind>& kinds, const kind& wanted)
{
    return std::any_of(kinds.begin(), kinds.end(), [&](const kind& k) {
        return k.name == wanted.name && k.version == wanted.version;
    });
}

json::object line_of(const kinds_found& of, const kind& k, const std::string& found)
{
    const kind* newest = of.known.newest(k.name);
    return {{"name", k.name},
            {"version", k.version},
            {"hash", k.hash},
            {"found", found},
            {"for_new_plans", newest && newest->version == k.version}};
}

} // namespace

std::vector<json::object> lines_of(const kinds_found& of)
{
    std::map<std::pair<std::string, int>, json::object> by_version;
    for (const kind& k : of.known.all())
        by_version.emplace(
            std::pair{k.name, k.version},
            line_of(of, k, has(of.embedded, k) ? "embedded" : of.directory.string()));
    for (const kind& k : of.kept)
        by_version.emplace(std::pair{k.name, k.version}, line_of(of, k, "database"));
    std::vector<json::object> out;
    for (auto& [key, line] : by_version) out.push_back(std::move(line));
    return out;
}

std::vector<json::object> fallen_back(const kinds_found& of)
{
    std::map<std::string, int> newest_kept;
    for (const kind& k : of.kept) newest_kept[k.name] = std::max(newest_kept[k.name], k.version);
    std::vector<json::object> out;
    for (const auto& [name, version] : newest_kept) {
        const kind* newest = of.known.newest(name);
        if (newest && newest->version < version)
            out.push_back({{"name", name}, {"version", newest->version}, {"kept", version}});
    }
    return out;
}

void log_kinds_found(const kinds_found& of)
{
    for (json::object& line : lines_of(of)) log(severity::info, "kind_found", std::move(line));
    for (json::object& line : fallen_back(of)) {
        line["what"] = "new plans are made with an older version than there are plans of; put the "
                       "file of the newer one back, unless that is meant";
        log(severity::warning, "kind_fell_back", std::move(line));
    }
}

} // namespace api
