#pragma once
// Plays the history of one plan again, by the tables alone, and holds what is stored against what
// came out: every event must be a row of its table, taken from the state before, and every stored
// thing must stand where its last event left it. Pure; for `verify`. One thread.
//
//     replay played(catalog, plan);
//     for (const event& e : history)
//         if (auto wrong = played.take(e)) …;      // no table leads there
//     if (auto wrong = played.compare(stored)) …;  // something was changed behind its back
#include "workflow/table/definition.hpp"
#include "workflow/things/comparison.hpp"

namespace workflow {

struct thing;

class replay {
public:
    replay(const std::vector<definition>& catalog, std::string plan);

    // The next event, by seq. What is wrong with it, if anything. `erased`: its reason is gone.
    std::optional<std::string> take(const event&, bool erased = false);

    // The fault with the lowest seq, if any, once every event was taken.
    std::optional<fault> compare(const stored_plan&) const;

    // The seq of the last event about a target; of the plan's last event where there is none.
    std::int64_t last_event_of_target(const std::string& id) const;

private:
    using finding = std::optional<std::string>;

    struct place { // where an event belongs, read once
        const definition* machine{};
        const thing* what{};
        played::standing* stands{}; // null: not made yet
    };
    finding check_cause(const event&) const;
    finding take_making(const event&, const place&);
    finding take_command(const event&, const place&);
    finding check_command(const event&, const place&, const transition*&) const;

    const std::vector<definition>& catalog_;
    std::string plan_;
    played::history history_;
};

} // namespace workflow
