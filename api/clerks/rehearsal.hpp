#pragma once
// Every message of a calendar year: until now as the ledger has them, from now on as the clockwork
// will make them if nobody acts.
#include "persistence/nouns/ledger.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/reminding/warnings.hpp"
#include "workflow/step/step.hpp"

namespace api {

struct rehearsal_question {
    int year{};
    std::string region;       // with those below
    std::string kind{};       // empty: all
    std::string locale{"id"}; // of the subjects of messages to come
    std::function<bool(const std::string& region, bool was_shown)> shows{}; // plans; empty: all
    // Where one person alone is asked about: theirs are the messages, and the plans that are walked
    // through are those around their posts. Null: everybody.
    const workflow::principal* only_of{};
};

struct rehearsal_answer {
    std::vector<persistence::message_seen> messages; // by time, then id; those to come: planned
    std::vector<workflow::warning> warnings;
};

// Reads only. Precondition: the region exists.
rehearsal_answer rehearse(persistence::unit_of_work&, const workflow::kind_registry&,
                          const std::vector<workflow::definition>& catalog,
                          const rehearsal_question&);

// The civil date of an instant in a zone.
workflow::date local_day(workflow::instant, const std::string& zone);

} // namespace api
