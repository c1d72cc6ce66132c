// SOCI includes SQLite's header within a namespace of its own, so this stands alone.
#include "tests/bench/trace.hpp"
#include <soci/sqlite3/soci-sqlite3.h>

namespace bench {
namespace {

using namespace sqlite_api;

int keep(unsigned, void* into, void* given, void*)
{
    auto* statement = static_cast<sqlite3_stmt*>(given);
    char* whole = sqlite3_expanded_sql(statement);
    static_cast<std::vector<sent>*>(into)->push_back({sqlite3_sql(statement), whole ? whole : ""});
    sqlite3_free(whole);
    return 0;
}

sqlite3* connection_of(soci::session& sql)
{
    return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

} // namespace

std::vector<sent> traced(persistence::database& store, const std::function<void()>& work)
{
    std::vector<sent> out;
    sqlite3* connection = nullptr;
    store.administer([&](soci::session& sql) {
        connection = connection_of(sql);
        sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, keep, &out);
    });
    work();
    store.administer([&](soci::session&) { sqlite3_trace_v2(connection, 0, nullptr, nullptr); });
    return out;
}

std::vector<sent> traced_reading(persistence::database& store, const std::function<void()>& work)
{
    std::vector<sent> out;
    sqlite3* connection = nullptr;
    store.glance([&](persistence::unit_of_work& unit) { connection = connection_of(unit.sql()); });
    sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, keep, &out);
    work();
    sqlite3_trace_v2(connection, 0, nullptr, nullptr);
    return out;
}

} // namespace bench
