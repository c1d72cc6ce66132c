// Edits of a draft's matrix, and what hangs on its targets.
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/comments.hpp"
#include "persistence/nouns/documents.hpp"
#include "persistence/nouns/due_plans.hpp"
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/targets.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using support::office;
using workflow::errc;

namespace {

std::vector<placed_action> actions_of(office& here, const std::string& plan)
{
    return here.store().read([&](unit_of_work& unit) {
        return list_actions(unit, office::person("ani"), plan, {}, {})->items;
    });
}

workflow::result<workflow::action> change(office& here, const std::string& plan,
                                          const workflow::action& a, int revision = 1)
{
    std::optional<workflow::result<workflow::action>> answer;
    here.store().write([&](unit_of_work& unit) {
        answer = update_action(unit, {plan, revision}, a, [&] { return here.new_id(); });
    });
    return *answer;
}

workflow::evidence some_file(const std::string& id)
{
    workflow::evidence e;
    e.id = id;
    e.kind = "laporan_kegiatan";
    e.classification = "biasa";
    e.name = "laporan.pdf";
    e.media_type = "application/pdf";
    return e;
}

} // namespace

TEST_CASE("a cell keeps its id while its period stays, and its target goes with it")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    auto a = actions_of(here, plan).at(0).action;
    const auto kept = a.targets[0].id;
    a.targets.resize(1);
    a.targets[0].id.clear();
    a.targets[0].quantity = 0.30000000000000004;
    a.title = "Judul 'baru' :x \xF0\x9F\x93\x84";
    a.supporting.clear();
    const auto changed = change(here, plan, a);
    REQUIRE(changed.has_value());
    CHECK(changed->version == 2);
    CHECK(changed->targets[0].id == kept);
    CHECK(here.here().count("SELECT COUNT(*) FROM targets") == 4);
    const auto read = actions_of(here, plan).at(0).action;
    CHECK(read.title == a.title);
    CHECK(read.targets[0].quantity == 0.30000000000000004);
    CHECK(read.supporting.empty());
    CHECK(change(here, plan, a).error().code == errc::stale);
    auto moved = read;
    moved.number = 2;
    CHECK(change(here, plan, moved).error().code == errc::conflict);
    moved.id = "nothing";
    CHECK(change(here, plan, moved).error().code == errc::not_found);
}

TEST_CASE("what stands in a kind's own columns is kept to the last digit, and by an amendment")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft("62", 2030);
    auto a = actions_of(here, plan).at(0).action;
    a.columns = {{"program", "Baris 'kedua'\n\"kutip\" :x \\ \xF0\x9F\x93\x84"},
                 {"reach", 0.30000000000000004},
                 {"begins", "2026-03-01"}};
    REQUIRE(change(here, plan, a).has_value());
    CHECK(actions_of(here, plan).at(0).action.columns == a.columns);
    a.version = 2;
    a.columns.erase("program");
    REQUIRE(change(here, plan, a).has_value());
    CHECK(actions_of(here, plan).at(0).action.columns == a.columns);

    const auto other = here.in_force();
    const auto before = actions_of(here, other).at(0).action.columns;
    CHECK_FALSE(before.empty());
    REQUIRE(here.give("ani", {"plans", other}, "amend").has_value());
    const auto amended = actions_of(here, other);
    CHECK(amended.at(0).revision == 2);
    CHECK(amended.at(0).action.columns == before);
    CHECK(amended.at(1).action.columns.empty());
}

TEST_CASE("an edit of the draft overtakes a decision that was made on the matrix before it")
{
    office here(GENERATE(kind::sqlite_file, kind::mariadb));
    const auto plan = here.draft();
    const auto stale = here.store().read([&](unit_of_work& unit) {
        stream s{.id = plan, .touch = 0, .seq = 0, .head_hash = {}};
        unit.sql() << "SELECT touch FROM streams WHERE id = :id", soci::use(plan),
            soci::into(s.touch);
        return s;
    });
    REQUIRE(change(here, plan, actions_of(here, plan).at(0).action).has_value());
    CHECK_THROWS_AS(here.store().write([&](unit_of_work& unit) {
        auto s = stale;
        unit.advance(s, 1, "h");
    }),
                    unavailable);
}

TEST_CASE("a deleted action takes its unmade targets with it, but never one that was in force")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    REQUIRE(here.give("ani", {"plans", plan}, "amend").has_value());
    const auto listed = actions_of(here, plan);
    CHECK(listed.at(0).revision == 2);
    here.store().write([&](unit_of_work& unit) {
        CHECK(delete_action(unit, {plan, 2}, listed[0].action.id, 7).error().code == errc::stale);
        CHECK(delete_action(unit, {plan, 2}, listed[0].action.id, 1).has_value());
    });
    CHECK(actions_of(here, plan).size() == 1);
    CHECK(here.here().count("SELECT COUNT(*) FROM targets") == 6);
    auto put_back = listed[1].action;
    put_back.targets.resize(2);
    REQUIRE(change(here, plan, put_back, 2).has_value());
    put_back = listed[1].action;
    put_back.version = 2;
    const auto again = change(here, plan, put_back, 2);
    REQUIRE(again.has_value());
    CHECK(again->targets[2].id == listed[1].action.targets[2].id);
}

