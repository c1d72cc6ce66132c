#pragma once
// The port to what is remembered: one open transaction, as the engine sees it.
#include "workflow/step/step.hpp"
#include "workflow/words/error.hpp"

namespace workflow {

class store {
public:
    virtual ~store() = default;

    // The world around a thing, under its plan's stream; not_found when it does not exist or the
    // principal may not see it. For a target without parts::targets only that target is loaded,
    // with its action; for a report its period's targets and the reports from below.
    virtual result<world> load(const principal&, const subject&, parts) = 0;

    // Writes what a step changed: rows by version, events with their hash chain (their seq, cause
    // and hash are filled in), notices. Throws on a lost race, which is retried.
    virtual void save(const world& before, outcome&) = 0;

    virtual std::string new_id() = 0;
    virtual instant now() = 0;
};

} // namespace workflow
