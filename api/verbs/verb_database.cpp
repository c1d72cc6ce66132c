// Exceptions become a sentence and an exit code here, once for all verbs.
#include "api/verbs/verb_database.hpp"
#include "api/door/security_log.hpp"
#include "api/http/secret.hpp"
#include "api/verbs/installation_mark.hpp"
#include "definitions/holidays.hpp"
#include "definitions/kinds.hpp"
#include "definitions/regions.hpp"
#include "persistence/nouns/holidays.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/sql/address.hpp"
#include "persistence/sql/migrate.hpp"
#include "persistence/sql/outage.hpp"
#include <boost/system/system_error.hpp>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace api {
namespace {

int say(const std::string& sentence, int code)
{
    std::cerr << "rampung: " << sentence << '\n';
    return code;
}

// Opening would make the file, empty.
void require_file(const std::string& url)
{
    const persistence::address where = persistence::parse_address(url);
    if (where.which != persistence::backend::sqlite || where.in_memory()) return;
    std::error_code unknown;
    if (std::filesystem::is_regular_file(where.path, unknown)) return;
    throw no_database("expected a database, found no file " + where.path +
                      "; correct --database, or make it with `rampung migrate`");
}

void prepare(persistence::database& store, schema wanted)
{
    if (wanted == schema::required) {
        persistence::require_migrated(store);
        return;
    }
    persistence::migrate(store);
    store.write([](persistence::unit_of_work& unit) {
        persistence::register_regions(unit, definitions::all_regions());
        for (const int year : definitions::years_with_holidays()) // never over what is stored
            persistence::seed_holidays(unit, year, definitions::holidays_of(year));
    });
}

} // namespace

void record_verb(persistence::unit_of_work& unit, std::string_view what,
                 boost::json::object members)
{
    members["uid"] = static_cast<std::int64_t>(::geteuid()); // of the operating system
    record_security(unit, {.by = "command line"}, {what, std::move(members)});
}

int or_say_why(const std::function<int()>& run)
{
    try {
        make_ready();
        return run();
    } catch (const verb_refused& no) {
        return say(no.what(), usage_error);
    } catch (const persistence::usage& no) {
        return say(no.what(), usage_error);
    } catch (const definitions::kind_fault& no) {
        return say(no.what(), usage_error);
    } catch (const no_database& no) {
        return say(no.what(), unreachable);
    } catch (const persistence::unsuitable& no) {
        return say(no.what(), unreachable);
    } catch (const persistence::migration_refused& no) {
        return say(no.what(), unreachable);
    } catch (const foreign_data& no) {
        return say(no.what(), unreachable);
    } catch (const persistence::kind_changed& no) {
        return say(no.what(), unreachable);
    } catch (const boost::system::system_error& no) {
        return say("expected to listen, but could not (" + std::string(no.what()) +
                       "); check --listen and that nobody else has the port",
                   unreachable);
    } catch (const std::filesystem::filesystem_error& no) {
        return say("expected a directory to write to, found none (" + std::string(no.what()) +
                       "); check --data",
                   unreachable);
    } catch (const std::exception& no) {
        return say("expected a database that answers, found none (" + std::string(no.what()) +
                       "); check --database and that the server runs",
                   unreachable);
    }
}

int with_database(const database_at& where, schema wanted,
                  const std::function<int(persistence::database&)>& run)
{
    return or_say_why([&] {
        if (wanted == schema::required) require_file(where.url);
        persistence::database store(where.url, {.clock = where.clock});
        prepare(store, wanted);
        return run(store);
    });
}

} // namespace api
