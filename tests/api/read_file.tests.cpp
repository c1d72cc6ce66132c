// A file that cannot be read is an outage, not an empty one.
#include "api/files/read_file.hpp"
#include "api/files/evidence_type.hpp"
#include "api/http/multipart.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using persistence::outage;

namespace {

workflow::result<api::upload> taken_apart(const std::filesystem::path& body,
                                          const support::temporary_directory& home)
{
    api::request asked;
    asked.headers.emplace_back("content-type", "multipart/form-data; boundary=xX");
    asked.body_file = body;
    return api::read_multipart(asked, home / "tmp");
}

} // namespace

TEST_CASE("a file is read whole, byte for byte")
{
    const support::temporary_directory home;
    const std::string bytes("a\0b\r\n\xff", 6);
    std::ofstream(home / "file", std::ios::binary) << bytes;
    CHECK(api::whole_file(home / "file") == bytes);
    std::ofstream(home / "empty").flush();
    CHECK(api::whole_file(home / "empty").empty());
}

TEST_CASE("what cannot be opened or read is an outage wherever a body is read")
{
    const support::temporary_directory home;
    const auto gone = home / "gone";
    CHECK_THROWS_AS(api::whole_file(gone), outage);
    CHECK_THROWS_AS(api::first_bytes_of(gone), outage);
    CHECK_THROWS_AS(taken_apart(gone, home), outage);
    // A directory can be opened but not read.
    CHECK_THROWS(api::whole_file(home.path()));
    CHECK_THROWS_AS(api::first_bytes_of(home.path()), outage);
    CHECK_THROWS_AS(taken_apart(home.path(), home), outage);
}
