// A revision of a plan, which its machine carries from draft into force.
#include "workflow/things/approving.hpp"
#include "workflow/things/begin_revision.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/entering_into_force.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/plan_facts.hpp"
#include "workflow/things/revision_compare.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {
namespace {

const revision& as_revision(const item& x)
{
    return static_cast<const revision&>(x);
}

std::vector<machine_ref> all(const world& w)
{
    std::vector<machine_ref> out;
    for (const revision& r : w.revisions) out.push_back({"plans", w.head.id, r.number});
    return out;
}

item* find(world& w, const machine_ref& m)
{
    if (m.id != w.head.id) return nullptr;
    for (revision& r : w.revisions)
        if (r.number == m.revision) return &r;
    return nullptr;
}

std::int64_t& version(world& w, item&)
{
    return w.head.version;
}

// Closing and amending concern the revision in force, all else the open one.
machine_ref about(const world& w, const std::string& id, std::string_view command)
{
    if (w.revisions.empty()) return {"plans", id, 0}; // only its head was loaded
    const revision* in_force = w.revision_in_force();
    const bool is_in_force_s = in_force && (command == "close" || command == "amend");
    return {"plans", id, is_in_force_s ? in_force->number : w.current().number};
}

std::vector<machine_ref> offering(const world& w, const std::string& id)
{
    std::vector<machine_ref> out;
    if (const revision* open = w.open_revision()) out.push_back({"plans", id, open->number});
    if (const revision* in_force = w.revision_in_force())
        out.push_back({"plans", id, in_force->number});
    return out;
}

std::unique_ptr<facts> look(const world& w, const item& x, const principal& p)
{
    return plan_facts_of(w, as_revision(x), p.user.id);
}

relation relate(const world&, const item&)
{
    return {.resource = "plans"};
}

parts needs(const command_given&)
{
    return parts::whole;
}

// A title may be changed between two events; it cannot be without another version of the plan.
void describe(event& e, const world& w, const machine_ref& m, const command_body*)
{
    e.data.emplace(e.data.begin(), "revision", std::to_string(m.revision));
    e.data.emplace_back("title", sha256_hex(w.head.title));
    e.data.emplace_back("version", std::to_string(w.head.version));
}

// --- effects, each beside what the history tells of it ----------------------------------------

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

void ask(ongoing_step& s, const revision& r, const lead& asked)
{
    review x;
    x.id = s.outside.new_id();
    x.revision = r.number;
    x.agency = asked.agency;
    x.state = "pending";
    x.due = s.w().days.add_working_days(s.w().today(), s.w().rules.review_working_days);
    x.rows_digest = asked.rows;
    x.since = s.w().now;
    s.make("reviews", x.id, x.state, {{"agency", x.agency.id}, {"due", iso(*x.due)}});
    s.tell("review_requested", "reviews", x.id, x.due);
    s.w().reviews.push_back(std::move(x));
}

void ask_agencies(ongoing_step& s, const machine_ref& m)
{
    revision& r = static_cast<revision&>(*find(s.w(), m));
    ++r.submission;
    r.submitted_by = s.actor->user;
    s.note("matrix", matrix_digest(r.actions));
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

void replay_submission(played::revision& r, const event& e)
{
    r.submitted_by = e.by.id;
    r.matrix = played::value_in(e, "matrix");
    r.matrix_seq = e.seq;
}

void replay_asking(played::history& h, const event& e)
{
    played::revision& r = h.revisions[h.revision];
    h.submission = ++r.submission;
    replay_submission(r, e);
}

void ask_first_stage(ongoing_step& s, const machine_ref& m)
{
    ask_stage(s, m.revision, 0);
}

// A copy of the matrix in force, to be changed and come into force in its turn.
void begin_next(ongoing_step& s, const machine_ref& m)
{
    revision next;
    next.number = s.w().revisions.back().number + 1;
    next.state = plan_state::draft;
    next.actions = static_cast<const revision&>(*find(s.w(), m)).actions;
    for (action& a : next.actions) a.version = 1;
    begin_revision(s, std::move(next));
}

void enter(ongoing_step& s, const machine_ref& m)
{
    enter_into_force(s, static_cast<revision&>(*find(s.w(), m)));
}

void replay_entering(played::history& h, const event& e)
{
    played::revision& r = h.revisions[h.revision];
    r.was_in_force = true;
    r.decree_digest = played::value_in(e, "decree");
    r.decree_date = played::value_in(e, "decree_date");
    r.decree_scan = played::value_in(e, "decree_scan");
    if (r.submission > 0) return;
    h.registered = true;
    replay_submission(r, e);
}

// --- what it is called ------------------------------------------------------------------------

bool is_at_it(const world&)
{
    return true;
}

// Of an adopted plan later amendments change nothing; all else is about its newest revision.
const item* told_of(const world& w, const std::string&, std::string_view notice)
{
    return notice == "plan_adopted" ? w.revision_in_force() : &w.revisions.back();
}

std::optional<date> no_due(const world&, const item&)
{
    return std::nullopt;
}

// What an agency objects to came back when the first of them did.
instant since(const world& w, const item& x)
{
    std::optional<instant> objection;
    for (const review& each : w.reviews)
        if (each.revision == as_revision(x).number && each.state == "changes_requested")
            objection = objection ? std::min(*objection, each.since) : each.since;
    return x.state == "agency_review" && objection ? *objection : x.since;
}

wait work_of(const world& w, const item& x, std::string_view matter)
{
    const revision& r = as_revision(x);
    const bool is_back = matter == "submit" && r.submission > 0;
    const date begun = w.days.today(since(w, x));
    const date due = matter == "repair" ? some_days_from(w, since(w, x))
                                        : draft_due(w.rules, w.head.year, w.days, begun, is_back);
    return {std::string(revised(is_back, matter)), due, r.number};
}

bool lies_given_back(const world&, const item& x)
{
    return x.state == "draft" && as_revision(x).submission > 0;
}

// --- its history ------------------------------------------------------------------------------

played::standing* played_as(played::history& h, const event& e)
{
    const auto found = h.revisions.find(played::number_in(e, "revision"));
    return found == h.revisions.end() ? nullptr : &found->second;
}

void replay_title(played::history& h, const event& e)
{
    h.head.title = played::value_in(e, "title");
    h.head.version = played::number_in(e, "version");
    h.head.seq = e.seq;
}

// What only the first revision's making says stays.
played::standing& make(played::history& h, const event& e)
{
    h.revision = played::number_in(e, "revision");
    if (h.revision == 1) {
        h.head.kind = played::value_in(e, "kind");
        h.head.kind_version = played::value_in(e, "kind_version");
        h.head.region = played::value_in(e, "region");
        h.head.year = played::value_in(e, "year");
    }
    replay_title(h, e);
    return h.revisions[h.revision];
}

std::optional<std::string> check_making(const played::history& h, const event& e)
{
    if (played::number_in(e, "revision") != static_cast<int>(h.revisions.size()) + 1)
        return "not the next revision of this plan";
    if (e.by.id.empty()) return "made by nobody";
    return std::nullopt;
}

std::optional<std::string> take(played::history& h, const event& e)
{
    replay_title(h, e);
    h.revision = played::number_in(e, "revision");
    played::revision& r = h.revisions[h.revision];
    h.submission = r.submission;
    h.next_stage = 0;
    if (e.to == "draft") r.matrix.clear(); // edits again
    return std::nullopt;
}

} // namespace

void begin_revision(ongoing_step& s, revision fresh)
{
    const plan& head = s.w().head;
    event e;
    e.name = "made";
    e.resource = "plans";
    e.subject = head.id;
    e.to = fresh.state;
    e.data.emplace_back("revision", std::to_string(fresh.number));
    if (fresh.number == 1) {
        e.data.emplace_back("kind", head.kind);
        e.data.emplace_back("kind_version", std::to_string(head.kind_version));
        e.data.emplace_back("region", head.region);
        e.data.emplace_back("year", std::to_string(head.year));
    }
    e.data.emplace_back("title", sha256_hex(head.title));
    e.data.emplace_back("version", std::to_string(head.version));
    if (s.body) e.reason = s.body->reason;
    fresh.since = s.w().now;
    s.w().revisions.push_back(std::move(fresh));
    s.record(std::move(e));
}

const thing* answer(described_as<revision>)
{
    static const thing described{
        .resource = "plans",
        .states = {plan_state::all.begin(), plan_state::all.end()},
        .is_of_revision = true,
        .all = &all,
        .find = &find,
        .version = &version,
        .about = &about,
        .offering = &offering,
        .look = &look,
        .relate = &relate,
        .shown = parts::whole,
        .needs = &needs,
        .check_body = &no_check,
        .take_body = &keep_nothing,
        .describe = &describe,
        .settle = &settle_nothing,
        .effects = {{"ask_agencies", &ask_agencies, &replay_asking},
                    {"ask_first_stage", &ask_first_stage, &played::nothing_more},
                    {"enter_into_force", &enter, &replay_entering},
                    {"next_revision", &begin_next, &played::nothing_more}},
        .tellings = {{"plan_approved", {who::secretariat}, {"approved"}},
                     {"plan_returned", {who::secretariat}, {"draft"}},
                     {"plan_refused", {who::secretariat}, {"refused"}},
                     {"plan_adopted",
                      {who::secretariat},
                      {"in_force", "closed"},
                      audience::agencies_of_the_plan}},
        .is_at_it = &is_at_it,
        .told_of = &told_of,
        .title = &plan_title,
        .round = &first_round,
        .due = &no_due,
        .since = &since,
        .work_of = &work_of,
        .lies_given_back = &lies_given_back,
        .giving_back = {"recall", "return_to_draft"},
        .settling = {},
        .played = &played_as,
        .make = &make,
        .check_making = &check_making,
        .take = &take,
        .compare = &compare_revisions,
    };
    return &described;
}

} // namespace workflow
