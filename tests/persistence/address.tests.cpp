// Database URLs: what is read, and every malformed one refused in words.
#include "persistence/address.hpp"
#include "persistence/outage.hpp"
#include "tests/support/catch.hpp"

using persistence::backend;
using persistence::parse_address;

TEST_CASE("a sqlite url names a file, absolute, relative or in memory")
{
    CHECK(parse_address("sqlite:///var/lib/a.db").path == "/var/lib/a.db");
    CHECK(parse_address("sqlite:////var/lib/a.db").path == "/var/lib/a.db");
    CHECK(parse_address("sqlite:data/a.db").path == "data/a.db");
    CHECK(parse_address("sqlite:///a%20b.db").path == "/a b.db");
    CHECK(parse_address("sqlite::memory:").in_memory());
    CHECK_FALSE(parse_address("sqlite:memory").in_memory());
}

TEST_CASE("a mysql url is taken apart and percent-decoded")
{
    const auto a = parse_address("mysql://am%40b:p%3A%2F%27s@db.example:3307/rampung?socket=/r/s");
    CHECK(a.which == backend::mariadb);
    CHECK(a.user == "am@b");
    CHECK(a.password == "p:/'s");
    CHECK(a.host == "db.example");
    CHECK(a.port == 3307);
    CHECK(a.name == "rampung");
    CHECK(a.socket == "/r/s");
    CHECK(parse_address("mysql://root@127.0.0.1/x").port == 3306);
    CHECK(parse_address("mysql://root@/x?socket=/run/s").host.empty());
}

TEST_CASE("a malformed url is refused with what was expected")
{
    const std::string bad = GENERATE(
        as<std::string>{}, "", "rampung.db", "postgres://a@b/c", "sqlite:", "sqlite://host/file",
        "sqlite:///", "sqlite:a=b", "sqlite::other:", "sqlite:a%2", "sqlite:a%zz", "sqlite:a%00b",
        "mysql://host/name", "mysql://a@b", "mysql://a@b/", "mysql://:p@b/c", "mysql://a:p@/c",
        "mysql://a:p@b:0/c", "mysql://a:p@b:65536/c", "mysql://a:p@b:x/c", "mysql://a:p@b:/c",
        "mysql://a:p@q@b/c", "mysql://a:p@b/c/d", "mysql://a:p@b/c?ssl=1",
        "mysql://a:p@b/c?socket=relative", "mysql://a:p@b/c?socket=/s&x=1", "mysql://a:p@b/%60");
    CAPTURE(bad);
    CHECK_THROWS_WITH(parse_address(bad), Catch::Contains("expected sqlite:///path"));
    CHECK_THROWS_AS(parse_address(bad), persistence::usage);
}

TEST_CASE("a refused url does not repeat the password")
{
    CHECK_THROWS_WITH(parse_address("mysql://a:s3cret@b:x/c"), !Catch::Contains("s3cret"));
}
