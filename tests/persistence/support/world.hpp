#pragma once
// A database of a test's own, on each of the three kinds that the conformance suite runs on.
#include "persistence/sql/migrate.hpp"
#include "tests/support/mariadb_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace support {

enum class kind { sqlite_file, sqlite_memory, mariadb };

//     const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
//     world here(which);
//     here.store().write(…);
class world {
public:
    explicit world(kind which, bool migrated = true) : url_(url_of(which))
    {
        store_ = open();
        if (migrated) persistence::migrate(*store_);
    }

    persistence::database& store() { return *store_; }
    const std::string& url() const { return url_; }
    void set_clock(std::int64_t seconds) { seconds_ = seconds; }
    std::unique_ptr<persistence::database> open()
    {
        return std::make_unique<persistence::database>(url_, persistence::settings{.clock = [this] {
                                                           return workflow::instant_of(seconds_ *
                                                                                       1'000'000);
                                                       }});
    }
    void execute(const std::string& statement)
    {
        store_->administer([&](soci::session& sql) { sql << statement; });
    }
    long long count(const std::string& select)
    {
        long long out = -1;
        store_->administer([&](soci::session& sql) { sql << select, soci::into(out); });
        return out;
    }

private:
    std::string url_of(kind which)
    {
        if (which == kind::sqlite_memory) return "sqlite::memory:";
        if (which == kind::mariadb) return mariadb_server::of_this_program().fresh_database();
        return "sqlite://" + (directory_.path() / "a file.db").string();
    }

    temporary_directory directory_;
    std::string url_;
    std::atomic<std::int64_t> seconds_{1'777'000'000};
    std::unique_ptr<persistence::database> store_;
};

// Runs the work on so many threads at once and waits for all.
inline void in_parallel(int threads, const std::function<void(int)>& work)
{
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) running.emplace_back([&work, i] { work(i); });
}

} // namespace support
