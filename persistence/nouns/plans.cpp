// Statements over plans; the rows of their revisions are in revisions.cpp.
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/kinds/kind_words.hpp"

namespace persistence {
namespace {

constexpr std::size_t plans_read_at_once = 200;
constexpr fixed_text plan_columns("p.id, p.version, p.kind, p.kind_version, p.region, p.year, "
                                  "p.title, p.registered, p.created_at, p.years");

workflow::plan plan_in(const soci::row& row)
{
    workflow::plan p;
    p.id = text(row, 0);
    p.version = number(row, 1);
    p.kind = text(row, 2);
    p.kind_version = static_cast<int>(number(row, 3));
    p.region = text(row, 4);
    p.year = static_cast<int>(number(row, 5));
    p.title = text(row, 6);
    p.registered = flag(row, 7);
    p.years = static_cast<int>(number(row, 9));
    return p;
}

std::string live_key(const workflow::plan& p)
{
    return p.region + "/" + p.kind + "/" + std::to_string(p.year);
}

// Which plan a thing belongs to, which never changes; its id is to follow. Nouns with a machine
// say it themselves.
std::optional<fixed_text> plan_query(std::string_view resource)
{
    if (const stored* noun = find_stored(resource)) return noun->plan_of;
    struct entry {
        std::string_view resource;
        fixed_text query;
    };
    static constexpr entry queries[]{
        {"actions", "SELECT DISTINCT plan FROM actions WHERE id = "},
        {"documents", "SELECT plan FROM documents WHERE id = "},
        {"evidence",
         "SELECT t.plan FROM evidence e JOIN targets t ON t.id = e.target WHERE e.id = "},
    };
    for (const auto& [name, query] : queries)
        if (name == resource) return query;
    return std::nullopt;
}

// A plan that has one of its years already: of the same region and kind, neither cancelled nor
// refused.
std::optional<workflow::plan> plan_in_the_way(unit_of_work& unit, const workflow::plan& p)
{
    std::optional<workflow::plan> found;
    statement find(unit, "SELECT ");
    find.add(plan_columns)
        .add(" FROM plans p WHERE p.live_key IS NOT NULL AND p.region = ", p.region);
    find.add(" AND p.kind = ", p.kind);
    find.add(" AND p.year > ", p.year - workflow::plan_years_max);
    find.add(" AND p.year < ", p.year + p.years);
    find.add(" AND p.year + p.years > ", p.year);
    find.add(" ORDER BY p.year LIMIT 1");
    find.each([&](const soci::row& row) { found = plan_in(row); });
    return found;
}

// One row for each of a live plan's years. Of two that begin at once with years in common the later
// meets the unique key, runs again, and then finds the other.
void take_years(unit_of_work& unit, const workflow::plan& p)
{
    for (int year = p.year; year < p.year + p.years; ++year)
        statement(unit,
                  "INSERT INTO plan_years(region, kind, year, plan) VALUES "
                  "(:region, :kind, :year, :plan)",
                  {p.region, p.kind, year, p.id})
            .change_one();
}

void give_back_years(unit_of_work& unit, const workflow::plan& p)
{
    statement(unit, "DELETE FROM plan_years WHERE plan = :plan", {p.id}).change();
}

void keep_visible(unit_of_work& unit, const reach& r, plan_seen& p)
{
    statement heads(unit,
                    "SELECT v.number FROM plans p JOIN revisions v ON v.plan = p.id "
                    "WHERE p.id = :plan",
                    {p.plan.id});
    add_visible_revision(heads, r);
    std::set<int> numbers;
    heads.each([&](const soci::row& row) { numbers.insert(static_cast<int>(number(row, 0))); });
    std::erase_if(p.revisions, [&](const auto& v) { return !numbers.contains(v.number); });
}

std::vector<plan_seen> some_plans(unit_of_work& unit, const reach& r, const plan_filter& f,
                                  const std::vector<std::string>& after, std::size_t limit)
{
    statement find(unit, "SELECT ");
    find.add(plan_columns).add(" FROM plans p WHERE 1 = 1");
    add_visible_plan(find, r);
    if (!f.kind.empty()) find.add(" AND p.kind = ", f.kind);
    if (!f.region.empty()) find.add(" AND p.region = ", f.region);
    if (f.year) add_of_year(find, *f.year);
    if (!after.empty()) {
        find.add(" AND (p.region, p.year, p.kind, p.id) > (", after[0]);
        find.add(", ", number_in(after[1])).add(", ", after[2]).add(", ", after[3]).add(")");
    }
    find.add(" ORDER BY p.region, p.year, p.kind, p.id LIMIT ", limit);
    std::vector<plan_seen> found;
    find.each([&](const soci::row& row) {
        found.push_back({plan_in(row), {}, instant_in(row, 8)});
    });
    for (plan_seen& p : found) {
        p.revisions = read_revisions(unit, p.plan.id);
        keep_visible(unit, r, p);
    }
    return found;
}

std::vector<std::string> key_of_plan(const plan_seen& p)
{
    return {p.plan.region, std::to_string(p.plan.year), p.plan.kind, p.plan.id};
}

} // namespace

workflow::result<void> insert_plan(unit_of_work& unit, const workflow::plan& p,
                                   const workflow::reference& created_by)
{
    if (const auto other = plan_in_the_way(unit, p))
        return workflow::refusal{workflow::errc::conflict,
                                 {"a_live_plan_exists",
                                  {{"title", other->title},
                                   {"years", workflow::shown_years(other->year, other->years)}}}};
    take_years(unit, p);
    statement(unit,
              "INSERT INTO plans(id, version, kind, kind_version, region, parent_region, year, "
              "years, title, registered, live_key, created_by, created_by_name, created_at) VALUES "
              "(:id, :version, :kind, :kind_version, :region, :parent_region, :year, :years, "
              ":title, :registered, :live_key, :created_by, :created_by_name, :created_at)",
              {p.id, p.version, p.kind, p.kind_version, p.region, workflow::parent_of(p.region),
               p.year, p.years, p.title, p.registered, live_key(p), created_by.id, created_by.name,
               unit.now()})
        .change_one();
    unit.create_stream(p.id);
    return {};
}

workflow::result<void> change_title(unit_of_work& unit, const std::string& plan,
                                    const std::string& title, std::int64_t version)
{
    if (!read_plan(unit, plan)) return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    unit.touch(plan);
    if (statement(unit,
                  "UPDATE plans SET title = :title, version = version + 1, edited_at = :now WHERE "
                  "id = :id AND version = :version",
                  {title, unit.now(), plan, version})
            .change() != 1)
        return workflow::refusal{workflow::errc::stale, {"stale_version"}};
    return {};
}

workflow::result<plan_seen> find_plan(unit_of_work& unit, const workflow::principal& p,
                                      const std::string& plan)
{
    std::optional<plan_seen> found;
    statement find(unit, "SELECT ");
    find.add(plan_columns).add(" FROM plans p WHERE p.id = ", plan);
    find.each([&](const soci::row& row) { found = {plan_in(row), {}, instant_in(row, 8)}; });
    if (found) {
        found->revisions = read_revisions(unit, plan);
        keep_visible(unit, reach_of(p), *found);
    }
    if (!found || found->revisions.empty())
        return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    return std::move(*found);
}

// The state is that of the newest revision the principal sees, so it is looked at after reading.
workflow::result<page<plan_seen>> list_plans(unit_of_work& unit, const workflow::principal& p,
                                             const plan_filter& f, const page_request& wanted)
{
    std::vector<std::string> after;
    if (!wanted.cursor.empty()) {
        auto key = key_of(wanted, 4);
        if (!key) return key.error();
        after = *key;
    }
    const reach r = reach_of(p);
    std::vector<plan_seen> kept;
    for (bool more = true; more && kept.size() <= wanted.limit;) {
        auto read = some_plans(unit, r, f, after, plans_read_at_once);
        more = read.size() == plans_read_at_once;
        if (more) after = key_of_plan(read.back());
        for (plan_seen& one : read)
            if (!one.revisions.empty() && (f.state.empty() || one.current().state == f.state))
                kept.push_back(std::move(one));
    }
    return cut(std::move(kept), wanted.limit, key_of_plan);
}

std::optional<std::string> plan_of(unit_of_work& unit, const workflow::subject& s)
{
    const auto query = plan_query(s.resource);
    if (!query) return std::nullopt;
    statement find(unit, "");
    find.add(*query, s.id);
    return one_text(std::move(find));
}

std::optional<stream> lock_stream_of(unit_of_work& unit, const workflow::subject& s)
{
    const auto query = plan_query(s.resource);
    return query ? unit.lock_found_stream(*query, s.id) : std::nullopt;
}

namespace {

statement head_query(unit_of_work& unit)
{
    statement find(unit, "SELECT ");
    find.add(plan_columns)
        .add(", r.name, r.zone, COALESCE(u.code, ''), COALESCE(u.name, ''), COALESCE(u.zone, '') "
             "FROM plans p JOIN regions r ON r.code = p.region "
             "LEFT JOIN regions u ON u.code = p.parent_region WHERE ");
    return find;
}

plan_head head_in(const soci::row& row)
{
    plan_head found{
        plan_in(row), {}, {.code = text(row, 12), .name = text(row, 13), .zone = text(row, 14)}};
    found.place = {.code = found.plan.region, .name = text(row, 10), .zone = text(row, 11)};
    return found;
}

} // namespace

std::optional<plan_head> read_head(unit_of_work& unit, const std::string& plan)
{
    std::optional<plan_head> found;
    head_query(unit).add("p.id = ", plan).each([&](const soci::row& row) { found = head_in(row); });
    return found;
}

std::vector<plan_head> read_heads(unit_of_work& unit, const std::vector<std::string>& plans)
{
    std::vector<plan_head> found;
    in_pieces(plans, [&](const auto& some) {
        head_query(unit).among("p.id", some).each([&](const soci::row& row) {
            found.push_back(head_in(row));
        });
    });
    return found;
}

std::optional<workflow::plan> read_plan(unit_of_work& unit, const std::string& plan)
{
    std::optional<workflow::plan> found;
    statement find(unit, "SELECT ");
    find.add(plan_columns).add(" FROM plans p WHERE p.id = ", plan);
    find.each([&](const soci::row& row) { found = plan_in(row); });
    return found;
}

void write_plan(unit_of_work& unit, const workflow::world& before, const workflow::world& after)
{
    const bool was_live = before.revisions.empty() || workflow::is_live(before);
    const bool is_live = after.revisions.empty() || workflow::is_live(after);
    if (before.head.version == after.head.version && was_live == is_live) return;
    const auto& p = after.head;
    statement(unit,
              "UPDATE plans SET version = :version, registered = :registered, "
              "live_key = :live_key WHERE id = :id AND version = :expected",
              {p.version, p.registered, is_live ? value(live_key(p)) : value::null(), p.id,
               before.head.version})
        .change_one();
    if (was_live && !is_live) give_back_years(unit, p);
}

} // namespace persistence
