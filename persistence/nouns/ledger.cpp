// The ledger: messages, then of each the notices that the reader may see.
#include "persistence/nouns/ledger.hpp"
#include "persistence/nouns/reach.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/nouns/told_rows.hpp"
#include "persistence/nouns/visible.hpp"
#include <algorithm>

namespace persistence {
namespace {

constexpr region_column notice_region{" OR n.region = ", " OR n.region LIKE "};

constexpr fixed_text message_columns("SELECT m.id, m.recipient, u.name, m.subject, m.due_instant, "
                                     "m.zone, m.state, m.attempts, m.last_error FROM ");
constexpr fixed_text message_joins("JOIN users u ON u.id = m.recipient WHERE m.notices > 0");

statement select_messages(unit_of_work& unit)
{
    statement select(unit, message_columns);
    select.add("messages m ").add(message_joins);
    return select;
}

// The messages among which a reader's own and those of their regions' plans are, by indexes: what
// was told elsewhere is not read. Who looks after the whole nation may see them all.
statement select_messages_near(unit_of_work& unit, const workflow::principal& reader)
{
    const auto reach = workflow::reach_in_directory(reader);
    const auto& trees = reach.trees;
    if (std::find(trees.begin(), trees.end(), workflow::nation) != trees.end())
        return select_messages(unit);
    statement select(unit, message_columns);
    select.add("(SELECT o.id FROM messages o WHERE o.recipient = ", reader.user.id);
    select.add(" UNION SELECT n.message_id FROM plans p JOIN notices n ON n.plan = p.id WHERE "
               "p.region IN (''");
    for (const auto& region : reach.regions) select.add(", ", region);
    select.add(")");
    for (const auto& top : trees) add_region_within(select, top);
    select.add(") x JOIN messages m ON m.id = x.id ").add(message_joins);
    return select;
}

// The parts of a filter that name notices must be one and the same notice's.
void add_visible_notice(statement& select, const workflow::principal& reader,
                        const message_filter& asked)
{
    select.add(" AND EXISTS (SELECT n.unique_key FROM notices n WHERE n.message_id = m.id");
    if (!asked.plan.empty()) select.add(" AND n.plan = ", asked.plan);
    select.add(" AND (m.recipient = ", reader.user.id);
    add_reach(select, notice_region, workflow::reach_in_directory(reader));
    select.add(")");
    if (const auto within = reader.within(); !within.empty()) {
        select.add(" AND (n.place < 0"); // never: begins the list of regions
        add_reach(select, notice_region, {.regions = {}, .trees = {within}});
        select.add(")");
    }
    select.add(")");
}

message_seen message_of(const soci::row& row)
{
    return {.id = text(row, 0),
            .to = {text(row, 1), text(row, 2)},
            .addresses = {},
            .subject = text(row, 3),
            .due = instant_in(row, 4),
            .zone = text(row, 5),
            .items = {},
            .state = text(row, 6),
            .attempts = number(row, 7),
            .last_error = text(row, 8)};
}

std::vector<workflow::told> visible_items(unit_of_work& unit, const workflow::principal& reader,
                                          const message_seen& m)
{
    auto select = select_told(unit);
    select.add(" AND n.message_id = ", m.id);
    if (m.to.id != reader.user.id) {
        select.add(" AND (n.place = 0"); // never: begins the list of regions
        add_reach(select, notice_region, workflow::reach_in_directory(reader));
        select.add(")");
    }
    select.add(" ORDER BY n.place, n.unique_key");
    return read_told(select);
}

std::vector<message_seen> read_messages(statement& select)
{
    std::vector<message_seen> found;
    select.each([&](const soci::row& row) { found.push_back(message_of(row)); });
    return found;
}

// Titles belong to plans, and administrators see none of their content.
void blank_titles(const workflow::principal& reader, message_seen& m)
{
    if (m.to.id == reader.user.id) return;
    const auto desks = workflow::reach_in_directory(reader).regions;
    for (auto& item : m.items) {
        if (std::find(desks.begin(), desks.end(), item.region.code) != desks.end()) continue;
        item.title = {};
        item.reason.clear();
        m.subject.clear();
    }
}

// One's own message may tell of regions that a token is not for; then its subject may as well.
void cut_to_region(const workflow::principal& reader, message_seen& m)
{
    const auto left_out = std::erase_if(m.items, [&](const auto& item) {
        return !workflow::is_within(item.region.code, reader.within());
    });
    if (left_out > 0) m.subject.clear();
}

void fill(unit_of_work& unit, const workflow::principal& reader, message_seen& m)
{
    m.addresses = addresses_of(unit, m.to.id);
    m.items = visible_items(unit, reader, m);
    blank_titles(reader, m);
    cut_to_region(reader, m);
}

} // namespace

workflow::result<page<message_seen>> list_messages(unit_of_work& unit,
                                                   const workflow::principal& reader,
                                                   const message_filter& asked,
                                                   const page_request& wanted)
{
    const auto key = key_of(wanted, 2);
    if (!key) return key.error();
    auto select = select_messages_near(unit, reader);
    if (!asked.user.empty()) select.add(" AND m.recipient = ", asked.user);
    add_visible_notice(select, reader, asked);
    if (!wanted.cursor.empty()) {
        const auto after = number_in((*key)[0]);
        select.add(" AND (m.due_instant > ", after).add(" OR (m.due_instant = ", after);
        select.add(" AND m.id > ", (*key)[1]).add("))");
    }
    select.add(" ORDER BY m.due_instant, m.id LIMIT ", wanted.limit + 1);
    auto found = read_messages(select);
    auto out = cut(std::move(found), wanted.limit, [](const message_seen& m) {
        return std::vector{std::to_string(workflow::microseconds_of(m.due)), m.id};
    });
    for (auto& m : out.items) fill(unit, reader, m);
    return out;
}

workflow::result<message_seen> find_message(unit_of_work& unit, const workflow::principal& reader,
                                            const std::string& id)
{
    auto select = select_messages(unit);
    select.add(" AND m.id = ", id);
    add_visible_notice(select, reader, {});
    auto found = read_messages(select);
    if (found.empty()) return not_found();
    fill(unit, reader, found.front());
    return std::move(found.front());
}

bool send_again(unit_of_work& unit, const std::string& id)
{
    return statement(unit,
                     "UPDATE messages SET state = 'ready', attempts = 0, next_attempt = :now, "
                     "last_error = '' WHERE id = :id AND state = 'dead'",
                     {unit.now(), id})
               .change() == 1;
}

} // namespace persistence