TEST_CASE("a target that only a draft holds is not opened with those in force")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    REQUIRE(here.give("ani", {"plans", plan}, "amend").has_value());
    here.store().write([&](unit_of_work& unit) {
        const auto ids = [&] { return here.new_id(); };
        CHECK(insert_action(unit, {plan, 2}, here.action(3, "health"), ids).has_value());
    });
    here.sweep(plan);
    CHECK(here.here().count("SELECT COUNT(*) FROM targets WHERE made = 0 AND state = 'planned'") ==
          3);
    here.store().read([&](unit_of_work& unit) {
        CHECK(list_targets(unit, office::person("ani"), {}, {})->items.size() == 6);
    });
}

TEST_CASE("an imported sheet replaces by id, adds what is new and deletes nothing")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    const auto before = actions_of(here, plan);
    auto second = here.action(2, "health");
    second.title = "Dari lembar";
    second.id = before[1].action.id;
    here.store().write([&](unit_of_work& unit) {
        const auto counts = import_actions(unit, {plan, 1}, {second, here.action(9, "social")},
                                           [&] { return here.new_id(); });
        CHECK(counts.added == 1);
        CHECK(counts.replaced == 1);
    });
    const auto after = actions_of(here, plan);
    REQUIRE(after.size() == 3);
    CHECK(after[0].action.version == 1);
    CHECK(after[1].action.id == before[1].action.id);
    CHECK(after[1].action.targets[0].id == before[1].action.targets[0].id);
    CHECK(after[1].action.title == "Dari lembar");
    CHECK(after[2].action.number == 9);
}

TEST_CASE("lists are read by pages without a gap or a repetition")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    here.store().read([&](unit_of_work& unit) {
        std::vector<std::string> seen;
        page_request wanted{.limit = 4, .cursor = {}};
        do {
            const auto part = list_targets(unit, office::person("ani"), {}, wanted);
            for (const auto& t : part->items)
                seen.push_back(std::to_string(t.row.number) + t.target.period);
            wanted.cursor = part->next;
        } while (!wanted.cursor.empty());
        CHECK(seen == std::vector<std::string>{"1B04", "1B08", "1B12", "2B04", "2B08", "2B12"});
        CHECK(list_targets(unit, office::person("ani"), {}, {.limit = 1, .cursor = "zz"})
                  .error()
                  .code == errc::malformed);
        const target_filter mine{
            .plan = plan, .period = "B04", .agency = "health", .state = "open"};
        CHECK(list_targets(unit, office::person("budi"), mine, {})->items.size() == 1);
    });
}

TEST_CASE("evidence comes and goes with its open target's version, and not with a closed one's")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const auto open = here.target_of(plan, "health", "B04");
    const auto planned = here.target_of(plan, "health", "B08");
    const auto by = office::person("sari").user;
    here.store().write([&](unit_of_work& unit) {
        const auto version = read_target(unit, open)->version;
        CHECK(insert_evidence(unit, open, some_file("e-1"), by).has_value());
        CHECK(read_target(unit, open)->version == version + 1);
        CHECK(read_target(unit, open)->evidence.size() == 1);
        CHECK(insert_evidence(unit, planned, some_file("e-2"), by).error().code ==
              errc::wrong_state);
        CHECK(insert_evidence(unit, "nothing", some_file("e-3"), by).error().code ==
              errc::not_found);
        CHECK(find_evidence(unit, office::person("omar"), "e-1").has_value());
        CHECK_FALSE(find_evidence(unit, office::person("hana"), "e-1").has_value());
        CHECK(delete_evidence(unit, "e-1", 4).error().code == errc::stale);
    });
    here.store().write([&](unit_of_work& unit) {
        CHECK(*delete_evidence(unit, "e-1", 1)); // the bytes may go
        CHECK(read_target(unit, open)->evidence.empty());
        CHECK(save_achievement(unit, open, {}, 99).error().code == errc::stale);
        CHECK(save_achievement(unit, planned, {}, 1).error().code == errc::wrong_state);
    });
}

TEST_CASE("comments and documents are for those who see the plan")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    const workflow::subject subject{"plans", plan};
    here.store().write([&](unit_of_work& unit) {
        insert_document(unit,
                        {"d-1", plan, "sk.pdf", "application/pdf", 3, "", {"ani", "Ani"}, {}});
        CHECK(find_document(unit, office::person("ani"), "d-1")->name == "sk.pdf");
        CHECK_FALSE(find_document(unit, office::person("budi"), "d-1").has_value());
        for (const auto* id : {"c-1", "c-2"})
            CHECK(insert_comment(unit, office::person("ani"), subject, {id, {}, {}, "Halo"})
                      .has_value());
        CHECK(insert_comment(unit, office::person("budi"), subject, {"c-3", {}, {}, "Halo"})
                  .error()
                  .code == errc::not_found);
        const auto first =
            list_comments(unit, office::person("ani"), subject, {.limit = 1, .cursor = {}});
        CHECK(first->items.at(0).id == "c-1");
        CHECK(
            list_comments(unit, office::person("ani"), subject, {.limit = 1, .cursor = first->next})
                ->items.at(0)
                .id == "c-2");
    });
}

TEST_CASE("only plans in which time has made something due are swept")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const auto due_on = [&](workflow::date day) {
        return here.store().read(
            [&](unit_of_work& unit) { return due_plans(unit, here.kinds(), day); });
    };
    using namespace std::chrono_literals;
    CHECK(due_on(2026y / 4 / 24).empty());
    CHECK(due_on(2026y / 5 / 1) == std::vector{plan}); // B08 has begun
    here.here().set_clock(1'777'800'000);              // 3 May 2026
    here.sweep(plan);
    CHECK(due_on(2026y / 5 / 4).empty());
    CHECK(due_on(2026y / 5 / 31) == std::vector{plan}); // B04's lock has passed
}
