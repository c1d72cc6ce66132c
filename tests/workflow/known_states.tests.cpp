// The table of met states and the list of waiting ones, by themselves and under threads.
#include "tests/support/catch.hpp"
#include "tests/workflow/support/waiting_list.hpp"
#include <future>
#include <set>

using namespace walk;
using namespace workflow;

namespace {

state_key key_of(std::size_t number)
{
    state_key key;
    key.put(number % 1024, 10);
    key.put(number / 1024, 20);
    return key;
}

} // namespace

TEST_CASE("a state is new once and keeps its number")
{
    known_states known;
    CHECK(known.meet(key_of(7)).is_new);
    for (std::size_t i = 100; i < 50'000; ++i) known.meet(key_of(i));
    const auto again = known.meet(key_of(7));
    CHECK_FALSE(again.is_new);
    CHECK(again.number == 0);
    CHECK(known.size() == 49'901);
}

TEST_CASE("two threads that meet the same states give each one number")
{
    known_states known;
    const auto meet_all = [&] {
        std::vector<state_number> numbers;
        for (std::size_t i = 0; i < 50'000; ++i) numbers.push_back(known.meet(key_of(i)).number);
        return numbers;
    };
    auto other = std::async(std::launch::async, meet_all);
    const auto numbers = meet_all();
    CHECK(other.get() == numbers);
    CHECK(known.size() == 50'000);
    CHECK(std::set<state_number>(numbers.begin(), numbers.end()).size() == 50'000);
}

TEST_CASE("a key refuses what does not fit rather than cutting it off")
{
    state_key key;
    CHECK_THROWS_AS(key.put(8, 3), std::length_error);
    for (int i = 0; i < 12; ++i) key.put(1, 16);
    CHECK_THROWS_AS(key.put(0, 1), std::length_error);
}

TEST_CASE("two threads empty a list that grows while they work")
{
    waiting_list list;
    const auto empty = [&] {
        std::size_t count = 0;
        for (auto batch = list.take(false); !batch.empty(); batch = list.take(true)) {
            count += batch.size();
            waiting_list::batch found;
            for (const waiting_state& s : batch)
                if (s.number < 5'000)
                    for (state_number next : {2 * s.number, 2 * s.number + 1})
                        found.push_back({next, {}});
            list.give(std::move(found));
        }
        return count;
    };
    list.give({{1, {}}});
    auto other = std::async(std::launch::async, empty);
    const std::size_t mine = empty();
    CHECK(mine + other.get() == 9'999);
}

TEST_CASE("a list that was stopped gives nothing more")
{
    waiting_list list;
    list.give({{1, {}}});
    list.stop();
    CHECK(list.take(false).empty());
}
