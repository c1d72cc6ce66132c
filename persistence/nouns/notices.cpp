// From what a step tells and what the ladder owes to rows of notices.
#include "persistence/nouns/notices.hpp"
#include "persistence/nouns/message_rows.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/tell.hpp"
#include <algorithm>

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

workflow::held_post post_of(const ladder_debt& owed, const std::string& recipient)
{
    const auto at = owed.item.posts.find(recipient);
    return at == owed.item.posts.end() ? workflow::held_post{owed.item.matter, {}} : at->second;
}

std::string post_of(const world& w, const notice& n)
{
    const workflow::appointment* post = workflow::told_by(w, n, n.recipient.id);
    return post ? workflow::held_in(w, *post).of : std::string();
}

} // namespace

void store_notices(unit_of_work& unit, const world& w, const std::vector<notice>& notices,
                   const std::vector<workflow::event>& events)
{
    const auto first_seq = events.empty() ? 0 : events.front().seq;
    for (const auto& n : notices) {
        const auto seq = seq_of(n, events);
        const auto key = key_of(n, w.head.id, seq);
        if (is_told(unit, key)) continue;
        insert_notice(unit, {.unique_key = key,
                             .message = place_of(unit, w, n, first_seq),
                             .rule = n.name,
                             .resource = n.resource,
                             .subject = n.subject,
                             .round = n.round,
                             .recipient = n.recipient.id,
                             .why = n.why,
                             .post = post_of(w, n),
                             .due = n.due,
                             .event_seq = seq,
                             .plan = w.head.id,
                             .region = w.place.code,
                             .title = workflow::title_of(w, {n.resource, n.subject}),
                             .agency = workflow::agency_name_of(w, {n.resource, n.subject})});
    }
}

void store_ladder(unit_of_work& unit, const workflow::calendar& days, const ladder_debt& owed)
{
    for (const auto& r : owed.reminders) {
        if (is_told(unit, r.unique_key)) continue;
        const auto post = post_of(owed, r.recipient);
        const auto at = workflow::morning_of(r, days, unit.now());
        insert_notice(unit, {.unique_key = r.unique_key,
                             .message = join_digest(unit, days, {r.recipient, at, r.due}),
                             .rule = r.rule,
                             .resource = r.resource,
                             .subject = r.id,
                             .round = r.round,
                             .recipient = r.recipient,
                             .why = post.role,
                             .post = post.of,
                             .matter = owed.item.matter,
                             .due = r.due,
                             .moved_from = r.moved_from,
                             .plan = owed.plan,
                             .region = owed.item.region,
                             .title = owed.item.title,
                             .agency = owed.item.agency});
    }
}

} // namespace persistence
