// Every field has a fixed number of bits, and what follows it depends on it alone, so no two
// different worlds share a key.
#include "tests/workflow/support/state_key.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <stdexcept>

namespace walk {
namespace {

constexpr unsigned day_bits = 16; // days since 1970
constexpr unsigned state_bits = 4;
constexpr unsigned person_bits = 4;
constexpr unsigned agency_bits = 3;
constexpr unsigned count_bits = 3; // revisions, reviews, rounds, stages, votes

template <class List> std::size_t place_in(const List& list, std::string_view name)
{
    const auto found = std::find(list.begin(), list.end(), name);
    if (found == list.end()) throw std::logic_error("unknown to the walk: " + std::string(name));
    return static_cast<std::size_t>(found - list.begin());
}

} // namespace

void state_key::put(std::size_t value, unsigned bits)
{
    if (value >> bits) throw std::length_error("a number too large for its place in a state key");
    if (used_ % 64 + bits > 64) used_ += 64 - used_ % 64; // no field crosses a word
    if (used_ + bits > 64 * words_.size()) throw std::length_error("a state key is full");
    words_[used_ / 64] |= static_cast<std::uint64_t>(value) << used_ % 64;
    used_ += bits;
}

std::size_t state_key::hash() const
{
    std::uint64_t h = 0;
    for (const std::uint64_t word : words_) {
        h = (h ^ word) * 0x9E3779B97F4A7C15U; // Knuth's multiplicative hash, by the golden ratio
        h ^= h >> 32;
    }
    return h;
}

state_reader::state_reader(const std::vector<definition>& catalog,
                           const std::vector<principal>& actors, const world& start)
    : catalog_(catalog), people_{""}
{
    for (const principal& p : actors) people_.push_back(p.user.id);
    for (const action& a : start.current().actions)
        if (std::find(agencies_.begin(), agencies_.end(), a.lead_agency.id) == agencies_.end())
            agencies_.push_back(a.lead_agency.id);
}

state_key state_reader::read(const world& w)
{
    state_key key;
    key.put(day_of(w), day_bits);
    key.put(w.head.registered, 1);
    key.put(w.revisions.size(), count_bits);
    for (const revision& r : w.revisions) put_revision(key, w, r);
    if (const revision* open = w.open_revision()) {
        put_reviews(key, w, *open);
        put_approvals(key, w, *open);
    }
    key.put(w.targets.size(), count_bits);
    for (const target& t : w.targets) put_target(key, w, t);
    key.put(w.reports.size(), count_bits);
    for (const report& r : w.reports) put_report(key, w, r);
    return key;
}

// Whose rows of an open revision are not those in force; what they say is all the same.
void state_reader::put_revision(state_key& key, const world& w, const revision& r)
{
    put_state(key, "plans", r.state);
    if (!is_open(r)) return;
    put_person(key, r.submitted_by);
    if (const revision* in_force = w.revision_in_force())
        for (const std::string& agency : agencies_)
            key.put(digest_of(r.actions, agency) != digest_of(in_force->actions, agency), 1);
}

// At most one review of an agency counts, so the agencies' order is order enough.
void state_reader::put_reviews(state_key& key, const world& w, const revision& open)
{
    for (std::size_t agency = 0; agency < agencies_.size(); ++agency)
        for (const review& r : w.reviews) {
            if (r.agency.id != agencies_[agency] || r.revision != open.number ||
                r.state == "superseded")
                continue;
            key.put(agency + 1, agency_bits);
            put_state(key, "reviews", r.state);
            key.put(digest_of(open.actions, r.agency.id) != r.rows_digest, 1);
            if (open.state == "agency_review")
                key.put(r.due && w.days.has_passed(*r.due, w.now), 1);
        }
    key.put(0, agency_bits); // the end of the list
}

// The holders of one role are alike: how many have voted is what counts.
void state_reader::put_approvals(state_key& key, const world& w, const revision& open) const
{
    for (std::size_t stage = 0; stage < w.rules.approval_chain.size(); ++stage)
        for (const approval& a : w.approvals) {
            if (a.stage != static_cast<int>(stage) || a.revision != open.number ||
                a.submission != open.submission || a.state == "superseded")
                continue;
            key.put(stage + 1, count_bits);
            put_state(key, "approvals", a.state);
            key.put(a.votes.size(), count_bits);
        }
    key.put(0, count_bits);
}

// People count only while a step still asks who they were.
void state_reader::put_target(state_key& key, const world& w, const target& t) const
{
    put_state(key, "targets", t.state);
    key.put(static_cast<std::size_t>(t.newest_round), count_bits);
    if (t.state == "reported" || t.state == "endorsed") put_person(key, t.record.reported_by);
    if (t.state == "endorsed") put_person(key, t.record.endorsed_by);
    if (t.state == "infeasible_claimed") put_person(key, t.record.claimed_by);
    put_state(key, "targets", t.last_final.empty() ? "planned" : std::string_view(t.last_final));
    const bool is_over = is_final_state(t.state) || t.state == "planned";
    key.put(!is_over && w.days.has_passed(end_of_target(w, t), w.now), 1);
}

void state_reader::put_report(state_key& key, const world& w, const report& r)
{
    put_state(key, "reports", r.state);
    key.put(r.state != "compiling" && included_in(w, r) != r.included_digest, 1);
}

void state_reader::put_state(state_key& key, std::string_view resource,
                             std::string_view state) const
{
    key.put(place_in(machine_of(catalog_, resource)->states, state), state_bits);
}

void state_reader::put_person(state_key& key, const reference& person) const
{
    key.put(place_in(people_, person.id), person_bits);
}

std::size_t state_reader::day_of(const world& w)
{
    std::size_t& day = days_[microseconds_of(w.now)];
    if (day == 0)
        day = static_cast<std::size_t>(std::chrono::sys_days{w.today()}.time_since_epoch().count());
    return day;
}

// `included_digest`, remembered by all that it depends on; the regions below stand still.
const std::string& state_reader::included_in(const world& w, const report& r)
{
    state_key shape;
    shape.put(static_cast<std::size_t>(w.period_named(r.period) - w.periods.data()), count_bits);
    for (const target& t : w.targets) {
        shape.put(t.period == r.period && t.made, 1);
        put_state(shape, "targets", t.state);
        shape.put(static_cast<std::size_t>(t.round), count_bits);
    }
    std::string& digest = included_[shape];
    if (digest.empty()) digest = included_digest(w, r);
    return digest;
}

// A walk knows only a few versions of an agency's rows; comparing is cheaper than hashing.
const std::string& state_reader::digest_of(const std::vector<action>& actions,
                                           const std::string& agency)
{
    for (const known_rows& k : known_)
        if (k.agency == agency && k.actions == actions) return k.digest;
    known_.push_back({actions, agency, rows_digest(actions, agency)});
    return known_.back().digest;
}

} // namespace walk
