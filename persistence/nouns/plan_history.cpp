// Events as they are read by people; `verify` reads them by read_events.
#include "persistence/nouns/plan_history.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/step/given_back.hpp"
#include "workflow/things/thing.hpp"
#include <boost/json.hpp>
#include <map>

namespace persistence {
namespace {

constexpr std::size_t events_read_at_once = 500;
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

// What a reader may see of a plan's events.
struct reading {
    visibility seen;
    std::map<std::string, int> revision_of; // reviews and approvals
    std::set<std::string> reports;          // visible ones

    bool shows(const workflow::event& e) const
    {
        if (e.resource == workflow::resource_of<workflow::revision>()) {
            for (const auto& [name, said] : e.data)
                if (name == "revision")
                    return seen.revisions.contains(static_cast<int>(number_in(said)));
            return true;
        }
        if (e.resource == workflow::resource_of<workflow::report>())
            return reports.contains(e.subject);
        const auto found = revision_of.find(e.subject);
        return found == revision_of.end() || seen.revisions.contains(found->second);
    }
};

reading reading_of(unit_of_work& unit, const workflow::principal& p, const std::string& plan)
{
    reading r{visibility_of(unit, p, plan), {}, {}};
    const auto note = [&](const soci::row& row) {
        r.revision_of[text(row, 0)] = static_cast<int>(number(row, 1));
    };
    statement(unit, "SELECT id, revision FROM reviews WHERE plan = :plan", {plan}).each(note);
    statement(unit, "SELECT id, revision FROM approvals WHERE plan = :plan", {plan}).each(note);
    const auto head = read_plan(unit, plan);
    for (const workflow::report& report : read_reports(unit, plan))
        if (sees_report(reach_of(p), head->region, report)) r.reports.insert(report.id);
    return r;
}

bool sees_subject(unit_of_work& unit, const workflow::principal& p, const workflow::subject& s,
                  const reading& r)
{
    if (s.resource == workflow::resource_of<workflow::target>())
        return find_target(unit, p, s.id).has_value();
    if (s.resource == workflow::resource_of<workflow::report>()) return r.reports.contains(s.id);
    const auto found = r.revision_of.find(s.id);
    return r.seen.any() &&
           (found == r.revision_of.end() || r.seen.revisions.contains(found->second));
}

} // namespace

workflow::result<page<workflow::event>> list_events(unit_of_work& unit,
                                                    const workflow::principal& p,
                                                    const workflow::subject& s,
                                                    const page_request& wanted)
{
    const workflow::refusal not_found{workflow::errc::not_found, {"not_found"}};
    const auto plan = plan_of(unit, s);
    if (!plan) return not_found;
    const reading r = reading_of(unit, p, *plan);
    if (!sees_subject(unit, p, s, r)) return not_found;
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
            if (r.shows(e)) kept.push_back(std::move(e));
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
