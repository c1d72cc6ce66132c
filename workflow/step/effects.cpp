// Effects by name. Each is short: what it makes or marks is decided elsewhere, by tables.
#include "workflow/step/effects.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/rounds.hpp"
#include <algorithm>
#include <map>
#include <stdexcept>

namespace workflow {
namespace {

template <class List> auto& found(List& list, const std::string& id)
{
    for (auto& x : list)
        if (x.id == id) return x;
    throw std::logic_error("no such thing in this world: " + id);
}

revision& revision_numbered(world& w, int number)
{
    for (revision& r : w.revisions)
        if (r.number == number) return r;
    throw std::logic_error("no such revision");
}

void make(stage& s, std::string resource, const std::string& id, std::string initial,
          std::vector<std::pair<std::string, std::string>> data = {})
{
    event e;
    e.name = "made";
    e.resource = std::move(resource);
    e.subject = id;
    e.to = std::move(initial);
    e.data = std::move(data);
    s.record(std::move(e));
}

// Into the data of the event that the effect belongs to; an absent member is an empty value.
void note(stage& s, const char* key, std::string value)
{
    if (!value.empty()) s.result.events.back().data.emplace_back(key, std::move(value));
}

// --- drafting --------------------------------------------------------------------------------

std::vector<reference> lead_agencies(const revision& r)
{
    std::vector<reference> leads;
    for (const action& a : r.actions)
        if (std::none_of(leads.begin(), leads.end(),
                         [&](const reference& x) { return x.id == a.lead_agency.id; }))
            leads.push_back(a.lead_agency);
    std::sort(leads.begin(), leads.end());
    return leads;
}

// An agency with the digest of its rows as they are submitted.
struct lead {
    reference agency;
    std::string rows;
};

bool must_be_asked(const world& w, const lead& asked)
{
    const revision* before = w.revision_in_force();
    return !before || rows_digest(before->actions, asked.agency.id) != asked.rows;
}

bool keeps_confirmation(const world& w, const revision& r, const lead& asked)
{
    return std::any_of(w.reviews.begin(), w.reviews.end(), [&](const review& x) {
        return x.revision == r.number && x.agency.id == asked.agency.id && x.state == "confirmed" &&
               x.rows_digest == asked.rows;
    });
}

void ask(stage& s, const revision& r, const lead& asked)
{
    review x;
    x.id = s.outside.new_id();
    x.revision = r.number;
    x.agency = asked.agency;
    x.state = "pending";
    x.due = s.w().days.add_working_days(s.w().today(), s.w().rules.review_working_days);
    x.rows_digest = asked.rows;
    x.since = s.w().now;
    make(s, "reviews", x.id, x.state, {{"agency", x.agency.id}, {"due", iso(*x.due)}});
    const auto [id, due] = std::pair(x.id, x.due);
    s.w().reviews.push_back(std::move(x));
    tell(s, "review_requested", "reviews", id, due);
}

void ask_agencies(stage& s, const machine_ref& m)
{
    revision& r = revision_numbered(s.w(), m.revision);
    ++r.submission;
    r.submitted_by = s.actor->user;
    note(s, "matrix", matrix_digest(r.actions));
    std::vector<lead> kept;
    std::vector<lead> asked;
    for (const reference& agency : lead_agencies(r)) {
        lead candidate{agency, rows_digest(r.actions, agency.id)};
        if (!must_be_asked(s.w(), candidate)) continue;
        (keeps_confirmation(s.w(), r, candidate) ? kept : asked).push_back(std::move(candidate));
    }
    for (const review& x : s.w().reviews)
        if (x.revision == r.number && x.state != "superseded" &&
            std::none_of(kept.begin(), kept.end(),
                         [&](const lead& k) { return k.agency.id == x.agency.id; }))
            s.w().overtaken_reviews.insert(x.id);
    for (const lead& agency : asked) ask(s, r, agency);
}

// --- approval --------------------------------------------------------------------------------

void ask_stage(stage& s, const revision& r, int number)
{
    const chain_stage& rule = s.w().rules.approval_chain[static_cast<std::size_t>(number)];
    approval a;
    a.id = s.outside.new_id();
    a.revision = r.number;
    a.submission = r.submission;
    a.stage = number;
    a.name = rule.name;
    a.role = rule.role;
    a.quorum = rule.quorum;
    a.state = "pending";
    a.due = s.w().days.add_working_days(s.w().today(), s.w().rules.approval_working_days);
    a.since = s.w().now;
    make(s, "approvals", a.id, a.state, {{"due", iso(*a.due)}});
    const auto [id, due] = std::pair(a.id, a.due);
    s.w().approvals.push_back(std::move(a));
    tell(s, "approval_requested", "approvals", id, due);
}

void ask_first_stage(stage& s, const machine_ref& m)
{
    ask_stage(s, revision_numbered(s.w(), m.revision), 0);
}

void count_vote(stage& s, const machine_ref& m)
{
    found(s.w().approvals, m.id).votes.push_back({s.actor->user, s.w().now});
}

void ask_next_stage(stage& s, const machine_ref& m)
{
    const approval a = found(s.w().approvals, m.id);
    if (a.stage + 1 < static_cast<int>(s.w().rules.approval_chain.size()))
        ask_stage(s, revision_numbered(s.w(), a.revision), a.stage + 1);
}

// --- coming into force -----------------------------------------------------------------------

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

void make_target(stage& s, const action& a, const cell& c)
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
    make(s, "targets", t->id, t->state);
}

void make_reports(stage& s)
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
        make(s, "reports", r.id, r.state, {{"period", r.period}});
        s.w().reports.push_back(std::move(r));
    }
}

