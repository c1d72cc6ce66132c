// The fixture: who holds which post, and the way of a plan in few words.
#include "tests/persistence/support/office.hpp"
#include "persistence/nouns/kinds.hpp"
#include "tests/support/catch.hpp"
#include "workflow/things/digest.hpp"
#include <map>

namespace support {
namespace {

using workflow::command_body;
using workflow::outcome;
using workflow::subject;

// Beside those of fill_directory: rina, head of social in 62; sari, staff of health; omar, sahli
// of 62; tuti, observer of 62.
const std::vector<post>& more_posts()
{
    static const std::vector<post> posts{{"p-rina", "rina", "agency_head", "social", "62"},
                                         {"p-sari", "sari", "agency_staff", "health", "62"},
                                         {"p-omar", "omar", "sahli", "", "62"},
                                         {"p-tuti", "tuti", "observer", "", "62"}};
    return posts;
}

const std::vector<post>& known_posts()
{
    static const std::vector<post> posts = [] {
        std::vector<post> all{{"p-ani", "ani", "secretariat", "kesbang", "62"},
                              {"p-budi", "budi", "agency_head", "health", "62"},
                              {"p-citra", "citra", "secretariat", "", "00"},
                              {"p-dewi", "dewi", "administrator", "", "62"},
                              {"p-eka", "eka", "sahli", "", "00"},
                              {"p-fitri", "fitri", "secretariat", "kesbang-kota", "62.71"},
                              {"p-gita", "gita", "administrator", "", "00"},
                              {"p-hana", "hana", "secretariat", "", "81"}};
        all.insert(all.end(), more_posts().begin(), more_posts().end());
        return all;
    }();
    return posts;
}

workflow::cell cell(const std::string& period, double quantity)
{
    return {{}, period, workflow::decimal(quantity) + " kegiatan", quantity, "kegiatan"};
}

} // namespace

office::office(kind which) : here_(which)
{
    fill_directory(store());
    store().write([](persistence::unit_of_work& unit) {
        add_agency(unit, "social", "62");
        for (const post& p : more_posts()) {
            add_user(unit, p.user, p.region);
            add(unit, p);
        }
    });
}

workflow::principal office::person(const std::string& name)
{
    workflow::principal p;
    p.user = {name, "Name of " + name};
    p.stepped_up = true;
    for (const post& known : known_posts()) {
        if (known.user != name) continue;
        workflow::appointment post;
        post.id = known.id;
        post.user = p.user;
        post.role = known.role;
        post.agency = {known.agency, known.agency.empty() ? "" : "Agency " + known.agency};
        post.region = known.region;
        p.appointments.push_back(post);
    }
    return p;
}

workflow::action office::action(int number, const std::string& agency)
{
    workflow::action a;
    a.number = number;
    a.phase = "prevention";
    a.theme = "Tema";
    a.title = "Aksi ke-" + std::to_string(number);
    a.location = "Palangka Raya";
    a.lead_agency = {agency, "Agency " + agency};
    a.success_criterion = "Terlaksana";
    a.budget_source = "APBD";
    a.mandatory = number == 1;
    a.targets = {cell("B04", 1), cell("B08", 2.5), cell("B12", 0.1)};
    if (number == 1) a.columns = {{"program", "Damai"}, {"reach", 0.1}};
    return a;
}

std::string office::draft(const std::string& region, int year)
{
    const std::string id = new_id();
    const auto author = person(region == "62" ? "ani" : "fitri");
    store().write([&](persistence::unit_of_work& unit) {
        workflow::plan head;
        head.id = id;
        head.kind = "rad_pks";
        head.region = region;
        head.year = year;
        head.title = "Rencana " + region;
        REQUIRE(persistence::insert_plan(unit, head, author.user).has_value());
        auto worlds = store_in(unit);
        const auto fresh = worlds.load_plan(id, workflow::parts::whole);
        auto done = workflow::begin_plan(outside(), *fresh, author);
        worlds.save(*fresh, done);
    });
    store().write([&](persistence::unit_of_work& unit) {
        auto first = action(1, "health");
        first.supporting = {{"social", "Agency social"}, {"", "Forum Kerukunan"}};
        const auto ids = [this] { return new_id(); };
        REQUIRE(persistence::insert_action(unit, {id, 1}, first, ids).has_value());
        REQUIRE(persistence::insert_action(unit, {id, 1}, action(2, "social"), ids).has_value());
    });
    return id;
}

workflow::world office::load(const std::string& plan)
{
    return store().read([&](persistence::unit_of_work& unit) {
        return *store_in(unit, persistence::stream_use::read_only)
                    .load_plan(plan, workflow::parts::whole);
    });
}

workflow::result<outcome> office::give(const std::string& name, const subject& s,
                                       const std::string& command, command_body body)
{
    std::optional<workflow::result<outcome>> answer;
    store().write([&](persistence::unit_of_work& unit) {
        auto worlds = store_in(unit);
        const auto before = worlds.load(person(name), s, workflow::parts::whole);
        if (!before) {
            answer = before.error();
            return;
        }
        answer = workflow::step(outside(), *before, s, {command, body, {}}, person(name));
        if (!answer->has_value()) return;
        worlds.save(*before, **answer);
        // What the store has asked before the step must still hold after it.
        CHECK(worlds.seen_by(person(name), (*answer)->after) ==
              persistence::visibility_of(unit, person(name), before->head.id));
    });
    if (answer->has_value()) CHECK(told(load((*answer)->after.head.id)) == told((*answer)->after));
    return *answer;
}

void office::must(const std::string& name, const subject& s, const std::string& command,
                  command_body body)
{
    const auto done = give(name, s, command, std::move(body));
    INFO(name << ' ' << command << ": " << (done ? "" : done.error().reason.key));
    REQUIRE(done.has_value());
}

void office::sweep(const std::string& plan)
{
    store().write([&](persistence::unit_of_work& unit) {
        auto worlds = store_in(unit);
        const auto before = worlds.load_plan(plan, workflow::parts::whole);
        auto done = workflow::sweep(outside(), *before);
        worlds.save(*before, done);
    });
}

void office::submit(const std::string& plan)
{
    must("ani", {"plans", plan}, "submit");
}

void office::confirm_all(const std::string& plan)
{
    for (const auto& r : load(plan).reviews)
        if (r.state == "pending")
            must(r.agency.id == "health" ? "budi" : "rina", {"reviews", r.id}, "confirm");
}

void office::approve(const std::string& plan)
{
    must("omar", {"approvals", load(plan).approvals.at(0).id}, "approve");
}

void office::adopt(const std::string& plan)
{
    command_body body;
    body.given = {"decree_number", "decree_date"};
    body.decree_number = "188.44/2026";
    body.decree_date = some_day;
    must("ani", {"plans", plan}, "adopt", body);
}

std::string office::in_force()
{
    const auto plan = draft();
    submit(plan);
    confirm_all(plan);
    approve(plan);
    adopt(plan);
    return plan;
}

std::string office::target_of(const std::string& plan, const std::string& agency,
                              const std::string& period)
{
    const auto w = load(plan);
    for (const auto& a : w.current().actions)
        for (const auto& c : a.targets)
            if (a.lead_agency.id == agency && c.period == period) return c.id;
    return {};
}

} // namespace support
