// Rows about the files of plans.
#include "persistence/documents.hpp"

namespace persistence {

void insert_document(unit_of_work& unit, const document& d)
{
    statement(unit,
              "INSERT INTO documents(id, plan, name, media_type, size, sha256, uploaded_by, "
              "uploaded_by_name, uploaded_at) VALUES (:id, :plan, :name, :media_type, :size, "
              ":sha256, :uploaded_by, :uploaded_by_name, :uploaded_at)",
              {d.id, d.plan, d.name, d.media_type, d.size, d.sha256, d.uploaded_by.id,
               d.uploaded_by.name, unit.now()})
        .change();
}

workflow::result<document> find_document(unit_of_work& unit, const workflow::principal& p,
                                         const std::string& id)
{
    std::optional<document> found;
    statement find(unit,
                   "SELECT d.id, d.plan, d.name, d.media_type, d.size, d.sha256, d.uploaded_by, "
                   "d.uploaded_by_name, d.uploaded_at FROM documents d JOIN plans p ON "
                   "p.id = d.plan WHERE d.id = :id",
                   {id});
    add_visible_plan(find, reach_of(p));
    find.each([&](const soci::row& row) {
        found = {text(row, 0),
                 text(row, 1),
                 text(row, 2),
                 text(row, 3),
                 number(row, 4),
                 text(row, 5),
                 {text(row, 6), text(row, 7)},
                 instant_in(row, 8)};
    });
    if (!found) return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    return std::move(*found);
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
