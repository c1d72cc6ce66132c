// The table of regions.
#include "persistence/nouns/regions.hpp"
#include "persistence/sql/statement.hpp"

namespace persistence {
namespace {

using workflow::region;

region region_of(const soci::row& row)
{
    return {.code = text(row, 0), .name = text(row, 1), .zone = text(row, 2)};
}

std::vector<region> read(statement&& find)
{
    std::vector<region> out;
    find.each([&](const soci::row& row) { out.push_back(region_of(row)); });
    return out;
}

std::map<std::string, region> known_regions(unit_of_work& unit)
{
    std::map<std::string, region> out;
    for (auto& one : read({unit, "SELECT code, name, zone FROM regions ORDER BY code"}))
        out.emplace(one.code, std::move(one));
    return out;
}

void insert(unit_of_work& unit, const region& one)
{
    statement(unit,
              "INSERT INTO regions(code, name, zone, parent) VALUES (:code, :name, :zone, :up)",
              {one.code, one.name, one.zone, workflow::parent_of(one.code)})
        .change();
}

void rename(unit_of_work& unit, const region& one)
{
    statement(unit, "UPDATE regions SET name = :name, zone = :zone WHERE code = :code",
              {one.name, one.zone, one.code})
        .change();
}

} // namespace

void register_regions(unit_of_work& unit, const std::vector<region>& regions)
{
    const auto known = known_regions(unit);
    for (const auto& one : regions) {
        const auto at = known.find(one.code);
        if (at == known.end())
            insert(unit, one);
        else if (at->second.name != one.name || at->second.zone != one.zone)
            rename(unit, one);
    }
}

std::optional<region> find_region(unit_of_work& unit, const std::string& code)
{
    std::optional<region> found;
    statement(unit, "SELECT code, name, zone FROM regions WHERE code = :code", {code})
        .each([&](const soci::row& row) { found = region_of(row); });
    return found;
}

std::vector<region> regions_below(unit_of_work& unit, const std::string& code)
{
    return read(
        {unit, "SELECT code, name, zone FROM regions WHERE parent = :code ORDER BY code", {code}});
}

std::map<std::string, std::vector<region>> regions_below(unit_of_work& unit,
                                                         const std::vector<std::string>& codes)
{
    std::map<std::string, std::vector<region>> found;
    in_pieces(codes, [&](const auto& some) {
        statement find(unit, "SELECT code, name, zone FROM regions WHERE ");
        find.among("parent", some).add(" ORDER BY code");
        for (region& one : read(std::move(find)))
            found[workflow::parent_of(one.code)].push_back(std::move(one));
    });
    return found;
}

workflow::result<page<region>> list_regions(unit_of_work& unit, const page_request& asked)
{
    const auto key = key_of(asked, 1);
    if (!key) return key.error();
    auto rows = read({unit,
                      "SELECT code, name, zone FROM regions WHERE code > :after ORDER BY code "
                      "LIMIT :limit",
                      {(*key)[0], asked.limit + 1}});
    return cut(std::move(rows), asked.limit,
               [](const region& r) { return std::vector<std::string>{r.code}; });
}

} // namespace persistence
