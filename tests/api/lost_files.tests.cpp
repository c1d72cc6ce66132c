// What nothing names any more is cleared away; what a row names stays, however old.
#include "api/clerks/lost_files.hpp"
#include "api/files/file_store.hpp"
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include "workflow/things/digest.hpp"
#include <fstream>

using support::running_api;

namespace {

namespace fs = std::filesystem;

void age(const fs::path& file)
{
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(48));
}

fs::path written(const fs::path& file)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "left behind";
    return file;
}

} // namespace

TEST_CASE("old files that no row names are removed, named and young ones stay")
{
    running_api here;
    const auto plan = here.draft();
    const std::string bytes = "%PDF-1.7 decree";
    const auto made = here.as("ani").post(
        "/api/v1/plans/" + plan + "/documents",
        "--xX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"SK.pdf\"\r\n\r\n" +
            bytes + "\r\n--xX--\r\n",
        {{"Content-Type", "multipart/form-data; boundary=xX"}});
    REQUIRE(made.status == 201);
    const api::file_store store(here.context().data);
    const auto named = store.path_of(workflow::sha256_hex(bytes));
    age(named);
    const auto lost = written(store.path_of(workflow::sha256_hex("nobody's")));
    age(lost);
    const auto young = written(store.path_of(workflow::sha256_hex("on its way")));
    const auto stray = written(here.context().data / "tmp" / "stray");
    age(stray);

    CHECK(api::remove_lost_files(here.context()) == 2);
    CHECK(fs::exists(named));
    CHECK(fs::exists(young));
    CHECK_FALSE(fs::exists(lost));
    CHECK_FALSE(fs::exists(stray));
    CHECK(api::remove_lost_files(here.context()) == 0);
}
