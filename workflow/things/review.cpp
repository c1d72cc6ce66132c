// One agency's review of the rows that it leads.
#include "workflow/things/review.hpp"
#include "workflow/things/comparison.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/in_a_list.hpp"
#include "workflow/things/thing.hpp"

namespace workflow {
namespace {

const review& as_review(const item& x)
{
    return static_cast<const review&>(x);
}

constexpr char resource[] = "reviews";
using lies = in_a_list<resource, &world::reviews>;

std::unique_ptr<facts> look(const world& w, const item& x, const principal&)
{
    const review& r = as_review(x);
    auto f = std::make_unique<review_facts>();
    for (const revision& v : w.revisions)
        if (v.number == r.revision) {
            f->plan_is_in_review = v.state == "agency_review";
            f->was_overtaken = v.state == "cancelled" || v.state == "refused" ||
                               (v.state == "in_force" && w.head.registered && v.number == 1);
        }
    f->was_overtaken |= w.overtaken_reviews.contains(r.id);
    f->deadline_has_passed = r.due && w.days.has_passed(*r.due, w.now);
    f->silence_is_consent = w.rules.silence_is_consent;
    return f;
}

relation relate(const world&, const item& x)
{
    return {"reviews", as_review(x).agency};
}

// Without remarks on single actions nobody looks at the matrix, by far the most there is to read.
parts needs(const command_given& c)
{
    return c.body.items.empty() ? parts::decisions : parts::decisions | parts::matrix;
}

void take_body(item& x, const command_body& body)
{
    keep_reason(x, body);
    static_cast<review&>(x).items = body.items;
}

void describe(event& e, const world&, const machine_ref&, const command_body* body)
{
    if (body && !body->items.empty()) e.data.emplace_back("items", items_digest(body->items));
}

void settle(world& w, const std::string& id, std::string_view command)
{
    if (command == "supersede") w.overtaken_reviews.erase(id);
}

bool is_at_it(const world& w)
{
    return w.current().state == "agency_review";
}

// As the rule of the table has it that lets a review lapse.
bool silence_consents(const world& w, const item& x)
{
    return w.rules.silence_is_consent && x.state == "pending" && x.due && is_at_it(w);
}

wait work_of(const world& w, const item& x, std::string_view matter)
{
    return {std::string(matter), x.due.value_or(some_days_from(w, x.since))};
}

bool lies_given_back(const world&, const item& x)
{
    return x.state == "changes_requested";
}

played::standing* played_as(played::history& h, const event& e)
{
    const auto found = h.reviews.find(e.subject);
    return found == h.reviews.end() ? nullptr : &found->second;
}

played::standing& make(played::history& h, const event& e)
{
    played::review& r = h.reviews[e.subject];
    r.revision = h.revision;
    r.agency = played::value_in(e, "agency");
    r.due = played::value_in(e, "due");
    return r;
}

std::optional<std::string> take(played::history& h, const event& e)
{
    if (!e.by.id.empty()) h.reviews[e.subject].items = played::value_in(e, "items");
    return std::nullopt;
}

void compare(comparison& c)
{
    c.each("review", c.history.reviews, c.stored.reviews,
           [&](const std::string& thing, const played::review& played, const review& row) {
               c.stands(thing, played, row);
               c.reason(thing, played, row.reason);
               c.version(thing, played, row.version);
               c.same(played.seq, "the revision of " + thing, row.revision, played.revision);
               c.same(played.seq, "the agency of " + thing, row.agency.id, played.agency);
               c.due(thing, played.seq, row.due, played.due);
               if (items_digest(row.items) != played.items)
                   c.found(played.seq, "what " + thing + " asks for is not what was said");
               const auto asked = c.history.revisions.find(played.revision);
               const auto* r = c.numbered(played.revision);
               if (c.matrices_hold && row.state != review_state::superseded && r &&
                   asked != c.history.revisions.end() && !asked->second.matrix.empty() &&
                   rows_digest(r->actions, row.agency.id) != row.rows_digest)
                   c.found(played.seq, thing + " is not about the rows of its agency");
           });
}

} // namespace

const thing* answer(described_as<review>)
{
    static const thing described{
        .resource = "reviews",
        .states = {review_state::all.begin(), review_state::all.end()},
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
        .take_body = &take_body,
        .describe = &describe,
        .settle = &settle,
        .effects = {},
        .tellings = {{"review_requested", {who::reviewing_head}, {"pending"}},
                     {"changes_requested", {who::secretariat}, {"changes_requested"}}},
        .is_at_it = &is_at_it,
        .told_of = &lies::told_of,
        .title = &plan_title,
        .round = &first_round,
        .due = &own_due,
        .tells_due = true,
        .silence_consents = &silence_consents,
        .since = &own_since,
        .work_of = &work_of,
        .lies_given_back = &lies_given_back,
        .giving_back = {"request_changes"},
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
