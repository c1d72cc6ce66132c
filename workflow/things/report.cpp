// A region's report on one period.
#include "workflow/things/report.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/things/comparison.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/in_a_list.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {
namespace {

const report& as_report(const item& x)
{
    return static_cast<const report&>(x);
}

constexpr char resource[] = "reports";
using lies = in_a_list<resource, &world::reports>;

bool is_answered(const report& r, const report_question& q)
{
    const auto given = r.answers.find(q.code);
    return !q.required || (given != r.answers.end() && !given->second.empty());
}

bool questions_are_answered(const world& w, const report& r)
{
    return std::all_of(w.rules.questions.begin(), w.rules.questions.end(),
                       [&](const report_question& q) { return is_answered(r, q); });
}

bilingual unanswered(const world& w, const report& r)
{
    bilingual missing;
    for (const report_question& q : w.rules.questions)
        if (!is_answered(r, q)) missing = missing.empty() ? q.name : missing + "; " + q.name;
    return missing;
}

std::unique_ptr<facts> look(const world& w, const item& x, const principal&)
{
    const report& r = as_report(x);
    auto f = std::make_unique<report_facts>();
    f->something_has_changed = // never submitted: nothing to compare with
        includes(w.loaded, parts::reports) &&
        (r.included_digest.empty() || included_digest(w, r) != r.included_digest);
    f->questions_are_answered = {questions_are_answered(w, r),
                                 [&w, &r] { return unanswered(w, r); }};
    // Reasons that were given before may be given anew: what is asked for is not what is lacking.
    if (gaps_of(w, r).empty()) f->not_needed.push_back("gaps");
    return f;
}

relation relate(const world&, const item&)
{
    return {.resource = "reports"};
}

parts needs(const command_given&)
{
    return parts::matrix | parts::targets | parts::reports;
}

void check_body(std::vector<field_error>& errors, const world& w, const item& x,
                const command_given& c)
{
    if (c.name != "submit") return;
    const auto gaps = gaps_of(w, as_report(x));
    for (const gap& g : gaps) {
        const bool given = std::any_of(c.body.gaps.begin(), c.body.gaps.end(),
                                       [&](const gap& each) { return each.id == g.id; });
        if (!given && g.reason.empty())
            errors.push_back({"/gaps", {"gap_needs_a_reason", {{"gap", g.id}}}});
    }
    for (std::size_t i = 0; i < c.body.gaps.size(); ++i)
        if (std::none_of(gaps.begin(), gaps.end(),
                         [&](const gap& g) { return g.id == c.body.gaps[i].id; }))
            errors.push_back({"/gaps/" + std::to_string(i) + "/id", {"not_a_gap", {}}});
}

void declare_gaps(ongoing_step& s, const machine_ref& m)
{
    report& r = found(s.w().reports, m.id);
    std::vector<gap> now = gaps_of(s.w(), r);
    for (gap& g : now)
        for (const gap& given : s.body->gaps)
            if (given.id == g.id) g.reason = given.reason;
    r.gaps = std::move(now);
    r.included_digest = included_digest(s.w(), r);
    s.note("included", r.included_digest);
    s.note("gaps", gaps_digest(r.gaps));
    r.submitted_answers = r.answers;
    if (const std::string said = answers_digest(r.answers); !said.empty()) s.note("answers", said);
}

void replay_gaps(played::history& h, const event& e)
{
    h.reports[e.subject].included = played::value_in(e, "included");
    h.reports[e.subject].gaps = played::value_in(e, "gaps");
    h.reports[e.subject].answers = played::value_in(e, "answers");
}

bool is_at_it(const world&)
{
    return true;
}

bilingual title(const world& w, const item& x)
{
    return w.head.title + " – " + period_title(w.rules, as_report(x).period, w.head.year);
}

std::optional<date> due(const world& w, const item& x)
{
    const period* p = w.period_named(as_report(x).period);
    return p ? std::optional(p->due) : std::nullopt;
}

// A report that is compiled for the first time has until the day that its period names.
wait work_of(const world& w, const item& x, std::string_view matter)
{
    const bool is_compiled = matter == "compile";
    const bool is_back = is_compiled && !x.reason.empty();
    return {std::string(revised(is_back, matter)),
            is_compiled && !is_back ? *due(w, x) : some_days_from(w, x.since)};
}

bool lies_given_back(const world&, const item& x)
{
    return x.state == "compiling" && !as_report(x).included_digest.empty(); // submitted once
}

played::standing* played_as(played::history& h, const event& e)
{
    const auto found = h.reports.find(e.subject);
    return found == h.reports.end() ? nullptr : &found->second;
}

played::standing& make(played::history& h, const event& e)
{
    played::report& r = h.reports[e.subject];
    r.period = played::value_in(e, "period");
    return r;
}

// What is saved into it besides raises its version, and no event speaks of that.
void compare_version(comparison& c, const std::string& thing, const played::report& played,
                     const report& row)
{
    if (row.answers.empty())
        c.version(thing, played, row.version);
    else if (row.version < played.events)
        c.found(played.seq, "the version of " + thing + " is lower than its history says");
}

void compare(comparison& c)
{
    c.each("report", c.history.reports, c.stored.reports,
           [&](const std::string& thing, const played::report& played, const report& row) {
               c.stands(thing, played, row);
               c.reason(thing, played, row.reason);
               compare_version(c, thing, played, row);
               c.same(played.seq, "the period of " + thing, row.period, played.period);
               c.same(played.seq, "what was included in " + thing, row.included_digest,
                      played.included);
               if (gaps_digest(row.gaps) != played.gaps)
                   c.found(played.seq,
                           "the gaps of " + thing + " are not the ones that were declared");
               if (answers_digest(row.submitted_answers) != played.answers)
                   c.found(played.seq,
                           "the answers of " + thing + " are not the ones that were submitted");
           });
}

} // namespace

const thing* answer(described_as<report>)
{
    static const thing described{
        .resource = "reports",
        .states = {report_state::all.begin(), report_state::all.end()},
        .all = &lies::all,
        .find = &lies::find,
        .version = &own_version,
        .about = &lies::about,
        .offering = &lies::offering,
        .look = &look,
        .relate = &relate,
        .shown = parts::matrix | parts::targets | parts::reports,
        .needs = &needs,
        .check_body = &check_body,
        .take_body = &keep_reason,
        .describe = &describe_nothing,
        .settle = &settle_nothing,
        .effects = {{"declare_gaps", &declare_gaps, &replay_gaps}},
        .tellings = {{"report_submitted", {who::parent_secretariat}, {"submitted"}},
                     {"report_received", {who::secretariat}, {"received"}},
                     {"report_returned", {who::secretariat}, {"compiling"}}},
        .is_at_it = &is_at_it,
        .told_of = &lies::told_of,
        .title = &title,
        .round = &first_round,
        .due = &due,
        .since = &own_since,
        .work_of = &work_of,
        .lies_given_back = &lies_given_back,
        .giving_back = {"return_for_changes"},
        .settling = {"amend"},
        .played = &played_as,
        .make = &make,
        .check_making = &made_by_the_engine,
        .take = &nothing_wrong,
        .compare = &compare,
    };
    return &described;
}

} // namespace workflow
