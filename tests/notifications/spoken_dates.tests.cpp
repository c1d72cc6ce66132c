// Dates and times as they are read in Indonesia.
#include "notifications/spoken_dates.hpp"
#include "tests/support/catch.hpp"

using namespace notifications;
using namespace std::chrono;

TEST_CASE("dates are spoken in both languages")
{
    CHECK(spoken_date(2026y / April / 30, "id") == "30 April 2026");
    CHECK(spoken_date(2026y / August / 1, "id") == "1 Agustus 2026");
    CHECK(spoken_date(2026y / August / 1, "en-GB") == "1 August 2026");
    CHECK(spoken_weekday_date(2026y / April / 30, "id") == "Kamis, 30 April 2026");
    CHECK(spoken_weekday_date(2026y / April / 30, "en") == "Thursday, 30 April 2026");
}

TEST_CASE("a moment is spoken in the zone's own time and name")
{
    const workflow::instant at = sys_days{2026y / April / 15} + hours{22} + minutes{30};
    CHECK(spoken_instant(at, "Asia/Jayapura", "id") == "Kamis, 16 April 2026 pukul 07.30 WIT");
    CHECK(spoken_instant(at, "Asia/Makassar", "id") == "Kamis, 16 April 2026 pukul 06.30 WITA");
    CHECK(spoken_instant(at, "Asia/Pontianak", "en") == "Thursday, 16 April 2026, 05:30 WIB");
    CHECK(zone_name("Asia/Jakarta", at) == "WIB");
    CHECK(zone_name("Europe/Berlin", at) == "CEST");
}
