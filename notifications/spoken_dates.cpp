// Names of months and days, and Indonesia's three times.
#include "notifications/spoken_dates.hpp"
#include <cstdio>
#include <date/tz.h>

namespace notifications {

namespace {

bool is_english(std::string_view locale)
{
    return locale == "en" || locale.starts_with("en-");
}

const char* month_name(workflow::date day, std::string_view locale)
{
    static constexpr const char* indonesian[]{"Januari",   "Februari", "Maret",    "April",
                                              "Mei",       "Juni",     "Juli",     "Agustus",
                                              "September", "Oktober",  "November", "Desember"};
    static constexpr const char* english[]{"January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December"};
    const auto index = static_cast<unsigned>(day.month()) - 1;
    return is_english(locale) ? english[index] : indonesian[index];
}

const char* weekday_name(workflow::date day, std::string_view locale)
{
    static constexpr const char* indonesian[]{"Minggu", "Senin", "Selasa", "Rabu",
                                              "Kamis",  "Jumat", "Sabtu"};
    static constexpr const char* english[]{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                           "Thursday", "Friday", "Saturday"};
    const auto index = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
    return is_english(locale) ? english[index] : indonesian[index];
}

} // namespace

std::string spoken_date(workflow::date day, std::string_view locale)
{
    return std::to_string(static_cast<unsigned>(day.day())) + ' ' + month_name(day, locale) + ' ' +
           std::to_string(static_cast<int>(day.year()));
}

std::string spoken_weekday_date(workflow::date day, std::string_view locale)
{
    return std::string(weekday_name(day, locale)) + ", " + spoken_date(day, locale);
}

std::string spoken_instant(workflow::instant at, const std::string& zone, std::string_view locale)
{
    using namespace std::chrono;
    const auto local = ::date::locate_zone(zone)->to_local(at).time_since_epoch();
    const auto midnight = floor<days>(local);
    const hh_mm_ss time{floor<minutes>(local - midnight)};
    const char* form = is_english(locale) ? ", %02d:%02d " : " pukul %02d.%02d ";
    char text[32];
    std::snprintf(text, sizeof text, form, static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()));
    return spoken_weekday_date(workflow::date{sys_days{midnight}}, locale) + text +
           zone_name(zone, at);
}

std::string zone_name(const std::string& zone, workflow::instant at)
{
    if (zone == "Asia/Jakarta" || zone == "Asia/Pontianak") return "WIB";
    if (zone == "Asia/Makassar") return "WITA";
    if (zone == "Asia/Jayapura") return "WIT";
    return ::date::locate_zone(zone)->get_info(at).abbrev;
}

} // namespace notifications
