// The table of agencies.
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/sql/days.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/people/directory_rights.hpp"

namespace persistence {
namespace {

using workflow::agency;

statement select_agencies(unit_of_work& unit, fixed_text by = "")
{
    statement select(unit, "SELECT id, version, region, name, short_name, kind, valid_from, "
                           "valid_to, successor FROM agencies");
    select.add(by).add(" WHERE version > 0");
    return select;
}

std::vector<agency> read(statement& select)
{
    std::vector<agency> out;
    select.each([&](const soci::row& row) {
        out.push_back({.id = text(row, 0),
                       .version = number(row, 1),
                       .region = text(row, 2),
                       .name = text(row, 3),
                       .short_name = text(row, 4),
                       .kind = text(row, 5),
                       .valid_from = day_of(text(row, 6)),
                       .valid_to = optional_day_of(text(row, 7)),
                       .successor = text(row, 8)});
    });
    return out;
}

bool name_is_taken(unit_of_work& unit, const agency& by)
{
    return one_text({unit,
                     "SELECT id FROM agencies WHERE region = :region AND name = :name "
                     "AND id <> :id LIMIT 1",
                     {by.region, by.name, by.id}})
        .has_value();
}

void apply(agency& to, const workflow::agency_changes& changes)
{
    if (changes.name) to.name = *changes.name;
    if (changes.short_name) to.short_name = *changes.short_name;
    if (changes.kind) to.kind = *changes.kind;
    if (changes.valid_to) to.valid_to = *changes.valid_to;
    if (changes.successor) to.successor = *changes.successor;
}

workflow::result<void> require_possible(unit_of_work& unit, const agency& wanted)
{
    if (wanted.valid_to && *wanted.valid_to < wanted.valid_from)
        return invalid({{"/valid_to", {"ends_before_it_begins"}}});
    if (!wanted.successor.empty() && !find_agency(unit, wanted.successor))
        return invalid({{"/successor", {"unknown_agency"}}});
    if (name_is_taken(unit, wanted)) return conflict("agency_name_taken");
    return {};
}

void write(unit_of_work& unit, const agency& a)
{
    statement(unit,
              "UPDATE agencies SET version = version + 1, name = :name, short_name = :short, "
              "kind = :kind, valid_to = :valid_to, successor = :successor "
              "WHERE id = :id AND version = :version",
              {a.name, a.short_name, a.kind, text_of(a.valid_to), a.successor, a.id, a.version})
        .change_one();
}

} // namespace

void insert_agency(unit_of_work& unit, const workflow::new_agency& a)
{
    statement(unit,
              "INSERT INTO agencies(id, version, region, name, short_name, kind, valid_from, "
              "valid_to, successor) VALUES (:id, 1, :region, :name, :short, :kind, :from, '', '')",
              {a.id, a.region, a.name, a.short_name, a.kind, a.valid_from})
        .change_one();
}

workflow::result<agency> create_agency(unit_of_work& unit, const workflow::principal& who,
                                       const workflow::new_agency& form)
{
    if (!find_region(unit, form.region)) return invalid({{"/region", {"unknown_region"}}});
    if (const auto may = workflow::require_keeper(who, form.region); !may) return may.error();
    if (auto faults = workflow::faults_of(form); !faults.empty()) return invalid(std::move(faults));
    agency made;
    made.id = form.id;
    made.region = form.region;
    made.name = form.name;
    if (name_is_taken(unit, made)) return conflict("agency_name_taken");
    insert_agency(unit, form);
    return *find_agency(unit, form.id);
}

workflow::result<agency> change_agency(unit_of_work& unit, const workflow::principal& who,
                                       const std::string& id,
                                       const workflow::agency_changes& changes,
                                       std::int64_t version)
{
    auto found = find_agency(unit, id);
    if (!found) return not_found();
    if (const auto may = workflow::require_keeper(who, found->region); !may) return may.error();
    if (auto faults = workflow::faults_of(changes); !faults.empty())
        return invalid(std::move(faults));
    apply(*found, changes);
    if (const auto possible = require_possible(unit, *found); !possible) return possible.error();
    if (found->version != version) return stale();
    write(unit, *found);
    return *find_agency(unit, id);
}

std::optional<agency> find_agency(unit_of_work& unit, const std::string& id)
{
    auto select = select_agencies(unit);
    select.add(" AND id = ", id);
    auto found = read(select);
    if (found.empty()) return {};
    return std::move(found.front());
}

std::vector<agency> agencies_of(unit_of_work& unit, const std::string& region)
{
    auto select = select_agencies(unit);
    select.add(" AND region = ", region).add(" ORDER BY name, id");
    return read(select);
}

workflow::result<page<agency>> list_agencies(unit_of_work& unit, const std::string& region,
                                             const page_request& asked)
{
    const auto key = key_of(asked, 3);
    if (!key) return key.error();
    // MariaDB would sort them all for a page of them. A comment to SQLite.
    auto select = select_agencies(unit, " /*! FORCE INDEX (agencies_by_name) */");
    if (!region.empty()) select.add(" AND region = ", region);
    select.add(" AND region >= ", (*key)[0]); // for the index
    select.add(" AND (region > ", (*key)[0]).add(" OR (region = ", (*key)[0]);
    select.add(" AND (name > ", (*key)[1]).add(" OR (name = ", (*key)[1]);
    select.add(" AND id > ", (*key)[2]).add("))))");
    select.add(" ORDER BY region, name, id LIMIT ", asked.limit + 1);
    return cut(read(select), asked.limit, [](const agency& a) {
        return std::vector{a.region, a.name, a.id};
    });
}

} // namespace persistence
