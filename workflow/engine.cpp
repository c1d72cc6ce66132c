// Load, decide and follow, save.
#include "workflow/engine.hpp"

namespace workflow {

parts parts_for(std::string_view resource)
{
    if (resource == "reviews") return parts::decisions | parts::matrix;
    if (resource == "approvals") return parts::decisions | parts::matrix;
    if (resource == "targets") return parts::matrix;
    if (resource == "reports") return parts::matrix | parts::targets | parts::reports;
    return parts::whole;
}

result<outcome> give(store& remembered, const environment& outside, const principal& who,
                     const subject& about, const command_given& command)
{
    auto before = remembered.load(who, about, parts_for(about.resource));
    if (!before) return before.error();
    auto done = step(outside, *before, about, command, who);
    if (done) remembered.save(*before, *done);
    return done;
}

} // namespace workflow
