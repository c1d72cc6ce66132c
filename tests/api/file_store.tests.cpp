// Files kept by their content, on a real file system.
#include "api/files/file_store.hpp"
#include "api/http/secret.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include "workflow/things/sha256.hpp"
#include <fstream>
#include <sstream>

using api::file_store;
namespace fs = std::filesystem;

namespace {

fs::path temporary_file(const support::temporary_directory& data, const std::string& bytes)
{
    const fs::path place = data.path() / "tmp" / api::random_id();
    fs::create_directories(place.parent_path());
    std::ofstream(place, std::ios::binary) << bytes;
    return place;
}

std::string content_of(const fs::path& place)
{
    std::ostringstream bytes;
    bytes << std::ifstream(place, std::ios::binary).rdbuf();
    return bytes.str();
}

} // namespace

TEST_CASE("a kept file lies under its digest, for the owner alone, and its temporary name is gone")
{
    api::make_ready();
    const support::temporary_directory data;
    const file_store files(data.path());
    const std::string digest = workflow::sha256_hex("laporan");
    const auto temporary = temporary_file(data, "laporan");
    files.keep(temporary, digest);
    const auto place = files.path_of(digest);
    CHECK(place == data.path() / "files" / digest.substr(0, 2) / digest);
    CHECK(content_of(place) == "laporan");
    CHECK_FALSE(fs::exists(temporary));
    CHECK(fs::status(place).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(fs::status(place.parent_path()).permissions() == fs::perms::owner_all);
}

TEST_CASE("a file may be kept twice, and a try that is run again finds it in its place")
{
    api::make_ready();
    const support::temporary_directory data;
    const file_store files(data.path());
    const std::string digest = workflow::sha256_hex("a");
    const auto first = temporary_file(data, "a");
    files.keep(first, digest);
    files.keep(first, digest);
    files.keep(temporary_file(data, "a"), digest);
    CHECK(content_of(files.path_of(digest)) == "a");
}

TEST_CASE("a temporary file that is nowhere is an outage, and a name that is no digest a bug")
{
    api::make_ready();
    const support::temporary_directory data;
    const file_store files(data.path());
    CHECK_THROWS_AS(files.keep(data.path() / "none", workflow::sha256_hex("x")),
                    persistence::outage);
    CHECK_THROWS_AS(files.path_of("../../etc/passwd"), std::invalid_argument);
    CHECK_THROWS_AS(files.path_of(std::string(64, 'A')), std::invalid_argument);
}

TEST_CASE("only files that nobody names and that are old enough are removed")
{
    api::make_ready();
    const support::temporary_directory data;
    const file_store files(data.path());
    const auto named = workflow::sha256_hex("named"), lost = workflow::sha256_hex("lost");
    const auto young = workflow::sha256_hex("young");
    files.keep(temporary_file(data, "named"), named);
    files.keep(temporary_file(data, "lost"), lost);
    files.keep(temporary_file(data, "young"), young);
    for (const auto& old : {named, lost})
        fs::last_write_time(files.path_of(old),
                            fs::file_time_type::clock::now() - std::chrono::hours(2));
    const auto is_named = [&](const std::string& digest) { return digest == named; };
    CHECK(files.remove_unreferenced(is_named) == 1);
    CHECK(files.has(named));
    CHECK(files.has(young));
    CHECK_FALSE(files.has(lost));
}
