#pragma once
// Stands between a client and MariaDB on loopback, and ends the client's transaction before a
// chosen one of its commands: behind the back of its library, which is told nothing, or with the
// answer that Galera gives for another node's commit.
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace support {

enum class ending { silent, told };

//     meddler between(server.port());
//     between.arm(3, ending::silent, [] { … });  // before the fourth command of the next
//                                                // transaction that may write: ROLLBACK
class meddler {
public:
    explicit meddler(int server_port);
    ~meddler();
    meddler(const meddler&) = delete;
    meddler& operator=(const meddler&) = delete;

    int port() const { return port_; }
    // `rival` runs once the transaction has ended and before the command goes on.
    void arm(int commands_before, ending how, std::function<void()> rival);
    // False when the transaction had no such command; one that ends it counts for ending::told.
    bool has_fired();
    // The texts that were sent since the last call, in their order.
    std::vector<std::string> take_texts();

private:
    enum class verdict { forward, answered };

    void serve();
    void relay(int client);
    bool carry_command(int client, int server);
    bool is_due(std::string_view text);
    verdict meddle(int client, int server);

    int server_port_;
    int listener_{-1};
    int port_{};
    std::mutex mutex_{};
    int left_{-1}; // commands until it strikes; less than 0: it does not
    bool within_{};
    bool fired_{};
    ending how_{};
    std::function<void()> rival_{};
    std::vector<std::string> texts_{};
    std::vector<int> open_{};
    std::vector<std::jthread> threads_{};
};

} // namespace support
