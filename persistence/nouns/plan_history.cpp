// Events as they are read by people; `verify` reads them by read_events.
#include "persistence/nouns/plan_history.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/step/given_back.hpp"
#include "workflow/things/thing.hpp"
#include <boost/json.hpp>
#include <map>

namespace persistence {
namespace {

constexpr fixed_text event_columns{
    "seq, cause, name, command, at, by_user, by_name, by_post, acting, resource, subject, "
    "from_state, to_state, reason, data, hash"};

workflow::event event_in(const soci::row& row)
{
    workflow::event e;
    e.seq = number(row, 0);
    e.cause = number(row, 1);
    e.name = text(row, 2);
    e.command = text(row, 3);
    e.at = instant_in(row, 4);
    e.by = {text(row, 5), optional_text(row, 6).value_or("")};
    e.post = text(row, 7);
    e.acting = flag(row, 8);
    e.resource = text(row, 9);
    e.subject = text(row, 10);
    e.from = text(row, 11);
    e.to = text(row, 12);
    e.reason = optional_text(row, 13).value_or("");
    e.hash = text(row, 15);
    boost::system::error_code error;
    const auto data = boost::json::parse(text(row, 14), error);
    if (!error && data.is_object())
        for (const auto& member : data.get_object())
            if (member.value().is_string())
                e.data.emplace_back(member.key(), member.value().get_string());
    return e;
}

std::vector<workflow::event> read_some(unit_of_work& unit, const std::string& plan,
                                       const std::string& subject, std::int64_t after)
{
    std::vector<workflow::event> found;
    statement find(unit, "SELECT ");
    find.add(event_columns).add(" FROM events WHERE stream = ", plan).add(" AND seq > ", after);
    if (!subject.empty()) find.add(" AND subject = ", subject);
    find.add(" ORDER BY seq LIMIT ", events_read_at_once);
    find.each([&](const soci::row& row) { found.push_back(event_in(row)); });
    return found;
}

bool sees_subject(unit_of_work& unit, const workflow::principal& p, const workflow::subject& s,
                  const shown_events& shown)
{
    if (s.resource == workflow::resource_of<workflow::target>())
        return find_target(unit, p, s.id).has_value();
    return shown.seen.any() && !shown.hidden.contains(s.id);
}

} // namespace

bool shown_events::has(const workflow::event& e) const
{
    if (e.resource != workflow::resource_of<workflow::revision>())
        return !hidden.contains(e.subject);
    for (const auto& [name, said] : e.data)
        if (name == "revision") return seen.revisions.contains(static_cast<int>(number_in(said)));
    return true;
}

shown_events events_shown_to(unit_of_work& unit, const workflow::principal& p,
                             const std::string& plan)
{
    const reading by{unit, p, plan, visibility_of(unit, p, plan)};
    shown_events out{by.seen, {}};
    for (const stored* each : stored_nouns()) out.hidden.merge(each->hidden(by));
    return out;
}

std::vector<workflow::event> read_plan_events(unit_of_work& unit, const std::string& plan,
                                              std::int64_t after)
{
    return read_some(unit, plan, "", after);
}

workflow::result<page<workflow::event>> list_events(unit_of_work& unit,
                                                    const workflow::principal& p,
                                                    const workflow::subject& s,
                                                    const page_request& wanted)
{
    const workflow::refusal not_found{workflow::errc::not_found, {"not_found"}};
    const auto plan = plan_of(unit, s);
    if (!plan) return not_found;
    const shown_events shown = events_shown_to(unit, p, *plan);
    if (!sees_subject(unit, p, s, shown)) return not_found;
    const auto key = key_of(wanted, 1);
    if (!key) return key.error();
    std::int64_t after = number_in(key->front());
    std::vector<workflow::event> kept;
    for (bool more = true; more && kept.size() <= wanted.limit;) {
        auto read =
            read_some(unit, *plan,
                      s.resource == workflow::resource_of<workflow::revision>() ? "" : s.id, after);
        more = read.size() == events_read_at_once;
        if (more) after = read.back().seq;
        for (workflow::event& e : read)
            if (shown.has(e)) kept.push_back(std::move(e));
    }
    return cut(std::move(kept), wanted.limit, [](const workflow::event& e) {
        return std::vector<std::string>{std::to_string(e.seq)};
    });
}

given_back read_given_back(unit_of_work& unit, const std::string& plan)
{
    return std::move(read_given_back(unit, std::vector{plan})[plan]);
}

std::map<std::string, given_back> read_given_back(unit_of_work& unit,
                                                  const std::vector<std::string>& plans)
{
    std::map<std::string, std::map<std::int64_t, workflow::event>> by_seq;
    std::map<std::string, given_back> last;
    const auto take = [&](const std::string& plan, workflow::event e) {
        if (!workflow::settles_return(e)) return;
        auto& known = by_seq[plan];
        if (const auto cause = known.find(e.cause); cause != known.end()) {
            e.by = cause->second.by;
            e.post = cause->second.post;
            e.reason = cause->second.reason;
        }
        known[e.seq] = e;
        last[plan][e.subject] = std::move(e);
    };
    in_pieces(plans, [&](const auto& some) {
        statement find(unit, "SELECT ");
        find.add(event_columns).add(", stream FROM events WHERE ").among("stream", some);
        find.add(" AND command IN (''");
        for (const workflow::thing* t : workflow::things())
            for (const auto* commands : {&t->giving_back, &t->settling})
                for (std::string_view command : *commands) find.add(", ", command);
        find.add(") ORDER BY stream, seq");
        find.each([&](const soci::row& row) { take(text(row, 16), event_in(row)); });
    });
    return last;
}

} // namespace persistence
