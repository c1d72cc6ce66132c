// Marks of work against a world: what stands in the way, and who is left to do it.
#include "workflow/step/turn.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/people.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {
namespace {

template <class List, class Value> bool contains(const List& list, const Value& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_row_of(const transition& t, std::string_view state, const command_word& word)
{
    return t.from == state && t.command == word.name;
}

bool is_waited_for(const command_word& word, std::string_view state, const facts& f)
{
    if (!word.work) return false;
    const work_mark& mark = *word.work;
    return (mark.states.empty() || contains(mark.states, state)) && (!mark.when || mark.when(f));
}

// Whether a row could be taken once what its command asks for is there; `of_somebody`: by the
// person of whom the facts are.
bool could_be_taken(const transition& row, const facts& f, bool of_somebody)
{
    return std::all_of(row.guards.begin(), row.guards.end(), [&](const guard& g) {
        return g.kind == guard_kind::asked_for ||
               (g.kind == guard_kind::four_eyes && !of_somebody) || g.holds(f);
    });
}

bool is_open_work(const definition& d, std::string_view state, const command_word& word,
                  const facts& f, bool of_somebody)
{
    return is_waited_for(word, state, f) &&
           std::any_of(d.transitions.begin(), d.transitions.end(), [&](const transition& t) {
               return is_row_of(t, state, word) && could_be_taken(t, f, of_somebody);
           });
}

// A cheap look before the facts are gathered: most things of a plan wait for nobody.
bool may_be_work(const definition& d, const world& w, const subject& s)
{
    return std::any_of(d.commands.begin(), d.commands.end(), [&](const command_word& word) {
        if (!word.work) return false;
        const std::string_view state = state_of(w, s, word.name);
        return (word.work->states.empty() || contains(word.work->states, state)) &&
               std::any_of(d.transitions.begin(), d.transitions.end(),
                           [&](const transition& t) { return is_row_of(t, state, word); });
    });
}

bool knows_four_eyes(const definition& d, std::string_view state, const command_word& word)
{
    return std::any_of(d.transitions.begin(), d.transitions.end(), [&](const transition& t) {
        return is_row_of(t, state, word) &&
               std::any_of(t.guards.begin(), t.guards.end(),
                           [](const guard& g) { return g.kind == guard_kind::four_eyes; });
    });
}

// One entry for each desk, since the first thing that came to it.
void put(std::vector<desk>& desks, const desk& more)
{
    const auto same = std::find_if(desks.begin(), desks.end(), [&](const desk& d) {
        return d.role == more.role && d.region == more.region && d.agency.id == more.agency.id;
    });
    if (same == desks.end())
        desks.push_back(more);
    else
        same->since = std::min(same->since, more.since);
}

void put_all(std::vector<desk>& desks, const std::vector<desk>& more)
{
    for (const desk& d : more) put(desks, d);
}

} // namespace

std::vector<work_place> work_places(const std::vector<definition>& catalog)
{
    std::vector<work_place> places;
    for (const definition& d : catalog)
        for (const command_word& word : d.commands)
            for (const std::string_view state : d.states)
                if (word.work && (word.work->states.empty() || contains(word.work->states, state)))
                    if (std::any_of(d.transitions.begin(), d.transitions.end(),
                                    [&](const transition& t) { return is_row_of(t, state, word); }))
                        places.push_back({d.resource, state, word.by});
    return places;
}

std::vector<const command_word*> open_work(const std::vector<definition>& catalog, const world& w,
                                           const subject& s)
{
    const definition& d = *machine_of(catalog, s.resource);
    std::vector<const command_word*> open;
    if (!may_be_work(d, w, s)) return open;
    const auto f = facts_of(w, s, {});
    for (const command_word& word : d.commands)
        if (is_open_work(d, state_of(w, s, word.name), word, *f, false)) open.push_back(&word);
    return open;
}

bool is_turn_of(const std::vector<definition>& catalog, const world& w, const subject& s,
                const principal& p)
{
    const definition& d = *machine_of(catalog, s.resource);
    if (!may_be_work(d, w, s)) return false;
    const auto f = facts_of(w, s, p);
    return std::any_of(d.commands.begin(), d.commands.end(), [&](const command_word& word) {
        return fits(word, f->actor) && is_open_work(d, state_of(w, s, word.name), word, *f, true);
    });
}

std::vector<const appointment*> posts_to_do(const std::vector<definition>& catalog, const world& w,
                                            const subject& s, const command_word& word)
{
    const definition& d = *machine_of(catalog, s.resource);
    const std::string_view state = state_of(w, s, word.name);
    const bool is_shared = knows_four_eyes(d, state, word);
    const relation about = relation_of(w, s);
    std::vector<const appointment*> posts;
    for (who kind : word.by)
        for (const appointment& post : w.posts) {
            if (!makes(post, kind, w, about)) continue;
            if (!is_shared || is_open_work(d, state, word, *facts_of(w, s, holder_of(post)), true))
                posts.push_back(&post);
        }
    return posts;
}

std::vector<desk> desks_of(const std::vector<definition>& catalog, const world& w, const subject& s)
{
    std::vector<desk> desks;
    for (const command_word* word : open_work(catalog, w, s)) {
        const who_can post = post_as(word->by.front(), w, s);
        put(desks, {post.role, post.region, post.agency, since_of(w, s)});
    }
    return desks;
}

std::vector<desk> desks_of_plan(const std::vector<definition>& catalog, const world& w,
                                const std::vector<agency_targets>& targets)
{
    std::vector<desk> desks;
    for (const subject& s : subjects_of(w))
        if (thing_of(s.resource).is_of_revision) put_all(desks, desks_of(catalog, w, s));
    const auto places = work_places(catalog);
    for (const agency_targets& t : targets)
        for (const work_place& place : places)
            if (place.resource == workflow::resource_of<workflow::target>() &&
                place.state == t.state) {
                const bool is_theirs = place.by.front() != who::secretariat;
                put(desks, {std::string(role_of(place.by.front())), w.place.code,
                            is_theirs ? t.agency : reference{}, t.since});
            }
    return desks;
}

instant since_of(const world& w, const subject& s)
{
    return thing_of(s.resource).since(w, item_in(w, machine_about(w, s, {})));
}

} // namespace workflow
