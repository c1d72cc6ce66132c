#pragma once
// What this floor knows of a noun with a machine: how its rows are found, become part of a world,
// are written, and are held against the history. Whoever asks loops over the answers; each noun
// gives its own beside its statements, and none is named elsewhere.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/things/command.hpp"
#include "workflow/things/stored_plan.hpp"
#include "workflow/things/thing.hpp"
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace persistence {

// How things that wait are found from plans of a region and from an agency. Each begins with what
// is a post's own and goes on from there: SQLite keeps to the order of a CROSS JOIN, MariaDB to
// that of a STRAIGHT_JOIN, a comment to SQLite; else they begin with whatever waits anywhere.
struct waiting_rows {
    fixed_text of_plans;      // a thing's id and its plan's: up to the condition on p
    fixed_text of_agency{""}; // where agencies have such things: up to the agency
    fixed_text of_role{""};   // where a stage has: up to its role
    fixed_text in_states;     // up to the list
};

// A loaded world, and who asks for one of its things.
struct showing {
    unit_of_work& unit;
    const workflow::principal& by;
    const workflow::world& in;
    const std::string& id;
    std::function<visibility()> sees; // of the plan; asked when it matters
};

// Who reads a plan's history.
struct reading {
    unit_of_work& unit;
    const workflow::principal& by;
    const std::string& plan;
    visibility seen; // of the plan
};

// As much of several worlds as some of their things need (slices.hpp).
struct slices {
    unit_of_work& unit;
    std::map<std::string_view, std::vector<std::string>> asked; // ids, by resource
    std::map<std::string, workflow::world> worlds;              // by plan

    template <class Noun> std::vector<std::string> asked_of() const
    {
        const auto found = asked.find(workflow::described<Noun>().resource);
        return found == asked.end() ? std::vector<std::string>{} : found->second;
    }
    workflow::world* world_of(const std::string& plan); // null: it is not among them
};

struct stored {
    std::string_view resource;
    fixed_text plan_of; // finds the plan it belongs to, which never changes: up to its id
    waiting_rows waiting;

    // In a world: its rows, as the parts that are loaded say, and `own` whatever they say. Empty:
    // the world is about something else.
    workflow::parts always{}; // without which it is not decided
    void (*read)(unit_of_work&, workflow::world&, const std::string& own);
    bool (*is_seen)(const showing&);
    // Those of a plan, by id, whose events they may not read though they see the plan.
    std::set<std::string> (*hidden)(const reading&);
    // Every row that the step changed, new ones too, each compared by its own version.
    void (*write)(unit_of_work&, const workflow::world& before, const workflow::outcome&);

    // In slices: first the rows that are asked for, of every noun; what these need besides is said
    // by the parts that are loaded, and read then.
    bool asks_who_could{}; // everybody's posts, though secretariats alone give commands on it
    void (*read_asked)(slices&);
    void (*read_besides)(slices&);

    // All of a plan, superseded ones too, for holding them against the history.
    void (*read_all)(unit_of_work&, workflow::stored_plan&);
};

template <class Noun> struct stored_as {
    friend const stored* answer(stored_as);
};
const std::vector<const stored*>& stored_nouns();     // in their order
const stored* find_stored(std::string_view resource); // null: it is no noun with a machine
const stored& stored_of(std::string_view resource);   // throws std::logic_error for such a one

// For answers: what most of them say.
void read_nothing(slices&);
std::set<std::string> hides_nothing(const reading&);
// Those of revisions that they do not see; `rows` are ids and numbers of revisions.
std::set<std::string> of_hidden_revisions(const reading&, statement&& rows);

// Whether they see the revision of the thing that they ask for, which is in the list.
template <class List> bool sees_revision_of(const showing& s, const List& list)
{
    const visibility seen = s.sees();
    const auto* found = workflow::with_id(list, s.id);
    return found && seen.revisions.contains(found->revision);
}

// Calls `write` with each row that is new or has another version, and the row before, or null.
template <class Row, class Write>
void write_changed(const std::vector<Row>& before, const std::vector<Row>& after, Write write)
{
    std::unordered_map<std::string, const Row*> known;
    for (const Row& row : before) known.emplace(row.id, &row);
    for (const Row& row : after) {
        const auto found = known.find(row.id);
        const Row* old = found == known.end() ? nullptr : found->second;
        if (!old || old->version != row.version) write(row, old);
    }
}

} // namespace persistence
