// The table of kinds.
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/kinds/kind_changes.hpp"
#include "workflow/things/plan.hpp"
#include <algorithm>
#include <map>
#include <utility>

namespace persistence {
namespace {

std::string title_of(const std::string& name, int version)
{
    return "the kind " + name + ", version " + std::to_string(version) + ",";
}

struct kept_file {
    std::string hash;
    std::string body;
};

std::optional<kept_file> first_kept(unit_of_work& unit, const workflow::kind& rules)
{
    std::optional<kept_file> out;
    statement(unit, "SELECT hash, body FROM kinds WHERE name = :name AND version = :version",
              {rules.name, rules.version})
        .each([&](const soci::row& row) {
            out = {text(row, 0), text(row, 1)};
        });
    return out;
}

struct version {
    std::string name;
    int number{};
};

std::vector<version> versions_kept(unit_of_work& unit)
{
    std::vector<version> out;
    statement(unit, "SELECT name, version FROM kinds ORDER BY name, version")
        .each([&](const soci::row& row) {
            out.push_back({text(row, 0), static_cast<int>(number(row, 1))});
        });
    return out;
}

// Whether a plan of that version may still ask its chain.
bool is_waited_for(unit_of_work& unit, const version& of)
{
    statement find(unit,
                   "SELECT p.id FROM plans p WHERE p.kind = :kind AND p.kind_version = :version "
                   "AND EXISTS (SELECT 1 FROM revisions v WHERE v.plan = p.id AND ",
                   {of.name, of.number});
    find.among("v.state", {workflow::plan_state::live.begin(), workflow::plan_state::live.end()});
    find.add(") LIMIT 1");
    bool found = false;
    find.each([&](const soci::row&) { found = true; });
    return found;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
}

// A file that is only written otherwise is the same kind; what was kept first stays.
void expect_same(const workflow::kind& rules, const kept_file& first)
{
    if (first.hash == rules.hash) return;
    const auto changed = workflow::changed_members(first.body, *rules.file);
    if (changed.empty()) return;
    throw kind_changed(title_of(rules.name, rules.version) +
                       " is not what plans were made with: it differs in " + listed(changed) +
                       "; expected a file with SHA-256 " + first.hash + ", found " + rules.hash +
                       "; restore it and raise the version of the new");
}

} // namespace

void require_unchanged_kinds(unit_of_work& unit, const workflow::kind_registry& registry)
{
    for (const auto& rules : registry.all())
        if (const auto first = first_kept(unit, rules)) expect_same(rules, *first);
}

void keep_kind(unit_of_work& unit, const workflow::kind& rules)
{
    if (const auto first = first_kept(unit, rules)) return expect_same(rules, *first);
    statement(unit,
              "INSERT INTO kinds(name, version, hash, body) VALUES (:name, :version, :hash, :body)",
              {rules.name, rules.version, rules.hash, *rules.file})
        .change();
}

workflow::kind find_kind(unit_of_work& unit, const workflow::kind_registry& registry,
                         const std::string& name, int version)
{
    if (const auto known = registry.remembered(name, version)) return *known;
    const auto* own = registry.find(name, version);
    const auto body = one_text({unit,
                                "SELECT body FROM kinds WHERE name = :name AND version = :version",
                                {name, version}});
    if (!body && !own) throw std::out_of_range(title_of(name, version) + " is not known");
    if (!body) return *own;
    auto kept =
        own && own->file && *own->file == *body ? *own : registry.read(name + ".json", *body);
    registry.remember(kept);
    return kept;
}

bool is_kind(unit_of_work& unit, const workflow::kind_registry& registry, const std::string& name)
{
    if (registry.newest(name)) return true;
    const auto kept = versions_kept(unit);
    return std::any_of(kept.begin(), kept.end(),
                       [&](const version& each) { return each.name == name; });
}

std::optional<year_rules> kind_in(unit_of_work& unit, const workflow::kind_registry& registry,
                                  const std::string& name, const std::string& region, int year)
{
    std::optional<int> lives;
    int first_year = year;
    statement find(unit,
                   "SELECT p.kind_version, p.year FROM plans p WHERE p.live_key IS NOT NULL AND "
                   "p.region = :region AND p.kind = :kind",
                   {region, name});
    add_of_year(find, year);
    find.each([&](const soci::row& row) {
        lives = static_cast<int>(number(row, 0));
        first_year = static_cast<int>(number(row, 1));
    });
    if (lives) return year_rules{find_kind(unit, registry, name, *lives), first_year};
    if (const auto* newest = registry.newest(name)) return year_rules{*newest, year};
    return std::nullopt;
}

std::vector<workflow::kind> kept_kinds(unit_of_work& unit, const workflow::kind_registry& registry)
{
    std::vector<workflow::kind> out;
    for (const version& each : versions_kept(unit))
        out.push_back(find_kind(unit, registry, each.name, each.number));
    return out;
}

std::vector<workflow::kind> every_kind(unit_of_work& unit, const workflow::kind_registry& registry)
{
    std::map<std::pair<std::string, int>, workflow::kind> all;
    for (auto& k : kept_kinds(unit, registry))
        all.emplace(std::pair{k.name, k.version}, std::move(k));
    for (const auto& k : registry.all()) all.emplace(std::pair{k.name, k.version}, k);
    std::vector<workflow::kind> out;
    for (auto& [key, k] : all) out.push_back(std::move(k));
    return out;
}

workflow::role_table roles_to_appoint(unit_of_work& unit, const workflow::kind_registry& registry)
{
    auto roles = workflow::roles_of(registry);
    for (const version& each : versions_kept(unit)) {
        const auto* newest = registry.newest(each.name);
        if (newest && newest->version == each.number) continue;
        if (is_waited_for(unit, each))
            workflow::add_chain_of(find_kind(unit, registry, each.name, each.number), roles);
    }
    return roles;
}

} // namespace persistence
