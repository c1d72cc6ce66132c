#pragma once
// What the jobs of one group commit have read of the directory: who holds which post, days off,
// moved dates. They hold the only transaction that can write, so what one has read is true for the
// next until one of them writes; whatever is written outside the plans' own tables empties it. It
// begins empty with every transaction. Belongs to the writer's thread.
#include <any>
#include <string>
#include <string_view>
#include <unordered_map>

namespace persistence {

inline constexpr std::size_t remembered_max = 256; // what one batch of 64 jobs asks for, and more

class batch_memory {
public:
    // What `read` gives, or gave before in this batch under this key.
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
    void begin_batch() { known_.clear(); }

private:
    std::unordered_map<std::string, std::any> known_;
    bool was_written_{};
};

} // namespace persistence
