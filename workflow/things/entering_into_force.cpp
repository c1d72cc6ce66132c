// Cells against the cells of before.
#include "workflow/things/entering_into_force.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>
#include <map>

namespace workflow {
namespace {

bool differs(const placed_cell& a, const placed_cell& b)
{
    return a.target->text != b.target->text || a.target->quantity != b.target->quantity ||
           a.target->unit != b.target->unit || a.row->measure != b.row->measure ||
           a.row->lead_agency.id != b.row->lead_agency.id ||
           a.row->success_criterion != b.row->success_criterion;
}

void mark_revised(world& w, const std::string& target, const action& before, const action& now)
{
    w.revised_targets.insert(target);
    const auto &from = before.lead_agency.id, &to = now.lead_agency.id;
    if (from != to) w.handed_over[target] = {from, to};
}

std::map<std::string, placed_cell> cells_of(const revision* r)
{
    std::map<std::string, placed_cell> cells;
    if (r)
        for (const action& a : r->actions)
            for (const cell& c : a.targets) cells[c.id] = {&a, &c};
    return cells;
}

void make_target(ongoing_step& s, const action& a, const cell& c)
{
    auto& targets = s.w().targets;
    auto t =
        std::find_if(targets.begin(), targets.end(), [&](const target& x) { return x.id == c.id; });
    if (t == targets.end()) {
        target fresh;
        fresh.id = c.id;
        fresh.action = a.id;
        fresh.period = c.period;
        fresh.state = "planned";
        targets.push_back(fresh);
        t = targets.end() - 1;
    } else {
        ++t->version;
    }
    t->made = true;
    t->since = s.w().now;
    s.make("targets", t->id, t->state);
}

void make_reports(ongoing_step& s)
{
    if (s.w().place.code == nation) return;
    for (const period& p : s.w().periods) {
        const auto& reports = s.w().reports;
        if (std::any_of(reports.begin(), reports.end(),
                        [&](const report& r) { return r.period == p.code; }))
            continue;
        report r;
        r.id = s.outside.new_id();
        r.period = p.code;
        r.state = "compiling";
        r.since = s.w().now;
        s.make("reports", r.id, r.state, {{"period", r.period}});
        s.w().reports.push_back(std::move(r));
    }
}

void take_decree(ongoing_step& s, revision& r)
{
    r.decree_number = s.body->decree_number;
    r.decree_date = s.body->decree_date;
    r.decree_scan = s.body->decree_scan;
    s.note("decree", sha256_hex(r.decree_number));
    s.note("decree_date", r.decree_date ? iso(*r.decree_date) : "");
    s.note("decree_scan", r.decree_scan);
}

} // namespace

void enter_into_force(ongoing_step& s, revision& r)
{
    const revision* before = nullptr;
    for (const revision& each : s.w().revisions)
        if (each.state == "in_force" && each.number != r.number) before = &each;
    const auto old_cells = cells_of(before);
    take_decree(s, r);
    if (r.submission == 0) {
        s.w().head.registered = true;
        r.submitted_by = s.actor->user;
        s.note("matrix", matrix_digest(r.actions));
    }
    const auto new_cells = cells_of(&r);
    for (const auto& [id, place] : new_cells) {
        const auto old = old_cells.find(id);
        if (old == old_cells.end())
            make_target(s, *place.row, *place.target);
        else if (found(s.w().targets, id).state != "planned" && differs(old->second, place))
            mark_revised(s.w(), id, *old->second.row, *place.row);
    }
    for (const auto& [id, place] : old_cells)
        if (!new_cells.contains(id)) s.w().dropped_targets.insert(id);
    make_reports(s);
}

} // namespace workflow
