// Load, decide and follow, save.
#include "workflow/step/engine.hpp"
#include "workflow/things/thing.hpp"

namespace workflow {

parts parts_for(std::string_view resource)
{
    return thing_of(resource).shown;
}

parts parts_for(const subject& about, const command_given& command)
{
    return thing_of(about.resource).needs(command);
}

result<outcome> give(store& remembered, const environment& outside, const principal& who,
                     const subject& about, const command_given& command)
{
    auto before = remembered.load(who, about, parts_for(about, command));
    if (!before) return before.error();
    auto done = step(outside, *before, about, command, who);
    if (done) remembered.save(*before, *done);
    return done;
}

} // namespace workflow
