// The table of uploads.
#include "persistence/nouns/uploads.hpp"
#include "persistence/sql/statement.hpp"

namespace persistence {

void insert_upload(unit_of_work& unit, const upload_row& u)
{
    statement(unit,
              "INSERT INTO uploads(id, user_id, plan, bytes, at, gone_at) "
              "VALUES (:id, :user, :plan, :bytes, :now, 0)",
              {u.id, u.user, u.plan, u.bytes, unit.now()})
        .change_one();
}

void mark_upload_gone(unit_of_work& unit, const std::string& id)
{
    statement(unit, "UPDATE uploads SET gone_at = :now WHERE id = :id AND gone_at = 0",
              {unit.now(), id})
        .change();
}

void forget_gone_uploads(unit_of_work& unit)
{
    statement(unit, "DELETE FROM uploads WHERE gone_at > 0 AND gone_at <= :oldest",
              {unit.now() - deleted_uploads_kept})
        .change();
}

std::int64_t bytes_brought_since(unit_of_work& unit, const std::string& user,
                                 workflow::instant since)
{
    return one_number({unit,
                       "SELECT COALESCE(SUM(bytes), 0) FROM uploads "
                       "WHERE user_id = :user AND at > :since",
                       {user, since}});
}

std::int64_t bytes_kept_of(unit_of_work& unit, const std::string& plan)
{
    return one_number({unit,
                       "SELECT COALESCE(SUM(bytes), 0) FROM uploads WHERE plan = :plan "
                       "AND (gone_at = 0 OR gone_at > :oldest)",
                       {plan, unit.now() - deleted_uploads_kept}});
}

} // namespace persistence
