// bench [--smoke] [--mariadb] [--statements]: prints what was measured beside the same work done by
// hand, in the same run. With --smoke everything is small, and it fails where an aim is missed five
// times over.
#include "tests/bench/measure.hpp"
#include <cstdio>
#include <cstring>

int main(int count, char** values)
{
    constexpr double smoke_slack = 5;
    bench::sizes sizes;
    bool mariadb = false;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(values[i], "--smoke") == 0)
            sizes = {true, false, std::chrono::milliseconds(100), 2'000, 5};
        if (std::strcmp(values[i], "--mariadb") == 0) mariadb = true;
        if (std::strcmp(values[i], "--statements") == 0) sizes.tells_statements = true;
    }
    std::vector<bench::line> lines = bench::decisions(sizes);
    for (auto& l : bench::commands(sizes, false)) lines.push_back(l);
    if (mariadb)
        for (auto& l : bench::commands(sizes, true)) lines.push_back(l);
    for (auto& l : bench::proofs(sizes)) lines.push_back(l);
    for (auto& l : bench::processes(sizes)) lines.push_back(l);
    bench::print(lines);
    if (!sizes.smoke) return 0;
    int failed = 0;
    for (const bench::line& l : lines)
        if (bench::misses_by(l, smoke_slack)) {
            std::printf("misses its aim five times over: %s\n", l.what.c_str());
            ++failed;
        }
    std::printf("%d passed, %d failed\n", static_cast<int>(lines.size()) - failed, failed);
    return failed == 0 ? 0 : 1;
}
