// Lists of targets, and what staff write into an open one.
#include "persistence/nouns/targets.hpp"
#include "persistence/nouns/record_json.hpp"
#include "persistence/nouns/target_rows.hpp"
#include "workflow/things/target.hpp"

namespace persistence {
namespace {

using workflow::errc;
using workflow::refusal;

constexpr std::size_t targets_read_at_once = 200;

refusal not_found()
{
    return {errc::not_found, {"not_found"}};
}

// SQLite keeps to the order of a CROSS JOIN. Where few plans are seen they come first; where all
// are, the targets do, in the order of their list.
constexpr fixed_text by_target("FROM targets t JOIN plans p ON p.id = t.plan ");
constexpr fixed_text by_plan("FROM plans p CROSS JOIN targets t ON t.plan = p.id ");

statement target_query(unit_of_work& unit, fixed_text from)
{
    statement find(unit, "SELECT ");
    find.add(target_columns)
        .add(", a.number, a.title, a.lead_agency, a.lead_agency_name, a.measure, "
             "a.success_criterion, c.text, c.quantity, c.unit, p.id, p.region, p.kind, "
             "p.kind_version, p.year, a.version, a.revision ")
        .add(from)
        .add("JOIN revisions v ON v.plan = t.plan AND v.number = t.placed_in "
             "JOIN action_cells c ON c.target = t.id AND c.revision = t.placed_in "
             "JOIN actions a ON a.id = t.action AND a.revision = t.placed_in WHERE 1 = 1");
    return find;
}

placed_target placed_in(const soci::row& row)
{
    constexpr std::size_t at = target_columns_count;
    placed_target p;
    p.target = target_in(row);
    p.row.id = p.target.action;
    p.row.number = static_cast<int>(number(row, at));
    p.row.title = text(row, at + 1);
    p.row.lead_agency = {text(row, at + 2), text(row, at + 3)};
    p.row.measure = text(row, at + 4);
    p.row.success_criterion = text(row, at + 5);
    p.cell = {p.target.id, p.target.period, text(row, at + 6), decimal_in(row, at + 7),
              text(row, at + 8)};
    p.row.targets = {p.cell};
    p.plan = text(row, at + 9);
    p.region = text(row, at + 10);
    p.kind = text(row, at + 11);
    p.kind_version = static_cast<int>(number(row, at + 12));
    p.year = static_cast<int>(number(row, at + 13));
    p.row.version = number(row, at + 14);
    p.revision = static_cast<int>(number(row, at + 15));
    return p;
}

std::vector<std::string> key_of_target(const placed_target& t)
{
    return {t.plan, std::to_string(t.row.number), t.target.period, t.target.id};
}

std::vector<placed_target> some_targets(unit_of_work& unit, const reach& r, const target_filter& f,
                                        const std::vector<std::string>& after)
{
    statement find = target_query(unit, is_bounded(r) ? by_plan : by_target);
    find.add(" AND t.made = 1");
    add_visible_revision(find, r);
    if (!f.plan.empty()) find.add(" AND t.plan = ", f.plan);
    if (!f.period.empty()) find.add(" AND t.period = ", f.period);
    if (!f.agency.empty()) find.add(" AND a.lead_agency = ", f.agency);
    if (!f.state.empty()) find.add(" AND t.state = ", f.state);
    if (!f.region.empty()) find.add(" AND p.region = ", f.region);
    if (!f.kind.empty()) find.add(" AND p.kind = ", f.kind);
    if (f.year) add_of_year(find, *f.year);
    if (f.updated_since)
        find.add(" AND (t.since >= ", *f.updated_since)
            .add(" OR t.edited_at >= ", *f.updated_since)
            .add(")");
    find.add(" AND (t.plan, a.number, t.period, t.id) > (", after[0]);
    find.add(", ", number_in(after[1])).add(", ", after[2]).add(", ", after[3]).add(")");
    find.add(" ORDER BY t.plan, a.number, t.period, t.id LIMIT ", targets_read_at_once);
    std::vector<placed_target> found;
    find.each([&](const soci::row& row) { found.push_back(placed_in(row)); });
    std::vector<workflow::target*> all;
    for (placed_target& t : found) all.push_back(&t.target);
    read_evidence_of(unit, all);
    return found;
}

void change(workflow::achievement_record& r, const achievement_change& c)
{
    if (c.achievement) r.achievement = *c.achievement;
    if (c.obstacles) r.obstacles = *c.obstacles;
    if (c.follow_up) r.follow_up = *c.follow_up;
    if (c.achieved_quantity) r.achieved_quantity = *c.achieved_quantity;
}

} // namespace

workflow::result<page<placed_target>>
list_targets(unit_of_work& unit, const workflow::principal& p, const target_filter& f,
             const page_request& wanted, const std::function<bool(const placed_target&)>& keep)
{
    auto key = key_of(wanted, 4);
    if (!key) return key.error();
    std::vector<std::string> after = *key;
    const reach r = reach_of(p);
    std::vector<placed_target> kept;
    for (bool more = true; more && kept.size() <= wanted.limit;) {
        auto read = some_targets(unit, r, f, after);
        more = read.size() == targets_read_at_once;
        if (more) after = key_of_target(read.back());
        for (placed_target& t : read)
            if (!keep || keep(t)) kept.push_back(std::move(t));
    }
    return cut(std::move(kept), wanted.limit, key_of_target);
}

workflow::result<placed_target> find_target(unit_of_work& unit, const workflow::principal& p,
                                            const std::string& target)
{
    std::optional<placed_target> found;
    statement find = target_query(unit, by_target);
    find.add(" AND t.id = ", target);
    add_visible_revision(find, reach_of(p));
    find.each([&](const soci::row& row) { found = placed_in(row); });
    if (!found) return not_found();
    read_evidence_of(unit, found->target);
    return std::move(*found);
}

std::vector<placed_target> read_targets(unit_of_work& unit, const std::vector<std::string>& ids)
{
    std::vector<placed_target> found;
    in_pieces(ids, [&](const auto& some) {
        statement find = target_query(unit, by_target);
        find.among(" AND t.id", some).each([&](const soci::row& row) {
            found.push_back(placed_in(row));
        });
    });
    std::vector<workflow::target*> all;
    for (placed_target& p : found) all.push_back(&p.target);
    read_evidence_of(unit, all);
    return found;
}

std::vector<workflow::agency_targets> read_targets_by_agency(unit_of_work& unit,
                                                             const std::string& plan)
{
    std::vector<workflow::agency_targets> found;
    statement(unit,
              "SELECT t.state, a.lead_agency, MAX(a.lead_agency_name), MIN(t.since) FROM targets t "
              "JOIN actions a ON a.id = t.action AND a.revision = t.placed_in WHERE "
              "t.plan = :plan AND t.made = 1 GROUP BY t.state, a.lead_agency "
              "ORDER BY MIN(t.since), a.lead_agency, t.state",
              {plan})
        .each([&](const soci::row& row) {
            found.push_back({text(row, 0), {text(row, 1), text(row, 2)}, instant_in(row, 3)});
        });
    return found;
}

workflow::result<workflow::target> save_achievement(unit_of_work& unit, const std::string& target,
                                                    const achievement_change& c,
                                                    std::int64_t version)
{
    auto found = read_target(unit, target);
    if (!found) return not_found();
    if (found->state != workflow::target_state::open)
        return refusal{errc::wrong_state, {"only_open_targets_are_edited"}};
    change(found->record, c);
    if (statement(
            unit,
            "UPDATE targets SET record = :record, version = version + 1, edited_at = :now WHERE "
            "id = :id AND version = :version AND state = :open",
            {json_of(found->record), unit.now(), target, version, workflow::target_state::open})
            .change() != 1)
        return refusal{errc::stale, {"stale_version"}};
    found->version = version + 1;
    return std::move(*found);
}

} // namespace persistence
