// Reading and writing single rows of targets and of their rounds.
#include "persistence/nouns/target_rows.hpp"
#include "persistence/nouns/record_json.hpp"
#include <map>

namespace persistence {

const fixed_text target_columns(
    "t.id, t.version, t.action, t.period, t.state, t.round, t.newest_round, t.record, "
    "t.extended_to, t.last_final, t.last_final_round, t.last_final_record, t.made, t.since");

workflow::target target_in(const soci::row& row)
{
    workflow::target t;
    t.id = text(row, 0);
    t.version = number(row, 1);
    t.action = text(row, 2);
    t.period = text(row, 3);
    t.state = text(row, 4);
    t.round = static_cast<int>(number(row, 5));
    t.newest_round = static_cast<int>(number(row, 6));
    t.record = record_of(text(row, 7));
    t.extended_to = optional_date(row, 8);
    t.last_final = text(row, 9);
    t.last_final_round = static_cast<int>(number(row, 10));
    if (const auto last = optional_text(row, 11)) t.last_final_record = record_of(*last);
    t.made = flag(row, 12);
    t.since = instant_in(row, 13);
    return t;
}

namespace {

constexpr fixed_text evidence_columns("x.target, x.round, e.id, e.version, e.kind, "
                                      "e.classification, e.name, e.media_type, e.size, e.sha256, "
                                      "e.item");

workflow::evidence evidence_in(const soci::row& row)
{
    return {text(row, 2),   number(row, 3), text(row, 4),
            text(row, 5),   text(row, 6),   text(row, 7),
            number(row, 8), text(row, 9),   static_cast<int>(number(row, 1)),
            text(row, 10)};
}

// By target, each of its current round.
std::map<std::string, std::vector<workflow::evidence>> evidence_of_plan(unit_of_work& unit,
                                                                        const std::string& plan)
{
    std::map<std::string, std::vector<workflow::evidence>> found;
    statement find(unit, "SELECT ");
    find.add(evidence_columns)
        .add(" FROM targets t JOIN round_evidence x ON x.target = t.id AND x.round = t.round "
             "JOIN evidence e ON e.id = x.evidence WHERE t.plan = ",
             plan);
    find.add(" ORDER BY e.uploaded_at, e.id");
    find.each([&](const soci::row& row) { found[text(row, 0)].push_back(evidence_in(row)); });
    return found;
}

} // namespace

std::vector<workflow::evidence> evidence_of_round(unit_of_work& unit, const std::string& target,
                                                  int round)
{
    std::vector<workflow::evidence> found;
    statement find(unit, "SELECT ");
    find.add(evidence_columns)
        .add(" FROM round_evidence x JOIN evidence e ON e.id = x.evidence WHERE x.target = ",
             target);
    find.add(" AND x.round = ", round).add(" ORDER BY e.uploaded_at, e.id");
    find.each([&](const soci::row& row) { found.push_back(evidence_in(row)); });
    return found;
}

void read_evidence_of(unit_of_work& unit, workflow::target& t)
{
    t.evidence = evidence_of_round(unit, t.id, t.round);
}

void read_evidence_of(unit_of_work& unit, const std::vector<workflow::target*>& targets)
{
    std::map<std::string, workflow::target*> by_id;
    std::vector<std::string> ids;
    for (workflow::target* t : targets) {
        by_id[t->id] = t;
        ids.push_back(t->id);
    }
    in_pieces(ids, [&](const auto& some) {
        statement find(unit, "SELECT ");
        find.add(evidence_columns)
            .add(" FROM targets t JOIN round_evidence x ON x.target = t.id AND x.round = t.round "
                 "JOIN evidence e ON e.id = x.evidence WHERE ")
            .among("t.id", some)
            .add(" ORDER BY e.uploaded_at, e.id");
        find.each([&](const soci::row& row) {
            by_id.at(text(row, 0))->evidence.push_back(evidence_in(row));
        });
    });
}

std::map<std::string, std::vector<workflow::target>>
read_target_states(unit_of_work& unit, const std::vector<targets_asked>& asked)
{
    std::map<std::string, std::vector<workflow::target>> found;
    std::map<std::string, std::vector<std::string>> plans; // by period
    for (const targets_asked& each : asked) plans[each.period].push_back(each.plan);
    for (const auto& [period, those] : plans)
        in_pieces(those, [&, &within = period](const auto& some) {
            statement find(unit, "SELECT t.plan, t.id, t.version, t.period, t.state, t.round, "
                                 "t.made FROM targets t WHERE ");
            find.among("t.plan", some);
            if (!within.empty()) find.add(" AND t.period = ", within);
            find.each([&](const soci::row& row) {
                workflow::target t;
                t.id = text(row, 1);
                t.version = number(row, 2);
                t.period = text(row, 3);
                t.state = text(row, 4);
                t.round = static_cast<int>(number(row, 5));
                t.made = flag(row, 6);
                found[text(row, 0)].push_back(std::move(t));
            });
        });
    return found;
}

std::vector<workflow::target> read_targets(unit_of_work& unit, const std::string& plan)
{
    std::vector<workflow::target> found;
    statement find(unit, "SELECT ");
    find.add(target_columns).add(" FROM targets t WHERE t.plan = ", plan);
    find.add(" ORDER BY t.period, t.id");
    find.each([&](const soci::row& row) { found.push_back(target_in(row)); });
    auto files = evidence_of_plan(unit, plan);
    for (workflow::target& t : found) t.evidence = std::move(files[t.id]);
    return found;
}

std::optional<workflow::target> read_target(unit_of_work& unit, const std::string& target)
{
    std::optional<workflow::target> found;
    statement find(unit, "SELECT ");
    find.add(target_columns).add(" FROM targets t WHERE t.id = ", target);
    find.each([&](const soci::row& row) { found = target_in(row); });
    if (found) read_evidence_of(unit, *found);
    return found;
}

namespace {

value record_or_null(const std::optional<workflow::achievement_record>& r)
{
    return r ? value(json_of(*r)) : value::null();
}

void insert_target(unit_of_work& unit, const std::string& plan, int revision,
                   const workflow::target& t)
{
    statement(unit,
              "INSERT INTO targets(id, version, plan, action, period, state, round, newest_round, "
              "record, extended_to, last_final, last_final_round, last_final_record, made, "
              "placed_in, since) VALUES (:id, :version, :plan, :action, :period, :state, :round, "
              ":newest_round, :record, :extended_to, :last_final, :last_final_round, "
              ":last_final_record, :made, :placed_in, :since)",
              {t.id, t.version, plan, t.action, t.period, t.state, t.round, t.newest_round,
               json_of(t.record), t.extended_to, t.last_final, t.last_final_round,
               record_or_null(t.last_final_record), t.made, revision, t.since})
        .change();
}

void update_target(unit_of_work& unit, const workflow::target& t, std::int64_t expected)
{
    statement(unit,
              "UPDATE targets SET version = :version, state = :state, round = :round, "
              "newest_round = :newest_round, record = :record, extended_to = :extended_to, "
              "last_final = :last_final, last_final_round = :last_final_round, "
              "last_final_record = :last_final_record, made = :made, since = :since WHERE "
              "id = :id AND version = :expected",
              {t.version, t.state, t.round, t.newest_round, json_of(t.record), t.extended_to,
               t.last_final, t.last_final_round, record_or_null(t.last_final_record), t.made,
               t.since, t.id, expected})
        .change_one();
}

} // namespace

// Files go on into a new round; a restored round has its own already.
void write_target(unit_of_work& unit, const std::string& plan, int revision,
                  const workflow::target& t, const workflow::target* before)
{
    if (!before) {
        insert_target(unit, plan, revision, t);
        return;
    }
    update_target(unit, t, before->version);
    if (t.newest_round > before->newest_round)
        for (const workflow::evidence& e : t.evidence)
            statement(unit,
                      "INSERT INTO round_evidence(target, round, evidence) VALUES (:target, "
                      ":round, :evidence)",
                      {t.id, t.newest_round, e.id})
                .change();
}

namespace {

// The rounds before it were the former lead agency's too.
void leave_rounds(unit_of_work& unit, const workflow::closed_round& last)
{
    for (workflow::closed_round& r : read_rounds(unit, last.target)) {
        if (!r.record.agency.empty()) continue;
        r.record.agency = last.former_lead;
        statement(unit,
                  "UPDATE rounds SET record = :record WHERE target = :target AND round = :round",
                  {json_of(r.record), r.target, r.round})
            .change();
    }
}

} // namespace

// A round that was final, restored and revised is closed a second time: the last word stays.
void write_round(unit_of_work& unit, const workflow::closed_round& r)
{
    if (!r.former_lead.empty()) leave_rounds(unit, r);
    statement(unit, "DELETE FROM rounds WHERE target = :target AND round = :round",
              {r.target, r.round})
        .change();
    statement(unit,
              "INSERT INTO rounds(target, round, state, record, closed_at) VALUES (:target, "
              ":round, :state, :record, :closed_at)",
              {r.target, r.round, r.state, json_of(r.record), unit.now()})
        .change();
}

std::vector<workflow::closed_round> read_rounds(unit_of_work& unit, const std::string& target)
{
    std::vector<workflow::closed_round> found;
    statement(unit, "SELECT round, state, record FROM rounds WHERE target = :target ORDER BY round",
              {target})
        .each([&](const soci::row& row) {
            found.push_back({target,
                             static_cast<int>(number(row, 0)),
                             text(row, 1),
                             record_of(text(row, 2)),
                             {},
                             {}});
        });
    for (workflow::closed_round& r : found) r.evidence = evidence_of_round(unit, target, r.round);
    return found;
}

std::map<std::string, std::vector<workflow::closed_round>>
read_rounds(unit_of_work& unit, const std::vector<std::string>& targets)
{
    std::map<std::string, std::vector<workflow::closed_round>> found;
    std::map<std::pair<std::string, int>, std::vector<workflow::evidence>> files;
    in_pieces(targets, [&](const auto& some) {
        statement rounds(unit, "SELECT target, round, state, record FROM rounds WHERE ");
        rounds.among("target", some).add(" ORDER BY target, round").each([&](const soci::row& row) {
            found[text(row, 0)].push_back({text(row, 0),
                                           static_cast<int>(number(row, 1)),
                                           text(row, 2),
                                           record_of(text(row, 3)),
                                           {},
                                           {}});
        });
        statement find(unit, "SELECT ");
        find.add(evidence_columns)
            .add(" FROM round_evidence x JOIN evidence e ON e.id = x.evidence WHERE ")
            .among("x.target", some)
            .add(" ORDER BY e.uploaded_at, e.id");
        find.each([&](const soci::row& row) {
            const workflow::evidence file = evidence_in(row);
            files[{text(row, 0), file.round}].push_back(file);
        });
    });
    for (auto& [target, rounds] : found)
        for (workflow::closed_round& r : rounds) r.evidence = std::move(files[{target, r.round}]);
    return found;
}

void place_targets(unit_of_work& unit, const revision_key& where)
{
    statement(unit,
              "UPDATE targets SET placed_in = :revision WHERE plan = :plan AND id IN (SELECT "
              "c.target FROM action_cells c WHERE c.revision = :cell_revision)",
              {where.revision, where.plan, where.revision})
        .change();
}

} // namespace persistence
