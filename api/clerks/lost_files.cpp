// Asks the database about every old file; it alone knows what is still named.
#include "api/clerks/lost_files.hpp"
#include "api/files/file_store.hpp"
#include "persistence/nouns/documents.hpp"

namespace api {
namespace {

namespace fs = std::filesystem;

std::size_t remove_stray_bodies(const fs::path& folder, std::chrono::seconds older_than)
{
    std::size_t removed = 0;
    std::error_code gone;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, gone)) {
        const auto age = fs::file_time_type::clock::now() - entry.last_write_time(gone);
        if (!gone && entry.is_regular_file(gone) && age > older_than)
            removed += fs::remove(entry.path(), gone) ? 1U : 0U;
    }
    return removed;
}

} // namespace

std::size_t remove_lost_files(const context& here, std::chrono::seconds older_than)
{
    const auto is_named = [&](const std::string& sha256) {
        return here.database.read(
            [&](persistence::unit_of_work& unit) { return persistence::names_file(unit, sha256); });
    };
    return file_store(here.data).remove_unreferenced(is_named, older_than) +
           remove_stray_bodies(here.data / "tmp", older_than);
}

} // namespace api
