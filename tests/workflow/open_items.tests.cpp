// Who is reminded of what, by the state a plan is in.
#include "workflow/reminding/open_items.hpp"
#include "definitions/catalog.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>

using namespace workflow;
using namespace std::chrono_literals;
using definitions::catalog;

namespace {

const calendar office_days({}, "Asia/Jakarta");

appointment post(const std::string& user, std::string_view role, const std::string& agency = {})
{
    appointment p;
    p.id = "post of " + user;
    p.user = {user, "Name of " + user};
    p.role = role;
    p.agency = {agency, agency};
    p.region = "62";
    return p;
}

// One action led by health with a target in B04, which is from January to April.
world a_world(const std::string& state)
{
    world w;
    w.head = {.id = "plan", .kind = "rad", .region = "62", .year = 2026, .title = "RAD"};
    w.place = {"62", "Kalimantan Tengah", "Asia/Jakarta"};
    w.days = office_days;
    w.now = office_days.at(2026y / 3 / 2, 9, 0);
    w.loaded = parts::whole;
    w.periods = {
        {"B04", 2026y / 1 / 1, 2026y / 4 / 30, 2026y / 4 / 30, 2026y / 5 / 15, 2026y / 5 / 30}};
    revision r;
    r.state = state;
    r.since = w.now;
    r.submitted_by = {"ani", "Ani"};
    action a;
    a.id = "a1";
    a.title = "Sosialisasi";
    a.lead_agency = {"health", "Dinas Kesehatan"};
    a.targets = {{"t1", "B04", "1 kegiatan", 1.0, "kegiatan"}};
    r.actions = {a};
    w.revisions = {r};
    w.posts = {post("ani", role::secretariat, "kesbang"), post("budi", role::agency_head, "health"),
               post("sari", role::agency_staff, "health"), post("omar", "sahli"),
               post("rina", role::agency_head, "social")};
    return w;
}

target in_state(const std::string& state)
{
    target t;
    t.id = "t1";
    t.action = "a1";
    t.period = "B04";
    t.state = state;
    t.made = true;
    t.since = office_days.at(2026y / 1 / 2, 9, 0);
    return t;
}

using people = std::vector<std::string>;

} // namespace

TEST_CASE("an open target reminds staff and head, then the head, then the secretariat")
{
    world w = a_world("in_force");
    w.targets = {in_state("open")};
    const auto items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].deadline == 2026y / 4 / 30);
    CHECK(items[0].before == people{"sari", "budi"});
    CHECK(items[0].after == people{"budi"});
    CHECK(items[0].long_after == people{"ani"});
    CHECK(items[0].what.title == "Sosialisasi – B04");
    CHECK(items[0].what.agency == "Dinas Kesehatan");
    CHECK(items[0].posts.at("sari").role == role::agency_staff);
    CHECK(items[0].posts.at("ani").role == role::secretariat);
}

TEST_CASE("what is planned or final waits for nobody")
{
    const auto state = GENERATE("planned", "signed_off", "infeasible", "not_reported", "withdrawn");
    world w = a_world("in_force");
    w.targets = {in_state(state)};
    CHECK(open_items(catalog(), w).empty());
}

TEST_CASE(
    "a report waits for the agency's head, then for the secretariat, but not for its reporter")
{
    world w = a_world("in_force");
    w.rules.return_working_days = 5;
    w.targets = {in_state("reported")};
    w.targets[0].record.reported_by = {"sari", "Sari"};
    auto items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].what.matter == "endorse");
    CHECK(items[0].before == people{"budi"});
    CHECK(items[0].long_after == people{"budi", "ani"});
    CHECK(items[0].deadline == 2026y / 4 / 30);
    w.targets[0].record.reported_by = {"budi", "Budi"}; // four eyes: nobody is left
    CHECK(open_items(catalog(), w)[0].before.empty());

    w.targets = {in_state("endorsed")};
    w.now = w.targets[0].since = office_days.at(2026y / 6 / 1, 9, 0); // a Monday, after the end
    items = open_items(catalog(), w);
    CHECK(items[0].what.matter == "sign_off");
    CHECK(items[0].before == people{"ani"});
    CHECK(items[0].deadline == 2026y / 6 / 8);
    w.targets = {in_state("infeasible_claimed")};
    CHECK(open_items(catalog(), w)[0].what.matter == "accept");
}

