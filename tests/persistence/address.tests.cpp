// Database URLs: what is read, and every malformed one refused in words.
#include "persistence/sql/address.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/support/catch.hpp"

using persistence::backend;
using persistence::parse_address;

TEST_CASE("a sqlite url names a file, absolute, relative or in memory")
{
    CHECK(parse_address("sqlite:///var/lib/a.db").path == "/var/lib/a.db");
    CHECK(parse_address("sqlite:////var/lib/a.db").path == "/var/lib/a.db");
    CHECK(parse_address("sqlite:data/a.db").path == "data/a.db");
    CHECK(parse_address("sqlite:///a%20b%3F.db").path == "/a b?.db");
    CHECK(parse_address("sqlite:///a b?#[é].db").path == "/a b?#[é].db"); // as it stands
    CHECK(parse_address("sqlite::memory:").in_memory());
    CHECK_FALSE(parse_address("sqlite:memory").in_memory());
}

TEST_CASE("a mysql url is taken apart and percent-decoded")
{
    const auto a = parse_address("mysql://am%40b:p%3A%2F%27s@db.example:3307/rampung?socket=/r/s");
    CHECK(a.which == backend::mariadb);
    CHECK(a.user == "am@b");
    CHECK(a.password == "p:/'s");
    REQUIRE(a.hosts.size() == 1);
    CHECK(a.hosts.front().host == "db.example");
    CHECK(a.hosts.front().port == 3307);
    CHECK(a.name == "rampung");
    CHECK(a.socket == "/r/s");
    CHECK(parse_address("mysql://root@127.0.0.1/x").hosts.front().port == 3306);
    CHECK(parse_address("mysql://root@/x?socket=/run/s").hosts.empty());
    CHECK(parse_address("mysql://a@b/x?ssl-ca=/etc/ssl/our%20ca.pem").ssl_ca ==
          "/etc/ssl/our ca.pem");
    CHECK(parse_address("mysql://a:{^ p}@b/x").password == "{^ p}"); // as it stands
    CHECK(parse_address("mysql://a@b/x?ssl-ca=c%2B+.pem").ssl_ca == "c++.pem");
}

TEST_CASE("hosts are listed in the order in which they are tried, each with its port")
{
    const auto listed = [](std::string_view url) {
        std::string out;
        for (const auto& [host, port] : parse_address(url).hosts)
            out += host + "|" + std::to_string(port) + " ";
        return out;
    };
    CHECK(listed("mysql://u:p@a,b/x") == "a|3306 b|3306 ");
    CHECK(listed("mysql://u:p@a,b:3307/x") == "a|3307 b|3307 ");
    CHECK(listed("mysql://u:p@a:3308,b,c:3307/x?ssl-ca=ca.pem") == "a|3308 b|3307 c|3307 ");
    CHECK(listed("mysql://u:p@a:3308,b/x") == "a|3308 b|3306 ");
    CHECK(listed("mysql://u:p@[::1]:3307,[fe80::2]/x") == "::1|3307 fe80::2|3306 ");
}

TEST_CASE("a malformed url is refused with what was expected")
{
    const std::string bad = GENERATE(
        as<std::string>{}, "", "rampung.db", "postgres://a@b/c", "sqlite:", "sqlite://host/file",
        "sqlite:///", "sqlite:a=b", "sqlite::other:", "sqlite:a%2", "sqlite:a%zz", "sqlite:a%00b",
        "mysql://host/name", "mysql://a@b", "mysql://a@b/", "mysql://:p@b/c", "mysql://a:p@/c",
        "mysql://a:p@b:0/c", "mysql://a:p@b:65536/c", "mysql://a:p@b:x/c", "mysql://a:p@b:/c",
        "mysql://a:p@q@b/c", "mysql://a:p@b/c/d", "mysql://a:p@b/c?ssl=1", "mysql://a:p@b,/c",
        "mysql://a:p@,b/c", "mysql://a:p@b,,c/d", "mysql://a:p@b;c/d", "mysql://a:p@b%3Bc=d/e",
        "mysql://a:p@b:1:2/c", "mysql://a:p@[::1/c", "mysql://a:p@[::1]x/c", "mysql://a:p@::1/c",
        "mysql://a:p@b%3A1/c", "mysql://a:p@1,2,3,4,5,6,7,8,9/c",
        "mysql://a:p@b/c?ssl-ca=", "mysql://a:p@b/c?ssl-ca", "mysql://a:p@b/c?",
        "mysql://a:p@b/c?ssl-ca=a&ssl-ca=b", "mysql://a:p@b/c?ssl-ca=a&", "mysql://a:p@b/c?x=1",
        "mysql://a:p@/c?socket=/s&ssl-ca=x", "mysql://a:p@b/c?socket=relative",
        "mysql://a:p@b/c?socket=/s&x=1", "mysql://a:p@b/%60", "sqlite:a\nb", "mysql://a:p\x7f@b/c",
        "mysql://a:p@b c/d", "sqlite://:1/a", "mysql://a:p@[v1.x]/c", "mysql://a:p@[::1::2]/c",
        "mysql://a:%@b/c", "mysql://a:%00@b/c", "mysql://a:p@b/c%2Fd", "mysql://a:p@b/c#d",
        "mysql://a:p@b%2Ec/d");
    CAPTURE(bad);
    CHECK_THROWS_WITH(parse_address(bad), Catch::Contains("expected sqlite:///path"));
    CHECK_THROWS_AS(parse_address(bad), persistence::usage);
}

TEST_CASE("a refused url does not repeat the password")
{
    CHECK_THROWS_WITH(parse_address("mysql://a:s3cret@b:x/c"), !Catch::Contains("s3cret"));
}
