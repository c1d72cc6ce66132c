#pragma once
// One SQL statement with its values, in the order in which their names appear in its text. The
// text is fixed when the program is compiled; what comes from outside is only ever bound.
//
//     statement(unit, "UPDATE plans SET title = :title WHERE id = :id", {title, id}).change();
//
//     statement find(unit, "SELECT id FROM plans p WHERE p.year = :year", {2026});
//     if (!region.empty()) find.add(" AND p.region = ", region);
//     find.each([&](const soci::row& row) { … });
#include "persistence/sql/rows.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include <algorithm>
#include <functional>
#include <vector>

namespace persistence {

class statement {
public:
    statement(unit_of_work& unit, fixed_text text, std::vector<value> values = {})
        : unit_(unit), text_(text.view), values_(std::move(values))
    {
    }

    statement& add(fixed_text text);
    statement& add(fixed_text text, value v); // the value stands right after the text
    // One of these values: "text IN (…)". There is one at least, and `listed_max` at most; some are
    // written twice, so that statements of few lengths are prepared.
    statement& among(fixed_text text, const std::vector<std::string>& values);
    statement& hold_rows(); // the database's FOR UPDATE, last of all

    // Each runs it, once: the values are given away.
    void each(const std::function<void(const soci::row&)>&);
    std::int64_t change(); // returns how many rows it has written
    void change_one();     // throws `lost_race` when it has not written exactly one row

    unit_of_work& unit() { return unit_; }

private:
    unit_of_work& unit_;
    std::string text_;
    std::vector<value> values_;
};

inline constexpr std::size_t listed_max = 256;

// Calls `use` with all of them, at most `listed_max` at a time.
template <class Use> void in_pieces(const std::vector<std::string>& all, Use use)
{
    for (auto from = all.begin(); from != all.end();) {
        const auto left = static_cast<std::size_t>(all.end() - from);
        const auto to = from + static_cast<std::ptrdiff_t>(std::min(left, listed_max));
        use(std::vector<std::string>(from, to));
        from = to;
    }
}

// The one text of the one row, if there is one.
std::optional<std::string> one_text(statement&&);
std::int64_t one_number(statement&&); // of an aggregate: there is always a row

std::int64_t number_in(const std::string& digits); // 0 when it is no number

workflow::date date_in(const soci::row&, std::size_t column);
std::optional<workflow::date> optional_date(const soci::row&, std::size_t column);
workflow::instant instant_in(const soci::row&, std::size_t column);
std::optional<double> decimal_in(const soci::row&, std::size_t column); // exact text, or NULL

} // namespace persistence
