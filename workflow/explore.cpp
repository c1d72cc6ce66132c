// A breadth-first walk; states are remembered by digest, worlds only while they wait.
#include "workflow/explore.hpp"
#include "workflow/allowed.hpp"
#include "workflow/digest.hpp"
#include "workflow/people.hpp"
#include <algorithm>
#include <deque>
#include <stdexcept>
#include <unordered_map>

namespace workflow {
namespace {

void put(std::string& key, std::string_view part)
{
    key += part;
    key += '|';
}

void put(std::string& key, std::int64_t number)
{
    put(key, std::to_string(number));
}

// Whose rows of an open revision are not those in force; what they say is all the same.
void put_revision(std::string& key, const world& w, const revision& r)
{
    put(key, r.state);
    if (!is_open(r)) return;
    put(key, r.submitted_by.id);
    if (const revision* in_force = w.revision_in_force())
        for (const action& a : r.actions)
            put(key, rows_digest(r.actions, a.lead_agency.id) ==
                             rows_digest(in_force->actions, a.lead_agency.id)
                         ? ""
                         : "changed");
}

std::string review_key(const world& w, const review& r)
{
    const revision& v = w.current();
    std::string key;
    put(key, r.agency.id);
    put(key, r.state);
    put(key, rows_digest(v.actions, r.agency.id) == r.rows_digest ? "" : "changed");
    if (v.state == "agency_review")
        put(key, r.due && w.days.has_passed(*r.due, w.now) ? "late" : "");
    return key;
}

std::string approval_key(const approval& a)
{
    std::string key; // the holders of one role are alike: how many have voted is what counts
    put(key, a.revision);
    put(key, a.stage);
    put(key, a.state);
    put(key, static_cast<std::int64_t>(a.votes.size()));
    return key;
}

// People count only while a step still asks who they were.
void put_target(std::string& key, const world& w, const target& t)
{
    put(key, t.id);
    put(key, t.state);
    put(key, t.newest_round);
    if (t.state == "reported" || t.state == "endorsed") put(key, t.record.reported_by.id);
    if (t.state == "endorsed") put(key, t.record.endorsed_by.id);
    if (t.state == "infeasible_claimed") put(key, t.record.claimed_by.id);
    put(key, t.last_final);
    const bool is_over = is_final_state(t.state) || t.state == "planned";
    put(key, !is_over && w.days.has_passed(end_of_target(w, t), w.now) ? "ended" : "");
}

void put_report(std::string& key, const world& w, const report& r)
{
    put(key, r.state);
    put(key, r.state == "compiling" || included_digest(w, r) == r.included_digest ? "" : "changed");
}

bool is_over(const revision* open, const review& r)
{
    return r.state == "superseded" || !open || r.revision != open->number;
}

bool is_over(const revision* open, const approval& a)
{
    return a.state == "superseded" || !open || a.revision != open->number ||
           a.submission != open->submission;
}

// Things that are over are dropped, so that a walk does not carry them along.
void forget_what_is_over(world& w)
{
    const revision* open = w.open_revision();
    std::erase_if(w.reviews, [&](const review& r) { return is_over(open, r); });
    std::erase_if(w.approvals, [&](const approval& a) { return is_over(open, a); });
}

template <class List, class Key>
void put_sorted(std::string& key, const world& w, const List& list, Key part)
{
    std::vector<std::string> parts;
    for (const auto& x : list)
        if (!is_over(w.open_revision(), x)) parts.push_back(part(x));
    std::sort(parts.begin(), parts.end());
    for (const std::string& p : parts) put(key, p);
}

std::vector<subject> subjects_of(const world& w)
{
    std::vector<subject> all{{"plans", w.head.id}};
    for (const review& r : w.reviews) all.push_back({"reviews", r.id});
    for (const approval& a : w.approvals) all.push_back({"approvals", a.id});
    for (const target& t : w.targets)
        if (t.made) all.push_back({"targets", t.id});
    for (const report& r : w.reports) all.push_back({"reports", r.id});
    return all;
}

class walk {
public:
    walk(const environment& outside, const script& how, const edge_visitor& visit)
        : outside_(outside), how_(how), visit_(visit)
    {
    }

