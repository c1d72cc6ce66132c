#pragma once
// Walks every state that a world can come to: every command by every actor, time passing, edits.
// Worlds that differ only in ids, versions and instants count as one state.
#include "workflow/step.hpp"

namespace workflow {

// What else than a command can happen to a world; nullopt where it cannot.
struct outside_move {
    std::string name;
    std::function<std::optional<outcome>(const environment&, const world&)> happen;
};

struct script {
    std::vector<principal> actors;
    std::vector<outside_move> moves;
    std::function<command_body(const world&, const subject&, std::string_view)> body;
    std::function<bool(const world&)> is_within;  // false: beyond the bounds, not walked further
    std::function<bool(const world&)> is_at_rest; // a final state of the whole
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
    std::vector<std::string> stuck; // keys of states from which no state at rest is reachable
};

using edge_visitor = std::function<void(const walked_edge&)>;
exploration explore(const environment&, const world& start, const script&, const edge_visitor&);

// What tells two worlds apart for the engine: states, rounds, people, contents; not ids or times.
std::string state_key(const world&);

} // namespace workflow
