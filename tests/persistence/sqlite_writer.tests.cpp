// Group commit: jobs that wait together share a transaction and nothing else.
#include "persistence/sql/sqlite_writer.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/gate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include <algorithm>
#include <csignal>
#include <latch>
#include <mutex>
#include <sys/resource.h>

using namespace persistence;
using support::gate;

namespace {

const workflow::clock still = [] { return workflow::instant{}; };
const auto no_deadline = time_point::max();

struct writer_of_a_file {
    support::temporary_directory directory;
    std::string died{};
    sqlite_writer writer{parse_address("sqlite://" + (directory / "w.db").string()), still,
                         [this](const std::string& why) { died = why; }};

    writer_of_a_file()
    {
        writer.run_alone(
            [](soci::session& sql) { sql << "CREATE TABLE t (id BIGINT PRIMARY KEY)"; });
    }
    long long rows()
    {
        long long out = 0;
        writer.run_alone(
            [&](soci::session& sql) { sql << "SELECT COUNT(*) FROM t", soci::into(out); });
        return out;
    }
};

bool insert(unit_of_work& unit, long long id)
{
    unit.sql() << "INSERT INTO t(id) VALUES (:id)", soci::use(id);
    return true;
}

// While it lives every write of this process beyond a file's first hundred octets fails.
class failing_storage {
public:
    failing_storage()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit little{.rlim_cur = 100, .rlim_max = before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &little);
    }
    ~failing_storage()
    {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_DFL);
    }

private:
    rlimit before_{};
};

} // namespace

TEST_CASE("a failing job in a batch is undone alone")
{
    writer_of_a_file here;
    std::atomic<int> ok = 0;
    std::atomic<int> failed = 0;
    {
        gate hold(here.writer);
        std::vector<std::jthread> clients;
        for (long long i = 0; i < 40; ++i)
            clients.emplace_back([&, i] {
                try {
                    here.writer.run(
                        [i](unit_of_work& unit) {
                            insert(unit, i);
                            if (i % 4 == 0) insert(unit, i); // breaks its own key
                            return i % 4 != 1;               // and these only rehearse
                        },
                        no_deadline);
                    ++ok;
                } catch (const soci::soci_error& error) {
                    if (classify(error) == fault::unique_violation) ++failed;
                }
            });
        hold.open_when_waiting(40);
    }
    CHECK(ok == 30);
    CHECK(failed == 10);
    CHECK(here.rows() == 20);
}

TEST_CASE("a job that takes the whole transaction down has its neighbours run again")
{
    writer_of_a_file here;
    std::atomic<int> undone = 0;
    std::atomic<int> guilty = 0;
    std::atomic<int> ok = 0;
    {
        gate hold(here.writer);
        std::vector<std::jthread> clients;
        for (long long i = 0; i < 9; ++i)
            clients.emplace_back([&, i] {
                try {
                    here.writer.run(
                        [i](unit_of_work& unit) {
                            if (i == 4)
                                unit.sql() << "ROLLBACK"; // as SQLite does when the disk fails
                            return insert(unit, i);
                        },
                        no_deadline);
                    ++ok;
                } catch (const batch_undone&) {
                    ++undone;
                } catch (const transaction_ended&) {
                    ++guilty;
                }
            });
        hold.open_when_waiting(9);
    }
    CHECK(guilty == 1);
    CHECK(ok + undone == 8);
    CHECK(here.rows() >= ok);
    here.writer.run([](unit_of_work& unit) { return insert(unit, 100); }, no_deadline);
    CHECK(here.rows() >= ok + 1);
}

