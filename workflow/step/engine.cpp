// Load, decide and follow, save.
#include "workflow/step/engine.hpp"

namespace workflow {

parts parts_for(std::string_view resource)
{
    if (resource == "reviews") return parts::decisions | parts::matrix;
    if (resource == "approvals") return parts::decisions | parts::matrix;
    if (resource == "targets") return parts::matrix;
    if (resource == "reports") return parts::matrix | parts::targets | parts::reports;
    return parts::whole;
}

parts parts_for(const subject& about, const command_given& command)
{
    const bool decides = about.resource == "reviews" || about.resource == "approvals";
    return decides && command.body.items.empty() ? parts::decisions : parts_for(about.resource);
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