    exploration from(const world& start)
    {
        meet(start);
        while (!waiting_.empty()) {
            const auto [number, w] = std::move(waiting_.front());
            waiting_.pop_front();
            leave(number, w);
        }
        return {names_.size(), edges_.size(), stuck()};
    }

private:
    std::size_t meet(const world& w)
    {
        const auto [place, is_new] = numbers_.emplace(state_key(w), names_.size());
        if (!is_new) return place->second;
        names_.push_back(&place->first);
        at_rest_.push_back(how_.is_at_rest(w) || !how_.is_within(w));
        if (!how_.is_within(w)) return place->second;
        waiting_.emplace_back(place->second, w);
        forget_what_is_over(waiting_.back().second);
        return place->second;
    }

    void take(std::size_t from, const walked_edge& edge)
    {
        visit_(edge);
        edges_.emplace_back(from, meet(edge.after.after));
    }

    void leave(std::size_t from, const world& w)
    {
        for (const outside_move& move : how_.moves)
            if (const auto moved = move.happen(outside_, w))
                take(from, {w, move.name, nullptr, move.name, *moved});
        for (const subject& s : subjects_of(w)) {
            const auto words = offered(*machine_of(*outside_.catalog, s.resource), w, s);
            if (!words.empty())
                for (const principal& actor : how_.actors) try_commands(from, w, s, actor, words);
        }
    }

    using word_list = std::vector<const command_word*>;
    void try_commands(std::size_t from, const world& w, const subject& s, const principal& actor,
                      const word_list& words)
    {
        const definition& machine = *machine_of(*outside_.catalog, s.resource);
        const auto f = facts_of(w, s, actor);
        for (const command_word* word : words) {
            if (!decide(machine, state_of(w, s, word->name), *f,
                        {word->name, word->needs, {}, true}))
                continue;
            command_given given{std::string(word->name), how_.body(w, s, word->name), std::nullopt};
            const auto done = step(outside_, w, s, given, actor);
            if (!done) throw std::logic_error("decide and step disagree on " + given.name);
            take(from, {w, actor.user.id, &s, word->name, *done});
        }
    }

    std::vector<std::string> stuck() const
    {
        std::vector<std::vector<std::size_t>> back(names_.size());
        for (const auto& [a, b] : edges_) back[b].push_back(a);
        std::vector<bool> can(names_.size());
        std::deque<std::size_t> next;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (at_rest_[i]) can[i] = true, next.push_back(i);
        for (; !next.empty(); next.pop_front())
            for (std::size_t a : back[next.front()])
                if (!can[a]) can[a] = true, next.push_back(a);
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (!can[i]) keys.push_back(*names_[i]);
        return keys;
    }

    const environment& outside_;
    const script& how_;
    const edge_visitor& visit_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<const std::string*> names_; // keys of numbers_
    std::vector<bool> at_rest_;
    std::vector<std::pair<std::size_t, std::size_t>> edges_;
    std::deque<std::pair<std::size_t, world>> waiting_;
};

} // namespace

std::string state_key(const world& w)
{
    std::string key;
    put(key, iso(w.today()));
    put(key, w.head.registered ? "registered" : "");
    for (const revision& r : w.revisions) put_revision(key, w, r);
    put_sorted(key, w, w.reviews, [&](const review& r) { return review_key(w, r); });
    put_sorted(key, w, w.approvals, [&](const approval& a) { return approval_key(a); });
    for (const target& t : w.targets) put_target(key, w, t);
    for (const report& r : w.reports) put_report(key, w, r);
    return key;
}

exploration explore(const environment& outside, const world& start, const script& how,
                    const edge_visitor& visit)
{
    return walk(outside, how, visit).from(start);
}

} // namespace workflow
