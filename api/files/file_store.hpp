#pragma once
// Uploaded files, kept by their content: <data>/files/ab/<sha256>, for the owner alone, made once
// and never changed. A file is durable before the row that names it is committed; one whose row
// never came is found and removed later. Any thread.
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace api {

class file_store {
public:
    explicit file_store(std::filesystem::path data) : root_(std::move(data) / "files") {}

    // Moves a finished temporary file of the same data directory to its place, safe against a loss
    // of power when this returns. Content that is there already is kept as it is; a file moved by
    // an earlier try is fine too. Throws persistence::disk_full, persistence::outage.
    void keep(const std::filesystem::path& temporary, const std::string& sha256) const;

    // Precondition: 64 lower-case hexadecimal digits (std::invalid_argument).
    std::filesystem::path path_of(const std::string& sha256) const;
    bool has(const std::string& sha256) const;

    // Removes what nobody names; files younger than `grace` stay, since their row may be on its
    // way. Returns how many went.
    std::size_t
    remove_unreferenced(const std::function<bool(const std::string& sha256)>& is_referenced,
                        std::chrono::seconds grace = std::chrono::hours(1)) const;

private:
    std::filesystem::path root_;
};

} // namespace api
