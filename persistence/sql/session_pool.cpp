// The pool of sessions.
#include "persistence/sql/session_pool.hpp"
#include "persistence/sql/outage.hpp"

namespace persistence {

session_pool::lease session_pool::take(time_point until)
{
    std::unique_ptr<connection> session;
    {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_until(lock, until, [&] { return lent_ < size_max_; }))
            throw overloaded("all " + std::to_string(size_max_) + " database sessions are in use");
        ++lent_;
        if (!idle_.empty()) {
            session = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    lease out(*this, std::move(session));
    if (!out.session_) out.session_ = open_unless_away();
    return out;
}

std::unique_ptr<connection> session_pool::open_unless_away()
{
    {
        const std::lock_guard lock(mutex_);
        if (is_away_ && (is_knocking_ || std::chrono::steady_clock::now() < knock_again_))
            throw unreachable(said_);
        is_knocking_ = is_away_;
    }
    try {
        auto out = open_();
        const std::lock_guard lock(mutex_);
        is_away_ = is_knocking_ = false;
        return out;
    } catch (const std::exception& error) {
        const std::lock_guard lock(mutex_);
        is_away_ = true;
        is_knocking_ = false;
        said_ = error.what();
        knock_again_ = std::chrono::steady_clock::now() + knock_pause;
        throw;
    }
}

void session_pool::lease::drop()
{
    session_.reset();
    pool_->forget_idle();
}

void session_pool::take_back(std::unique_ptr<connection> session)
{
    {
        const std::lock_guard lock(mutex_);
        --lent_;
        if (session) idle_.push_back(std::move(session));
    }
    freed_.notify_one();
}

void session_pool::forget_idle()
{
    std::vector<std::unique_ptr<connection>> dead;
    const std::lock_guard lock(mutex_);
    dead.swap(idle_);
}

} // namespace persistence
