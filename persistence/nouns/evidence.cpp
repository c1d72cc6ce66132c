// Rows about files, and which rounds hold them.
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/target_rows.hpp"
#include "persistence/nouns/uploads.hpp"
#include "workflow/things/target.hpp"

namespace persistence {
namespace {

using workflow::errc;
using workflow::refusal;

refusal not_found()
{
    return {errc::not_found, {"not_found"}};
}

statement evidence_query(unit_of_work& unit)
{
    return {unit,
            "SELECT e.id, e.version, e.kind, e.classification, e.name, e.media_type, e.size, "
            "e.sha256, e.target, t.plan, e.uploaded_by, e.uploaded_by_name, e.uploaded_at, "
            "t.round, e.item FROM evidence e JOIN targets t ON t.id = e.target JOIN plans p ON "
            "p.id = t.plan JOIN revisions v ON v.plan = t.plan AND v.number = t.placed_in "
            "WHERE 1 = 1"};
}

placed_evidence evidence_in(const soci::row& row)
{
    return {{text(row, 0), number(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5),
             number(row, 6), text(row, 7), static_cast<int>(number(row, 13)), text(row, 14)},
            text(row, 8),
            text(row, 9),
            {text(row, 10), text(row, 11)},
            instant_in(row, 12)};
}

// The guard reads evidence, so whoever changes it writes the row that every command writes.
bool touch_open_target(unit_of_work& unit, const std::string& target)
{
    return statement(unit,
                     "UPDATE targets SET version = version + 1, edited_at = :now "
                     "WHERE id = :id AND state = :open",
                     {unit.now(), target, workflow::target_state::open})
               .change() == 1;
}

void insert_row(unit_of_work& unit, const std::string& target, const workflow::evidence& e,
                const workflow::reference& by)
{
    statement(
        unit,
        "INSERT INTO evidence(id, version, target, kind, classification, name, media_type, "
        "size, sha256, item, uploaded_by, uploaded_by_name, uploaded_at) VALUES (:id, :version, "
        ":target, :kind, :classification, :name, :media_type, :size, :sha256, :item, "
        ":uploaded_by, :uploaded_by_name, :uploaded_at)",
        {e.id, e.version, target, e.kind, e.classification, e.name, e.media_type, e.size, e.sha256,
         e.item, by.id, by.name, unit.now()})
        .change();
}

} // namespace

workflow::result<placed_evidence> insert_evidence(unit_of_work& unit, const std::string& target,
                                                  workflow::evidence e,
                                                  const workflow::reference& by)
{
    if (!one_text({unit, "SELECT id FROM targets WHERE id = :id", {target}})) return not_found();
    if (!touch_open_target(unit, target))
        return refusal{errc::wrong_state, {"only_open_targets_are_edited"}};
    const auto held = read_target(unit, target); // after the write: nobody moves its round now
    e.round = held->round;
    insert_row(unit, target, e, by);
    statement(unit,
              "INSERT INTO round_evidence(target, round, evidence) VALUES (:target, :round, "
              ":evidence)",
              {target, held->round, e.id})
        .change();
    const std::string plan =
        one_text({unit, "SELECT plan FROM targets WHERE id = :id", {target}}).value();
    insert_upload(unit, {e.id, by.id, plan, e.size});
    return placed_evidence{std::move(e), target, plan, by, unit.now()};
}

workflow::result<bool> delete_evidence(unit_of_work& unit, const std::string& evidence,
                                       std::int64_t version)
{
    std::optional<placed_evidence> found;
    statement find = evidence_query(unit);
    find.add(" AND e.id = ", evidence);
    find.each([&](const soci::row& row) { found = evidence_in(row); });
    if (!found) return not_found();
    if (!touch_open_target(unit, found->target))
        return refusal{errc::wrong_state, {"only_open_targets_are_edited"}};
    if (found->evidence.version != version) return refusal{errc::stale, {"stale_version"}};
    const auto held = read_target(unit, found->target);
    if (statement(unit,
                  "DELETE FROM round_evidence WHERE target = :target AND round = :round AND "
                  "evidence = :evidence",
                  {found->target, held->round, evidence})
            .change() != 1)
        return not_found();
    const bool is_gone =
        statement(unit,
                  "DELETE FROM evidence WHERE id = :id AND NOT EXISTS (SELECT 1 FROM "
                  "round_evidence x WHERE x.evidence = evidence.id)",
                  {evidence})
            .change() == 1;
    if (is_gone) mark_upload_gone(unit, evidence);
    return is_gone;
}

workflow::result<placed_evidence> find_evidence(unit_of_work& unit, const workflow::principal& p,
                                                const std::string& evidence)
{
    std::optional<placed_evidence> found;
    statement find = evidence_query(unit);
    find.add(" AND e.id = ", evidence);
    add_visible_revision(find, reach_of(p));
    find.each([&](const soci::row& row) { found = evidence_in(row); });
    if (!found) return not_found();
    return std::move(*found);
}

} // namespace persistence