void take_decree(stage& s, revision& r)
{
    r.decree_number = s.body->decree_number;
    r.decree_date = s.body->decree_date;
    r.decree_scan = s.body->decree_scan;
    note(s, "decree", sha256_hex(r.decree_number));
    note(s, "decree_date", r.decree_date ? iso(*r.decree_date) : "");
    note(s, "decree_scan", r.decree_scan);
}

void enter_into_force(stage& s, const machine_ref& m)
{
    const revision* before = nullptr;
    for (const revision& r : s.w().revisions)
        if (r.state == "in_force" && r.number != m.revision) before = &r;
    const auto old_cells = cells_of(before);
    revision& r = revision_numbered(s.w(), m.revision);
    take_decree(s, r);
    if (r.submission == 0) {
        s.w().head.registered = true;
        r.submitted_by = s.actor->user;
        note(s, "matrix", matrix_digest(r.actions));
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

// --- targets ---------------------------------------------------------------------------------

void give_days(stage& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    if (s.body && s.body->until)
        t.extended_to = *s.body->until;
    else if (s.w().days.has_passed(end_of_target(s.w(), t), s.w().now))
        t.extended_to = s.w().days.add_working_days(s.w().today(), s.w().rules.return_working_days);
    else
        return;
    note(s, "until", iso(*t.extended_to));
}

void begin_round(stage& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    const auto handed = s.w().handed_over.find(t.id);
    if (handed != s.w().handed_over.end()) note(s, "former_lead", handed->second.from);
    s.result.closed_rounds.push_back(next_round(s.w(), t, s.result.events.back().from));
    if (s.body) t.record.reason = s.body->reason;
    give_days(s, m);
}

void record_report(stage& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.record.reported_by = s.actor->user;
    t.record.reported_at = s.w().now;
    note(s, "round", std::to_string(t.round));
    note(s, "record", record_digest(t.record, t.evidence));
    note(s, "files", files_digest(t.evidence));
}

void record_endorser(stage& s, const machine_ref& m)
{
    found(s.w().targets, m.id).record.endorsed_by = s.actor->user;
}

void record_claim(stage& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.record.claimed_by = s.actor->user;
    t.record.reason = s.body->reason;
}

void record_scores(stage& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.record.signed_by = s.actor->user;
    t.record.scores = s.body->scores;
    t.record.chosen_class = s.body->chosen_class;
    note(s, "administration", decimal(s.body->scores->administration));
    note(s, "substance", decimal(s.body->scores->substance));
    note(s, "class", s.body->chosen_class);
}

void keep_final_round(stage& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.last_final = t.state;
    t.last_final_round = t.round;
    t.last_final_record = t.record;
}

void restore_final_round(stage& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    s.result.closed_rounds.push_back({t.id, t.round, "open", t.record, t.evidence, {}});
    t.record = t.last_final_record.value_or(achievement_record{});
    t.round = t.last_final_round;
}

// --- reports ---------------------------------------------------------------------------------

void declare_gaps(stage& s, const machine_ref& m)
{
    report& r = found(s.w().reports, m.id);
    std::vector<gap> now = gaps_of(s.w(), r);
    for (gap& g : now)
        for (const gap& given : s.body->gaps)
            if (given.id == g.id) g.reason = given.reason;
    r.gaps = std::move(now);
    r.included_digest = included_digest(s.w(), r);
    note(s, "included", r.included_digest);
    note(s, "gaps", gaps_digest(r.gaps));
}

using effect_function = void (*)(stage&, const machine_ref&);
const std::map<std::string_view, effect_function> effects{
    {"ask_agencies", &ask_agencies},
    {"ask_first_stage", &ask_first_stage},
    {"ask_next_stage", &ask_next_stage},
    {"count_vote", &count_vote},
    {"enter_into_force", &enter_into_force},
    {"open_target", &give_days},
    {"give_days", &give_days},
    {"begin_round", &begin_round},
    {"record_report", &record_report},
    {"record_endorser", &record_endorser},
    {"record_claim", &record_claim},
    {"record_scores", &record_scores},
    {"keep_final_round", &keep_final_round},
    {"restore_final_round", &restore_final_round},
    {"declare_gaps", &declare_gaps},
};

} // namespace

void tell(stage& s, const std::string& name, const std::string& resource, const std::string& id,
          std::optional<date> due)
{
    notice n;
    n.name = name;
    n.resource = resource;
    n.subject = id;
    n.due = due;
    n.event = static_cast<std::int64_t>(s.result.events.size());
    s.result.notices.push_back(std::move(n));
}

bool is_effect(std::string_view name)
{
    return effects.contains(name);
}

void apply_effect(std::string_view name, stage& s, const machine_ref& m)
{
    effects.at(name)(s, m);
}

} // namespace workflow
