// One list under one lock: batches are large enough that threads seldom meet.
#include "tests/workflow/support/waiting_list.hpp"
#include <algorithm>

namespace walk {

void waiting_list::give(batch found)
{
    const std::lock_guard hold(gate_);
    std::move(found.begin(), found.end(), std::back_inserter(waiting_));
    changed_.notify_all();
}

waiting_list::batch waiting_list::take(bool was_at_work)
{
    std::unique_lock hold(gate_);
    at_work_ -= was_at_work;
    changed_.notify_all();
    changed_.wait(hold, [&] { return !waiting_.empty() || at_work_ == 0 || is_stopped_; });
    batch taken;
    while (!waiting_.empty() && taken.size() < batch_size_max && !is_stopped_) {
        taken.push_back(std::move(waiting_.back()));
        waiting_.pop_back();
    }
    at_work_ += !taken.empty();
    return taken;
}

void waiting_list::stop()
{
    const std::lock_guard hold(gate_);
    is_stopped_ = true;
    changed_.notify_all();
}

void story::put_into(world& w) const
{
    w.head = head;
    w.now = now;
    w.revisions = revisions;
    w.reviews = reviews;
    w.approvals = approvals;
    w.targets = targets;
    w.reports = reports;
}

story story_of(const world& w)
{
    return {w.head, w.now, w.revisions, w.reviews, w.approvals, w.targets, w.reports};
}

} // namespace walk
