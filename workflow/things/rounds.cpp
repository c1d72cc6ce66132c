// One round after the other.
#include "workflow/things/rounds.hpp"

namespace workflow {
namespace {

std::string lead_of(const world& w, const target& t)
{
    const auto handed = w.handed_over.find(t.id);
    if (handed != w.handed_over.end()) return handed->second.to;
    const placed_cell place = cell_of(w, t.id);
    return place.row ? place.row->lead_agency.id : std::string();
}

achievement_record carried(const achievement_record& before)
{
    achievement_record next;
    next.achievement = before.achievement;
    next.achieved_quantity = before.achieved_quantity;
    next.obstacles = before.obstacles;
    next.follow_up = before.follow_up;
    return next;
}

} // namespace

closed_round next_round(const world& w, target& t, std::string_view left_in)
{
    const auto handed = w.handed_over.find(t.id);
    const std::string former = handed == w.handed_over.end() ? "" : handed->second.from;
    if (!former.empty()) {
        leave_to(t.record, former);
        if (t.last_final_record) leave_to(*t.last_final_record, former);
    }
    closed_round closed{t.id, t.round, std::string(left_in), t.record, t.evidence, former};
    const std::string lead = lead_of(w, t);
    const bool goes_on = owner_of(t.record, lead) == lead;
    t.record = goes_on ? carried(t.record) : achievement_record{};
    if (!goes_on) t.evidence.clear();
    t.round = ++t.newest_round;
    for (evidence& e : t.evidence) e.round = t.round;
    return closed;
}

} // namespace workflow
