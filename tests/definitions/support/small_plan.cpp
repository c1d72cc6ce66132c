// The plan, its people and the script by which it is walked.
#include "tests/definitions/support/small_plan.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>
#include <array>
#include <memory>

namespace support {
namespace {

using namespace walk;
using namespace workflow;
using namespace std::chrono;

// Before the period; in it; its lock behind; every extension behind.
const std::array days_of_the_walk{2026y / February / 2, 2026y / March / 2, 2026y / June / 15,
                                  2026y / August / 3};

appointment post(const std::string& user, std::string_view role, const std::string& agency,
                 const std::string& region)
{
    appointment a;
    a.id = user + "-" + std::string(role);
    a.user = {user, user};
    a.role = role;
    if (!agency.empty()) a.agency = {agency, agency};
    a.region = region;
    a.region_name = region;
    a.from = 2020y / January / 1;
    return a;
}

std::vector<appointment> all_posts()
{
    return {post("secretary", role::secretariat, "kesbangpol", "62"),
            post("secretary", "sahli", "", "62"), // two hats: four eyes must hold
            post("head_a", role::agency_head, "a", "62"),
            post("staff_a", role::agency_staff, "a", "62"),
            post("head_b", role::agency_head, "b", "62"),
            post("sahli_1", "sahli", "", "62"),
            post("sahli_2", "sahli", "", "62"),
            post("sekda", "sekda", "", "62"),
            post("ministry", role::secretariat, "kemendagri", "00")};
}

kind small_kind()
{
    kind k;
    k.name = "small";
    k.periods = {{"B04", {3, 1, 0}, {4, 30, 0}, 0, 15, 30}};
    k.approval_chain = {{"sahli", "sahli", 2}, {"sekda", "sekda", 1}};
    k.silence_is_consent = true;
    k.classes = {{"on", "hijau", {"sesuai", "on target"}, 100.0, false}};
    return k;
}

// The name tells an agency's rows apart.
action row(const std::string& agency, int number, const std::string& name)
{
    action a;
    a.id = "action-" + name;
    a.number = number;
    a.title = agency;
    a.lead_agency = {agency, agency};
    a.success_criterion = "done";
    a.targets = {{"target-" + name, "B04", "4", 4.0, "x"}};
    return a;
}

bool has_a_draft(const world& w)
{
    const revision* open = w.open_revision();
    return open && open->state == "draft";
}

// The secretariat changes agency A's rows, to and fro.
outcome edit(const environment&, world w)
{
    cell& c = w.open_revision()->actions.front().targets.front();
    c.text = c.text == "4" ? "four" : "4";
    return {std::move(w), {}, {}, {}};
}

bool has_a_later_day(const world& w)
{
    return w.today() < days_of_the_walk.back();
}

outcome pass_time(const environment& outside, world w)
{
    const auto today = w.today();
    const auto next = std::upper_bound(days_of_the_walk.begin(), days_of_the_walk.end(), today);
    w.now = w.days.at(*next, 9, 0);
    return sweep(outside, std::move(w));
}

command_body full_body(const world& w, const subject& s, std::string_view command)
{
    command_body b;
    b.given = {"reason", "decree_number", "decree_date", "decree_scan", "scores", "until", "gaps"};
    b.reason = "because";
    b.decree_number = "1/2026";
    b.decree_date = w.today();
    b.scores = scores{80, 90};
    if (command == "reopen") b.until = add_days(w.today(), 3);
    for (const report& r : w.reports)
        if (s.resource == "reports" && r.id == s.id && command == "submit")
            for (gap g : gaps_of(w, r)) b.gaps.push_back({g.id, g.what, "late"});
    return b;
}

bool at_rest(const world& w)
{
    const std::string& state = w.current().state;
    return state == "closed" || state == "cancelled" || state == "refused";
}

} // namespace

principal person(const std::string& name)
{
    principal p;
    p.user = {name, name};
    p.stepped_up = true;
    for (const appointment& a : all_posts())
        if (a.user.id == name) p.appointments.push_back(a);
    return p;
}

world small_plan(const bounds& b)
{
    world w;
    w.head.id = "plan";
    w.head.region = "62";
    w.head.year = 2026;
    w.rules = small_kind();
    w.place = {"62", "Kalimantan Tengah", "Asia/Jakarta"};
    w.parent = {"00", "Nasional", "Asia/Jakarta"};
    w.periods = periods_of(w.rules, 2026);
    w.now = w.days.at(days_of_the_walk.front(), 9, 0);
    w.loaded = parts::whole;
    w.posts = all_posts();
    revision r;
    r.state = "draft";
    const std::pair<const char*, const char*> rows[]{
        {"a", "a"}, {"b", "b"}, {"a", "a2"}, {"b", "b2"}}; // agency, name
    for (int number = 1; number <= b.targets; ++number) {
        const auto& [agency, name] = rows[number - 1];
        r.actions.push_back(row(agency, number, name));
    }
    w.revisions = {r};
    for (const action& a : r.actions) {
        target t;
        t.id = a.targets.front().id;
        t.action = a.id;
        t.period = "B04";
        t.state = "planned";
        t.record.achievement = "4";
        t.record.achieved_quantity = 4;
        w.targets.push_back(t);
    }
    return w;
}

script small_script(const bounds& b)
{
    script s;
    for (const char* name :
         {"secretary", "head_a", "staff_a", "head_b", "sahli_1", "sahli_2", "sekda", "ministry"})
        s.actors.push_back(person(name));
    s.moves = {{"time", &has_a_later_day, &pass_time}};
    if (b.edit) s.moves.push_back({"edit", &has_a_draft, &edit});
    // Once, or never.
    s.tries = [amendments = b.amendment ? 1U : 0U](const world& w, const subject& about,
                                                   std::string_view command) {
        return about.resource != "plans" || command != "amend" || w.revisions.size() <= amendments;
    };
    s.body = &full_body;
    s.is_at_rest = &at_rest;
    s.is_within = [rounds = b.rounds](const world& w) {
        for (const target& t : w.targets)
            if (t.newest_round > rounds) return false;
        return true;
    };
    return s;
}

environment small_environment(const std::vector<definition>& catalog)
{
    return {&catalog, [count = std::make_shared<std::atomic<std::size_t>>(0)] {
                return "new-" + std::to_string(++*count);
            }};
}

outcome taken(const environment& outside, const world& w, const subject& s,
              const std::string& command, const std::string& by)
{
    auto done = step(outside, w, s, {command, full_body(w, s, command), std::nullopt}, person(by));
    INFO(by << ": " << command << (done ? "" : " refused: " + done.error().reason.key));
    REQUIRE(done.has_value());
    return *done;
}

} // namespace support
