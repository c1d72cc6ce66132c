// bench [--smoke] [--mariadb] [--statements] [decisions] [commands] [overload] [inboxes] [proofs]
// [processes] prints what was measured beside the same work done by hand, in the same run. With
// --smoke everything is small, and it fails where an aim is missed five times over.
#include "tests/bench/measure.hpp"
#include <algorithm>
#include <cstdio>
#include <cstring>

int main(int count, char** values)
{
    constexpr double smoke_slack = 5;
    bench::sizes sizes;
    bool mariadb = false;
    std::vector<std::string> words;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(values[i], "--smoke") == 0)
            sizes = {true, false, std::chrono::milliseconds(300), 2'000, 5};
        if (std::strcmp(values[i], "--mariadb") == 0) mariadb = true;
        if (values[i][0] != '-') words.emplace_back(values[i]);
        if (std::strcmp(values[i], "--statements") == 0) sizes.tells_statements = true;
    }
    const auto wants = [&](const std::string& name) {
        return words.empty() || std::find(words.begin(), words.end(), name) != words.end();
    };
    std::vector<bench::line> lines;
    const auto take = [&](const std::vector<bench::line>& more) {
        lines.insert(lines.end(), more.begin(), more.end());
    };
    if (wants("decisions")) take(bench::decisions(sizes));
    if (wants("commands")) take(bench::commands(sizes, false));
    if (wants("commands") && mariadb) take(bench::commands(sizes, true));
    if (wants("overload")) take(bench::overload(sizes, false));
    if (wants("overload") && mariadb) take(bench::overload(sizes, true));
    if (wants("inboxes")) take(bench::inboxes(sizes));
    if (wants("proofs")) take(bench::proofs(sizes));
    if (wants("processes")) take(bench::processes(sizes));
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
