// The tables of imports and of what is remembered of them.
#include "persistence/nouns/imports.hpp"

namespace persistence {
namespace {

constexpr char select_import[] =
    "SELECT i.id, i.version, i.plan, i.revision, i.kind, i.state, i.name, i.size, i.sha256, "
    "i.document, i.answers, i.former, i.draft, i.outcome, i.made_by, i.made_by_name, i.made_at, "
    "i.applied_by, i.applied_by_name, i.applied_at, i.undone_by, i.undone_by_name, i.undone_at "
    "FROM imports i JOIN plans p ON p.id = i.plan JOIN revisions v ON v.plan = i.plan AND "
    "v.number = i.revision WHERE ";

import_act act_in(const soci::row& row, std::size_t column)
{
    return {{text(row, column), text(row, column + 1)}, instant_in(row, column + 2)};
}

matrix_import import_in(const soci::row& row)
{
    matrix_import i;
    i.id = text(row, 0);
    i.version = number(row, 1);
    i.plan = text(row, 2);
    i.revision = static_cast<int>(number(row, 3));
    i.kind = text(row, 4);
    i.state = text(row, 5);
    i.name = text(row, 6);
    i.size = number(row, 7);
    i.sha256 = text(row, 8);
    i.document = text(row, 9);
    i.answers = text(row, 10);
    i.former = text(row, 11);
    i.draft = text(row, 12);
    i.outcome = text(row, 13);
    i.made = act_in(row, 14);
    i.applied = act_in(row, 17);
    i.undone = act_in(row, 20);
    return i;
}

} // namespace

std::size_t count_imports(unit_of_work& unit, const std::string& plan)
{
    return static_cast<std::size_t>(
        one_number({unit, "SELECT COUNT(*) FROM imports WHERE plan = :plan", {plan}}));
}

void insert_import(unit_of_work& unit, const matrix_import& i)
{
    statement(unit,
              "INSERT INTO imports(id, version, plan, revision, kind, state, name, size, sha256, "
              "document, answers, former, draft, outcome, made_by, made_by_name, made_at, "
              "applied_by, applied_by_name, applied_at, undone_by, undone_by_name, undone_at) "
              "VALUES (:id, :version, :plan, :revision, :kind, :state, :name, :size, :sha256, "
              ":document, :answers, :former, :draft, :outcome, :made_by, :made_by_name, :made_at, "
              "'', '', 0, '', '', 0)",
              {i.id, i.version, i.plan, i.revision, i.kind, i.state, i.name, i.size, i.sha256,
               i.document, i.answers, i.former, i.draft, i.outcome, i.made.by.id, i.made.by.name,
               i.made.at})
        .change_one();
}

workflow::result<matrix_import> find_import(unit_of_work& unit, const workflow::principal& p,
                                            const std::string& id)
{
    std::optional<matrix_import> found;
    statement find(unit, select_import);
    find.add("i.id = ", id);
    add_visible_revision(find, reach_of(p));
    find.each([&](const soci::row& row) { found = import_in(row); });
    if (!found) return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    return std::move(*found);
}

workflow::result<page<matrix_import>> list_imports(unit_of_work& unit, const workflow::principal& p,
                                                   const std::string& plan,
                                                   const page_request& wanted, bool all)
{
    std::vector<matrix_import> found;
    statement find(unit, select_import);
    find.add("i.plan = ", plan);
    if (!all) find.add(" AND i.state = ", import_state::applied);
    add_visible_revision(find, reach_of(p));
    if (!wanted.cursor.empty()) {
        const auto key = key_of(wanted, 2);
        if (!key) return key.error();
        find.add(" AND (i.made_at, i.id) < (", number_in(key->at(0))).add(", ", key->at(1));
        find.add(")");
    }
    find.add(" ORDER BY i.made_at DESC, i.id DESC LIMIT ", wanted.limit + 1);
    find.each([&](const soci::row& row) { found.push_back(import_in(row)); });
    return cut(std::move(found), wanted.limit, [](const matrix_import& i) {
        return std::vector<std::string>{std::to_string(workflow::microseconds_of(i.made.at)), i.id};
    });
}

workflow::result<void> save_import(unit_of_work& unit, const matrix_import& i)
{
    const auto written =
        statement(unit,
                  "UPDATE imports SET version = version + 1, state = :state, document = :document, "
                  "answers = :answers, former = :former, draft = :draft, outcome = :outcome, "
                  "applied_by = :applied_by, applied_by_name = :applied_by_name, "
                  "applied_at = :applied_at, undone_by = :undone_by, "
                  "undone_by_name = :undone_by_name, undone_at = :undone_at "
                  "WHERE id = :id AND version = :version",
                  {i.state, i.document, i.answers, i.former, i.draft, i.outcome, i.applied.by.id,
                   i.applied.by.name, i.applied.at, i.undone.by.id, i.undone.by.name, i.undone.at,
                   i.id, i.version})
            .change();
    if (written != 1) return workflow::refusal{workflow::errc::stale, {"stale_version"}};
    return {};
}

std::vector<import_memory> read_import_memories(unit_of_work& unit, const std::string& region)
{
    std::vector<import_memory> out;
    statement(unit,
              "SELECT what, words, meaning FROM import_memories WHERE region = :region "
              "ORDER BY what, words",
              {region})
        .each([&](const soci::row& row) {
            out.push_back({text(row, 0), text(row, 1), text(row, 2)});
        });
    return out;
}

void remember_import(unit_of_work& unit, const std::string& region, const import_memory& m)
{
    const auto there = one_text({unit,
                                 "SELECT meaning FROM import_memories WHERE region = :region AND "
                                 "what = :what AND words = :words",
                                 {region, m.what, m.words}});
    if (there && *there == m.meaning) return;
    if (there)
        statement(unit,
                  "UPDATE import_memories SET meaning = :meaning WHERE region = :region AND "
                  "what = :what AND words = :words",
                  {m.meaning, region, m.what, m.words})
            .change_one();
    else
        statement(unit,
                  "INSERT INTO import_memories(region, what, words, meaning) VALUES (:region, "
                  ":what, :words, :meaning)",
                  {region, m.what, m.words, m.meaning})
            .change_one();
}

} // namespace persistence
