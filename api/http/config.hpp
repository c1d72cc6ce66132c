#pragma once
// Every limit of the HTTP edge, in one place. Tests set smaller ones; nothing is unlimited.
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace api {

struct limits {
    std::size_t header_bytes_max{8 * 1024};
    std::size_t headers_max{64};
    std::size_t target_bytes_max{2 * 1024};
    std::size_t json_bytes_max{1024 * 1024};
    // A file of 25 MB and what multipart/form-data puts around it.
    std::size_t upload_bytes_max{25 * 1024 * 1024 + 64 * 1024};
    std::chrono::milliseconds header_time_max{10'000};
    std::chrono::milliseconds body_time_max{30'000};
    std::chrono::milliseconds idle_time_max{60'000};
    std::chrono::milliseconds write_time_max{30'000};
    std::chrono::milliseconds linger_time_max{2'000}; // for a refused body that is still coming
    std::chrono::milliseconds drain_time_max{20'000}; // for what runs when the server stops
    std::chrono::milliseconds drain_idle_max{500};    // for a first request while it stops
    std::chrono::milliseconds transfer_grace{10'000}; // before the minimum rate counts
    std::size_t transfer_bytes_per_second_min{64 * 1024};
    std::size_t connections_max{1'000};
    std::size_t connections_per_address_max{500}; // proxies that are trusted have no such limit
    std::size_t body_memory_bytes_max{128 * 1024 * 1024}; // bodies in memory, of all requests
    std::size_t workers{16};                              // mostly waiting for the database
    // Requests waiting for a worker, one a connection. How long they wait is the limit that counts:
    // to refuse costs a fifth of serving, so a crowd that is told no at once, and asks again at
    // once, takes more of the machine than one that waits its turn.
    std::size_t queue_max{1'000};
    // Who waited longer has given up or asks again: better a quick 503 than a late answer.
    std::chrono::milliseconds queue_time_max{500};
    // Requests that wait for something to happen, a connection each and no worker.
    std::size_t pausing_max{200};
    std::size_t slow_workers{2}; // for passwords; as many as are hashed at a time
    std::size_t slow_queue_max{64};
    std::chrono::milliseconds slow_queue_time_max{10'000};
};

inline constexpr std::size_t file_bytes_max = 25 * 1024 * 1024;
// What lies on the disk counts, a deleted file for as long as its bytes do.
inline constexpr std::int64_t upload_bytes_of_user_a_day_max = 2LL * 1024 * 1024 * 1024;
inline constexpr std::int64_t upload_bytes_of_plan_max = 20LL * 1024 * 1024 * 1024;
inline constexpr std::size_t documents_of_plan_max = 50;
inline constexpr std::size_t page_limit_default = 50;
inline constexpr std::size_t page_limit_max = 200;
inline constexpr std::size_t wait_seconds_max = 30;       // of who follows events
inline constexpr std::size_t whole_lists_at_once_max = 2; // each holds a worker for its time
inline constexpr std::size_t whole_list_items_max = 200'000;
inline constexpr std::size_t json_depth_max = 32;
inline constexpr std::size_t field_errors_max = 100; // that one answer lists
inline constexpr std::size_t idempotency_key_bytes_max = 200;
inline constexpr int retry_after_seconds = 2;
// In the security log, of one kind of refusal and one user or network.
inline constexpr int refusal_lines_a_minute_max = 30;
inline constexpr std::size_t refusal_lines_keys_max = 1'000; // all others share one count

} // namespace api
