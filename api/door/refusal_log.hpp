#pragma once
// Refusals that the security log is told of: who came with a token that nobody knows, whose request
// came from another site or without its CSRF token, and who asked for what is not theirs to do. Of
// one kind and one user or network at most some lines a minute: whoever asks without end fills no
// disk. Any thread.
#include "api/door/security_log.hpp"
#include "api/http/router.hpp"
#include <mutex>
#include <unordered_map>

namespace api {

class refusal_log {
public:
    explicit refusal_log(const context& here) : here_(here) {}

    // Other refusals are let pass.
    void note(const request&, const caller&, const workflow::refusal&);

private:
    // How many lines stand in this minute already, this one included.
    int count(const std::string& key);

    const context& here_;
    std::mutex mutex_;
    std::int64_t minute_{};
    std::unordered_map<std::string, int> lines_;
};

} // namespace api
