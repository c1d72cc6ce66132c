// Appending and reading events.
#include "persistence/chain/history.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>
#include <boost/json.hpp>

namespace persistence {
namespace {

void insert(unit_of_work& unit, const event_row& row)
{
    const auto& e = row.event;
    statement(unit,
              "INSERT INTO events(stream, seq, cause, name, command, at, by_user, by_post, "
              "by_name, acting, on_behalf_of, resource, subject, from_state, to_state, reason, "
              "salt, data, canonical, hash) VALUES (:stream, :seq, :cause, :name, :command, :at, "
              ":by_user, :by_post, :by_name, :acting, :on_behalf_of, :resource, :subject, "
              ":from_state, :to_state, :reason, :salt, :data, :canonical, :hash)",
              {row.stream,     row.seq,    e.cause,       e.name,        e.command,
               e.at,           e.by_user,  e.by_post,     e.by_name,     row.acting_column,
               e.on_behalf_of, e.resource, e.subject,     e.from,        e.to,
               e.reason,       row.salt,   row.data_text, row.canonical, row.hash})
        .change();
}

event_row chained(const stream& s, std::int64_t seq, const std::string& previous,
                  const event_draft& draft, const std::string& salt)
{
    event_row row{.stream = s.id,
                  .seq = seq,
                  .event = draft,
                  .acting_column = draft.acting ? 1 : 0,
                  .erased = false,
                  .salt = workflow::hex_of(salt),
                  .data_text = data_as_json(draft.data),
                  .canonical = {},
                  .hash = {}};
    row.canonical = encode(
        hashed_members(row, salted_digest(salt, draft.by_name), salted_digest(salt, draft.reason)));
    row.hash = chain_hash(
        {.stream = row.stream, .seq = seq, .previous_hash = previous, .canonical = row.canonical});
    return row;
}

pairs data_of_json(const std::string& text)
{
    pairs out;
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    if (error || !value.is_object()) return out; // verify compares the text itself
    for (const auto& member : value.get_object())
        if (member.value().is_string())
            out.emplace_back(std::string(member.key()), std::string(member.value().get_string()));
    return out;
}

event_row read_row(const std::string& stream, const soci::row& row)
{
    const auto by_name = optional_text(row, 7);
    const auto reason = optional_text(row, 14);
    return {.stream = stream,
            .seq = number(row, 0),
            .event = {.cause = number(row, 1),
                      .name = text(row, 2),
                      .command = text(row, 3),
                      .at = workflow::instant_of(number(row, 4)),
                      .by_user = text(row, 5),
                      .by_post = text(row, 6),
                      .by_name = by_name.value_or(""),
                      .acting = number(row, 8) != 0,
                      .on_behalf_of = text(row, 9),
                      .resource = text(row, 10),
                      .subject = text(row, 11),
                      .from = text(row, 12),
                      .to = text(row, 13),
                      .reason = reason.value_or(""),
                      .data = data_of_json(text(row, 16))},
            .acting_column = number(row, 8),
            .erased = !by_name || !reason,
            .salt = text(row, 15),
            .data_text = text(row, 16),
            .canonical = text(row, 17),
            .hash = text(row, 18)};
}

} // namespace

std::vector<event_row> append_events(unit_of_work& unit, stream& s,
                                     const std::vector<event_draft>& drafts,
                                     const salt_source& salt)
{
    auto not_before = s.head_at;
    auto previous = s.head_hash;
    auto seq = s.seq;
    std::vector<event_row> out;
    for (auto draft : drafts) {
        not_before = draft.at = std::max(draft.at, not_before);
        out.push_back(chained(s, ++seq, previous, draft, salt()));
        previous = out.back().hash;
    }
    unit.advance(s, static_cast<std::int64_t>(drafts.size()), previous);
    s.head_at = not_before;
    for (const auto& row : out) insert(unit, row);
    return out;
}

std::vector<event_row> read_events(soci::session& sql, const std::string& stream,
                                   std::int64_t after_seq, long long limit)
{
    std::vector<event_row> out;
    const long long after = after_seq;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT seq, cause, name, command, at, by_user, by_post, by_name, acting, "
                        "on_behalf_of, resource, subject, from_state, to_state, reason, salt, "
                        "data, canonical, hash FROM events WHERE stream = :stream AND seq > :after "
                        "ORDER BY seq LIMIT :rows",
         soci::use(stream), soci::use(after), soci::use(limit));
    for (const auto& row : rows) out.push_back(read_row(stream, row));
    return out;
}

pairs hashed_members(const event_row& row, const std::string& name_digest,
                     const std::string& reason_digest)
{
    const auto& e = row.event;
    pairs out{{"format", "1"},
              {"stream", row.stream},
              {"seq", std::to_string(row.seq)},
              {"cause", std::to_string(e.cause)},
              {"name", e.name},
              {"command", e.command},
              {"at", std::to_string(workflow::microseconds_of(e.at))},
              {"by_user", e.by_user},
              {"by_post", e.by_post},
              {"by_name", name_digest},
              {"acting", std::to_string(row.acting_column)},
              {"on_behalf_of", e.on_behalf_of},
              {"resource", e.resource},
              {"subject", e.subject},
              {"from", e.from},
              {"to", e.to},
              {"reason", reason_digest}};
    for (const auto& [key, value] : e.data) out.emplace_back("data." + key, value);
    return out;
}

std::string data_as_json(const pairs& data)
{
    boost::json::object out;
    for (const auto& [key, value] : data) out[key] = value;
    return boost::json::serialize(out);
}

} // namespace persistence
