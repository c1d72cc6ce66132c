// Holding stored rows against a history that was played again: noun by noun.
#include "workflow/proof/replay.hpp"
#include "workflow/things/thing.hpp"

namespace workflow {

std::optional<fault> replay::compare(const stored_plan& stored) const
{
    comparison held{history_, stored};
    for (const thing* each : things()) each->compare(held);
    return held.earliest;
}

} // namespace workflow
