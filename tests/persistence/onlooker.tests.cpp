// Proving beside a running server, from outside.
#include "persistence/sql/onlooker.hpp"
#include "persistence/proof/proof.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/story.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using support::story;

TEST_CASE("an onlooker makes no database and sees one of another schema as none")
{
    support::temporary_directory place("rampung-onlooker");
    const auto file = place.path() / "none.db";
    const auto clock = [] { return workflow::instant{}; };
    CHECK_THROWS_AS(onlooker("sqlite://" + file.string(), clock), unreachable);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK_THROWS_AS(onlooker("sqlite::memory:", clock), usage);
    support::world empty(kind::sqlite_file, false);
    empty.execute("CREATE TABLE something (id BIGINT)");
    CHECK_THROWS_AS(onlooker(empty.url(), clock), unreachable);
    CHECK_THROWS_AS(onlooker("mysql://root@127.0.0.1:1/none", clock), unreachable);
}

TEST_CASE("all plans are proved beside a writer, up to the first fault")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.approve_in_rounds();
    const auto second = s.registered(2027);
    onlooker beside(s.here.here().url(), [] { return workflow::instant{}; });
    auto all = prove_all(beside, proof_settings{definitions::catalog(), s.here.kinds(), {}});
    CHECK_FALSE(all.fault.has_value());
    CHECK(all.plans == 2);
    CHECK(all.events == s.here.here().count("SELECT COUNT(*) FROM events"));
    s.here.here().execute("DELETE FROM streams WHERE id = '" + second + "'");
    all = prove_all(beside, proof_settings{definitions::catalog(), s.here.kinds(), {}});
    REQUIRE(all.fault.has_value());
    CHECK(all.fault->stream == second);
}
