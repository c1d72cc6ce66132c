// From what a step tells and what the ladder owes to rows of notices.
#include "persistence/nouns/notices.hpp"
#include "persistence/nouns/message_rows.hpp"
#include "workflow/reminding/gathering.hpp"

namespace persistence {
namespace {

using workflow::notice;
using workflow::world;

std::int64_t seq_of(const notice& n, const std::vector<workflow::event>& events)
{
    const auto place = static_cast<std::size_t>(n.event);
    return place >= 1 && place <= events.size() ? events[place - 1].seq : 0;
}

std::string key_of(const notice& n, const std::string& plan, std::int64_t seq)
{
    return n.name + '|' + n.resource + '/' + n.subject + '|' + n.recipient.id + '|' +
           (n.due ? workflow::iso(*n.due) : std::string()) + '|' + std::to_string(n.round) + '|' +
           plan + '#' + std::to_string(seq);
}

message_place place_of(unit_of_work& unit, const world& w, const notice& n, std::int64_t first_seq)
{
    if (n.waits)
        return join_digest(unit, w.days,
                           {n.recipient.id, workflow::digest_by(w.days, w.now, n.due), n.due});
    const auto key = n.recipient.id + '|' + w.head.id + '#' + std::to_string(first_seq);
    return join_message(unit, key, n.recipient.id, w.days.zone());
}

} // namespace

void store_notices(unit_of_work& unit, const world& w, const std::vector<notice>& notices,
                   const std::vector<workflow::event>& events)
{
    const auto first_seq = events.empty() ? 0 : events.front().seq;
    for (const auto& n : notices) {
        const auto seq = seq_of(n, events);
        auto what = workflow::told_of(w, n);
        what.key = key_of(n, w.head.id, seq);
        if (is_told(unit, what.key)) continue;
        insert_notice(unit, what, {place_of(unit, w, n, first_seq), n.recipient.id, seq});
    }
}

void store_ladder(unit_of_work& unit, const workflow::calendar& days,
                  const std::vector<workflow::reminder>& owed)
{
    for (const auto& r : owed) {
        if (is_told(unit, r.what.key)) continue;
        const auto at = workflow::morning_of(r, days, unit.now());
        insert_notice(unit, r.what,
                      {join_digest(unit, days, {r.recipient, at, r.what.due}), r.recipient});
    }
}

} // namespace persistence
