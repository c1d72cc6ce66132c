// Claims and what becomes of them.
#include "persistence/nouns/outbox.hpp"
#include "persistence/nouns/told_rows.hpp"
#include "persistence/sql/days.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/reminding/still_owed.hpp"
#include <stdexcept>

namespace persistence {
namespace {

constexpr std::size_t error_octets_max = 400;

struct waiting_message {
    claim seen;
    std::string recipient;
    bool is_digest{};
    bool is_ready{};
};

// Due and ready, or held by somebody whose lease has run out.
std::vector<waiting_message> candidates(unit_of_work& unit, std::size_t count)
{
    std::vector<waiting_message> out;
    statement(unit,
              "SELECT id, lease_no, recipient, message_key, due_instant, state FROM messages "
              "WHERE (state = 'ready' AND next_attempt <= :now) "
              "OR (state = 'sending' AND lease_until < :now2) "
              "ORDER BY next_attempt, id LIMIT :count",
              {unit.now(), unit.now(), count})
        .each([&](const soci::row& row) {
            const auto recipient = text(row, 2);
            out.push_back({{text(row, 0), number(row, 1)},
                           recipient,
                           text(row, 3) == workflow::digest_key(recipient, instant_in(row, 4)),
                           text(row, 5) == "ready"});
        });
    return out;
}

bool take(unit_of_work& unit, const claim& seen, const claimant& by)
{
    return statement(unit,
                     "UPDATE messages SET state = 'sending', lease_owner = :owner, "
                     "lease_until = :until, lease_no = lease_no + 1 "
                     "WHERE id = :id AND lease_no = :seen "
                     "AND (state = 'ready' OR (state = 'sending' AND lease_until < :now))",
                     {by.owner, unit.now() + by.lease, seen.id, seen.lease_no, unit.now()})
               .change() == 1;
}

// All digests of a person that should have left, tried or not, the newest first.
std::vector<claim> digests_of(unit_of_work& unit, const std::string& recipient)
{
    std::vector<claim> out;
    statement(unit,
              "SELECT id, lease_no, message_key, due_instant FROM messages "
              "WHERE recipient = :recipient AND state = 'ready' AND due_instant <= :now "
              "ORDER BY due_instant DESC, id",
              {recipient, unit.now()})
        .each([&](const soci::row& row) {
            if (text(row, 2) == workflow::digest_key(recipient, instant_in(row, 3)))
                out.push_back({text(row, 0), number(row, 1)});
        });
    return out;
}

// What is dropped gives its key back, so that it can be told again should it be owed again.
void drop_notice(unit_of_work& unit, const claim& from, const std::string& key,
                 std::string_view why)
{
    statement(unit,
              "UPDATE notices SET unique_key = :new, dropped = :why WHERE unique_key = :key "
              "AND message_id = :message",
              {key + '|' + from.id + '#' + std::to_string(from.lease_no), why, key, from.id})
        .change_one();
}

std::vector<std::string> keys_in(unit_of_work& unit, const std::string& message)
{
    std::vector<std::string> keys;
    statement(unit,
              "SELECT unique_key FROM notices WHERE message_id = :message AND dropped = '' "
              "ORDER BY place, unique_key",
              {message})
        .each([&](const soci::row& row) { keys.push_back(text(row, 0)); });
    return keys;
}

// A notice of an older digest goes on in the newer one.
void copy_notice(unit_of_work& unit, const claim& from, const std::string& key, const claim& to)
{
    statement(unit, "UPDATE messages SET notices = notices + 1 WHERE id = :id", {to.id})
        .change_one();
    statement(
        unit,
        "INSERT INTO notices(unique_key, message_id, place, rule_name, resource, subject, "
        "round, recipient, why, due, moved_from, due_instant, event_seq, plan, region, title, "
        "agency, post, dropped, matter) SELECT :key, m.id, m.notices, n.rule_name, n.resource, "
        "n.subject, n.round, n.recipient, n.why, n.due, n.moved_from, m.due_instant, "
        "n.event_seq, n.plan, n.region, n.title, n.agency, n.post, '', n.matter "
        "FROM notices n JOIN messages m ON m.id = :to WHERE n.unique_key = :old",
        {key, to.id, key + '|' + from.id + '#' + std::to_string(from.lease_no)})
        .change_one();
}

// Written before its notices are read: who adds one meanwhile waits for us, or we for them.
void gather(unit_of_work& unit, const claim& from, const claim& to)
{
    const bool is_ours = statement(unit,
                                   "UPDATE messages SET state = 'dropped', lease_no = lease_no + 1 "
                                   "WHERE id = :id AND state = 'ready'",
                                   {from.id})
                             .change() == 1;
    if (!is_ours) return;
    for (const auto& key : keys_in(unit, from.id)) {
        drop_notice(unit, from, key, workflow::dropped::gathered);
        copy_notice(unit, from, key, to);
    }
}

std::string one_line_of(const std::string& error)
{
    std::string out = error.substr(0, error_octets_max);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e) c = ' ';
    return out;
}

} // namespace

