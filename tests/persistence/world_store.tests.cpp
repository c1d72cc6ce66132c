// Worlds saved and loaded again, on every database: nothing of a step may be lost, and two
// steps on one world may not both be saved.
#include "persistence/nouns/world_store.hpp"
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/targets.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using support::office;
using workflow::command_body;
using workflow::errc;

namespace {

void report(office& here, const std::string& target)
{
    here.store().write([&](unit_of_work& unit) {
        workflow::evidence file;
        file.id = here.new_id();
        file.kind = "laporan_kegiatan";
        file.classification = "biasa";
        file.name = "laporan.pdf";
        file.media_type = "application/pdf";
        file.size = 7;
        file.sha256 = std::string(64, 'a');
        REQUIRE(insert_evidence(unit, target, file, office::person("sari").user).has_value());
        const auto now = read_target(unit, target);
        REQUIRE(save_achievement(unit, target,
                                 {.achievement = "Selesai",
                                  .obstacles = {},
                                  .follow_up = {},
                                  .achieved_quantity = {0.1}},
                                 now->version)
                    .has_value());
    });
    REQUIRE(here.give("sari", {"targets", target}, "report").has_value());
}

command_body because(const std::string& reason)
{
    command_body body;
    body.given = {"reason"};
    body.reason = reason;
    return body;
}

command_body scored()
{
    command_body body;
    body.given = {"scores"};
    body.scores = workflow::scores{90, 80.5};
    return body;
}

} // namespace

TEST_CASE("a plan goes from draft into force, and every step is loaded as it was saved")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const auto w = here.load(plan);
    CHECK(w.current().state == "in_force");
    CHECK(w.head.version > 1);
    CHECK(w.targets.size() == 6);
    CHECK(w.reports.size() == 3);
    CHECK(w.children.size() == 3); // one district, three periods, no plan in force
    CHECK(w.children.front().second.id.empty());
    for (const auto& t : w.targets) CHECK(t.state == (t.period == "B04" ? "open" : "planned"));
    CHECK(here.here().count("SELECT MAX(seq) FROM events") ==
          here.here().count("SELECT COUNT(*) FROM events"));
    CHECK(here.here().count("SELECT COUNT(*) FROM notices") > 0);
}

TEST_CASE("a target is reported, endorsed, returned and signed off in its second round")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const workflow::subject target{"targets", here.target_of(plan, "health", "B04")};
    report(here, target.id);
    REQUIRE(here.give("budi", target, "endorse").has_value());
    REQUIRE(here.give("ani", target, "return_for_changes", because("Lengkapi")).has_value());
    REQUIRE(here.give("sari", target, "report").has_value());
    REQUIRE(here.give("budi", target, "endorse").has_value());
    REQUIRE(here.give("ani", target, "sign_off", scored()).has_value());
    const auto now = here.store().read([&](unit_of_work& u) { return *read_target(u, target.id); });
    CHECK(now.state == "signed_off");
    CHECK(now.round == 2);
    CHECK(now.record.scores->substance == 80.5);
    CHECK(now.evidence.size() == 1);
    const auto rounds =
        here.store().read([&](unit_of_work& u) { return read_rounds(u, target.id); });
    REQUIRE(rounds.size() == 1);
    CHECK(rounds[0].state == "endorsed");
    CHECK(rounds[0].record.endorsed_by.id == "budi");
    CHECK(rounds[0].evidence.size() == 1);
}

TEST_CASE("an amendment copies the matrix and moves the targets when it comes into force")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const auto dropped = here.target_of(plan, "social", "B12");
    REQUIRE(here.give("ani", {"plans", plan}, "amend").has_value());
    auto w = here.load(plan);
    REQUIRE(w.open_revision());
    CHECK(w.open_revision()->actions.size() == 2);
    auto changed = w.open_revision()->actions[1];
    changed.targets.pop_back();
    changed.targets[1].text = "4 kegiatan";
    changed.targets[1].quantity = 4;
    here.store().write([&](unit_of_work& unit) {
        const auto ids = [&] { return here.new_id(); };
        REQUIRE(update_action(unit, {plan, 2}, changed, ids).has_value());
    });
    here.submit(plan);
    w = here.load(plan);
    CHECK(w.reviews.size() == 1); // only whose own rows differ
    here.confirm_all(plan);
    here.approve(plan);
    here.adopt(plan);
    w = here.load(plan);
    CHECK(w.current().number == 2);
    CHECK(w.revisions[0].state == "superseded");
    for (const auto& t : w.targets) CHECK((t.state == "withdrawn") == (t.id == dropped));
    const auto kept = here.target_of(plan, "social", "B08");
    const auto moved = here.store().read([&](unit_of_work& u) { return *find_cell(u, kept); });
    CHECK(moved.cell.text == "4 kegiatan");
}

