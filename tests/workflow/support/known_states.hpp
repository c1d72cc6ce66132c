#pragma once
// The states a walk has met, numbered in the order of meeting: a hash table with open addressing,
// cut into shards so that several threads meet states at once.
#include "tests/workflow/support/state_key.hpp"
#include <atomic>
#include <mutex>

namespace walk {

using namespace workflow;

using state_number = std::uint32_t;

class known_states {
public:
    struct meeting {
        state_number number{};
        bool is_new{};
    };
    meeting meet(const state_key&); // any thread
    std::size_t size() const { return next_; }

private:
    static constexpr state_number nothing = ~state_number{0};
    struct slot {
        state_key key;
        state_number number{nothing};
    };
    struct shard {
        std::mutex gate;
        std::vector<slot> slots = std::vector<slot>(64); // a power of two
        std::size_t used{};
    };
    static slot& place_of(std::vector<slot>&, const state_key&, std::size_t hash);
    static void grow(shard&);

    std::array<shard, 64> shards_;
    std::atomic<state_number> next_{0};
};

} // namespace walk
