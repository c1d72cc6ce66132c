// Claims and what becomes of them.
#include "persistence/outbox.hpp"
#include "persistence/told_rows.hpp"
#include <stdexcept>

namespace persistence {
namespace {

constexpr std::size_t error_octets_max = 400;

// Due and ready, or held by somebody whose lease has run out.
std::vector<claim> candidates(unit_of_work& unit, std::size_t count)
{
    std::vector<claim> out;
    statement(unit,
              "SELECT id, lease_no FROM messages WHERE (state = 'ready' AND next_attempt <= :now) "
              "OR (state = 'sending' AND lease_until < :now2) "
              "ORDER BY next_attempt, id LIMIT :count",
              {unit.now(), unit.now(), count})
        .each([&](const soci::row& row) {
            out.push_back({text(row, 0), number(row, 1)});
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
    for (const auto& seen : candidates(unit, by.messages_max))
        if (take(unit, seen, by)) out.push_back({seen.id, seen.lease_no + 1});
    return out;
}

outgoing load_claimed(unit_of_work& unit, const claim& claimed)
{
    outgoing out;
    statement(unit,
              "SELECT m.id, m.message_key, m.recipient, u.name, u.locale, m.due_instant, m.zone, "
              "m.attempts FROM messages m JOIN users u ON u.id = m.recipient WHERE m.id = :id",
              {claimed.id})
        .each([&](const soci::row& row) {
            out.id = text(row, 0);
            out.key = text(row, 1);
            out.recipient = {text(row, 2), text(row, 3)};
            out.locale = text(row, 4);
            out.due = instant_in(row, 5);
            out.zone = text(row, 6);
            out.attempts = number(row, 7);
        });
    if (out.id.empty()) throw std::out_of_range("there is no message " + claimed.id);
    out.addresses = addresses_of(unit, out.recipient.id);
    auto select = select_told(unit);
    select.add(" AND n.message_id = ", claimed.id).add(" ORDER BY n.place, n.unique_key");
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

} // namespace persistence
