// Child processes by fork, exec and pidfd: a death is waited for, not polled.
#include "tests/support/process.hpp"
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {
namespace {

struct identity {
    uid_t user;
    gid_t group;
};

std::optional<identity> identity_of(const std::optional<std::string>& name)
{
    if (!name) return std::nullopt;
    const passwd* entry = getpwnam(name->c_str());
    if (!entry)
        throw std::runtime_error("expected a system user '" + *name +
                                 "', found none: run scripts/setup, which installs the package "
                                 "that makes it");
    return identity{entry->pw_uid, entry->pw_gid};
}

struct pipe_ends {
    int read_end = -1;
    int write_end = -1;
};

pipe_ends make_pipe()
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
    return {ends[0], ends[1]};
}

struct child_task {
    char* const* arguments;
    int output;
    int failure; // closed by exec; whoever fails before says so here
    std::optional<identity> who;
};

// Between fork and exec only what is safe after a fork of a program with threads. The user changes
// before prctl, because changing it forgets the parent-death signal.
[[noreturn]] void become(const child_task& task)
{
    const auto& who = task.who;
    const bool changed =
        !who || (setgroups(0, nullptr) == 0 && setgid(who->group) == 0 && setuid(who->user) == 0);
    if (changed && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && dup2(task.output, STDOUT_FILENO) >= 0 &&
        dup2(task.output, STDERR_FILENO) >= 0)
        execv(task.arguments[0], task.arguments);
    const int reason = errno;
    [[maybe_unused]] const auto told = write(task.failure, &reason, sizeof reason);
    _exit(127);
}

// Returns when the child runs its command. Only then is it sure to end with this thread.
void await_exec(pid_t child, int failure, const std::string& command)
{
    int reason = 0;
    ssize_t size = 0;
    do size = read(failure, &reason, sizeof reason);
    while (size < 0 && errno == EINTR);
    close(failure);
    if (size <= 0) return;
    waitpid(child, nullptr, 0);
    throw std::runtime_error("cannot run " + command + ": " + std::strerror(reason));
}

} // namespace

std::filesystem::path find_program(const std::string& name)
{
    const char* path = std::getenv("PATH");
    std::istringstream folders(std::string(path ? path : "") + ":/usr/sbin:/usr/local/sbin:/sbin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto candidate = std::filesystem::path(folder) / name;
        if (!folder.empty() && access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    throw std::runtime_error("expected the program '" + name +
                             "', found none in PATH or /usr/sbin: run scripts/setup");
}

pid_t start_process(const launch& what)
{
    const auto who = identity_of(what.as_user);
    std::vector<char*> arguments;
    for (const auto& word : what.command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const int output = open(what.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (output < 0) throw std::runtime_error("cannot write " + what.output.string());
    const auto failure = make_pipe();
    const pid_t child = fork();
    if (child == 0) become({arguments.data(), output, failure.write_end, who});
    close(output);
    close(failure.write_end);
    if (child < 0) throw std::runtime_error("cannot fork to start " + what.command.front());
    await_exec(child, failure.read_end, what.command.front());
    return child;
}

std::optional<int> await_end(pid_t child, std::chrono::milliseconds at_most)
{
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    if (handle < 0) throw std::runtime_error("cannot watch process " + std::to_string(child));
    pollfd watched{handle, POLLIN, 0};
    const auto until = std::chrono::steady_clock::now() + at_most;
    int ready = 0;
    do {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        ready = poll(&watched, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    } while (ready < 0 && errno == EINTR);
    close(handle);
    if (ready <= 0) return std::nullopt;
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

void end_process(pid_t child, int signal, std::chrono::milliseconds at_most)
{
    ::kill(child, signal);
    if (await_end(child, at_most)) return;
    ::kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
}

} // namespace support
