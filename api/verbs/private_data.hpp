#pragma once
// The data directory is its owner's alone, also one that was filled before the program saw to that.
#include <filesystem>

namespace api {

// From now on this process makes no file that others may read.
void make_private_files();

// Makes the directory when it is not there. What the program keeps in it, and copies of a database
// that stand beside it, become private; foreign files are left as they are.
void keep_data_private(const std::filesystem::path& data);

} // namespace api
