// The plan's own row, then what each noun reads of it; and the files that rows name.
#include "persistence/proof/stored_plan.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"

namespace persistence {

std::optional<workflow::stored_plan>
read_stored_plan(unit_of_work& unit, const workflow::kind_registry& kinds, const std::string& plan)
{
    auto head = read_plan(unit, plan);
    if (!head) return std::nullopt;
    workflow::stored_plan out;
    const auto rules = find_kind(unit, kinds, head->kind, head->kind_version);
    out.approval_chain = rules.approval_chain;
    out.years_of_kind = rules.years;
    out.head = std::move(*head);
    for (const stored* each : stored_nouns()) each->read_all(unit, out);
    return out;
}

std::vector<named_file> read_named_files(unit_of_work& unit, const std::string& plan)
{
    std::vector<named_file> found;
    statement(unit,
              "SELECT e.id, e.target, e.size, e.sha256 FROM targets t JOIN evidence e ON "
              "e.target = t.id WHERE t.plan = :plan ORDER BY e.id",
              {plan})
        .each([&](const soci::row& row) {
            found.push_back({"evidence", text(row, 0), text(row, 1), number(row, 2), text(row, 3)});
        });
    statement(unit, "SELECT id, size, sha256 FROM documents WHERE plan = :plan ORDER BY id", {plan})
        .each([&](const soci::row& row) {
            found.push_back({"document", text(row, 0), {}, number(row, 1), text(row, 2)});
        });
    return found;
}

} // namespace persistence
