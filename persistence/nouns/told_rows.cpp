// The one SELECT of notices.
#include "persistence/nouns/told_rows.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/sql/days.hpp"
#include "workflow/kinds/kind_words.hpp"
#include <map>

namespace persistence {
namespace {

workflow::told told_of(const soci::row& row)
{
    return {.key = text(row, 15),
            .rule = text(row, 0),
            .resource = text(row, 1),
            .subject = text(row, 2),
            .round = static_cast<int>(number(row, 3)),
            .due = optional_day_of(text(row, 5)),
            .moved_from = optional_day_of(text(row, 6)),
            .post = {text(row, 4), text(row, 14), {}},
            .matter = text(row, 17),
            .plan = text(row, 7),
            .kind = text(row, 18),
            .kind_version = static_cast<int>(number(row, 19)),
            .region = {.code = text(row, 8), .name = text(row, 9), .zone = text(row, 10)},
            .title = text(row, 11),
            .agency = text(row, 12),
            .reason = text(row, 13),
            .dropped = text(row, 16)};
}

} // namespace

// What the engine did in consequence has its reason where a person gave it: in the cause.
statement select_told(unit_of_work& unit)
{
    return {
        unit,
        "SELECT n.rule_name, n.resource, n.subject, n.round, n.why, n.due, n.moved_from, "
        "n.plan, r.code, r.name, r.zone, n.title, n.agency, "
        "COALESCE(NULLIF(e.reason, ''), c.reason, ''), n.post, n.unique_key, n.dropped, n.matter, "
        "COALESCE(k.kind, ''), COALESCE(k.kind_version, 0) "
        "FROM notices n JOIN regions r ON r.code = n.region LEFT JOIN plans k ON k.id = n.plan "
        "LEFT JOIN events e ON e.stream = n.plan AND e.seq = n.event_seq "
        "LEFT JOIN events c ON c.stream = e.stream AND c.seq = e.cause "
        "WHERE n.place > 0"};
}

std::vector<workflow::told> read_told(statement& select)
{
    std::vector<workflow::told> out;
    select.each([&](const soci::row& row) { out.push_back(told_of(row)); });
    return out;
}

void say_by_kind(unit_of_work& unit, const workflow::kind_registry& kinds,
                 std::vector<workflow::told>& items)
{
    std::map<std::pair<std::string, int>, workflow::kind> known;
    for (workflow::told& item : items) {
        if (item.kind.empty() || !item.kind_title.empty()) continue;
        const std::pair which(item.kind, item.kind_version);
        auto at = known.find(which);
        if (at == known.end())
            at = known.emplace(which, find_kind(unit, kinds, which.first, which.second)).first;
        item.kind_title = at->second.title;
        item.post.called = workflow::role_of_kind(at->second, item.post.role);
    }
}

std::vector<std::string> addresses_of(unit_of_work& unit, const std::string& user)
{
    std::vector<std::string> out;
    statement(unit, "SELECT address FROM user_addresses WHERE user_id = :user ORDER BY place",
              {user})
        .each([&](const soci::row& row) { out.push_back(text(row, 0)); });
    return out;
}

} // namespace persistence
