// The low bits of a hash choose the shard, the others the slot.
#include "tests/workflow/support/known_states.hpp"

namespace walk {

known_states::meeting known_states::meet(const state_key& key)
{
    const std::size_t hash = key.hash();
    shard& s = shards_[hash % shards_.size()];
    const std::lock_guard hold(s.gate);
    if (slot& known = place_of(s.slots, key, hash); known.number != nothing)
        return {known.number, false};
    if (++s.used * 3 > s.slots.size() * 2) grow(s);
    const state_number number = next_++;
    place_of(s.slots, key, hash) = {key, number};
    return {number, true};
}

// The slot that holds the key, or the free one where it belongs.
known_states::slot& known_states::place_of(std::vector<slot>& slots, const state_key& key,
                                           std::size_t hash)
{
    std::size_t i = hash / 64 % slots.size();
    while (slots[i].number != nothing && slots[i].key != key) i = (i + 1) % slots.size();
    return slots[i];
}

void known_states::grow(shard& s)
{
    std::vector<slot> larger(s.slots.size() * 2);
    for (const slot& old : s.slots)
        if (old.number != nothing) place_of(larger, old.key, old.key.hash()) = old;
    s.slots = std::move(larger);
}

} // namespace walk
