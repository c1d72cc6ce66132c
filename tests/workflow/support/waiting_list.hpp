#pragma once
// States that a walk has met and not left yet. The newest are taken first, so that few wait.
#include "tests/workflow/support/known_states.hpp"
#include "workflow/things/world.hpp"
#include <condition_variable>

namespace walk {

using namespace workflow;

// The part of a world that steps change. The rest is the same in every state of a walk.
struct story {
    plan head;
    instant now{};
    std::vector<revision> revisions;
    std::vector<review> reviews;
    std::vector<approval> approvals;
    std::vector<target> targets;
    std::vector<report> reports;

    void put_into(world&) const; // assigned: what the world held lends its memory
};
story story_of(const world&);

struct waiting_state {
    state_number number{};
    story told;
};

// Any thread may call any function.
class waiting_list {
public:
    using batch = std::vector<waiting_state>;

    void give(batch);
    // Empty when nobody waits and nobody is at work who could find more, or after `stop`. A batch
    // that was taken is followed by `give` of what was found and by another `take`.
    batch take(bool was_at_work);
    void stop();

private:
    static constexpr std::size_t batch_size_max = 64;
    std::mutex gate_;
    std::condition_variable changed_;
    batch waiting_;
    int at_work_{};
    bool is_stopped_{};
};

} // namespace walk
