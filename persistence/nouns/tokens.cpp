// The table of tokens.
#include "persistence/nouns/tokens.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/clock_watch.hpp"
#include "workflow/things/digest.hpp"

namespace persistence {
namespace {

statement select_open(unit_of_work& unit)
{
    return {unit,
            "SELECT t.id, t.user_id, t.name, t.created_at, t.valid_until, u.name, u.locale "
            "FROM tokens t JOIN users u ON u.id = t.user_id "
            "WHERE t.ended_at = 0 AND u.disabled = 0 AND t.valid_until > :now "
            "AND t.created_at <= :ahead", // not by a wrong clock, whose year would be longer
            {unit.now(), unit.now() + workflow::clock_difference_max}};
}

std::vector<api_token> read(statement& select)
{
    std::vector<api_token> out;
    select.each([&](const soci::row& row) {
        out.push_back({.id = text(row, 0),
                       .user = text(row, 1),
                       .name = text(row, 2),
                       .created_at = instant_in(row, 3),
                       .until = instant_in(row, 4),
                       .holder = text(row, 5),
                       .locale = text(row, 6)});
    });
    return out;
}

} // namespace

void create_token(unit_of_work& unit, const new_token& t)
{
    statement(unit,
              "INSERT INTO tokens(token_hash, id, user_id, name, created_at, valid_until, "
              "ended_at) VALUES (:hash, :id, :user, :name, :now, :until, 0)",
              {workflow::sha256_hex(t.token), t.id, t.user, t.name, unit.now(), t.until})
        .change_one();
}

std::optional<api_token> find_token(unit_of_work& unit, const std::string& token)
{
    auto select = select_open(unit);
    select.add(" AND t.token_hash = ", workflow::sha256_hex(token));
    auto found = read(select);
    if (found.empty()) return {};
    return std::move(found.front());
}

std::vector<api_token> tokens_of(unit_of_work& unit, const std::string& user)
{
    auto select = select_open(unit);
    select.add(" AND t.user_id = ", user).add(" ORDER BY t.created_at, t.id");
    return read(select);
}

bool end_token(unit_of_work& unit, const std::string& user, const std::string& id)
{
    return statement(unit,
                     "UPDATE tokens SET ended_at = :now "
                     "WHERE id = :id AND user_id = :user AND ended_at = 0",
                     {unit.now(), id, user})
               .change() == 1;
}

void end_tokens_of(unit_of_work& unit, const std::string& user)
{
    statement(unit, "UPDATE tokens SET ended_at = :now WHERE user_id = :user AND ended_at = 0",
              {unit.now(), user})
        .change();
}

} // namespace persistence
