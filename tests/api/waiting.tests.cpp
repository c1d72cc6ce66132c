// What the inbox shows is read in one question a resource; whole worlds of every plan, as the
// engine decides on them, must show the same.
#include "api/nouns/waiting.hpp"
#include "api/door/rights.hpp"
#include "api/nouns/inbox.hpp"
#include "persistence/nouns/holidays.hpp"
#include "persistence/nouns/periods.hpp"
#include "tests/persistence/support/story.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seed.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>

using namespace std::chrono_literals;
using support::kind;
using support::office;

namespace {

const char* const everybody[]{"ani",  "budi", "citra", "dewi", "eka",  "fitri",
                              "gita", "hana", "rina",  "sari", "omar", "tuti"};

// Everybody's inbox both ways.
class both_ways {
public:
    explicit both_ways(office& here)
        : here_(here), context_{here.store(),
                                here.kinds(),
                                definitions::catalog(),
                                [this] { return here_.new_id(); },
                                {},
                                {},
                                [this] { return here_.store().now(); }}
    {
    }

    void look()
    {
        for (const char* name : everybody) {
            const std::string whole = told(name, true);
            INFO("inbox of " << name);
            CHECK(told(name, false) == whole);
            items += std::count(whole.begin(), whole.end(), '\n');
        }
    }

    std::ptrdiff_t items{};

private:
    std::string told(const std::string& name, bool whole)
    {
        std::string out;
        const std::string locale = "en";
        here_.store().read([&](persistence::unit_of_work& unit) {
            api::caller by;
            by.who.user = office::person(name).user;
            by.who.stepped_up = true;
            const auto who = api::rights_of(unit, by);
            const api::work at{context_, unit, who, locale};
            api::plan_worlds worlds(at, workflow::parts::whole);
            if (whole)
                for (const auto& c :
                     persistence::inbox_candidates(unit, who, definitions::catalog(), ""))
                    worlds.of(c.plan);
            for (const auto& item : api::waiting(at, worlds, {}))
                out += boost::json::serialize(api::inbox_item_json(item)) + "\n";
        });
        return out;
    }

    office& here_;
    api::context context_;
};

} // namespace

TEST_CASE("an inbox read in slices is that of whole worlds, all along the story of a plan")
{
    support::story told(GENERATE(kind::sqlite_memory, kind::mariadb));
    both_ways inbox(told.here);
    told.after_each = [&](const std::string& what) {
        INFO("after " << what);
        inbox.look();
    };
    told.registered(2025);
    told.cancelled(2024);
    told.tell();
    CHECK(inbox.items > 100);
}

namespace {

// Whatever people may do, in any order; days pass, and dates move.
class random_office {
public:
    random_office(kind which, std::uint64_t seed) : here(which), random_(seed) {}

    office here;

    // What happened, or nothing.
    std::string turn()
    {
        if (plans_.empty() || (plans_.size() < 4 && number(0, 30) == 0)) return draft();
        switch (number(0, 13)) {
        case 0:
            return pass_days();
        case 1:
            return move_period();
        case 2:
            return move_holidays();
        case 3:
            return amend();
        case 4:
        case 5:
            return fill_in();
        default:
            return give();
        }
    }

private:
    int number(int from, int to) { return std::uniform_int_distribution{from, to}(random_); }
    template <class List> const auto& one_of(const List& list)
    {
        return list[static_cast<std::size_t>(number(0, static_cast<int>(std::size(list)) - 1))];
    }
    workflow::date some_day_around()
    {
        const auto today = workflow::calendar({}, "Asia/Jakarta").today(here.store().now());
        return workflow::add_days(today, number(-40, 60));
    }

    std::string draft()
    {
        const bool is_below = plans_.size() == 2;
        plans_.push_back(here.draft(is_below ? "62.71" : "62",
                                    is_below ? 2026 : 2026 + static_cast<int>(plans_.size())));
        return "draft";
    }

    std::string pass_days()
    {
        days_ += number(1, 25);
        here.here().set_clock(1'777'000'000 + days_ * 86'400);
        for (const std::string& plan : plans_) here.sweep(plan);
        return "days pass";
    }

    std::string move_period()
    {
        const auto* rules = here.kinds().newest("rad_pks");
        here.store().write([&](persistence::unit_of_work& unit) {
            const int year = 2026 + number(0, 2);
            auto items = workflow::periods_of(*rules, year);
            workflow::period& moved = items[static_cast<std::size_t>(number(0, 2))];
            moved.cut_off = workflow::add_days(moved.to, number(0, 40));
            moved.due = workflow::add_days(moved.cut_off, number(0, 20));
            moved.lock = workflow::add_days(moved.due, number(0, 20));
            const auto version =
                persistence::get_periods(unit, *rules, support::province, year).version;
            REQUIRE(persistence::put_periods(unit, office::person("dewi"), *rules,
                                             support::province, {year, {moved}, version})
                        .has_value());
        });
        return "a period is moved";
    }

