// One stage of the approval chain, for one submission.
#include "workflow/things/approval.hpp"
#include "workflow/things/approving.hpp"
#include "workflow/things/comparison.hpp"
#include "workflow/things/in_a_list.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {
namespace {

const approval& as_approval(const item& x)
{
    return static_cast<const approval&>(x);
}

constexpr char resource[] = "approvals";
using lies = in_a_list<resource, &world::approvals>;

std::unique_ptr<facts> look(const world& w, const item& x, const principal& p)
{
    const approval& a = as_approval(x);
    auto f = std::make_unique<approval_facts>();
    for (const revision& v : w.revisions)
        if (v.number == a.revision) {
            f->is_the_submitter = v.submitted_by.id == p.user.id;
            f->plan_went_back =
                v.state == "draft" || v.state == "refused" || v.state == "cancelled";
        }
    f->has_voted = std::any_of(a.votes.begin(), a.votes.end(),
                               [&](const vote& v) { return v.by.id == p.user.id; });
    f->quorum_is_reached = static_cast<int>(a.votes.size()) + 1 >= a.quorum;
    return f;
}

relation relate(const world&, const item& x)
{
    return {.resource = "approvals", .stage_role = as_approval(x).role};
}

parts needs(const command_given& c)
{
    return c.body.items.empty() ? parts::decisions : parts::decisions | parts::matrix;
}

void count_vote(ongoing_step& s, const machine_ref& m)
{
    found(s.w().approvals, m.id).votes.push_back({s.actor->user, s.w().now});
}

void replay_vote(played::history& h, const event& e)
{
    h.approvals[e.subject].votes.push_back({e.by.id, e.at, h.clock_went_on});
}

void ask_next_stage(ongoing_step& s, const machine_ref& m)
{
    const approval a = found(s.w().approvals, m.id);
    if (a.stage + 1 < static_cast<int>(s.w().rules.approval_chain.size()))
        ask_stage(s, a.revision, a.stage + 1);
}

bool is_at_it(const world& w)
{
    return w.current().state == "sahli_approval";
}

wait work_of(const world& w, const item& x, std::string_view matter)
{
    return {std::string(matter), x.due.value_or(some_days_from(w, x.since))};
}

bool lies_given_back(const world&, const item& x)
{
    return x.state == "returned" || x.state == "refused";
}

played::standing* played_as(played::history& h, const event& e)
{
    const auto found = h.approvals.find(e.subject);
    return found == h.approvals.end() ? nullptr : &found->second;
}

played::standing& make(played::history& h, const event& e)
{
    played::approval& a = h.approvals[e.subject];
    a.due = played::value_in(e, "due");
    a.revision = h.revision;
    a.submission = h.submission;
    a.stage = h.next_stage;
    return a;
}

std::optional<std::string> take(played::history& h, const event& e)
{
    const played::approval& a = h.approvals[e.subject];
    h.revision = a.revision;
    h.submission = a.submission;
    h.next_stage = a.stage + 1;
    return std::nullopt;
}

void compare_one(comparison& c, const std::string& thing, const played::approval& played,
                 const approval& row)
{
    c.stands(thing, played, row);
    c.reason(thing, played, row.reason);
    c.same(played.seq, "the revision of " + thing, row.revision, played.revision);
    c.same(played.seq, "the submission of " + thing, row.submission, played.submission);
    c.same(played.seq, "the stage of " + thing, row.stage, played.stage);
    const auto stage = static_cast<std::size_t>(played.stage);
    if (stage >= c.stored.approval_chain.size()) {
        c.found(played.seq, thing + " is of a stage that its kind does not have");
    } else {
        const chain_stage& rule = c.stored.approval_chain[stage];
        c.same(played.seq, "the role of " + thing, row.role, rule.role);
        c.same(played.seq, "the name of " + thing, row.name, rule.name);
        c.same(played.seq, "the quorum of " + thing, row.quorum, rule.quorum);
    }
    c.version(thing, played, row.version);
    c.due(thing, played.seq, row.due, played.due);
    const auto same_voter = [](const vote& is, const played::vote& was) {
        return is.by.id == was.by;
    };
    if (!std::equal(row.votes.begin(), row.votes.end(), played.votes.begin(), played.votes.end(),
                    same_voter))
        return c.found(played.seq, "the votes of " + thing + " differ");
    for (std::size_t i = 0; i < row.votes.size(); ++i)
        c.when(played.seq, "a vote of " + thing, row.votes[i].at, played.votes[i].at,
               played.votes[i].at_is_exact);
}

void compare(comparison& c)
{
    c.each("approval", c.history.approvals, c.stored.approvals,
           [&](const std::string& thing, const played::approval& played, const approval& row) {
               compare_one(c, thing, played, row);
           });
}

} // namespace

void ask_stage(ongoing_step& s, int revision_number, int number)
{
    const chain_stage& rule = s.w().rules.approval_chain[static_cast<std::size_t>(number)];
    approval a;
    a.id = s.outside.new_id();
    a.revision = revision_number;
    for (const revision& r : s.w().revisions)
        if (r.number == revision_number) a.submission = r.submission;
    a.stage = number;
    a.name = rule.name;
    a.role = rule.role;
    a.quorum = rule.quorum;
    a.state = "pending";
    a.due = s.w().days.add_working_days(s.w().today(), s.w().rules.approval_working_days);
    a.since = s.w().now;
    s.make("approvals", a.id, a.state, {{"due", iso(*a.due)}});
    s.tell("approval_requested", "approvals", a.id, a.due);
    s.w().approvals.push_back(std::move(a));
}

const thing* answer(described_as<approval>)
{
    static const thing described{
        .resource = "approvals",
        .states = {approval_state::all.begin(), approval_state::all.end()},
        .is_of_revision = true,
        .all = &lies::all,
        .find = &lies::find,
        .version = &own_version,
        .about = &lies::about,
        .offering = &lies::offering,
        .look = &look,
        .relate = &relate,
        .shown = parts::decisions | parts::matrix,
        .needs = &needs,
        .check_body = &no_check,
        .take_body = &keep_reason,
        .describe = &describe_nothing,
        .settle = &settle_nothing,
        .effects = {{"count_vote", &count_vote, &replay_vote},
                    {"ask_next_stage", &ask_next_stage, &played::nothing_more}},
        .tellings = {{"approval_requested", {who::stage_member}, {"pending"}}},
        .is_at_it = &is_at_it,
        .told_of = &lies::told_of,
        .title = &plan_title,
        .round = &first_round,
        .due = &own_due,
        .tells_due = true,
        .since = &own_since,
        .work_of = &work_of,
        .lies_given_back = &lies_given_back,
        .giving_back = {"return_for_changes", "refuse"},
        .settling = {},
        .played = &played_as,
        .make = &make,
        .check_making = &made_by_the_engine,
        .take = &take,
        .compare = &compare,
    };
    return &described;
}

} // namespace workflow
