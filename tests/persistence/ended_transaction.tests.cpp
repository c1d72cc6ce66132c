// Transactions that end behind the program's back: the whole function runs again, and nothing of
// what was decided stands alone.
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/meddler.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/persistence/support/whole_history.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::ending;
using support::kind;
using support::office;

namespace {

// The same database, through the meddler.
std::string through(const support::meddler& between, const std::string& url)
{
    const auto where = parse_address(url);
    return "mysql://root@127.0.0.1:" + std::to_string(between.port()) + "/" + where.name;
}

// A province on MariaDB whose decisions are sent through the meddler, while the tests look past it.
struct meddled_office {
    office here{kind::mariadb};
    std::string name = parse_address(here.here().url()).name;
    support::meddler between{support::mariadb_server::of_this_program().port()};
    database store{through(between, here.here().url()),
                   {.clock = [] { return workflow::instant_of(1'777'000'000'000'000); }}};
    int tries{};

    // As another server's decision would: it holds the stream, and writes it.
    void rival(const std::string& plan) const
    {
        support::mariadb_server::of_this_program().execute(
            "UPDATE " + name + ".streams SET touch = touch + 1 WHERE id = '" + plan + "'");
    }
    long long events(const std::string& plan)
    {
        return here.here().count("SELECT COUNT(*) FROM events WHERE stream = '" + plan + "'");
    }
    std::string submitted(int year)
    {
        const auto plan = here.draft("62", year);
        here.submit(plan);
        return plan;
    }
    std::string review_of_health(const std::string& plan)
    {
        for (const auto& r : here.load(plan).reviews)
            if (r.agency.id == "health") return r.id;
        throw std::logic_error("health was not asked for a review");
    }

    workflow::outcome confirm(const std::string& review)
    {
        std::optional<workflow::outcome> out;
        tries = 0;
        store.write([&](unit_of_work& unit) {
            ++tries;
            const workflow::subject it{"reviews", review};
            const auto budi = office::person("budi");
            auto worlds = here.store_in(unit);
            const auto before = worlds.load(budi, it, workflow::parts::whole);
            auto done = workflow::step(here.outside(), *before, it, {"confirm", {}, {}}, budi);
            if (!done) throw std::runtime_error("refused: " + done.error().reason.key);
            worlds.save(*before, *done);
            out = std::move(*done);
        });
        return std::move(*out);
    }
};

} // namespace

TEST_CASE("a decision whose transaction ends between any two statements is made wholly and once")
{
    meddled_office it;
    const auto how = GENERATE(ending::silent, ending::told);
    int points = 0;
    for (;; ++points) {
        CAPTURE(points);
        const auto plan = it.submitted(2026 + points);
        const auto review = it.review_of_health(plan);
        const auto events = it.events(plan);
        it.between.arm(points, how, [&] { it.rival(plan); });
        const auto done = it.confirm(review);
        CHECK(support::told(it.here.load(plan)) == support::told(done.after));
        CHECK(it.events(plan) == events + static_cast<long long>(done.events.size()));
        CHECK(!support::fault_of_history(it.here.store()));
        if (!it.between.has_fired()) break;
        CHECK(it.tries == 2);
    }
    CHECK(points > 12);
}

TEST_CASE("the compare on the stream is the first write of a transaction")
{
    meddled_office it;
    const auto plan = it.submitted(2026);
    const auto review = it.review_of_health(plan);
    it.between.take_texts();
    const auto first_write = [&] {
        for (const auto& text : it.between.take_texts())
            for (const auto* word : {"INSERT", "UPDATE", "DELETE"})
                if (text.starts_with(word)) return text;
        return std::string("none");
    };
    const auto compares = Catch::StartsWith("UPDATE streams SET touch = touch + 1");
    it.confirm(review);
    CHECK_THAT(first_write(), compares);
    const revision_key where{it.here.draft("62", 2027), 1};
    const auto ids = [&] { return it.here.new_id(); };
    const auto edit = [&](const auto& change) {
        it.store.write([&](unit_of_work& unit) { REQUIRE(change(unit).has_value()); });
        CHECK_THAT(first_write(), compares);
    };
    const auto actions =
        it.here.store().read([&](unit_of_work& unit) { return read_actions(unit, where); });
    edit([&](auto& unit) { return insert_action(unit, where, it.here.action(3, "health"), ids); });
    edit([&](auto& unit) { return update_action(unit, where, actions.at(0), ids); });
    edit([&](auto& unit) {
        return delete_action(unit, where, actions.at(1).id, actions.at(1).version);
    });
    edit([&](auto& unit) {
        import_actions(unit, where, {it.here.action(4, "social")}, ids);
        return workflow::result<void>();
    });
    edit([&](auto& unit) { return change_title(unit, where.plan, "Lain", 1); });
}

TEST_CASE("what is written after the transaction has ended is written by the next try alone")
{
    support::world here(GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb));
    const auto where = GENERATE("before the first", "between", "after the last");
    const auto end = GENERATE("ROLLBACK", "COMMIT");
    CAPTURE(where, end);
    int tries = 0;
    here.store().write([&](unit_of_work& unit) {
        const auto ends_at = [&, first = ++tries == 1](std::string_view point) {
            if (first && point == where) unit.sql() << end;
        };
        ends_at("before the first");
        if (!unit.has_stream("a")) unit.create_stream("a");
        ends_at("between");
        if (!unit.has_stream("b")) unit.create_stream("b");
        ends_at("after the last");
    });
    CHECK(tries == 2);
    CHECK(here.count("SELECT COUNT(*) FROM streams") == 2);
}

TEST_CASE("a session for requests writes nothing outside a transaction")
{
    support::world here(GENERATE(kind::sqlite_file, kind::mariadb));
    CHECK_THROWS_AS(here.store().glance([](unit_of_work& unit) { unit.create_stream("s"); }),
                    outage);
    CHECK(here.count("SELECT COUNT(*) FROM streams") == 0);
}
