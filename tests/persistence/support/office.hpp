#pragma once
// A province at work: plans made, decided and remembered through the engine alone, each command in
// a transaction of its own, and each saved world held against the one that is loaded again.
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/world_store.hpp"
#include "tests/persistence/support/people.hpp"

namespace support {

// Everything a world holds that must survive being saved, as text, so that a difference can be
// read. What the engine keeps only within a step, and superseded rows, are left out.
std::string told(const workflow::world&);

class office {
public:
    explicit office(kind which);

    persistence::database& store() { return here_.store(); }
    world& here() { return here_; }
    const workflow::kind_registry& kinds() const { return kinds_; }
    std::string new_id() { return "id-" + std::to_string(++ids_); }
    workflow::environment outside()
    {
        return {&definitions::catalog(), [this] { return new_id(); }};
    }
    persistence::world_store store_in(persistence::unit_of_work& unit,
                                      persistence::stream_use use = persistence::stream_use::locked)
    {
        return persistence::world_store({unit, kinds_, [this] { return new_id(); }, use});
    }

    // The person with the appointments that the directory gives them in the test.
    static workflow::principal person(const std::string& name);

    // A plan of 62 in draft with two actions: 1 led by health and supported by social, 2 by social.
    std::string draft(const std::string& region = "62", int year = 2026);
    workflow::action action(int number, const std::string& agency);
    // Gives the command and checks that what was saved is what is loaded; refusals are returned.
    workflow::result<workflow::outcome> give(const std::string& name, const workflow::subject&,
                                             const std::string& command,
                                             workflow::command_body = {});
    workflow::world load(const std::string& plan);
    void sweep(const std::string& plan);

    // Shortcuts along the way of a plan; each requires success.
    void submit(const std::string& plan);
    void confirm_all(const std::string& plan);
    void approve(const std::string& plan);
    void adopt(const std::string& plan);
    std::string in_force(); // a plan that has gone all the way
    std::string target_of(const std::string& plan, const std::string& agency,
                          const std::string& period);

private:
    void must(const std::string& name, const workflow::subject&, const std::string& command,
              workflow::command_body = {});

    world here_;
    workflow::kind_registry kinds_{definitions::built_in_kinds(), definitions::kept_kind};
    int ids_{};
};

} // namespace support
