#pragma once
// The words a workflow is written in, over Boost.MSM. Included by definitions/*.cpp only; the one
// place that knows MSM. A table that is ambiguous, has an unreachable state or a dead end does not
// compile.
#include "workflow/table/definition.hpp"
#include <algorithm>
#include <array>
#include <boost/mp11.hpp>
#include <boost/mp11/mpl.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/back/tools.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <boost/serialization/base_object.hpp>

namespace workflow {
namespace msm = boost::msm;
namespace mp11 = boost::mp11;

template <std::size_t N> struct text {
    char characters[N];
    constexpr text(const char (&s)[N]) { std::copy_n(s, N, characters); }
    constexpr operator std::string_view() const { return {characters, N - 1}; }
};

// --- states and commands ---------------------------------------------------------------------

template <text Name> struct state : msm::front::state<> {
    static constexpr std::string_view name = Name;
};

template <who... W> struct by {
    static_assert(sizeof...(W) > 0, "every command names who");
    static constexpr std::array<who, sizeof...(W)> list{W...};
};
// What else is said of a command, in any order.
template <text... Members> struct needs {
    static void note(command_word& c) { c.needs = {std::string_view(Members)...}; }
};
template <text... Members> struct takes {
    static void note(command_word& c) { c.takes = {std::string_view(Members)...}; }
};
struct sensitive {
    static void note(command_word& c) { c.sensitive = true; }
};

namespace detail {
template <class L, class F> F facts_of_predicate(bool (L::*)(const F&) const);
template <auto Predicate> struct asked_of_facts {
    using predicate = decltype(Predicate);
    using facts_type = decltype(facts_of_predicate(&predicate::operator()));
    static bool holds(const facts& f) { return Predicate(static_cast<const facts_type&>(f)); }
};
} // namespace detail

// It is waited for: in these states, in any when none is named.
template <text Matter, class... States> struct work {
    static void note(command_word& c) { c.work = {Matter, {States::name...}, nullptr}; }
};
// It is waited for while the facts say so.
template <text Matter, auto Predicate> struct work_when {
    static void note(command_word& c)
    {
        c.work = {Matter, {}, &detail::asked_of_facts<Predicate>::holds};
    }
};

template <text Name, text Event, class By, class... Said> struct command {
    static constexpr std::string_view name = Name;
    static command_word word()
    {
        command_word c{Name, Event, {By::list.begin(), By::list.end()}, {}, {}, {}, {}};
        (Said::note(c), ...);
        return c;
    }
};

// --- guards ----------------------------------------------------------------------------------

namespace detail {
template <class Guard> struct runs_in_msm {
    template <class E, class M, class S, class T>
    bool operator()(const E&, const M& machine, const S&, const T&) const
    {
        return Guard::holds(*machine.seen);
    }
};
} // namespace detail

template <text Key, auto Predicate, guard_kind Kind = guard_kind::circumstance>
struct when : detail::asked_of_facts<Predicate>, detail::runs_in_msm<when<Key, Predicate, Kind>> {
    using detail::asked_of_facts<Predicate>::holds;
    static guard value() { return {Key, &holds, false, false, Kind, nullptr}; }
};
template <text Key, auto Predicate> using four_eyes = when<Key, Predicate, guard_kind::four_eyes>;
template <text Key, auto Predicate> using asked_for = when<Key, Predicate, guard_kind::asked_for>;

// A fact that says where it fails: most often the work that a command asks for.
template <text Key, auto Fact, guard_kind Kind = guard_kind::asked_for>
struct located : detail::runs_in_msm<located<Key, Fact, Kind>> {
    template <class C> static C owner(located_fact C::*);
    using facts_type = decltype(owner(Fact));
    static const located_fact& fact(const facts& f)
    {
        return static_cast<const facts_type&>(f).*Fact;
    }
    static bool holds(const facts& f) { return fact(f).holds; }
    static bilingual where(const facts& f) { return fact(f).where ? fact(f).where() : ""; }
    static guard value() { return {Key, &holds, false, false, Kind, &where}; }
};

// The opposite of a guard; with it, two rows of one (state, command) exclude each other by type.
template <class G> struct unless : detail::runs_in_msm<unless<G>> {
    static bool holds(const facts& f) { return !G::holds(f); }
    static guard value() { return {G::value().key, &holds, true, true, G::value().kind, nullptr}; }
};

// A fact has this value; rows with different values of one fact exclude each other by type.
template <text Key, auto Fact, auto Value>
struct equals : detail::runs_in_msm<equals<Key, Fact, Value>> {
    template <class C, class V> static C owner(V C::*);
    using facts_type = decltype(owner(Fact));
    static bool holds(const facts& f) { return static_cast<const facts_type&>(f).*Fact == Value; }
    static guard value() { return {Key, &holds, true, false, guard_kind::circumstance, nullptr}; }
};

template <class... Guards> struct all : detail::runs_in_msm<all<Guards...>> {
    static bool holds(const facts& f) { return (Guards::holds(f) && ...); }
};
using always = all<>;

namespace detail {
template <class G> struct list_of_guards {
    using type = mp11::mp_list<G>;
};
template <class... G> struct list_of_guards<all<G...>> {
    using type = mp11::mp_list<G...>;
};
template <class G> using guards_of = typename list_of_guards<G>::type;

template <class A, class B> struct excludes : std::false_type {
};
template <class G> struct excludes<G, unless<G>> : std::true_type {
};
template <class G> struct excludes<unless<G>, G> : std::true_type {
};
template <text K, auto F, auto V, auto W>
struct excludes<equals<K, F, V>, equals<K, F, W>> : std::bool_constant<(V != W)> {
};
} // namespace detail

// --- what follows ----------------------------------------------------------------------------

template <text Name> struct notify {
    template <class M> static void record(M& machine) { machine.done.notices.push_back(Name); }
    static void note(transition& t) { t.notices.push_back(Name); }
};
template <text Name> struct effect {
    template <class M> static void record(M& machine) { machine.done.effects.push_back(Name); }
    static void note(transition& t) { t.effects.push_back(Name); }
};
// Another thing is made beside this one, which stays as it is; its making is the command's event.
template <text Name> struct begins {
    template <class M> static void record(M& machine) { machine.done.begins = Name; }
    static void note(transition& t) { t.begins = Name; }
};
template <class... Steps> struct then {
    template <class E, class M, class S, class T>
    void operator()(const E&, M& machine, S&, T&) const
    {
        (Steps::record(machine), ...);
    }
    static void note([[maybe_unused]] transition& t) { (Steps::note(t), ...); }
};

template <class From, class Command, class To, class Guard = always, class Then = then<>>
using rule = msm::front::Row<From, Command, To, Then, Guard>;

// --- the table -------------------------------------------------------------------------------

template <class Self> struct table : msm::front::state_machine_def<Self> {
    using no_exception_thrown = int; // the default swallows exceptions and says handled
    using no_message_queue = int;    // without this, one throw wedges the machine
    const facts* seen{};
    decision done;
    template <class M, class E> void no_transition(const E&, M&, int) {}
};

namespace detail {

template <class R> using source_of = typename R::Source;
template <class R> using target_of = typename R::Target;
template <class R> using event_of = typename R::Evt;
template <class Rows>
using states_in = mp11::mp_unique<
    mp11::mp_append<mp11::mp_transform<source_of, Rows>, mp11::mp_transform<target_of, Rows>>>;
template <class List> using identities = mp11::mp_transform<mp11::mp_identity, List>;

// Checks at compile time, on indices of states.
struct edge {
    std::size_t from, to;
};
template <class States, class... R>
constexpr std::array<edge, sizeof...(R)> edges_of(mp11::mp_list<R...>)
{
    return {{{mp11::mp_find<States, source_of<R>>::value,
              mp11::mp_find<States, target_of<R>>::value}...}};
}
template <std::size_t States, std::size_t N>
constexpr std::array<bool, States> reach(const std::array<edge, N>& edges,
                                         std::array<bool, States> seen, bool backwards)
{
    for (std::size_t round = 0; round < States; ++round)
        for (const edge& e : edges) {
            const std::size_t a = backwards ? e.to : e.from;
            const std::size_t b = backwards ? e.from : e.to;
            if (seen[a]) seen[b] = true;
        }
    return seen;
}
template <std::size_t N> constexpr bool every(const std::array<bool, N>& flags)
{
    for (bool flag : flags)
        if (!flag) return false;
    return true;
}
template <class Table, class Rows> constexpr bool every_state_is_reachable()
{
    using states = states_in<Rows>;
    constexpr std::size_t n = mp11::mp_size<states>::value;
    std::array<bool, n> seen{};
    seen[mp11::mp_find<states, typename Table::initial_state>::value] = true;
    return every(reach<n>(edges_of<states>(Rows{}), seen, false));
}
template <class States, class... Final> constexpr auto marks_of(mp11::mp_list<Final...>)
{
    std::array<bool, mp11::mp_size<States>::value> marks{};
    ((marks[mp11::mp_find<States, Final>::value] = true), ...);
    return marks;
}
template <class Table, class Rows> constexpr bool every_state_can_finish()
{
    using states = states_in<Rows>;
    constexpr std::size_t n = mp11::mp_size<states>::value;
    return every(
        reach<n>(edges_of<states>(Rows{}), marks_of<states>(typename Table::final_states{}), true));
}

template <class A, class B> constexpr bool guards_exclude()
{
    using pairs =
        mp11::mp_product<excludes, guards_of<typename A::Guard>, guards_of<typename B::Guard>>;
    return mp11::mp_any_of<pairs, mp11::mp_to_bool>::value;
}
template <class A, class B> struct may_stand_together {
    static constexpr bool same_cell =
        std::is_same_v<source_of<A>, source_of<B>> && std::is_same_v<event_of<A>, event_of<B>>;
    static constexpr bool value = [] {
        if constexpr (std::is_same_v<A, B> || !same_cell)
            return true;
        else
            return guards_exclude<A, B>();
    }();
};
template <class Rows>
using rows_exclude_each_other =
    mp11::mp_all_of<mp11::mp_product<may_stand_together, Rows, Rows>, mp11::mp_to_bool>;

// MSM keeps its state private but offers it to any archive; this one sets it. No start(): a
// restored machine runs no entry action.
struct resume_at {
    int state;
    template <class T> void operator&(T& member)
    {
        if constexpr (std::is_same_v<T, int[1]>) member[0] = state;
    }
};

template <class Table, class Source, class Command> std::optional<decision> fire(const facts& f)
{
    using machine = msm::back::state_machine<Table>;
    using stt = typename machine::stt;
    machine m;
    resume_at archive{msm::back::get_state_id<stt, Source>::value};
    m.serialize(archive, 0);
    m.seen = &f;
    if (m.process_event(Command{}) != msm::back::HANDLED_TRUE) return std::nullopt;

    decision d = std::move(m.done);
    d.from = Source::name;
    d.command = Command::name;
    mp11::mp_for_each<identities<states_in<typename Table::transition_table>>>([&](auto s) {
        using candidate = typename decltype(s)::type;
        if (msm::back::get_state_id<stt, candidate>::value == m.current_state()[0])
            d.to = candidate::name;
    });
    return d;
}

template <class Table, class R> transition make_transition()
{
    transition t{source_of<R>::name,
                 event_of<R>::name,
                 target_of<R>::name,
                 {},
                 {},
                 {},
                 &fire<Table, source_of<R>, event_of<R>>};
    mp11::mp_for_each<identities<guards_of<typename R::Guard>>>(
        [&](auto g) { t.guards.push_back(decltype(g)::type::value()); });
    R::Action::note(t);
    return t;
}

// A guard that has its opposite in a sister row only tells the rows apart.
inline void mark_selectors(definition& d)
{
    for (transition& a : d.transitions)
        for (guard& g : a.guards)
            for (const transition& b : d.transitions)
                for (const guard& other : b.guards)
                    if (a.from == b.from && a.command == b.command && other.selects &&
                        other.key == g.key)
                        g.selects = true;
}

} // namespace detail

// Walks the rows once. `Rows` differs from what MSM runs only in a test that plants that fault.
template <class Table, class Facts, class Rows = typename Table::transition_table>
definition make_definition(std::string_view name, std::string_view resource)
{
    static_assert(detail::every_state_is_reachable<Table, Rows>(), "a state is unreachable");
    static_assert(detail::every_state_can_finish<Table, Rows>(), "a state has no way to an end");
    static_assert(detail::rows_exclude_each_other<Rows>::value, "ambiguous rows");

    definition d;
    d.name = name;
    d.resource = resource;
    d.initial = Table::initial_state::name;
    d.facts_type = &typeid(Facts);
    mp11::mp_for_each<detail::identities<detail::states_in<Rows>>>(
        [&](auto s) { d.states.push_back(decltype(s)::type::name); });
    mp11::mp_for_each<detail::identities<typename Table::final_states>>(
        [&](auto s) { d.finals.push_back(decltype(s)::type::name); });
    mp11::mp_for_each<
        detail::identities<mp11::mp_unique<mp11::mp_transform<detail::event_of, Rows>>>>(
        [&](auto c) { d.commands.push_back(decltype(c)::type::word()); });
    mp11::mp_for_each<detail::identities<Rows>>([&](auto r) {
        d.transitions.push_back(detail::make_transition<Table, typename decltype(r)::type>());
    });
    detail::mark_selectors(d);
    for (transition& t : d.transitions) t.by_the_engine = d.command(t.command)->is_system();
    return d;
}

} // namespace workflow