    std::string move_holidays()
    {
        here.store().write([&](persistence::unit_of_work& unit) {
            const bool is_regional = number(0, 1) == 0;
            const std::string region = is_regional ? "62" : "";
            const int year = 2026;
            persistence::new_holidays days{
                year, region, {}, persistence::get_holidays(unit, year, region).version};
            for (int month = 1; month <= 12; month += number(1, 4))
                days.items.push_back(
                    {workflow::date(std::chrono::year(year), std::chrono::month(unsigned(month)),
                                    std::chrono::day(unsigned(number(1, 28)))),
                     is_regional ? "regional" : "national", "Libur"});
            REQUIRE(
                persistence::put_holidays(unit, office::person(is_regional ? "dewi" : "gita"), days)
                    .has_value());
        });
        return "days off are entered";
    }

    std::string amend()
    {
        const std::string plan = one_of(plans_);
        const auto before = here.load(plan);
        const auto* author = before.place.code == "62" ? "ani" : "fitri";
        if (!here.give(author, {"plans", plan}, "amend", {}).has_value()) return {};
        const int revision = here.load(plan).current().number;
        here.store().write([&](persistence::unit_of_work& unit) {
            auto actions =
                persistence::read_actions(unit, persistence::revision_key{plan, revision});
            workflow::action& a = actions[static_cast<std::size_t>(number(0, 1))];
            if (number(0, 1) == 0) a.lead_agency = {"social", "Agency social"};
            if (number(0, 1) == 0) a.targets.pop_back();
            a.title += "!";
            REQUIRE(
                persistence::update_action(unit, persistence::revision_key{plan, revision}, a, [&] {
                    return here.new_id();
                }).has_value());
        });
        return "an amendment begins";
    }

    std::string fill_in()
    {
        const auto w = here.load(one_of(plans_));
        std::vector<std::string> open;
        for (const workflow::target& t : w.targets)
            if (t.state == workflow::target_state::open) open.push_back(t.id);
        if (open.empty()) return {};
        here.store().write([&](persistence::unit_of_work& unit) {
            const std::string target = one_of(open);
            const auto file_id = here.new_id();
            if (number(0, 3) > 0)
                REQUIRE(
                    persistence::insert_evidence(unit, target,
                                                 {file_id, 1, "laporan_kegiatan", "biasa",
                                                  "laporan.pdf", "application/pdf", 7, file_id, 1},
                                                 office::person("sari").user)
                        .has_value());
            persistence::achievement_change change;
            change.achievement = "Selesai " + file_id;
            REQUIRE(persistence::save_achievement(unit, target, change,
                                                  persistence::read_target(unit, target)->version)
                        .has_value());
        });
        return "a target is filled in";
    }

    workflow::command_body body_of(const workflow::world& w, const workflow::subject& s)
    {
        workflow::command_body body;
        body.reason = "Karena";
        body.decree_number = "188.44/2026";
        body.decree_date = support::some_day;
        body.decree_scan = "scan";
        body.scores = workflow::scores{90, 80};
        body.until = workflow::add_days(w.today(), number(0, 30));
        for (const workflow::report& r : w.reports)
            if (r.id == s.id) body.gaps = workflow::gaps_of(w, r);
        for (workflow::gap& g : body.gaps) g.reason = "Menyusul";
        return body;
    }

    std::string give()
    {
        const auto w = here.load(one_of(plans_));
        const auto& catalog = definitions::catalog();
        const auto subjects = workflow::subjects_of(w);
        const workflow::subject s = one_of(subjects);
        struct choice {
            std::string who, command;
            std::vector<std::string> needs;
        };
        std::vector<choice> open;
        for (const char* name : everybody)
            for (const auto& c : workflow::allowed(catalog, w, s, office::person(name)))
                if (c.allowed && c.name != "cancel" && c.name != "refuse" && c.name != "close")
                    open.push_back({name, c.name, c.needs});
        if (open.empty()) return {};
        const auto [name, command, needs] = one_of(open);
        auto body = body_of(w, s);
        body.given = needs;
        if (!here.give(name, s, command, body).has_value()) return {};
        return name + " gives " + command + " on " + s.resource;
    }

    std::mt19937_64 random_;
    std::vector<std::string> plans_;
    int days_{};
};

} // namespace

TEST_CASE("an inbox read in slices is that of whole worlds in an office where anything happens")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    random_office one(which, tests::seed("random inboxes"));
    both_ways inbox(one.here);
    std::string last = "the beginning";
    const int turns = which == kind::mariadb ? 150 : 500;
    for (int turn = 0; turn < turns; ++turn) {
        const std::string what = one.turn();
        if (what.empty()) continue;
        INFO("turn " << turn << ": " << what << ", after " << last);
        inbox.look();
        last = what;
    }
    CHECK(inbox.items > turns / 4); // it looked at something
}
