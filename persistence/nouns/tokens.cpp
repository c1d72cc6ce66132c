// The table of tokens.
#include "persistence/nouns/tokens.hpp"
#include "persistence/nouns/reach.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/clock_watch.hpp"
#include "workflow/things/digest.hpp"

namespace persistence {
namespace {

constexpr std::string_view full = "full"; // no bounds; persisted
constexpr region_column home{" OR u.region = ", " OR u.region LIKE "};

// Of those who may come in at all; what was revoked is over for everybody.
statement select_kept(unit_of_work& unit)
{
    return {unit, "SELECT t.id, t.user_id, t.name, t.created_at, t.valid_until, u.name, u.locale, "
                  "t.scopes, t.region, COALESCE(r.name, ''), t.used_at FROM tokens t "
                  "JOIN users u ON u.id = t.user_id LEFT JOIN regions r ON r.code = t.region "
                  "WHERE t.ended_at = 0 AND u.disabled = 0"};
}

statement select_open(unit_of_work& unit)
{
    auto select = select_kept(unit);
    select.add(" AND t.valid_until > ", unit.now());
    // Not by a wrong clock, whose year would be longer.
    select.add(" AND t.created_at <= ", unit.now() + workflow::clock_difference_max);
    return select;
}

std::string text_of(const std::optional<workflow::token_bounds>& bounds)
{
    if (!bounds) return std::string(full);
    std::string out;
    for (const std::string_view name : names_of(bounds->scopes))
        out += (out.empty() ? "" : " ") + std::string(name);
    return out;
}

// A name that this program does not know opens nothing.
std::optional<workflow::token_bounds> bounds_in(std::string_view names, std::string region)
{
    if (names == full) return {};
    workflow::token_bounds out{{}, std::move(region)};
    while (!names.empty()) {
        const auto name = names.substr(0, names.find(' '));
        names.remove_prefix(std::min(names.size(), name.size() + 1));
        if (const auto known = workflow::scope_named(name)) out.scopes = out.scopes | *known;
    }
    return out;
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
                       .locale = text(row, 6),
                       .bounds = bounds_in(text(row, 7), text(row, 8)),
                       .region_name = text(row, 9)});
        if (number(row, 10) != 0) out.back().used_at = instant_in(row, 10);
    });
    return out;
}

} // namespace

void create_token(unit_of_work& unit, const new_token& t)
{
    statement(unit,
              "INSERT INTO tokens(token_hash, id, user_id, name, created_at, valid_until, "
              "ended_at, scopes, region, used_at) "
              "VALUES (:hash, :id, :user, :name, :now, :until, 0, :scopes, :region, 0)",
              {workflow::sha256_hex(t.token), t.id, t.user, t.name, unit.now(), t.until,
               text_of(t.bounds), t.bounds ? t.bounds->region : std::string()})
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

std::optional<workflow::instant> expired_token(unit_of_work& unit, const std::string& token)
{
    auto select = select_kept(unit);
    select.add(" AND t.valid_until <= ", unit.now());
    select.add(" AND t.token_hash = ", workflow::sha256_hex(token));
    const auto found = read(select);
    if (found.empty()) return {};
    return found.front().until;
}

void touch_token(unit_of_work& unit, const std::string& id)
{
    statement(unit, "UPDATE tokens SET used_at = :now WHERE id = :id AND ended_at = 0",
              {unit.now(), id})
        .change();
}

std::vector<api_token> tokens_of(unit_of_work& unit, const std::string& user)
{
    auto select = select_open(unit);
    select.add(" AND t.user_id = ", user).add(" ORDER BY t.created_at, t.id");
    return read(select);
}

workflow::result<page<api_token>> list_tokens(unit_of_work& unit, const token_filter& asked,
                                              const page_request& wanted)
{
    const auto key = key_of(wanted, 2);
    if (!key) return key.error();
    auto select = select_kept(unit);
    if (!asked.user.empty()) select.add(" AND t.user_id = ", asked.user);
    if (asked.homes) {
        select.add(" AND (1 = 0"); // begins the list of regions
        add_reach(select, home, *asked.homes);
        select.add(")");
    }
    if (!wanted.cursor.empty()) {
        const auto after = number_in((*key)[0]);
        select.add(" AND (t.created_at > ", after).add(" OR (t.created_at = ", after);
        select.add(" AND t.id > ", (*key)[1]).add("))");
    }
    select.add(" ORDER BY t.created_at, t.id LIMIT ", wanted.limit + 1);
    return cut(read(select), wanted.limit, [](const api_token& t) {
        return std::vector{std::to_string(workflow::microseconds_of(t.created_at)), t.id};
    });
}

workflow::result<api_token> find_listed_token(unit_of_work& unit, const std::string& id)
{
    auto select = select_kept(unit);
    select.add(" AND t.id = ", id);
    auto found = read(select);
    if (found.empty()) return not_found();
    return std::move(found.front());
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
