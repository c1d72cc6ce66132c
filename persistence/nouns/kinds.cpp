// The table of kinds.
#include "persistence/nouns/kinds.hpp"
#include "persistence/sql/statement.hpp"
#include <optional>

namespace persistence {
namespace {

std::string title_of(const std::string& name, int version)
{
    return "the kind " + name + ", version " + std::to_string(version) + ",";
}

std::optional<std::string> kept_hash(unit_of_work& unit, const workflow::kind& rules)
{
    return one_text({unit,
                     "SELECT hash FROM kinds WHERE name = :name AND version = :version",
                     {rules.name, rules.version}});
}

void expect_same(const workflow::kind& rules, const std::string& hash)
{
    if (hash == rules.hash) return;
    throw kind_changed(title_of(rules.name, rules.version) +
                       " is not what plans were made with: expected a file with SHA-256 " + hash +
                       ", found " + rules.hash + "; restore it and raise the version of the new");
}

} // namespace

void require_unchanged_kinds(unit_of_work& unit, const workflow::kind_registry& registry)
{
    for (const auto& rules : registry.all())
        if (const auto hash = kept_hash(unit, rules)) expect_same(rules, *hash);
}

void keep_kind(unit_of_work& unit, const workflow::kind& rules)
{
    if (const auto hash = kept_hash(unit, rules)) return expect_same(rules, *hash);
    statement(unit,
              "INSERT INTO kinds(name, version, hash, body) VALUES (:name, :version, :hash, :body)",
              {rules.name, rules.version, rules.hash, *rules.file})
        .change();
}

workflow::kind find_kind(unit_of_work& unit, const workflow::kind_registry& registry,
                         const std::string& name, int version)
{
    if (const auto* known = registry.find(name, version)) return *known;
    const auto body = one_text({unit,
                                "SELECT body FROM kinds WHERE name = :name AND version = :version",
                                {name, version}});
    if (!body) throw std::out_of_range(title_of(name, version) + " is not known");
    return registry.read(name + ".json", *body);
}

} // namespace persistence
