#pragma once
// Mail as .eml files in a directory: the demo's post office, and a way to look at what would leave.
#include "notifications/channel.hpp"
#include <filesystem>

namespace notifications {

// Each mail becomes <local part of its Message-ID>.eml, complete from the moment it is there; a
// mail sent twice is one file. A disk that refuses is a temporary failure.
class file_channel : public channel {
public:
    // The directory is made when the first mail is written.
    explicit file_channel(std::filesystem::path directory);

    delivery send(const mail&) override;

private:
    std::filesystem::path directory_;
};

} // namespace notifications
