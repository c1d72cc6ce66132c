#pragma once
// A data directory belongs to one installation: a file in it bears the id that the database bears
// too, so that a wrong mount or a copied unit file is seen at the start and not when somebody asks
// for evidence.
#include "persistence/sql/database.hpp"
#include <filesystem>
#include <stdexcept>
#include <string>

namespace api {

inline constexpr const char* installation_file = "installation"; // within the data directory

// Database and directory do not belong together; the sentence says what to do.
struct foreign_data : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Marks an unmarked directory, which must exist, as this database's. `fresh_id` becomes the
// database's own if it has none yet. Throws `foreign_data`, std::filesystem::filesystem_error.
void require_own_data(persistence::database&, const std::filesystem::path& data,
                      const std::string& fresh_id);

} // namespace api
