// Opening for reading only.
#include "persistence/sql/onlooker.hpp"
#include "persistence/sql/migrate.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/session_opener.hpp"
#include <filesystem>

namespace persistence {
namespace {

address existing(std::string_view url)
{
    address where = parse_address(url);
    if (where.in_memory())
        throw usage("expected the database of a server or a demo, found one in memory");
    std::error_code gone;
    if (where.which == backend::sqlite && !std::filesystem::is_regular_file(where.path, gone))
        throw unreachable("there is no database at " + where.path +
                          "; name the file that a server or a demo has made");
    return where;
}

void require_schema(soci::session& sql, const dialect& d)
{
    try {
        require_migrated(sql, d);
    } catch (const soci::soci_error& error) {
        throw unreachable(std::string("expected a database of this program, found one whose "
                                      "migrations cannot be read: ") +
                          error.what());
    }
}

} // namespace

onlooker::onlooker(std::string_view url, workflow::clock clock)
    : dialect_(dialect_of(parse_address(url).which)), clock_(std::move(clock)),
      session_(session_opener(existing(url)).open(purpose::reading))
{
    require_schema(session_->sql, dialect_);
}

void onlooker::look(const std::function<void(unit_of_work&)>& ask)
{
    unit_of_work unit(*session_, dialect_, clock_(), read_frame(dialect_));
    ask(unit);
}

} // namespace persistence
