// Finds agencies by the names that offices write, and lists names in one cell.
#include "workflow/matrix/matrix_agencies.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace workflow {

namespace {

constexpr std::size_t near_names_max = 3;

template <class same> std::vector<const agency*> matching(const std::vector<agency>& all, same is)
{
    std::vector<const agency*> found;
    for (const auto& each : all)
        if (is(each.name) || is(each.short_name)) found.push_back(&each);
    return found;
}

// Single-byte insertions, deletions and replacements that turn one into the other.
std::size_t edits_between(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> costs(other.size() + 1);
    std::iota(costs.begin(), costs.end(), std::size_t{0});
    for (std::size_t row = 1; row <= one.size(); ++row) {
        std::size_t diagonal = std::exchange(costs[0], row);
        for (std::size_t column = 1; column <= other.size(); ++column) {
            const std::size_t replaced = diagonal + (one[row - 1] != other[column - 1]);
            diagonal = costs[column];
            costs[column] = std::min({replaced, costs[column] + 1, costs[column - 1] + 1});
        }
    }
    return costs[other.size()];
}

// Smaller is nearer; nothing when the two are not alike.
std::optional<std::size_t> distance(const std::string& wanted, const std::string& name)
{
    constexpr std::size_t compared_max = 100, contained_min = 3;
    if (name.empty() || wanted.size() > compared_max || name.size() > compared_max) return {};
    const bool contained = std::min(wanted.size(), name.size()) >= contained_min &&
                           (name.find(wanted) != name.npos || wanted.find(name) != name.npos);
    const auto edits = edits_between(wanted, name);
    if (!contained && edits > std::max<std::size_t>(2, wanted.size() / 4)) return {};
    if (!contained && edits >= std::min(wanted.size(), name.size())) return {};
    return edits;
}

// From the opening quotation mark on; takes the name out of the text.
std::string quoted_name(std::string_view& text)
{
    std::string name;
    text.remove_prefix(1);
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c != '"')
            name += c;
        else if (text.starts_with('"'))
            name += c, text.remove_prefix(1);
        else
            break;
    }
    return name;
}

} // namespace

std::vector<const agency*> agencies_named(std::string_view text, const std::vector<agency>& all)
{
    const std::string key = spelling_key(text);
    if (key.empty()) return {};
    auto found = matching(all, [&](const std::string& name) { return name == text; });
    if (found.empty())
        found = matching(all, [&](const std::string& name) { return spelling_key(name) == key; });
    return found;
}

std::vector<std::string> names_near(std::string_view text, const std::vector<agency>& all)
{
    const std::string wanted = spelling_key(text);
    std::set<std::pair<std::size_t, std::string>> ranked;
    for (const auto& each : all)
        for (const auto* name : {&each.name, &each.short_name})
            if (const auto far = distance(wanted, spelling_key(*name))) ranked.emplace(*far, *name);
    std::vector<std::string> names;
    for (const auto& [far, name] : ranked)
        if (names.size() < near_names_max) names.push_back(name);
    return names;
}

std::vector<std::string> names_in(std::string_view text)
{
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty()) names.push_back(name);
    };
    while (!text.empty()) {
        if (text.front() == '"') {
            add(quoted_name(text));
        } else if (text.front() == ';' || text.front() == '\n' || text.front() == ' ') {
            text.remove_prefix(1);
        } else {
            const auto end = std::min(text.find_first_of(";\n"), text.size());
            add(tidy_text(text.substr(0, end)));
            text.remove_prefix(end);
        }
    }
    return names;
}

std::string names_joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const auto& name : names) {
        if (!text.empty()) text += "; ";
        if (name.find_first_of(";\n") == name.npos && !name.starts_with('"')) {
            text += name;
            continue;
        }
        text += '"';
        for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
        text += '"';
    }
    return text;
}

} // namespace workflow
