// What the numbers of a database's errors mean for the transaction in which they came.
#include "persistence/sql/dialect.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/support/catch.hpp"
#include <soci/mysql/soci-mysql.h>

using namespace persistence;

namespace {

struct expectation {
    unsigned number;
    fault means;
};

} // namespace

TEST_CASE("every number that MariaDB and its client give for a passing fault is known")
{
    // clang-format off
    const auto known = GENERATE(as<expectation>{},
        // run again: lost at a lock, at a compare, at certification, or on a node that catches up
        expectation{1213, fault::retry}, expectation{1205, fault::retry},
        expectation{1020, fault::retry}, expectation{1047, fault::retry},
        expectation{8002, fault::retry}, expectation{8022, fault::retry},
        expectation{9007, fault::retry},
        // run again: a write that came after its transaction had ended
        expectation{1792, fault::retry},
        // run again on another session: the network, or the server's end
        expectation{1158, fault::connection_lost}, expectation{1159, fault::connection_lost},
        expectation{1160, fault::connection_lost}, expectation{1161, fault::connection_lost},
        expectation{1040, fault::connection_lost}, expectation{1053, fault::connection_lost},
        expectation{1927, fault::connection_lost}, expectation{2002, fault::connection_lost},
        expectation{2003, fault::connection_lost}, expectation{2006, fault::connection_lost},
        expectation{2013, fault::connection_lost}, expectation{2026, fault::connection_lost},
        expectation{2055, fault::connection_lost},
        // a server that was set to read-only
        expectation{1290, fault::refuses_writes}, expectation{1836, fault::refuses_writes},
        expectation{1062, fault::unique_violation}, expectation{1586, fault::unique_violation},
        expectation{1021, fault::disk_full}, expectation{1114, fault::disk_full},
        // a mistake of ours: never run again
        expectation{1064, fault::other}, expectation{1146, fault::other},
        expectation{1406, fault::other}, expectation{1615, fault::other});
    // clang-format on
    CAPTURE(known.number);
    CHECK(classify(soci::mysql_soci_error("said", static_cast<int>(known.number))) == known.means);
}

TEST_CASE("our own exceptions are classified by what they say")
{
    CHECK(classify(lost_race("")) == fault::retry);
    CHECK(classify(batch_undone("")) == fault::retry);
    CHECK(classify(transaction_ended("")) == fault::retry);
    CHECK(classify(unreachable("")) == fault::connection_lost);
    CHECK(classify(unsuitable("")) == fault::connection_lost);
    CHECK(classify(disk_full("")) == fault::disk_full);
    CHECK(classify(std::runtime_error("")) == fault::other);
}
