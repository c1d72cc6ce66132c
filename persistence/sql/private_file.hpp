#pragma once
// Files that hold what people trust us with are their owner's alone, whoever else has an account on
// the machine.
#include <filesystem>

namespace persistence {

// A file becomes 0600, a directory 0700. One that is not there, or is somebody else's, stays as it
// is: only its owner can change it.
void keep_private(const std::filesystem::path&);

// The file of a SQLite database, made when it is not there yet, and what SQLite keeps beside it,
// which takes the modes of the file when it is made later.
void keep_database_private(const std::filesystem::path&);

} // namespace persistence
