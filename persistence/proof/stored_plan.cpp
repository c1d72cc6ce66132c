// One list after the other; what no event speaks of is read where its repository reads it too.
#include "persistence/proof/stored_plan.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/record_json.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/targets.hpp"
#include <map>

namespace persistence {
namespace {

// What of a file goes into the digests of a record.
void read_files_of_rounds(unit_of_work& unit, const std::string& plan,
                          std::vector<workflow::closed_round>& into)
{
    std::map<std::pair<std::string, int>, workflow::closed_round*> by_round;
    for (workflow::closed_round& r : into) by_round[{r.target, r.round}] = &r;
    statement(unit,
              "SELECT x.target, x.round, e.kind, e.classification, e.sha256, e.id, e.name, "
              "e.media_type, e.size FROM targets t JOIN round_evidence x ON x.target = t.id JOIN "
              "evidence e ON e.id = x.evidence "
              "WHERE t.plan = :plan",
              {plan})
        .each([&](const soci::row& row) {
            const auto found = by_round.find({text(row, 0), static_cast<int>(number(row, 1))});
            if (found == by_round.end()) return;
            workflow::evidence e;
            e.kind = text(row, 2);
            e.classification = text(row, 3);
            e.sha256 = text(row, 4);
            e.id = text(row, 5);
            e.name = text(row, 6);
            e.media_type = text(row, 7);
            e.size = number(row, 8);
            found->second->evidence.push_back(std::move(e));
        });
}

std::vector<workflow::closed_round> every_round(unit_of_work& unit, const std::string& plan)
{
    std::vector<workflow::closed_round> found;
    statement(unit,
              "SELECT r.target, r.round, r.state, r.record FROM targets t JOIN rounds r ON "
              "r.target = t.id WHERE t.plan = :plan ORDER BY r.target, r.round",
              {plan})
        .each([&](const soci::row& row) {
            found.push_back({text(row, 0),
                             static_cast<int>(number(row, 1)),
                             text(row, 2),
                             record_of(text(row, 3)),
                             {},
                             {}});
        });
    read_files_of_rounds(unit, plan, found);
    return found;
}

std::map<std::string, int> every_place(unit_of_work& unit, const std::string& plan)
{
    std::map<std::string, int> found;
    statement(unit, "SELECT id, placed_in FROM targets WHERE plan = :plan", {plan})
        .each(
            [&](const soci::row& row) { found[text(row, 0)] = static_cast<int>(number(row, 1)); });
    return found;
}

std::set<int> every_shown(unit_of_work& unit, const std::string& plan)
{
    std::set<int> found;
    statement(unit, "SELECT number FROM revisions WHERE plan = :plan AND shown <> 0", {plan})
        .each([&](const soci::row& row) { found.insert(static_cast<int>(number(row, 0))); });
    return found;
}

} // namespace

std::optional<workflow::stored_plan>
read_stored_plan(unit_of_work& unit, const workflow::kind_registry& kinds, const std::string& plan)
{
    auto head = read_plan(unit, plan);
    if (!head) return std::nullopt;
    workflow::stored_plan out;
    out.approval_chain = find_kind(unit, kinds, head->kind, head->kind_version).approval_chain;
    out.head = std::move(*head);
    out.revisions = read_revisions(unit, plan);
    for (workflow::revision& r : out.revisions) r.actions = read_actions(unit, {plan, r.number});
    out.reviews = every_review(unit, plan);
    out.approvals = every_approval(unit, plan);
    out.targets = read_targets(unit, plan);
    out.shown = every_shown(unit, plan);
    out.placed_in = every_place(unit, plan);
    out.rounds = every_round(unit, plan);
    out.reports = read_reports(unit, plan);
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
