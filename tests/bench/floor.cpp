// Values that must move on from turn to turn are those that the engine compares and numbers by.
#include "tests/bench/floor.hpp"
#include <sqlite3.h>
#include <stdexcept>

namespace bench {
namespace {

struct bound {
    std::string name;
    std::string text;
    long long number{};
    bool is_number{}, is_null{};
};

struct step {
    sqlite3_stmt* prepared{};
    std::vector<bound> values;
    bool writes{};
    std::string text;
};

bool is_name(char c)
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// A quoted text with its doubled quotes, a number or NULL.
std::string literal_at(const std::string& whole, std::size_t at)
{
    if (whole[at] != '\'') {
        const auto end = whole.find_first_of(" ,)", at);
        return whole.substr(at, end - at);
    }
    std::size_t end = at + 1;
    while (whole[end] != '\'' || (end + 1 < whole.size() && whole[end + 1] == '\''))
        end += whole[end] == '\'' ? 2 : 1;
    return whole.substr(at, end + 1 - at);
}

bound value_of(std::string name, const std::string& literal)
{
    bound out{std::move(name), {}, 0, false, literal == "NULL"};
    if (out.is_null) return out;
    if (literal[0] != '\'') {
        out.number = std::stoll(literal);
        out.is_number = true;
        return out;
    }
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
        out.text += literal[i];
        if (literal[i] == '\'') ++i;
    }
    return out;
}

// What stood where the names stand.
std::vector<bound> values_of(const sent& s)
{
    std::vector<bound> out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < s.text.size();) {
        if (s.text[i] != ':') {
            ++i, ++at;
            continue;
        }
        std::size_t end = i + 1;
        while (end < s.text.size() && is_name(s.text[end])) ++end;
        const std::string literal = literal_at(s.whole, at);
        out.push_back(value_of(s.text.substr(i, end - i), literal));
        at += literal.size();
        i = end;
    }
    return out;
}

bool moves(const step& s, const bound& b)
{
    const auto begins = [&](std::string_view word) { return s.text.rfind(word, 0) == 0; };
    if (begins("UPDATE streams")) return b.name == ":touch";
    if (begins("INSERT INTO events")) return b.name == ":seq";
    if (begins("SELECT at FROM events")) return b.name == ":seq";
    return begins("UPDATE reviews") && (b.name == ":version" || b.name == ":expected");
}

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
            check(sqlite3_bind_int64(s.prepared, place, b.number + (moves(s, b) ? turns : 0)),
                  SQLITE_OK);
        else
            check(sqlite3_bind_text(s.prepared, place, b.text.data(),
                                    static_cast<int>(b.text.size()), SQLITE_STATIC),
                  SQLITE_OK);
    }
    void go(const step& s)
    {
        for (std::size_t i = 0; i < s.values.size(); ++i)
            bind(s, static_cast<int>(i) + 1, s.values[i]);
        int code = 0;
        while ((code = sqlite3_step(s.prepared)) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count(s.prepared); ++c)
                sqlite3_column_text(s.prepared, c);
        check(code, SQLITE_DONE);
        if (s.writes && sqlite3_changes(connection) != 1)
            throw std::runtime_error("the floor wrote nothing: " + s.text);
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
    for (const sent& s : command) {
        const bool frame = s.text.find("SAVEPOINT") != std::string::npos ||
                           s.text.rfind("RELEASE", 0) == 0 || s.text.rfind("BEGIN", 0) == 0 ||
                           s.text.rfind("COMMIT", 0) == 0 || s.text.rfind("--", 0) == 0;
        if (frame) continue;
        step one{nullptr, values_of(s), s.text.rfind("UPDATE", 0) == 0, s.text};
        inner_->check(
            sqlite3_prepare_v2(inner_->connection, s.text.c_str(), -1, &one.prepared, nullptr),
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
