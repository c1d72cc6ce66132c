// Content lines, one property each.
#include "api/nouns/icalendar.hpp"
#include "workflow/words/characters.hpp"
#include <cstdio>

namespace api {
namespace {

constexpr std::size_t line_octets_max = 75; // without the line break

std::string basic_date(workflow::date day)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d%02u%02u", int(day.year()), unsigned(day.month()),
                  unsigned(day.day()));
    return text;
}

std::string basic_instant(workflow::instant at)
{
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - midnight));
    char text[32];
    std::snprintf(text, sizeof text, "%sT%02d%02d%02dZ",
                  basic_date(workflow::date{midnight}).c_str(), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()));
    return text;
}

// The end is the first day after; without it some programs show nothing.
void add_entry(std::string& out, const calendar_entry& e)
{
    const workflow::date after{std::chrono::sys_days{e.day} + std::chrono::days{1}};
    out += "BEGIN:VEVENT\r\n";
    out += folded_line("UID:" + escaped_text(e.uid));
    out += "DTSTAMP:" + basic_instant(e.changed) + "\r\n";
    out += "DTSTART;VALUE=DATE:" + basic_date(e.day) + "\r\n";
    out += "DTEND;VALUE=DATE:" + basic_date(after) + "\r\n";
    out += folded_line("SUMMARY:" + escaped_text(e.summary));
    if (!e.description.empty()) out += folded_line("DESCRIPTION:" + escaped_text(e.description));
    if (!e.url.empty()) out += folded_line("URL:" + e.url);
    out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

} // namespace

std::string icalendar(std::string_view name, const std::vector<calendar_entry>& entries)
{
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rampung//Rampung//EN\r\n"
                      "CALSCALE:GREGORIAN\r\n";
    out += folded_line("NAME:" + escaped_text(name)); // RFC 7986, and what was there before it
    out += folded_line("X-WR-CALNAME:" + escaped_text(name));
    out += "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n";
    for (const calendar_entry& e : entries) add_entry(out, e);
    return out += "END:VCALENDAR\r\n";
}

std::string escaped_text(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            out += c;
    }
    return out;
}

std::string folded_line(std::string_view line)
{
    std::string out;
    std::size_t room = line_octets_max;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && !workflow::begins_character(line[cut])) --cut;
        if (cut == 0) cut = room; // no UTF-8 at all
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = line_octets_max - 1; // the space counts
    }
    out += line;
    return out += "\r\n";
}

} // namespace api
