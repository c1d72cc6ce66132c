// Rows of messages and notices. Two writers of one digest meet at its row: the loser of an INSERT
// is run again by the transaction pattern, and an UPDATE that finds the message gone goes on to
// the next morning.
#include "persistence/nouns/message_rows.hpp"
#include "persistence/sql/days.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/words/characters.hpp"

namespace persistence {
namespace {

constexpr std::size_t title_octets_max = 400;
constexpr int mornings_max = 10; // more digests ahead of their time than that is a bug

bool exists(unit_of_work& unit, const std::string& id)
{
    return one_text({unit, "SELECT id FROM messages WHERE id = :id", {id}}).has_value();
}

// Whether it still takes notices: it has not been tried, so what is added is read when it leaves.
bool add_one(unit_of_work& unit, const std::string& id)
{
    return statement(unit,
                     "UPDATE messages SET notices = notices + 1 "
                     "WHERE id = :id AND state = 'ready' AND attempts = 0",
                     {id})
               .change() == 1;
}

struct beginning {
    std::string key;
    std::string recipient;
    std::string zone;
    workflow::instant due;
};

void begin_message(unit_of_work& unit, const beginning& b)
{
    statement(
        unit,
        "INSERT INTO messages(id, message_key, recipient, due_instant, zone, notices, state, "
        "attempts, next_attempt, lease_owner, lease_until, lease_no, subject, body, "
        "header_id, last_error, created_at, sent_at) "
        "VALUES (:id, :key, :recipient, :due, :zone, 1, 'ready', 0, :next, '', 0, 0, '', '', "
        "'', '', :now, 0)",
        {workflow::message_id_for(b.key), b.key, b.recipient, b.due, b.zone, b.due, unit.now()})
        .change();
}

} // namespace

message_place join_digest(unit_of_work& unit, const workflow::calendar& days, digest_place wanted)
{
    auto& [recipient, at, by] = wanted;
    for (int morning = 0; morning < mornings_max; ++morning) {
        const auto key = workflow::digest_key(recipient, at);
        const auto id = workflow::message_id_for(key);
        if (!exists(unit, id)) {
            begin_message(unit, {key, recipient, days.zone(), at});
            return {id, at};
        }
        if (add_one(unit, id)) return {id, at};
        at = workflow::digest_after(days, at, unit.now(), by);
    }
    throw std::logic_error("digests of the next mornings have left before their time");
}

message_place join_message(unit_of_work& unit, const std::string& key, const std::string& recipient,
                           const std::string& zone)
{
    const auto id = workflow::message_id_for(key);
    if (!exists(unit, id))
        begin_message(unit, {key, recipient, zone, unit.now()});
    else
        add_one(unit, id);
    return {id, unit.now()};
}

bool is_told(unit_of_work& unit, const std::string& key)
{
    return one_text({unit, "SELECT unique_key FROM notices WHERE unique_key = :key", {key}})
        .has_value();
}

void insert_notice(unit_of_work& unit, const workflow::told& what, const notice_place& at)
{
    statement(
        unit,
        "INSERT INTO notices(unique_key, message_id, place, rule_name, resource, subject, "
        "round, recipient, why, due, moved_from, due_instant, event_seq, plan, region, title, "
        "agency, post, dropped, matter) "
        "SELECT :key, m.id, m.notices, :rule, :resource, :subject, :round, :recipient, :why, "
        ":due, :moved, m.due_instant, :seq, :plan, :region, :title, :agency, :post, '', :matter "
        "FROM messages m WHERE m.id = :message",
        {what.key, what.rule, what.resource, what.subject, what.round, at.recipient, what.post.role,
         text_of(what.due), text_of(what.moved_from), at.event_seq, what.plan, what.region.code,
         workflow::shortened(what.title.id, title_octets_max), what.agency, what.post.of,
         what.matter, at.message.id})
        .change_one();
}

} // namespace persistence