std::vector<claim> claim_due(unit_of_work& unit, const claimant& by)
{
    std::vector<claim> out;
    for (const auto& found : candidates(unit, by.messages_max)) {
        std::vector<claim> together{found.seen};
        if (found.is_digest && found.is_ready) together = digests_of(unit, found.recipient);
        if (together.empty() || !take(unit, together.front(), by)) continue;
        const claim mine{together.front().id, together.front().lease_no + 1};
        for (std::size_t i = 1; i < together.size(); ++i) gather(unit, together[i], mine);
        out.push_back(mine);
    }
    return out;
}

outgoing load_claimed(unit_of_work& unit, const claim& claimed)
{
    outgoing out;
    statement(unit,
              "SELECT m.id, m.message_key, m.recipient, u.name, u.locale, m.due_instant, m.zone, "
              "m.attempts, u.disabled FROM messages m JOIN users u ON u.id = m.recipient WHERE "
              "m.id = :id",
              {claimed.id})
        .each([&](const soci::row& row) {
            out.id = text(row, 0);
            out.key = text(row, 1);
            out.recipient = {text(row, 2), text(row, 3)};
            out.locale = text(row, 4);
            out.due = instant_in(row, 5);
            out.zone = text(row, 6);
            out.attempts = number(row, 7);
            out.is_disabled = flag(row, 8);
        });
    if (out.id.empty()) throw std::out_of_range("there is no message " + claimed.id);
    out.addresses = addresses_of(unit, out.recipient.id);
    auto select = select_told(unit);
    select.add(" AND n.message_id = ", claimed.id)
        .add(" AND n.dropped = '' ORDER BY n.place, n.unique_key");
    out.items = read_told(select);
    return out;
}

bool mark_attempt(unit_of_work& unit, const claim& c, const attempt& a)
{
    return statement(unit,
                     "UPDATE messages SET attempts = attempts + 1, subject = :subject, "
                     "body = :body, header_id = :header, lease_until = :until "
                     "WHERE id = :id AND lease_no = :no AND state = 'sending'",
                     {a.subject, a.body, a.header_id, unit.now() + a.lease, c.id, c.lease_no})
               .change() == 1;
}

bool mark_sent(unit_of_work& unit, const claim& c)
{
    return statement(unit,
                     "UPDATE messages SET state = 'sent', sent_at = :now, last_error = '', "
                     "lease_until = 0 WHERE id = :id AND lease_no = :no AND state = 'sending'",
                     {unit.now(), c.id, c.lease_no})
               .change() == 1;
}

bool mark_temporary(unit_of_work& unit, const claim& c, workflow::instant next,
                    const std::string& error)
{
    return statement(unit,
                     "UPDATE messages SET state = 'ready', next_attempt = :next, "
                     "last_error = :error, lease_until = 0 "
                     "WHERE id = :id AND lease_no = :no AND state = 'sending'",
                     {next, one_line_of(error), c.id, c.lease_no})
               .change() == 1;
}

bool mark_dead(unit_of_work& unit, const claim& c, const std::string& error)
{
    return statement(unit,
                     "UPDATE messages SET state = 'dead', last_error = :error, lease_until = 0 "
                     "WHERE id = :id AND lease_no = :no AND state = 'sending'",
                     {one_line_of(error), c.id, c.lease_no})
               .change() == 1;
}

bool mark_dropped(unit_of_work& unit, const claim& c)
{
    return statement(unit,
                     "UPDATE messages SET state = 'dropped', last_error = '', lease_until = 0 "
                     "WHERE id = :id AND lease_no = :no AND state = 'sending'",
                     {c.id, c.lease_no})
               .change() == 1;
}

bool note_second_look(unit_of_work& unit, const claim& c, const std::vector<workflow::told>& looks)
{
    const bool is_ours = one_number({unit,
                                     "SELECT COUNT(*) FROM messages WHERE id = :id AND "
                                     "lease_no = :no AND state = 'sending'",
                                     {c.id, c.lease_no}}) == 1;
    if (!is_ours) return false;
    for (const auto& look : looks) {
        if (!look.dropped.empty()) {
            drop_notice(unit, c, look.key, look.dropped);
            continue;
        }
        statement(unit,
                  "UPDATE notices SET why = :why, post = :post, matter = :matter, due = :due "
                  "WHERE unique_key = :key",
                  {look.post.role, look.post.of, look.matter, text_of(look.due), look.key})
            .change();
    }
    return true;
}

} // namespace persistence
