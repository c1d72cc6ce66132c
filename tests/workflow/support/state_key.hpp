#pragma once
// What tells two worlds apart for the engine, packed into bits: states, rounds, people, contents;
// not ids, versions or instants. Two worlds with one key offer the same commands and lead to the
// same keys.
#include "workflow/table/definition.hpp"
#include "workflow/things/world.hpp"
#include <array>
#include <deque>
#include <unordered_map>

namespace walk {

using namespace workflow;

class state_key {
public:
    void put(std::size_t value, unsigned bits); // throws std::length_error when the key is full
    std::size_t hash() const;
    friend bool operator==(const state_key& a, const state_key& b) { return a.words_ == b.words_; }

private:
    std::array<std::uint64_t, 3> words_{}; // enough for four targets
    unsigned used_{};
};

struct hash_of_key {
    std::size_t operator()(const state_key& key) const { return key.hash(); }
};

// Reads keys off the worlds of one walk. A reader remembers digests: one a thread.
class state_reader {
public:
    // The people who act, and the world whose agencies they are.
    state_reader(const std::vector<definition>& catalog, const std::vector<principal>& actors,
                 const world& start);
    state_key read(const world&);

private:
    void put_state(state_key&, std::string_view resource, std::string_view state) const;
    void put_person(state_key&, const reference&) const;
    void put_revision(state_key&, const world&, const revision&);
    void put_reviews(state_key&, const world&, const revision& open);
    void put_approvals(state_key&, const world&, const revision& open) const;
    void put_target(state_key&, const world&, const target&) const;
    void put_report(state_key&, const world&, const report&);
    std::size_t day_of(const world&);
    const std::string& included_in(const world&, const report&);
    const std::string& digest_of(const std::vector<action>&, const std::string& agency);

    struct known_rows {
        std::vector<action> actions;
        std::string agency;
        std::string digest;
    };

    const std::vector<definition>& catalog_;
    std::vector<std::string> people_;
    std::vector<std::string> agencies_;
    std::deque<known_rows> known_;
    std::unordered_map<state_key, std::string, hash_of_key> included_;
    std::unordered_map<std::int64_t, std::size_t> days_;
};

} // namespace walk
