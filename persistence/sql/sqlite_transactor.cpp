// Transactions on SQLite: writes through the one writer, reads on a pool of read-only sessions. A
// database in memory has one session only, so there the reads go through the writer as well.
#include "persistence/sql/outage.hpp"
#include "persistence/sql/session_pool.hpp"
#include "persistence/sql/sqlite_writer.hpp"

namespace persistence {
namespace {

class sqlite_transactor : public transactor {
public:
    sqlite_transactor(const address& where, transactor_settings settings)
        : where_(where), settings_(settings),
          writer_(where, settings.clock, std::move(settings.on_fatal)),
          readers_([where] { return open_sqlite(where, purpose::reading); }, settings.pool_size)
    {
    }

    void write(const job& work, time_point deadline) override { writer_.run(work, deadline); }

    void read(const job& work, view wanted, time_point deadline) override
    {
        const auto undone = [&work](unit_of_work& one) {
            work(one);
            return false;
        };
        if (where_.in_memory()) return writer_.run(undone, deadline);
        auto lease = readers_.take(deadline);
        unit_of_work one(lease.session(), dialect_, settings_.clock(),
                         wanted == view::consistent ? read_frame(dialect_) : no_frame());
        try {
            work(one);
        } catch (...) {
            if (!one.roll_back()) lease.drop();
            throw;
        }
        if (!one.roll_back()) lease.drop();
    }

    void administer(const std::function<void(soci::session&)>& work) override
    {
        writer_.run_alone(work);
    }

private:
    address where_;
    transactor_settings settings_;
    const dialect& dialect_ = dialect_of(backend::sqlite);
    sqlite_writer writer_;
    session_pool readers_;
};

} // namespace

std::unique_ptr<transactor> make_sqlite_transactor(const address& where, transactor_settings s)
{
    return std::make_unique<sqlite_transactor>(where, std::move(s));
}

} // namespace persistence
