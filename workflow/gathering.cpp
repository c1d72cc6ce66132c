// The rules of gathering.
#include "workflow/gathering.hpp"
#include "workflow/digest.hpp"
#include <algorithm>

namespace workflow {

instant morning_of(const reminder& r, const calendar& days, instant now)
{
    const bool missed = days.today(r.due_instant) < days.today(now);
    return missed ? next_digest(days, now) : r.due_instant;
}

instant digest_after(const calendar& days, instant left, instant now)
{
    return next_digest(days, std::max(left, now) + std::chrono::microseconds{1});
}

std::string digest_key(const std::string& recipient, instant at)
{
    return recipient + '|' + rfc3339(at);
}

std::string message_id_for(const std::string& key)
{
    return sha256_hex("message|" + key).substr(0, 32);
}

std::string title_of(const world& w, const subject& s)
{
    if (s.resource == "targets") {
        const auto placed = cell_of(w, s.id);
        if (placed.row && placed.target) return placed.row->title + " – " + placed.target->period;
    }
    for (const report& r : w.reports)
        if (s.resource == "reports" && r.id == s.id) return w.head.title + " – " + r.period;
    return w.head.title;
}

std::string agency_name_of(const world& w, const subject& s)
{
    if (s.resource == "targets") {
        const auto placed = cell_of(w, s.id);
        if (placed.row) return placed.row->lead_agency.name;
    }
    for (const review& r : w.reviews)
        if (s.resource == "reviews" && r.id == s.id) return r.agency.name;
    return {};
}

} // namespace workflow
