#pragma once
// Reading files that must be there. What cannot be opened or read to its end is an outage: taken
// for an empty file it would make the client guilty of what the disk did.
#include <filesystem>
#include <fstream>
#include <string>

namespace api {

// Throws `persistence::outage`.
std::ifstream opened_file(const std::filesystem::path&);
std::string whole_file(const std::filesystem::path&);

// Throws `persistence::outage` when a read has failed, other than by reaching the end.
void require_readable(const std::ifstream&);

} // namespace api
