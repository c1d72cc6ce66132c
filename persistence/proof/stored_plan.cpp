// One statement per list. Columns that no event speaks of are left out.
#include "persistence/proof/stored_plan.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/record_json.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/targets.hpp"
#include <map>

namespace persistence {
namespace {

void read_items(unit_of_work& unit, const std::string& plan, std::vector<workflow::review>& into)
{
    std::map<std::string, workflow::review*> by_id;
    for (workflow::review& r : into) by_id[r.id] = &r;
    statement(unit,
              "SELECT i.review, i.action, i.remark, i.suggestion FROM reviews r JOIN review_items "
              "i ON i.review = r.id WHERE r.plan = :plan ORDER BY i.review, i.place",
              {plan})
        .each([&](const soci::row& row) {
            by_id.at(text(row, 0))->items.push_back({text(row, 1), text(row, 2), text(row, 3)});
        });
}

std::vector<workflow::review> every_review(unit_of_work& unit, const std::string& plan)
{
    std::vector<workflow::review> found;
    statement(unit,
              "SELECT id, revision, agency, state, reason, rows_digest, since, version, due "
              "FROM reviews WHERE plan = :plan ORDER BY id",
              {plan})
        .each([&](const soci::row& row) {
            workflow::review r;
            r.id = text(row, 0);
            r.revision = static_cast<int>(number(row, 1));
            r.agency.id = text(row, 2);
            r.state = text(row, 3);
            r.reason = text(row, 4);
            r.rows_digest = text(row, 5);
            r.since = instant_in(row, 6);
            r.version = number(row, 7);
            r.due = optional_date(row, 8);
            found.push_back(std::move(r));
        });
    read_items(unit, plan, found);
    return found;
}

void read_votes(unit_of_work& unit, const std::string& plan, std::vector<workflow::approval>& into)
{
    std::map<std::string, workflow::approval*> by_id;
    for (workflow::approval& a : into) by_id[a.id] = &a;
    statement(unit,
              "SELECT v.approval, v.voter, v.at FROM approvals a JOIN votes v ON v.approval = a.id "
              "WHERE a.plan = :plan ORDER BY v.approval, v.place",
              {plan})
        .each([&](const soci::row& row) {
            by_id.at(text(row, 0))->votes.push_back({{text(row, 1), {}}, instant_in(row, 2)});
        });
}

std::vector<workflow::approval> every_approval(unit_of_work& unit, const std::string& plan)
{
    std::vector<workflow::approval> found;
    statement(unit,
              "SELECT id, revision, submission, stage, name, role, quorum, state, reason, since, "
              "version, due FROM approvals WHERE plan = :plan ORDER BY id",
              {plan})
        .each([&](const soci::row& row) {
            workflow::approval a;
            a.id = text(row, 0);
            a.revision = static_cast<int>(number(row, 1));
            a.submission = static_cast<int>(number(row, 2));
            a.stage = static_cast<int>(number(row, 3));
            a.name = text(row, 4);
            a.role = text(row, 5);
            a.quorum = static_cast<int>(number(row, 6));
            a.state = text(row, 7);
            a.reason = text(row, 8);
            a.since = instant_in(row, 9);
            a.version = number(row, 10);
            a.due = optional_date(row, 11);
            found.push_back(std::move(a));
        });
    read_votes(unit, plan, found);
    return found;
}

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
