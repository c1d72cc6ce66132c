#pragma once
// The statements that a session has prepared, kept to be run again with other values. They belong
// to their session and end with it, so nothing that was prepared is used after a reconnect; what is
// kept is the statement, never a row. Belongs to one thread at a time, like the session.
//
// SOCI prepares on SQLite. To MariaDB it sends whole texts, and there a statement kept spares its
// reading and binding here alone (docs/decisions/0024).
#include "persistence/sql/value.hpp"
#include <cstdint>
#include <functional>
#include <memory>
#include <soci/soci.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace persistence {

inline constexpr std::size_t prepared_max = 400;        // a session; past that it begins anew
inline constexpr std::size_t prepared_text_max = 8'192; // octets; longer ones are rarely the same
inline constexpr std::size_t kept_rows_max = 1'000;     // a driver may hold on to the last result

using row_visitor = std::function<void(const soci::row&)>;

class prepared_statements {
public:
    explicit prepared_statements(soci::session&);
    ~prepared_statements();
    prepared_statements(const prepared_statements&) = delete;
    prepared_statements& operator=(const prepared_statements&) = delete;

    // Values in the order in which their names stand in the text. A visitor may run statements of
    // its own. After an exception, the visitor's too, the statement is thrown away.
    void each(std::string text, std::vector<value>, const row_visitor&);
    // Returns how many rows were written.
    std::int64_t change(std::string text, std::vector<value>);

private:
    struct one;
    using one_pointer = std::unique_ptr<one>;

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

    soci::session& sql_;
    std::unordered_map<std::string, place> kept_; // by text and kinds of values
    std::uint64_t shelf_number_{};
};

} // namespace persistence
