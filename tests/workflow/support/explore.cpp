// A walk by several threads. States are remembered by key; worlds only while they wait, and of
// those only what a step can change.
#include "tests/workflow/support/explore.hpp"
#include "tests/workflow/support/known_states.hpp"
#include "tests/workflow/support/waiting_list.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/people.hpp"
#include <algorithm>
#include <future>

namespace walk {
namespace {

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
    const revision* in_force = w.revision_in_force();
    for (revision& r : w.revisions)
        if (&r != open && &r != in_force) r.actions.clear();
}

struct edge {
    state_number from{}, to{};
};

// How a state was met first.
struct first_way {
    state_number state{}, from{};
    std::string_view command;
};

struct findings {
    std::vector<edge> edges;
    std::vector<first_way> ways;
    std::vector<state_number> at_rest;
};

struct shared_by_walkers {
    const environment& outside;
    const script& how;
    const edge_visitor& visit;
    known_states known;
    waiting_list waiting;
};

// One thread of the walk, with worlds of its own to step in.
class walker {
public:
    walker(shared_by_walkers& all, const world& start)
        : all_(all), reader_(*all.outside.catalog, all.how.actors, start), here_(start),
          next_(start)
    {
    }

    void begin()
    {
        meet(0, "", next_);
        all_.waiting.give(std::move(found_));
    }

    findings run()
    {
        try {
            for (auto batch = all_.waiting.take(false); !batch.empty();
                 batch = all_.waiting.take(true)) {
                found_.clear();
                for (const waiting_state& s : batch) leave(s);
                all_.waiting.give(std::move(found_));
            }
        } catch (...) {
            all_.waiting.stop();
            throw;
        }
        return std::move(results_);
    }

private:
    // Takes from the world what was dropped, when it is new.
    state_number meet(state_number from, std::string_view command, world& w)
    {
        const auto [number, is_new] = all_.known.meet(reader_.read(w));
        if (!is_new) return number;
        results_.ways.push_back({number, from, command});
        const bool is_within = all_.how.is_within(w);
        if (!is_within || all_.how.is_at_rest(w)) results_.at_rest.push_back(number);
        if (!is_within) return number;
        forget_what_is_over(w);
        found_.push_back({number, story_of(w)});
        return number;
    }

    void leave(const waiting_state& s)
    {
        s.told.put_into(here_);
        for (const outside_move& move : all_.how.moves)
            if (move.can_happen(here_))
                take(s, move.name, nullptr, move.name, move.happen(all_.outside, next_from(s)));
        for (const subject& about : subjects_of(here_)) {
            const definition& machine = *machine_of(*all_.outside.catalog, about.resource);
            const auto words = offered(machine, here_, about);
            if (!words.empty())
                for (const principal& actor : all_.how.actors) try_commands(s, about, actor, words);
        }
    }

    world next_from(const waiting_state& s)
    {
        s.told.put_into(next_);
        return std::move(next_);
    }

    void take(const waiting_state& s, std::string_view actor, const subject* about,
              std::string_view command, outcome&& after)
    {
        all_.visit({here_, actor, about, command, after});
        results_.edges.push_back({s.number, meet(s.number, command, after.after)});
        next_ = std::move(after.after);
    }

    // A command that is not the actor's to give is what `decide` refuses first; it is not asked.
    using word_list = std::vector<const command_word*>;
    void try_commands(const waiting_state& s, const subject& about, const principal& actor,
                      const word_list& words)
    {
        const actor_set roles = roles_of(here_, about, actor);
        for (const command_word* word : words) {
            if (!fits(*word, roles) || !all_.how.tries(here_, about, word->name)) continue;
            const command_given given{std::string(word->name),
                                      all_.how.body(here_, about, word->name), std::nullopt};
            const auto decided = judge(all_.outside, here_, about, given, actor);
            if (!decided) continue;
            take(s, actor.user.id, &about, word->name,
                 carry_out(all_.outside, next_from(s), about, given, actor, *decided));
        }
    }

    shared_by_walkers& all_;
    state_reader reader_;
    world here_; // as it is before a step
    world next_; // lent to the step, and taken back from its outcome
    waiting_list::batch found_;
    findings results_;
};

// Which states have a way to one at rest.
std::vector<bool> finishing(std::size_t states, const std::vector<findings>& all)
{
    std::vector<std::size_t> first(states + 2); // of the edges into a state, in `sources`
    for (const findings& f : all)
        for (const edge& e : f.edges) ++first[e.to + 2];
    for (std::size_t i = 2; i < first.size(); ++i) first[i] += first[i - 1];
    std::vector<state_number> sources(first.back());
    for (const findings& f : all)
        for (const edge& e : f.edges) sources[first[e.to + 1]++] = e.from;

    std::vector<bool> can(states);
    std::vector<state_number> next;
    const auto add = [&](state_number s) {
        if (!can[s]) next.push_back(s);
        can[s] = true;
    };
    for (const findings& f : all)
        for (const state_number s : f.at_rest) add(s);
    while (!next.empty()) {
        const state_number to = next.back();
        next.pop_back();
        for (std::size_t i = first[to]; i < first[to + 1]; ++i) add(sources[i]);
    }
    return can;
}

std::string way_to(state_number s, const std::vector<first_way>& ways)
{
    std::string way;
    for (; s != 0; s = ways[s].from) way = std::string(ways[s].command) + " " + way;
    return way;
}

std::vector<std::string> stuck(std::size_t states, const std::vector<findings>& all)
{
    const auto can = finishing(states, all);
    if (std::find(can.begin(), can.end(), false) == can.end()) return {};
    std::vector<first_way> ways(states);
    for (const findings& f : all)
        for (const first_way& w : f.ways) ways[w.state] = w;
    std::vector<std::string> found;
    for (state_number s = 0; s < states; ++s)
        if (!can[s]) found.push_back(way_to(s, ways));
    return found;
}

} // namespace

exploration explore(const environment& outside, const world& start, const script& how,
                    const edge_visitor& visit)
{
    shared_by_walkers all{outside, how, visit, {}, {}};
    walker first(all, start);
    first.begin();
    std::vector<std::future<findings>> others;
    for (unsigned i = 1; i < how.threads; ++i)
        others.push_back(std::async(std::launch::async, [&] { return walker(all, start).run(); }));
    std::vector<findings> found{first.run()};
    for (auto& other : others) found.push_back(other.get());

    std::size_t edges = 0;
    for (const findings& f : found) edges += f.edges.size();
    return {all.known.size(), edges, stuck(all.known.size(), found)};
}

} // namespace walk
