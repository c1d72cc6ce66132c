#pragma once
// Walks every state that a world can come to: every command by every actor, time passing, edits.
// Worlds that differ only in ids, versions and instants count as one state (state_key.hpp).
#include "workflow/step/step.hpp"

namespace walk {

using namespace workflow;

// What else than a command can happen to a world.
struct outside_move {
    std::string name;
    std::function<bool(const world&)> can_happen;
    std::function<outcome(const environment&, world)> happen; // only where it can
};

struct script {
    std::vector<principal> actors;
    std::vector<outside_move> moves;
    std::function<command_body(const world&, const subject&, std::string_view)> body;
    // Whether anybody gives the command, where they could.
    std::function<bool(const world&, const subject&, std::string_view command)> tries;
    std::function<bool(const world&)> is_within;  // false: beyond the bounds, not walked further
    std::function<bool(const world&)> is_at_rest; // a final state of the whole
    unsigned threads{2};
};

struct walked_edge {
    const world& before;
    std::string_view actor; // name of the move for moves
    const subject* about{}; // null for moves
    std::string_view command;
    const outcome& after;
};

struct exploration {
    std::size_t states{};
    std::size_t edges{};
    std::vector<std::string> stuck; // ways to states from which no state at rest is reachable
};

// The script's functions, `new_id` and the visitor are called by several threads at once. What they
// throw ends the walk and is thrown again here.
using edge_visitor = std::function<void(const walked_edge&)>;
exploration explore(const environment&, const world& start, const script&, const edge_visitor&);

} // namespace walk
