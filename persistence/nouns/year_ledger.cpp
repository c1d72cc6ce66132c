// Messages by time, then of each the notices of the region.
#include "persistence/nouns/year_ledger.hpp"
#include "persistence/nouns/reach.hpp"
#include "persistence/nouns/told_rows.hpp"

namespace persistence {
namespace {

constexpr region_column notice_region{" OR n.region = ", " OR n.region LIKE "};

// place counts from 1, so the first condition only begins the list of regions.
void add_within(statement& select, const std::string& region)
{
    select.add(" AND (n.place = 0");
    add_reach(select, notice_region, {.regions = {}, .trees = {region}});
    select.add(")");
}

kept_message message_of(const soci::row& row)
{
    kept_message out;
    out.seen.id = text(row, 0);
    out.key = text(row, 1);
    out.seen.to = {text(row, 2), text(row, 3)};
    out.seen.subject = text(row, 4);
    out.seen.due = instant_in(row, 5);
    out.seen.zone = text(row, 6);
    out.seen.state = text(row, 7);
    out.seen.attempts = number(row, 8);
    out.seen.last_error = text(row, 9);
    out.waits = out.seen.state == "ready";
    out.takes_more = out.seen.state == "ready" && out.seen.attempts == 0;
    return out;
}

} // namespace

std::vector<kept_message> messages_between(unit_of_work& unit, const ledger_extract& of,
                                           workflow::instant first, workflow::instant end)
{
    statement select(unit, "SELECT m.id, m.message_key, m.recipient, u.name, m.subject, "
                           "m.due_instant, m.zone, m.state, m.attempts, m.last_error "
                           "FROM messages m JOIN users u ON u.id = m.recipient WHERE EXISTS "
                           "(SELECT n.unique_key FROM notices n WHERE n.message_id = m.id "
                           "AND n.dropped = ''");
    add_within(select, of.region);
    select.add(")");
    if (!of.recipient.empty()) select.add(" AND m.recipient = ", of.recipient);
    select.add(" AND m.due_instant >= ", first).add(" AND m.due_instant < ", end);
    select.add(" ORDER BY m.due_instant, m.id");
    std::vector<kept_message> out;
    select.each([&](const soci::row& row) { out.push_back(message_of(row)); });
    for (auto& m : out) {
        m.seen.addresses = addresses_of(unit, m.seen.to.id);
        auto items = select_told(unit);
        items.add(" AND n.message_id = ", m.seen.id).add(" AND n.dropped = ''");
        add_within(items, of.region);
        items.add(" ORDER BY n.place, n.unique_key");
        m.seen.items = read_told(items);
    }
    return out;
}

std::vector<std::string> told_keys(unit_of_work& unit, const ledger_extract& of)
{
    statement select(unit, "SELECT n.unique_key FROM notices n WHERE n.place > 0");
    add_within(select, of.region);
    if (!of.recipient.empty()) select.add(" AND n.recipient = ", of.recipient);
    std::vector<std::string> out;
    select.each([&](const soci::row& row) { out.push_back(text(row, 0)); });
    return out;
}

std::vector<std::string> left_since(unit_of_work& unit, workflow::instant first)
{
    std::vector<std::string> out;
    statement(unit,
              "SELECT message_key FROM messages WHERE due_instant >= :first "
              "AND (state <> 'ready' OR attempts > 0)",
              {first})
        .each([&](const soci::row& row) { out.push_back(text(row, 0)); });
    return out;
}

} // namespace persistence
