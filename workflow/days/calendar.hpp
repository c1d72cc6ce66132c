#pragma once
// Working days, and what a civil date means as an instant. Pure: holidays come in as data.
// Office days are Monday to Friday less national holidays, joint leave and the region's own days.
#include "workflow/days/clock.hpp"
#include <set>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace workflow {

struct holiday {
    date day{};
    std::string kind; // national, joint_leave, regional
    std::string name;
    friend bool operator==(const holiday&, const holiday&) = default;
};

class calendar {
public:
    calendar() : calendar({}, "Asia/Jakarta") {}
    calendar(std::set<date> days_off, std::string zone); // throws when there is no such zone

    const std::string& zone() const { return zone_; }
    bool is_working_day(date) const;
    date today(instant now) const; // in the zone
    instant end_of(date) const;    // 24:00 local of that day
    instant at(date, int hour, int minute) const;
    date back_to_working_day(date) const;    // the day itself, or the last working day before
    date forward_to_working_day(date) const; // the day itself, or the next working day
    date add_working_days(date, int) const;  // n >= 0 working days after the day
    // Working days after today up to and including due: 0 on the day, then minus the working days
    // since, at least -1 once the day is over.
    int days_left(date today, date due) const;
    bool has_passed(date last_day, instant now) const;
    bool has_begun(date first_day, instant now) const;

private:
    int working_days_between(date after, date up_to) const;

    std::set<date> days_off_;
    std::string zone_;
    const ::date::time_zone* place_{}; // of that name, in the zones the program has loaded
};

date add_days(date, int);

} // namespace workflow
