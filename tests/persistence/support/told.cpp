// A world as text.
#include "tests/persistence/support/office.hpp"
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <sstream>

namespace support {
namespace {

using std::ostream;

std::string number(const std::optional<double>& x)
{
    return x ? workflow::decimal(*x) : "-";
}
std::string day(const std::optional<workflow::date>& x)
{
    return x ? workflow::iso(*x) : "-";
}

ostream& operator<<(ostream& to, const workflow::reference& r)
{
    return to << r.id << '(' << r.name << ')';
}

void tell(ostream& to, const workflow::achievement_record& r)
{
    to << " record:" << r.achievement << '|' << number(r.achieved_quantity) << '|' << r.obstacles
       << '|' << r.follow_up << '|' << r.reported_by << '|'
       << (r.reported_at ? workflow::rfc3339(*r.reported_at) : "-") << '|' << r.endorsed_by << '|'
       << r.claimed_by << '|' << r.signed_by << '|';
    if (r.scores)
        to << workflow::decimal(r.scores->administration) << '/'
           << workflow::decimal(r.scores->substance);
    to << '|' << r.chosen_class << '|' << r.reason;
}

void tell(ostream& to, const workflow::action& a)
{
    to << "  action " << a.id << " v" << a.version << " no " << a.number << ' ' << a.phase << '|'
       << a.theme << '|' << a.title << '|' << a.location << '|' << a.lead_agency << '|'
       << a.success_criterion << '|' << a.budget_source << '|' << a.note << '|' << a.mandatory
       << '|' << a.measure << " with";
    for (const auto& s : a.supporting) to << ' ' << s;
    for (const auto& c : a.targets)
        to << "; " << c.id << ' ' << c.period << ' ' << c.text << ' ' << number(c.quantity) << ' '
           << c.unit;
    for (const auto& [code, value] : a.columns) {
        const auto* quantity = std::get_if<double>(&value);
        to << "; " << code << ' '
           << (quantity ? workflow::decimal(*quantity) : std::get<std::string>(value));
    }
    to << '\n';
}

void tell(ostream& to, const workflow::revision& r)
{
    to << "revision " << r.number << ' ' << r.state << ' ' << r.submission << ' ' << r.submitted_by
       << ' ' << r.decree_number << ' ' << day(r.decree_date) << ' ' << r.decree_scan << '\n';
    if (workflow::is_open(r) || r.state == "in_force" || r.state == "closed")
        for (const auto& a : r.actions) tell(to, a);
}

void tell(ostream& to, const workflow::review& r)
{
    to << "review " << r.id << " v" << r.version << " of " << r.revision << ' ' << r.agency << ' '
       << r.state << ' ' << r.reason << ' ' << day(r.due) << ' ' << r.rows_digest << ' '
       << workflow::rfc3339(r.since);
    for (const auto& i : r.items) to << "; " << i.action << ' ' << i.comment << ' ' << i.suggestion;
    to << '\n';
}

void tell(ostream& to, const workflow::approval& a)
{
    to << "approval " << a.id << " v" << a.version << " of " << a.revision << '.' << a.submission
       << '.' << a.stage << ' ' << a.name << ' ' << a.role << ' ' << a.quorum << ' ' << a.state
       << ' ' << a.reason << ' ' << day(a.due) << ' ' << workflow::rfc3339(a.since);
    for (const auto& v : a.votes) to << "; " << v.by << ' ' << workflow::rfc3339(v.at);
    to << '\n';
}

void tell(ostream& to, const workflow::target& t)
{
    to << "target " << t.id << " v" << t.version << ' ' << t.action << ' ' << t.period << ' '
       << t.state << " round " << t.round << '/' << t.newest_round << ' ' << day(t.extended_to)
       << ' ' << t.last_final << ' ' << t.last_final_round << ' ' << t.made << ' '
       << workflow::rfc3339(t.since);
    tell(to, t.record);
    if (t.last_final_record) tell(to << " last", *t.last_final_record);
    for (const auto& e : t.evidence)
        to << "; " << e.id << " v" << e.version << ' ' << e.kind << ' ' << e.classification << ' '
           << e.name << ' ' << e.media_type << ' ' << e.size << ' ' << e.sha256 << ' ' << e.round
           << ' ' << e.item;
    to << '\n';
}

void tell(ostream& to, const workflow::report& r)
{
    to << "report " << r.id << " v" << r.version << ' ' << r.period << ' ' << r.state << ' '
       << r.reason << ' ' << r.included_digest << ' ' << workflow::rfc3339(r.since);
    for (const auto& g : r.gaps) to << "; " << g.id << ' ' << g.what << ' ' << g.reason;
    for (const auto& [code, answer] : r.answers) to << "; " << code << ": " << answer;
    for (const auto& [code, answer] : r.submitted_answers)
        to << "; submitted " << code << ": " << answer;
    to << '\n';
}

template <class Row> void tell_all(ostream& to, std::vector<Row> rows)
{
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
    for (const Row& row : rows) tell(to, row);
}

} // namespace

std::string told(const workflow::world& w)
{
    std::ostringstream to;
    const auto& current = w.current();
    to << "plan " << w.head.id << " v" << w.head.version << ' ' << w.head.kind << '/'
       << w.head.kind_version << ' ' << w.head.region << ' ' << w.head.year << ' ' << w.head.title
       << ' ' << w.head.registered << '\n';
    to << w.rules.hash << ' ' << w.place.name << ' ' << w.parent.name << ' ' << w.days.zone() << ' '
       << workflow::rfc3339(w.now) << ' ' << static_cast<int>(w.loaded) << '\n';
    for (const auto& p : w.periods) to << p.code << ' ' << workflow::iso(p.lock) << '\n';
    for (const auto& r : w.revisions) tell(to, r);
    auto reviews = w.reviews;
    std::erase_if(reviews, [&](const auto& r) {
        return r.state == "superseded" || r.revision != current.number;
    });
    tell_all(to, reviews);
    auto approvals = w.approvals;
    std::erase_if(approvals, [&](const auto& a) {
        return a.state == "superseded" || a.revision != current.number ||
               a.submission != current.submission;
    });
    tell_all(to, approvals);
    tell_all(to, w.targets);
    tell_all(to, w.reports);
    for (const auto& [period, child] : w.children)
        to << "below " << period << ' ' << child.region << ' ' << child.id << ' ' << child.state
           << ' ' << child.version << '\n';
    for (const auto& p : w.posts) to << "post " << p.id << ' ' << p.user << ' ' << p.role << '\n';
    return to.str();
}

} // namespace support
