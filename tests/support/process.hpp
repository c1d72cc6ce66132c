#pragma once
// Starting, awaiting and ending child processes of a test, without a shell and without sleeping.
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace support {

struct launch {
    std::vector<std::string> command;     // absolute path first
    std::filesystem::path output;         // both streams are appended to it
    std::optional<std::string> as_user{}; // becomes this user; needs root
};

// Looks in PATH and in the sbin directories that PATH lacks for other users than root. Throws
// std::runtime_error that names the program and the command that installs what is missing.
std::filesystem::path find_program(const std::string& name);

// Returns when the command runs. The child is killed when the calling thread dies. Throws
// std::runtime_error when there is no such user or the command cannot be run.
pid_t start_process(const launch& what);

// Waits until the child is gone, at most so long, and reaps it: its wait status, or nothing when
// it still runs.
std::optional<int> await_end(pid_t child, std::chrono::milliseconds at_most);

// Sends the signal and waits; a child that outlives the deadline is killed. Always reaps.
void end_process(pid_t child, int signal, std::chrono::milliseconds at_most);

} // namespace support
