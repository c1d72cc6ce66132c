// Dates for calendar programs: every octet that RFC 5545 asks for.
#include "api/nouns/icalendar.hpp"
#include "tests/support/catch.hpp"
#include <sstream>

using namespace std::chrono_literals;
using api::escaped_text;
using api::folded_line;

namespace {

std::string unfolded(std::string text)
{
    for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
    return text;
}

} // namespace

TEST_CASE("an entry is whole: who, when it changed, its day, its words and its address")
{
    const std::string text =
        api::icalendar("Tugas", {{"targets-a@rampung", std::chrono::sys_days{2026y / 4 / 1} + 90min,
                                  2026y / 12 / 31, "Capaian: 1", "Dinas", "https://a.id/tugas/x"}});
    CHECK(text == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rampung//Rampung//EN\r\n"
                  "CALSCALE:GREGORIAN\r\nNAME:Tugas\r\nX-WR-CALNAME:Tugas\r\n"
                  "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nBEGIN:VEVENT\r\n"
                  "UID:targets-a@rampung\r\nDTSTAMP:20260401T013000Z\r\n"
                  "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"
                  "SUMMARY:Capaian: 1\r\nDESCRIPTION:Dinas\r\nURL:https://a.id/tugas/x\r\n"
                  "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("what a person wrote is escaped and can add no line")
{
    CHECK(escaped_text("a\\b;c,d\ne") == "a\\\\b\\;c\\,d\\ne");
    CHECK(escaped_text("x\r\nATTACH:y\x01\x7f") == "x\\nATTACH:y");
    CHECK(escaped_text("Perempuan & anak: 75%") == "Perempuan & anak: 75%");
}

TEST_CASE("no line is longer than 75 octets, and folding loses nothing")
{
    for (std::size_t length : {0u, 1u, 74u, 75u, 76u, 149u, 150u, 151u, 400u}) {
        CAPTURE(length);
        const std::string line(length, 'x');
        CHECK(unfolded(folded_line(line)) == line + "\r\n");
        std::istringstream folded(folded_line(line));
        for (std::string one; std::getline(folded, one);) CHECK(one.size() <= 76); // with its CR
    }
    CHECK(folded_line(std::string(75, 'x')).size() == 77);
}

TEST_CASE("a fold never parts a character")
{
    for (int before = 68; before < 78; ++before) {
        CAPTURE(before);
        std::string line(static_cast<std::size_t>(before), 'x');
        line += "—é😀—é😀";
        const std::string folded = folded_line(line);
        CHECK(unfolded(folded) == line + "\r\n");
        for (auto at = folded.find("\r\n "); at != folded.npos; at = folded.find("\r\n ", at + 3))
            CHECK((static_cast<unsigned char>(folded[at + 3]) & 0xC0) != 0x80);
    }
}
