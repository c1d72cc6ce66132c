// The loader around workflow::foretell, and the ledger joined with what it says.
#include "api/clerks/rehearsal.hpp"
#include "api/clerks/post_office.hpp"
#include "persistence/nouns/courses.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/told_rows.hpp"
#include "persistence/nouns/world_store.hpp"
#include "persistence/nouns/year_ledger.hpp"
#include "workflow/reminding/rehearsal.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>
#include <set>

namespace api {
namespace {

using namespace std::chrono_literals;
using persistence::message_seen;
using persistence::unit_of_work;

// Every zone's year lies within this much of UTC's.
constexpr auto furthest_zone = 14h;

workflow::instant start_of(int year)
{
    return std::chrono::sys_days{
        workflow::date{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}}};
}

struct stage {
    unit_of_work& unit;
    const workflow::kind_registry& kinds;
    const std::vector<workflow::definition>& catalog;
    const rehearsal_question& asked;
    std::set<std::string> left_out{}; // ids of plans
    std::vector<workflow::course> courses{};
};

workflow::environment outside_of(const stage& s)
{
    auto made = std::make_shared<int>(0);
    return {&s.catalog, [made] { return "planned-" + std::to_string(++*made); }};
}

// As `posts_between` has it: nobody else is told anything of that region's plans.
bool concerns(const workflow::principal& who, const std::string& region)
{
    return std::any_of(who.appointments.begin(), who.appointments.end(), [&](const auto& post) {
        const bool above = post.region == workflow::parent_of(region);
        return post.region == region || (above && post.role == workflow::role::secretariat);
    });
}

persistence::ledger_extract extract_of(const stage& s)
{
    return {s.asked.region, s.asked.only_of ? s.asked.only_of->user.id : ""};
}

void load_course(stage& s, const std::string& plan)
{
    persistence::world_store worlds(
        {s.unit, s.kinds, [] { return std::string{}; }, persistence::stream_use::read_only});
    auto w = worlds.load_plan(plan, workflow::parts::whole);
    if (!w) return;
    const workflow::date last{std::chrono::year{s.asked.year}, std::chrono::December,
                              std::chrono::day{31}};
    auto posts =
        persistence::posts_between(s.unit, w->place, w->today(), std::max(last, w->today()));
    s.courses.push_back({std::move(*w), std::move(posts)});
}

void load_courses(stage& s)
{
    for (const auto& plan : persistence::live_plans(s.unit, s.asked.region)) {
        const bool other_kind = !s.asked.kind.empty() && plan.kind != s.asked.kind;
        if (other_kind || (s.asked.shows && !s.asked.shows(plan.region, plan.was_shown)))
            s.left_out.insert(plan.id);
        else if (!s.asked.only_of || concerns(*s.asked.only_of, plan.region))
            load_course(s, plan.id);
    }
}

message_seen planned(stage& s, const workflow::foretold_message& m)
{
    message_seen out;
    out.id = workflow::message_id_for(m.key);
    out.to = m.recipient;
    out.addresses = persistence::addresses_of(s.unit, m.recipient.id);
    out.due = m.due;
    out.zone = m.zone;
    out.state = workflow::target_state::planned;
    out.items = m.items;
    return out;
}

// What was to be left out of the simulation is left out of the ledger, too.
bool is_asked_for(const stage& s, const workflow::told& item)
{
    if (s.left_out.contains(item.plan)) return false;
    if (s.asked.kind.empty()) return true;
    const auto plan = persistence::read_plan(s.unit, item.plan); // it may be over
    return plan && plan->kind == s.asked.kind;
}

std::vector<persistence::kept_message> ledger_of(const stage& s)
{
    auto kept =
        persistence::messages_between(s.unit, extract_of(s), start_of(s.asked.year) - furthest_zone,
                                      start_of(s.asked.year + 1) + furthest_zone);
    for (auto& m : kept)
        std::erase_if(m.seen.items, [&](const auto& item) { return !is_asked_for(s, item); });
    std::erase_if(kept, [](const auto& m) { return m.seen.items.empty(); });
    return kept;
}

workflow::told_before told_before(const stage& s)
{
    workflow::told_before out;
    const auto keys = persistence::told_keys(s.unit, extract_of(s));
    out.notices.insert(keys.begin(), keys.end());
    const auto left = persistence::left_since(s.unit, s.unit.now() - 48h);
    out.left.insert(left.begin(), left.end());
    return out;
}

workflow::course* course_of(stage& s, const std::string& plan)
{
    const auto found = std::find_if(s.courses.begin(), s.courses.end(),
                                    [&](const auto& c) { return c.start.head.id == plan; });
    return found == s.courses.end() ? nullptr : &*found;
}

// What has not left yet is looked at again when it does; its plan may be over by now.
void let_wait(stage& s, const persistence::kept_message& m)
{
    for (const auto& item : m.seen.items) {
        if (!course_of(s, item.plan)) load_course(s, item.plan);
        workflow::course* of = course_of(s, item.plan);
        if (!of) continue;
        of->waiting.push_back({item, m.seen.to, m.key, m.seen.due});
    }
}

// As it will be told: what is judged later than the year's end stays as it is.
void look_ahead(std::vector<persistence::kept_message>& kept,
                const std::map<std::string, workflow::told>& stored)
{
    for (auto& m : kept)
        for (auto& item : m.seen.items)
            if (const auto owed = stored.find(item.key); owed != stored.end()) item = owed->second;
    for (auto& m : kept)
        std::erase_if(m.seen.items, [](const auto& item) { return !item.dropped.empty(); });
    std::erase_if(kept, [](const auto& m) { return m.seen.items.empty(); });
}

// What is to come joins the digest that waits already.
std::vector<message_seen> joined(stage& s, std::vector<persistence::kept_message> kept,
                                 const std::vector<workflow::foretold_message>& to_come)
{
    std::map<std::string, std::size_t> waiting;
    std::vector<message_seen> out;
    for (auto& m : kept) {
        if (m.takes_more) waiting.emplace(m.key, out.size());
        out.push_back(std::move(m.seen));
    }
    for (const auto& m : to_come) {
        if (const auto at = waiting.find(m.key); at != waiting.end())
            out[at->second].items.insert(out[at->second].items.end(), m.items.begin(),
                                         m.items.end());
        else
            out.push_back(planned(s, m));
    }
    std::erase_if(out, [&](const message_seen& m) {
        return static_cast<int>(local_day(m.due, m.zone).year()) != s.asked.year;
    });
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::pair(a.due, a.id) < std::pair(b.due, b.id);
    });
    return out;
}