TEST_CASE("of two steps on one world only one is saved")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    here.submit(plan);
    const workflow::subject review{"reviews", here.load(plan).reviews.at(0).id};
    const auto who = here.load(plan).reviews.at(0).agency.id == "health" ? "budi" : "rina";
    std::optional<workflow::world> stale;
    here.store().write([&](unit_of_work& unit) {
        stale = *here.store_in(unit).load(office::person(who), review, workflow::parts::whole);
    });
    REQUIRE(here.give(who, review, "confirm").has_value());
    const auto late = [&](unit_of_work& unit) {
        auto worlds = here.store_in(unit);
        (void)worlds.load_plan(plan, workflow::parts::whole); // takes the stream
        auto done = workflow::step(here.outside(), *stale, review, {"confirm", {}, {}},
                                   office::person(who));
        REQUIRE(done.has_value());
        worlds.save(*stale, *done);
    };
    CHECK_THROWS_AS(here.store().write(late), unavailable); // eight tries, each a lost race
    CHECK(here.load(plan).reviews.size() == 2);
}

TEST_CASE("a world is not loaded around a thing for whoever does not see it")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const auto w = here.load(plan);
    const workflow::subject things[]{{"plans", plan},
                                     {"reviews", w.reviews.at(0).id},
                                     {"approvals", w.approvals.at(0).id},
                                     {"targets", w.targets.at(0).id},
                                     {"reports", w.reports.at(0).id}};
    for (const workflow::subject& each : things) {
        INFO(each.resource);
        const auto errc_for = [&](const char* name) {
            return here.store().read([&](unit_of_work& unit) {
                const auto found = here.store_in(unit, stream_use::read_only)
                                       .load(office::person(name), each, workflow::parts::whole);
                return found ? std::nullopt : std::optional(found.error().code);
            });
        };
        CHECK_FALSE(errc_for("ani").has_value());
        CHECK(errc_for("fitri") == errc::not_found);
        CHECK(errc_for("dewi") == errc::not_found);
    }
}

TEST_CASE("what somebody may not see is not found, and a second live plan is a conflict")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    const auto hidden = here.give("budi", {"plans", plan}, "submit");
    REQUIRE(hidden.has_error());
    CHECK(hidden.error().code == errc::not_found);
    CHECK(here.give("budi", {"plans", "nothing"}, "submit").error().code == errc::not_found);
    workflow::plan second;
    second.id = "second";
    second.kind = "rad_pks";
    second.region = "62";
    second.year = 2026;
    const auto insert = [&](unit_of_work& unit) -> workflow::result<stored_answer> {
        const auto done = insert_plan(unit, second, office::person("ani").user);
        if (!done) return done.error();
        return stored_answer{201, {}, {}};
    };
    CHECK(here.store().run(insert).error().code == errc::conflict);
    REQUIRE(here.give("ani", {"plans", plan}, "cancel", because("Keliru")).has_value());
    CHECK(here.store().run(insert).has_value());
}

TEST_CASE("a sweep opens and closes targets when their time has come")
{
    office here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    here.here().set_clock(1'780'300'000); // 1 June 2026: the lock of B04 has passed, B08 has begun
    here.sweep(plan);
    for (const auto& t : here.load(plan).targets)
        CHECK(t.state == (t.period == "B04"   ? "not_reported"
                          : t.period == "B08" ? "open"
                                              : "planned"));
    const auto events = here.here().count("SELECT COUNT(*) FROM events");
    here.sweep(plan);
    CHECK(here.here().count("SELECT COUNT(*) FROM events") == events);
}
