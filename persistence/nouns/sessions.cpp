// The table of sessions.
#include "persistence/nouns/sessions.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/clock_watch.hpp"
#include "workflow/things/digest.hpp"

namespace persistence {
namespace {

statement select_open(unit_of_work& unit)
{
    return {unit,
            "SELECT s.id, s.user_id, s.csrf, s.created_at, s.seen_at, s.stepped_up_at, "
            "u.name, u.locale "
            "FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.ended_at = 0 "
            "AND u.disabled = 0 AND s.seen_at > :idle AND s.created_at > :oldest "
            // Of a wrong clock: it would last for as long as that clock was ahead.
            "AND s.seen_at <= :ahead AND s.created_at <= :ahead2",
            {unit.now() - session_idle_max, unit.now() - session_length_max,
             unit.now() + workflow::clock_difference_max,
             unit.now() + workflow::clock_difference_max}};
}

std::vector<session> read(statement& select)
{
    std::vector<session> out;
    select.each([&](const soci::row& row) {
        out.push_back({.id = text(row, 0),
                       .user = text(row, 1),
                       .csrf = text(row, 2),
                       .created_at = instant_in(row, 3),
                       .seen_at = instant_in(row, 4),
                       .stepped_up_at = instant_in(row, 5),
                       .holder = text(row, 6),
                       .locale = text(row, 7)});
    });
    return out;
}

} // namespace

void create_session(unit_of_work& unit, const new_session& s)
{
    statement(
        unit,
        "INSERT INTO sessions(token_hash, id, user_id, csrf, created_at, seen_at, "
        "stepped_up_at, ended_at) VALUES (:hash, :id, :user, :csrf, :now, :now2, :now3, 0)",
        {workflow::sha256_hex(s.token), s.id, s.user, s.csrf, unit.now(), unit.now(), unit.now()})
        .change_one();
}

std::optional<session> find_session(unit_of_work& unit, const std::string& token)
{
    auto select = select_open(unit);
    select.add(" AND s.token_hash = ", workflow::sha256_hex(token));
    auto found = read(select);
    if (found.empty()) return {};
    return std::move(found.front());
}

void touch_session(unit_of_work& unit, const std::string& id)
{
    statement(unit, "UPDATE sessions SET seen_at = :now WHERE id = :id AND seen_at < :now2",
              {unit.now(), id, unit.now()})
        .change();
}

bool step_up_session(unit_of_work& unit, const new_session& s)
{
    return statement(unit,
                     "UPDATE sessions SET token_hash = :hash, csrf = :csrf, seen_at = :now, "
                     "stepped_up_at = :now2 WHERE id = :id AND user_id = :user AND ended_at = 0",
                     {workflow::sha256_hex(s.token), s.csrf, unit.now(), unit.now(), s.id, s.user})
               .change() == 1;
}

void end_session(unit_of_work& unit, const std::string& id)
{
    statement(unit, "UPDATE sessions SET ended_at = :now WHERE id = :id AND ended_at = 0",
              {unit.now(), id})
        .change();
}

void end_sessions_of(unit_of_work& unit, const std::string& user)
{
    statement(unit, "UPDATE sessions SET ended_at = :now WHERE user_id = :user AND ended_at = 0",
              {unit.now(), user})
        .change();
}

std::vector<session> sessions_of(unit_of_work& unit, const std::string& user)
{
    auto select = select_open(unit);
    select.add(" AND s.user_id = ", user).add(" ORDER BY s.created_at DESC, s.id");
    return read(select);
}

void forget_old_sessions(unit_of_work& unit)
{
    statement(unit,
              "DELETE FROM sessions WHERE ended_at > 0 OR seen_at <= :idle "
              "OR created_at <= :oldest",
              {unit.now() - session_idle_max, unit.now() - session_length_max})
        .change();
}

} // namespace persistence
