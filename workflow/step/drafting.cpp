// Drafting is the secretariat's, and only a draft is edited.
#include "workflow/step/drafting.hpp"
#include "workflow/matrix/matrix.hpp"
#include "workflow/step/people.hpp"
#include "workflow/things/plan.hpp"
#include <algorithm>

namespace workflow {

std::vector<who_can> secretariat_of(const world& w)
{
    who_can entry;
    entry.role = role::secretariat;
    entry.region = w.place.code;
    entry.region_name = w.place.name;
    for (const appointment& post : w.posts)
        if (makes(post, who::secretariat, w, subject{"plans", w.head.id}) &&
            std::find(entry.names.begin(), entry.names.end(), post.user.name) == entry.names.end())
            entry.names.push_back(post.user.name);
    return {entry};
}

result<void> may_draft(const principal& p, const world& w)
{
    for (const appointment& post : p.appointments)
        if (makes(post, who::secretariat, w, subject{"plans", w.head.id})) return {};
    return refusal{errc::forbidden, {"not_permitted"}, secretariat_of(w)};
}

bool drafts_somewhere(const principal& p)
{
    return std::any_of(p.appointments.begin(), p.appointments.end(),
                       [](const appointment& post) { return post.role == role::secretariat; });
}

result<int> draft_of(const world& w)
{
    const revision& current = w.current();
    if (current.state == plan_state::draft) return current.number;
    return refusal{errc::wrong_state,
                   {"only_a_draft_is_edited", {{"state", "@state_" + current.state}}},
                   secretariat_of(w)};
}

int next_number(const std::vector<action>& actions)
{
    int highest = 0;
    for (const action& a : actions) highest = std::max(highest, a.number);
    if (highest < matrix_number_max) return highest + 1;
    for (int free = 1;; ++free)
        if (std::none_of(actions.begin(), actions.end(),
                         [&](const action& a) { return a.number == free; }))
            return free;
}

} // namespace workflow
