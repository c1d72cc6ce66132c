#pragma once
// A bounded number of sessions, lent one at a time. Opened when first needed; waiting is bounded;
// a session that met a network error is dropped, never repaired, and takes the idle ones with it,
// which are as dead as itself. While the database is known to be away one caller at a time asks
// whether it is back; the others are told at once instead of waiting each for the same time-out.
// Any thread may ask.
#include "persistence/sql/session.hpp"
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace persistence {

inline constexpr std::chrono::milliseconds knock_pause{250}; // between two looks at what is away

class session_pool {
public:
    using opener = std::function<std::unique_ptr<connection>()>;
    using time_point = std::chrono::steady_clock::time_point;

    session_pool(opener open, std::size_t size_max) : open_(std::move(open)), size_max_(size_max) {}

    class lease {
    public:
        lease(session_pool& pool, std::unique_ptr<connection> session)
            : pool_(&pool), session_(std::move(session))
        {
        }
        lease(lease&& from) noexcept
            : pool_(std::exchange(from.pool_, nullptr)), session_(std::move(from.session_))
        {
        }
        lease& operator=(lease&&) = delete;
        ~lease()
        {
            if (pool_) pool_->take_back(std::move(session_));
        }

        connection& session() { return *session_; }
        void drop(); // the session is dead; close it and all idle ones

    private:
        friend class session_pool;
        session_pool* pool_;
        std::unique_ptr<connection> session_;
    };

    // Throws `overloaded` when none is free until then, `unreachable` when opening fails.
    lease take(time_point until);

private:
    std::unique_ptr<connection> open_unless_away();
    void take_back(std::unique_ptr<connection> session);
    void forget_idle();

    opener open_;
    std::size_t size_max_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::size_t lent_{};
    std::vector<std::unique_ptr<connection>> idle_;
    bool is_away_{}; // the last try to open failed
    bool is_knocking_{};
    time_point knock_again_{};
    std::string said_; // why it failed
};

} // namespace persistence
