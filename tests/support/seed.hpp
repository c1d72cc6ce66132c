#pragma once
// Random tests print their seed and take it back: RAMPUNG_SEED=… repeats a run.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>

namespace tests {

inline std::uint64_t seed(const char* test)
{
    const char* given = std::getenv("RAMPUNG_SEED");
    const std::uint64_t value = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::cout << test << ": RAMPUNG_SEED=" << value << '\n';
    return value;
}

} // namespace tests
