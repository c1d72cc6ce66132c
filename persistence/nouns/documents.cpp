// Rows about the files of plans.
#include "persistence/nouns/documents.hpp"
#include "persistence/nouns/uploads.hpp"

namespace persistence {
namespace {

constexpr char select_document[] =
    "SELECT d.id, d.plan, d.name, d.media_type, d.size, d.sha256, d.uploaded_by, "
    "d.uploaded_by_name, d.uploaded_at FROM documents d JOIN plans p ON p.id = d.plan "
    "WHERE ";

document document_in(const soci::row& row)
{
    return {text(row, 0),
            text(row, 1),
            text(row, 2),
            text(row, 3),
            number(row, 4),
            text(row, 5),
            {text(row, 6), text(row, 7)},
            instant_in(row, 8)};
}

} // namespace

std::size_t count_documents(unit_of_work& unit, const std::string& plan)
{
    return static_cast<std::size_t>(
        one_number({unit, "SELECT COUNT(*) FROM documents WHERE plan = :plan", {plan}}));
}

void insert_document(unit_of_work& unit, const document& d)
{
    statement(unit,
              "INSERT INTO documents(id, plan, name, media_type, size, sha256, uploaded_by, "
              "uploaded_by_name, uploaded_at) VALUES (:id, :plan, :name, :media_type, :size, "
              ":sha256, :uploaded_by, :uploaded_by_name, :uploaded_at)",
              {d.id, d.plan, d.name, d.media_type, d.size, d.sha256, d.uploaded_by.id,
               d.uploaded_by.name, unit.now()})
        .change();
    insert_upload(unit, {d.id, d.uploaded_by.id, d.plan, d.size});
}

workflow::result<document> find_document(unit_of_work& unit, const workflow::principal& p,
                                         const std::string& id)
{
    std::optional<document> found;
    statement find(unit, select_document);
    find.add("d.id = ", id);
    add_visible_plan(find, reach_of(p));
    find.each([&](const soci::row& row) { found = document_in(row); });
    if (!found) return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    return std::move(*found);
}

workflow::result<page<document>> list_documents(unit_of_work& unit, const workflow::principal& p,
                                                const std::string& plan, const page_request& wanted)
{
    const auto key = key_of(wanted, 2);
    if (!key) return key.error();
    std::vector<document> found;
    statement find(unit, select_document);
    find.add("d.plan = ", plan);
    add_visible_plan(find, reach_of(p));
    find.add(" AND (d.uploaded_at, d.id) > (", number_in(key->at(0))).add(", ", key->at(1));
    find.add(") ORDER BY d.uploaded_at, d.id LIMIT ", wanted.limit + 1);
    find.each([&](const soci::row& row) { found.push_back(document_in(row)); });
    return cut(std::move(found), wanted.limit, [](const document& d) {
        return std::vector<std::string>{std::to_string(workflow::microseconds_of(d.uploaded_at)),
                                        d.id};
    });
}

bool names_file(unit_of_work& unit, const std::string& sha256)
{
    return one_number(
               statement(unit, "SELECT COUNT(*) FROM evidence WHERE sha256 = :sha", {sha256})) +
               one_number(statement(unit, "SELECT COUNT(*) FROM documents WHERE sha256 = :sha",
                                    {sha256})) >
           0;
}

} // namespace persistence