TEST_CASE("a target returned after its day has the days of returned work, within its end")
{
    world w = a_world("in_force");
    w.rules.return_working_days = 5;
    w.now = office_days.at(2026y / 5 / 27, 10, 0); // what came later is of a wrong clock
    target t = in_state("open");
    t.round = 2;
    t.since = office_days.at(2026y / 5 / 4, 9, 0); // a Monday
    w.targets = {t};
    w.now = t.since;
    CHECK(open_items(catalog(), w)[0].deadline == 2026y / 5 / 11);
    CHECK(open_items(catalog(), w)[0].what.matter == "revise");
    w.targets[0].since = w.now = office_days.at(2026y / 5 / 27, 9, 0);
    CHECK(open_items(catalog(), w)[0].deadline == 2026y / 5 / 30);
}

TEST_CASE(
    "what came back under a clock that was ahead waits from now on, and the ladder is climbed")
{
    world w = a_world("in_force");
    w.rules.return_working_days = 5;
    w.now = office_days.at(2026y / 5 / 4, 9, 0); // a Monday
    target t = in_state("open");
    t.since = w.now + std::chrono::days{400};
    w.targets = {t};
    const auto items = open_items(catalog(), w);
    CHECK(items[0].deadline == 2026y / 5 / 11);
    CHECK(items[0].since <= w.now);
}

TEST_CASE("a review waits for the head of its agency while the plan is in review")
{
    world w = a_world("agency_review");
    review r;
    r.id = "r1";
    r.agency = {"social", "Dinas Sosial"};
    r.state = "pending";
    r.due = 2026y / 3 / 16;
    w.reviews = {r};
    auto items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].before == people{"rina"});
    CHECK(items[0].long_after == people{"rina", "ani"});
    CHECK(items[0].deadline == 2026y / 3 / 16);

    w.reviews[0].state = "changes_requested"; // now the secretariat must move
    w.rules.return_working_days = 5;
    w.reviews[0].since = w.now;
    items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].what.resource == "plans");
    CHECK(items[0].what.matter == "repair");
    CHECK(items[0].before == people{"ani"});
    CHECK(items[0].deadline == 2026y / 3 / 9);
    w.reviews[0].state = "confirmed";
    CHECK(open_items(catalog(), w).empty());
    w.reviews[0].state = "pending";
    w.revisions[0].state = "draft";
    CHECK(open_items(catalog(), w)[0].what.resource == "plans");
}

TEST_CASE("an approval waits for those who have not voted and did not submit the plan")
{
    world w = a_world("sahli_approval");
    w.posts.push_back(post("eka", "sahli"));
    w.posts.push_back(post("ani", "sahli"));
    approval a;
    a.id = "p1";
    a.role = "sahli";
    a.state = "pending";
    a.due = 2026y / 3 / 16;
    a.votes = {{{"eka", "Eka"}, w.now}};
    w.approvals = {a};
    const auto items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].before == people{"omar"});
    CHECK(items[0].long_after == people{"omar", "ani"});
}

TEST_CASE("a draft waits for its secretariat, a returned one for the days of returned work")
{
    world w = a_world("draft");
    w.rules.review_working_days = 10;
    w.rules.return_working_days = 5;
    auto items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].what.matter == "submit");
    CHECK(items[0].before == people{"ani"});
    CHECK(items[0].deadline == 2026y / 3 / 16);
    w.revisions[0].submission = 1;
    items = open_items(catalog(), w);
    CHECK(items[0].what.matter == "revise");
    CHECK(items[0].deadline == 2026y / 3 / 9);
}

TEST_CASE("a report waits until the day its period names, one that came back for less long")
{
    world w = a_world("in_force");
    report r;
    r.id = "report";
    r.period = "B04";
    r.state = "compiling";
    r.since = w.now;
    w.reports = {r};
    auto items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].what.matter == "compile");
    CHECK(items[0].deadline == 2026y / 5 / 15);
    w.reports[0].reason = "the table of B04 is missing";
    w.rules.return_working_days = 5;
    items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].what.matter == "revise");
    CHECK(items[0].deadline == 2026y / 3 / 9);
    CHECK(items[0].before == people{"ani"});
    CHECK(items[0].what.title == "RAD – B04");
}

TEST_CASE("what nobody can act on is in the list without anybody")
{
    world w = a_world("in_force");
    w.targets = {in_state("open")};
    w.posts.clear();
    const auto items = open_items(catalog(), w);
    REQUIRE(items.size() == 1);
    CHECK(items[0].before.empty());
}