void fill_subjects(stage& s, std::vector<message_seen>& messages)
{
    for (auto& m : messages) {
        if (!m.subject.empty()) continue;
        persistence::outgoing as_sent;
        as_sent.recipient = m.to;
        as_sent.locale = s.asked.locale;
        as_sent.due = m.due;
        as_sent.zone = m.zone;
        as_sent.items = m.items;
        m.subject = subject_of(s.unit, as_sent, m.due);
    }
}

std::vector<workflow::warning> warnings_of(const stage& s, const std::vector<message_seen>& sent)
{
    std::vector<workflow::letter> letters;
    for (const auto& m : sent)
        letters.push_back({m.to, local_day(m.due, m.zone), m.items.size(), !m.addresses.empty()});
    auto out = workflow::letter_warnings(letters);
    for (const auto& c : s.courses)
        for (auto& warning : workflow::post_warnings(c.start))
            if (std::find(out.begin(), out.end(), warning) == out.end())
                out.push_back(std::move(warning));
    if (!persistence::has_holidays(s.unit, s.asked.year))
        out.push_back({"holidays_missing",
                       {"warning_holidays_missing", {{"year", std::to_string(s.asked.year)}}}});
    return out;
}

} // namespace

rehearsal_answer rehearse(unit_of_work& unit, const workflow::kind_registry& kinds,
                          const std::vector<workflow::definition>& catalog,
                          const rehearsal_question& asked)
{
    stage s{unit, kinds, catalog, asked};
    load_courses(s);
    const auto until = start_of(asked.year + 1) + furthest_zone;
    rehearsal_answer out;
    auto kept = ledger_of(s);
    for (const auto& m : kept)
        if (m.waits) let_wait(s, m);
    const auto to_come = workflow::foretell(outside_of(s), s.courses, told_before(s), until);
    look_ahead(kept, to_come.stored);
    out.messages = joined(s, std::move(kept), to_come.messages);
    for (auto& m : out.messages) persistence::say_by_kind(unit, kinds, m.items);
    fill_subjects(s, out.messages);
    out.warnings = warnings_of(s, out.messages);
    return out;
}

workflow::date local_day(workflow::instant at, const std::string& zone)
{
    return workflow::calendar({}, zone).today(at);
}

} // namespace api
