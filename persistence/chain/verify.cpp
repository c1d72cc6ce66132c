// The checks of the history, one function each; the first that fails is told.
#include "persistence/chain/verify.hpp"
#include "persistence/sql/rows.hpp"
#include <limits>
#include <set>

namespace persistence {
namespace {

using finding = std::optional<std::string>;

// Lookup in the decoded list, whose keys are unique but for data.
std::string member(const pairs& list, std::string_view key)
{
    for (const auto& [name, value] : list)
        if (name == key) return value;
    return {};
}

// Everything after the fixed members.
pairs data_members(const pairs& list)
{
    pairs out;
    for (const auto& [key, value] : list)
        if (key.starts_with("data.")) out.emplace_back(key.substr(5), value);
    return out;
}

finding check_columns(const event_row& row, const pairs& decoded)
{
    auto as_read = row;
    as_read.event.data = data_members(decoded);
    const auto columns =
        hashed_members(as_read, member(decoded, "by_name"), member(decoded, "reason"));
    for (std::size_t i = 0; i < columns.size() && i < decoded.size(); ++i)
        if (columns[i] != decoded[i])
            return "column " + columns[i].first + " says '" + columns[i].second +
                   "', the hashed bytes say '" + decoded[i].second + "'";
    if (columns.size() != decoded.size()) return "the hashed bytes lack members";
    if (row.data_text != data_as_json(as_read.event.data))
        return "column data differs from the hashed bytes";
    return {};
}

finding check_texts(const event_row& row, const pairs& decoded)
{
    if (row.erased) {
        const bool all = row.salt.empty() && row.event.by_name.empty() && row.event.reason.empty();
        return all ? finding{} : finding("a text is missing and another is not");
    }
    const auto salt = octets_of(row.salt);
    if (!salt || salt->size() != salt_octets) return "column salt is no salt";
    if (salted_digest(*salt, row.event.by_name) != member(decoded, "by_name"))
        return "column by_name or salt differs from its digest";
    if (salted_digest(*salt, row.event.reason) != member(decoded, "reason"))
        return "column reason differs from its digest";
    return {};
}

// `previous`: the hash before; the chain first, since it says whether the bytes can be believed.
finding check_event(const event_row& row, const std::string& previous)
{
    const auto hash = chain_hash({.stream = row.stream,
                                  .seq = row.seq,
                                  .previous_hash = previous,
                                  .canonical = row.canonical});
    if (hash != row.hash) return "the hash does not follow from the bytes and the event before";
    const auto decoded = decode(row.canonical);
    if (!decoded) return "the hashed bytes cannot be read";
    if (auto wrong = check_columns(row, *decoded)) return wrong;
    return check_texts(row, *decoded);
}

struct walk {
    std::int64_t seq{};
    std::string hash{};
    std::set<std::int64_t> missing_text{};
};

// One event; also keeps which texts are missing and which erasures explain them.
finding step(walk& so_far, const event_row& row)
{
    if (row.seq != so_far.seq + 1)
        return "the event is missing, the next is " + std::to_string(row.seq);
    if (auto wrong = check_event(row, so_far.hash)) return wrong;
    if (row.erased) so_far.missing_text.insert(row.seq);
    if (row.event.name == erased_event)
        for (const auto& [key, value] : row.event.data)
            if (key == erases_key)
                std::erase_if(so_far.missing_text,
                              [v = value](std::int64_t n) { return std::to_string(n) == v; });
    so_far.seq = row.seq;
    so_far.hash = row.hash;
    return {};
}

std::optional<history_fault> check_head(soci::session& sql, const std::string& id, const walk& end)
{
    long long seq = 0;
    std::string head;
    sql << "SELECT seq, head_hash FROM streams WHERE id = :id", soci::use(id), soci::into(seq),
        soci::into(head);
    if (!sql.got_data()) return history_fault{id, 1, "the stream itself is missing"};
    const auto counted =
        "the stream counts " + std::to_string(seq) + " events, found " + std::to_string(end.seq);
    if (seq > end.seq) return history_fault{id, end.seq + 1, "the event is missing: " + counted};
    if (seq < end.seq) return history_fault{id, seq + 1, counted};
    if (head != end.hash)
        return history_fault{id, seq, "the stream's head is not the last event's hash"};
    return {};
}

} // namespace

std::optional<history_fault> verify_stream(soci::session& sql, const std::string& id,
                                           const event_check& also)
{
    walk so_far;
    auto after = std::numeric_limits<std::int64_t>::min(); // also what was smuggled in before 1
    for (;;) {
        const auto page = read_events(sql, id, after);
        if (page.empty()) break;
        for (const auto& row : page) {
            if (auto wrong = step(so_far, row)) return history_fault{id, so_far.seq + 1, *wrong};
            if (!also) continue;
            if (auto wrong = also(row)) return history_fault{id, row.seq, *wrong};
        }
        after = so_far.seq;
    }
    if (auto wrong = check_head(sql, id, so_far)) return wrong;
    if (!so_far.missing_text.empty())
        return history_fault{id, *so_far.missing_text.begin(),
                             "a text is missing and no later event says that it was erased"};
    return {};
}

} // namespace persistence
