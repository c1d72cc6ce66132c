// The table of security records.
#include "persistence/nouns/security_records.hpp"
#include "persistence/sql/statement.hpp"

namespace persistence {

void insert_security_record(unit_of_work& unit, const security_record& r)
{
    statement(unit, "INSERT INTO security_records(id, at, line) VALUES (:id, :now, :line)",
              {r.id, unit.now(), r.line})
        .change_one();
}

std::vector<security_record> waiting_security_records(unit_of_work& unit, std::size_t limit)
{
    std::vector<security_record> out;
    statement(unit, "SELECT id, line FROM security_records ORDER BY at, id LIMIT :limit", {limit})
        .each([&](const soci::row& row) {
            out.push_back({text(row, 0), text(row, 1)});
        });
    return out;
}

void delete_security_record(unit_of_work& unit, const std::string& id)
{
    statement(unit, "DELETE FROM security_records WHERE id = :id", {id}).change();
}

} // namespace persistence