TEST_CASE("a job that comes while a batch runs is committed with it")
{
    writer_of_a_file here;
    const auto count = [](soci::session& sql) {
        long long out = 0;
        sql << "SELECT COUNT(*) FROM t", soci::into(out);
        return out;
    };
    std::latch begun{1};
    std::latch joined{1};
    std::jthread first([&] {
        const auto work = [&](unit_of_work& unit) {
            begun.count_down();
            joined.wait();
            return insert(unit, 1);
        };
        here.writer.run(work, no_deadline);
    });
    begun.wait();
    long long seen_inside = 0;
    long long seen_outside = 0;
    std::jthread second([&] {
        const auto work = [&](unit_of_work& unit) {
            const auto where = parse_address("sqlite://" + (here.directory / "w.db").string());
            seen_inside = count(unit.sql());
            seen_outside = count(open_sqlite(where, purpose::reading)->sql);
            return insert(unit, 2);
        };
        here.writer.run(work, no_deadline);
    });
    while (here.writer.waiting() == 0) std::this_thread::yield();
    joined.count_down();
    first.join();
    second.join();
    CHECK(seen_inside == 1);
    CHECK(seen_outside == 0);
    CHECK(here.rows() == 2);
}

TEST_CASE("where a whole batch fails, everybody is given an error of their own")
{
    writer_of_a_file here;
    here.writer.run_alone([](soci::session& sql) {
        sql << "CREATE TABLE child (id BIGINT PRIMARY KEY REFERENCES t (id))";
    });
    std::mutex mutex;
    std::vector<std::exception_ptr> errors;
    {
        gate hold(here.writer);
        std::vector<std::jthread> clients;
        for (long long i = 0; i < 8; ++i)
            clients.emplace_back([&, i] {
                const auto work = [i](unit_of_work& unit) {
                    unit.sql() << "PRAGMA defer_foreign_keys=ON"; // COMMIT is the first to look
                    unit.sql() << "INSERT INTO child(id) VALUES (:id)", soci::use(i);
                    return true;
                };
                try {
                    here.writer.run(work, no_deadline);
                } catch (const soci::soci_error&) {
                    const std::lock_guard lock(mutex);
                    errors.push_back(std::current_exception());
                }
            });
        hold.open_when_waiting(8);
    }
    REQUIRE(errors.size() == 8);
    for (auto one = errors.begin(); one != errors.end(); ++one)
        CHECK(std::count(errors.begin(), errors.end(), *one) == 1);
}

TEST_CASE("the queue is bounded and a waiting job can be given up")
{
    writer_of_a_file here;
    std::atomic<int> refused = 0;
    std::vector<std::jthread> clients;
    {
        gate hold(here.writer);
        const auto soon = std::chrono::steady_clock::now() + std::chrono::milliseconds(1);
        CHECK_THROWS_AS(here.writer.run([](unit_of_work& u) { return insert(u, 1); }, soon),
                        unavailable);
        std::vector<std::thread> full;
        for (std::size_t i = 1; i <= writer_queue_max; ++i) // the one given up still lies there
            full.emplace_back([&] {
                try {
                    here.writer.run([](unit_of_work&) { return false; }, no_deadline);
                } catch (const overloaded&) {
                    ++refused;
                }
            });
        while (refused == 0) std::this_thread::yield();
        hold.open();
        for (auto& one : full) one.join();
    }
    CHECK(refused == 1);
    CHECK(here.rows() == 0);
}

TEST_CASE("a transaction inside a transaction is a bug, not a deadlock")
{
    writer_of_a_file here;
    CHECK_THROWS_AS(here.writer.run(
                        [&](unit_of_work&) {
                            here.writer.run([](unit_of_work&) { return true; }, no_deadline);
                            return true;
                        },
                        no_deadline),
                    std::logic_error);
}

TEST_CASE("storage that fails at COMMIT fails the batch and ends the writer for good")
{
    writer_of_a_file here;
    const auto one = [](unit_of_work& unit) { return insert(unit, 1); };
    {
        const failing_storage broken;
        CHECK_THROWS_AS(here.writer.run(one, no_deadline), outage);
    }
    CHECK_THROWS_AS(here.writer.run(one, no_deadline), unavailable);
    here.writer.close();
    CHECK_THAT(here.died, Catch::Contains("the storage failed at COMMIT"));
}
