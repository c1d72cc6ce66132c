// SQLite's own interface and nothing above it.
#include "tests/bench/floor.hpp"
#include <sqlite3.h>
#include <stdexcept>

namespace bench {
namespace {

struct step {
    recorded what;
    sqlite3_stmt* prepared{};
};

} // namespace

struct sqlite_floor::inner {
    sqlite3* connection{};
    std::vector<step> steps;
    long long turns{};

    void check(int code, int wanted)
    {
        if (code != wanted)
            throw std::runtime_error(std::string("the floor: ") + sqlite3_errmsg(connection));
    }
    void run(const char* text)
    {
        check(sqlite3_exec(connection, text, nullptr, nullptr, nullptr), SQLITE_OK);
    }
    void bind(const step& s, int place, const bound& b)
    {
        if (b.is_null)
            check(sqlite3_bind_null(s.prepared, place), SQLITE_OK);
        else if (b.is_number)
            check(sqlite3_bind_int64(s.prepared, place, number_at(s.what, b, turns)), SQLITE_OK);
        else
            check(sqlite3_bind_text(s.prepared, place, b.text.data(),
                                    static_cast<int>(b.text.size()), SQLITE_STATIC),
                  SQLITE_OK);
    }
    void go(const step& s)
    {
        for (std::size_t i = 0; i < s.what.values.size(); ++i)
            bind(s, static_cast<int>(i) + 1, s.what.values[i]);
        int code = 0;
        while ((code = sqlite3_step(s.prepared)) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count(s.prepared); ++c)
                sqlite3_column_text(s.prepared, c);
        check(code, SQLITE_DONE);
        if (s.what.must_write && sqlite3_changes(connection) != 1)
            throw std::runtime_error("the floor wrote nothing: " + s.what.text);
        sqlite3_reset(s.prepared);
    }
};

sqlite_floor::sqlite_floor(const std::string& file, const std::vector<sent>& command)
    : inner_(std::make_unique<inner>())
{
    inner_->check(sqlite3_open(file.c_str(), &inner_->connection), SQLITE_OK);
    inner_->run("PRAGMA journal_mode=WAL");
    inner_->run("PRAGMA synchronous=FULL");
    inner_->run("PRAGMA foreign_keys=ON");
    for (recorded& what : recorded_from(command, quoting::doubled)) {
        step one{std::move(what)};
        inner_->check(sqlite3_prepare_v2(inner_->connection, one.what.text.c_str(), -1,
                                         &one.prepared, nullptr),
                      SQLITE_OK);
        inner_->steps.push_back(std::move(one));
    }
}

sqlite_floor::~sqlite_floor()
{
    for (const step& s : inner_->steps) sqlite3_finalize(s.prepared);
    sqlite3_close(inner_->connection);
}

void sqlite_floor::turn()
{
    ++inner_->turns;
    inner_->run("BEGIN IMMEDIATE");
    for (const step& s : inner_->steps) inner_->go(s);
    inner_->run("COMMIT");
}

} // namespace bench
