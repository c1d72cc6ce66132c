#pragma once
// What a target claims of every input: a claim that does not hold ends the run as a finding.
#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void must(bool holds, const char* claim)
{
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", claim);
    std::abort();
}

} // namespace fuzz
