#pragma once
// What the writer's jobs have read of the directory: who holds which post, days off, moved dates.
// They hold the only transaction that can write, so what one has read is true for the next until
// one of them writes; whatever is written outside the plans' own tables empties it. From one
// transaction to the next it is kept as long as SQLite says that no other connection has committed
// anything (PRAGMA data_version). Belongs to the writer's thread.
#include <any>
#include <string>
#include <string_view>
#include <unordered_map>

namespace persistence {

inline constexpr std::size_t remembered_max = 256; // a batch of 64 jobs asks for less

class writer_memory {
public:
    // What `read` gives, or gave before under this key.
    template <class Read> auto get(const std::string& key, Read read) -> decltype(read())
    {
        const auto known = known_.find(key);
        if (known != known_.end()) return std::any_cast<const decltype(read())&>(known->second);
        auto fresh = read();
        if (!was_written_ && known_.size() < remembered_max) known_.emplace(key, fresh);
        return fresh;
    }

    // A row of this table was written, perhaps to be undone: nothing is kept until the job is over.
    void written(std::string_view table);
    void begin_job() { was_written_ = false; }
    // `data_version` of SQLite within the new transaction.
    void begin_batch(long long data_version);
    // What was read is no more: a whole transaction was undone, or somebody worked outside of any.
    void forget() { known_.clear(); }

private:
    std::unordered_map<std::string, std::any> known_;
    bool was_written_{};
    long long data_version_{};
};

} // namespace persistence
