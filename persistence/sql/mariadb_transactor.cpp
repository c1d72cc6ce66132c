// Transactions on MariaDB: a bounded pool of sessions, one of them for each transaction.
#include "persistence/sql/outage.hpp"
#include "persistence/sql/session_opener.hpp"
#include "persistence/sql/session_pool.hpp"
#include "persistence/sql/transactor.hpp"

namespace persistence {
namespace {

class mariadb_transactor : public transactor {
public:
    mariadb_transactor(const address& where, transactor_settings settings)
        : opener_(where), settings_(std::move(settings)),
          pool_([this] { return opener_.open(purpose::writing); }, settings_.pool_size)
    {
    }

    void write(const job& work, time_point deadline) override
    {
        attempt(work, write_frame(dialect_), deadline);
    }
    void read(const job& work, view wanted, time_point deadline) override
    {
        attempt(work, wanted == view::consistent ? read_frame(dialect_) : no_frame(), deadline);
    }
    void administer(const std::function<void(soci::session&)>& work) override
    {
        work(opener_.open(purpose::migrating)->sql);
    }

private:
    // A session is trusted again only after a clean end: one whose ROLLBACK failed may still hold
    // an open transaction, which the next START TRANSACTION would commit.
    void attempt(const job& work, const frame& spelled, time_point deadline)
    {
        auto lease = pool_.take(deadline);
        try {
            unit_of_work one(lease.session(), dialect_, settings_.clock(), spelled);
            try {
                if (work(one)) commit(one);
            } catch (...) {
                if (!one.roll_back()) lease.drop();
                throw;
            }
            if (!one.roll_back()) lease.drop();
        } catch (const std::exception& error) {
            const auto kind = classify(error);
            if (kind == fault::connection_lost || kind == fault::refuses_writes) lease.drop();
            throw;
        }
    }

    static void commit(unit_of_work& one)
    {
        try {
            one.commit();
        } catch (const std::exception& error) {
            if (classify(error) == fault::connection_lost) throw unknown_outcome(error.what());
            throw;
        }
    }

    session_opener opener_;
    transactor_settings settings_;
    const dialect& dialect_ = dialect_of(backend::mariadb);
    session_pool pool_;
};

} // namespace

std::unique_ptr<transactor> make_mariadb_transactor(const address& where, transactor_settings s)
{
    return std::make_unique<mariadb_transactor>(where, std::move(s));
}

} // namespace persistence
