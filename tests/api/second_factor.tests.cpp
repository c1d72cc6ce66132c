// RFC 6238, appendix B, cut to six digits; and each code once.
#include "api/door/second_factor.hpp"
#include "tests/support/catch.hpp"

namespace {

const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // 12345678901234567890

workflow::instant at(std::int64_t seconds)
{
    return workflow::instant{std::chrono::seconds{seconds}};
}

} // namespace

TEST_CASE("ASVS 6.5.1: the codes of RFC 6238 fit at their time")
{
    const std::pair<std::int64_t, const char*> vectors[]{
        {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
        {1234567890, "005924"}, {2000000000, "279037"},
    };
    for (const auto& [seconds, code] : vectors) {
        CAPTURE(seconds);
        CHECK(api::fitting_step(secret, code, at(seconds), 0) == seconds / 30);
    }
}

TEST_CASE("ASVS 6.5.1: a code works once, and none before it afterwards")
{
    CHECK(api::fitting_step(secret, "287082", at(59), 0) == 1);
    CHECK_FALSE(api::fitting_step(secret, "287082", at(59), 1));
    CHECK_FALSE(api::fitting_step(secret, "287082", at(59), 2));
}

TEST_CASE("a code fits one step early or late, not two")
{
    CHECK(api::fitting_step(secret, "005924", at(1234567890 + 30), 0));
    CHECK(api::fitting_step(secret, "005924", at(1234567890 - 30), 0));
    CHECK_FALSE(api::fitting_step(secret, "005924", at(1234567890 + 60), 0));
    CHECK_FALSE(api::fitting_step(secret, "005924", at(1234567890 - 60), 0));
}

TEST_CASE("what is no code or no secret never fits")
{
    for (const char* code : {"", "28708", "2870820", "28708x", "287083", "+87082", " 87082"})
        CHECK_FALSE(api::fitting_step(secret, code, at(59), 0));
    CHECK_FALSE(api::fitting_step("", "287082", at(59), 0));
    CHECK_FALSE(api::fitting_step("not base32!", "287082", at(59), 0));
}

TEST_CASE("a fresh secret is one that apps take, and no two are the same")
{
    const std::string fresh = api::new_factor_secret();
    CHECK(fresh.size() == 32);
    CHECK(fresh.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
    CHECK(fresh != api::new_factor_secret());
}

TEST_CASE("a step five minutes ahead may be another server's, a later one is a wrong clock's")
{
    using namespace std::chrono_literals;
    const workflow::instant now = std::chrono::sys_days{2026y / 4 / 24} + 2h;
    const auto step = now.time_since_epoch() / 30s;
    CHECK(api::furthest_step(now) == step + 11);
}
