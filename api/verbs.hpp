#pragma once
// The verbs of the command line: each takes its options and returns the process's exit code.
// 0 done, 1 the answer is no, 2 usage, 3 cannot reach what it needs.
#include <string>

namespace api {

enum exit_code : int { done = 0, answer_is_no = 1, usage_error = 2, unreachable = 3 };

// Prints the machines as tables and diagrams, or writes a page of each into a directory.
int describe(const std::string& directory);

} // namespace api
