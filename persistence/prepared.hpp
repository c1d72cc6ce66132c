#pragma once
// The statements that a session has prepared, kept to be run again with other values. They belong
// to their session and end with it, so nothing that was prepared is used after a reconnect; what is
// kept is the statement, never a row. Belongs to one thread at a time, like the session.
//
// SOCI prepares on SQLite, but sends MariaDB whole texts, which it would parse each time: there
// statements with values are the client library's own (mariadb_statement.hpp). What visitors are
// shown is SOCI's row on both.
#include "persistence/value.hpp"
#include <cstdint>
#include <functional>
#include <memory>
#include <soci/soci.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace persistence {

// A session; past that it begins anew. Sixteen sessions of each of two servers stay below MariaDB's
// max_prepared_stmt_count of 16,382.
inline constexpr std::size_t prepared_max = 400;
inline constexpr std::size_t prepared_text_max = 8'192; // octets; longer ones are rarely the same
inline constexpr std::size_t kept_rows_max = 1'000;     // a driver may hold on to the last result

using row_visitor = std::function<void(const soci::row&)>;

// One of them, with the values it has been made or set with.
class prepared_statement {
public:
    prepared_statement() = default;
    virtual ~prepared_statement() = default;
    prepared_statement(const prepared_statement&) = delete;
    prepared_statement& operator=(const prepared_statement&) = delete;

    virtual void set(std::vector<value>) = 0;               // as many, of the same kinds
    virtual std::size_t each(const row_visitor& visit) = 0; // returns how many rows there were
    virtual std::int64_t change() = 0;                      // returns how many were written
};

// By a driver of its own; names are written as "?".
using statement_maker = std::function<std::unique_ptr<prepared_statement>(
    soci::session&, const std::string& text, std::vector<value>)>;

class prepared_statements {
public:
    explicit prepared_statements(soci::session&);
    // From now on statements with values are made so, not by SOCI.
    void prepare_by(statement_maker maker) { maker_ = std::move(maker); }
    ~prepared_statements();
    prepared_statements(const prepared_statements&) = delete;
    prepared_statements& operator=(const prepared_statements&) = delete;

    // Values in the order in which their names stand in the text. A visitor may run statements of
    // its own. After an exception, the visitor's too, the statement is thrown away.
    void each(std::string text, std::vector<value>, const row_visitor&);
    // Returns how many rows were written.
    std::int64_t change(std::string text, std::vector<value>);

private:
    using one_pointer = std::unique_ptr<prepared_statement>;

    struct place {
        one_pointer idle{}; // null: it runs, or was thrown away
    };
    struct taken {
        place* from; // null: too long to be kept
        std::uint64_t shelf_number;
        one_pointer run;
    };

    taken take(std::string text, std::vector<value>, bool asks);
    void keep(taken);
    place& place_of(std::string key);
    one_pointer make(const std::string& text, std::vector<value>, bool asks);

    soci::session& sql_;
    statement_maker maker_{};
    std::unordered_map<std::string, place> kept_; // by text and kinds of values
    std::uint64_t shelf_number_{};
};

} // namespace persistence
