// Uploads taken apart, at every size where a block might end inside a delimiter.
#include "api/http/multipart.hpp"
#include "api/http/secret.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include "workflow/things/sha256.hpp"
#include <fstream>

namespace {

struct world {
    support::temporary_directory folder;
    workflow::result<api::upload> read(const std::string& body,
                                       std::string type = "multipart/form-data; boundary=xX")
    {
        api::make_ready();
        api::request asked;
        asked.headers.emplace_back("content-type", std::move(type));
        asked.body_file = folder / "body";
        std::ofstream(asked.body_file, std::ios::binary) << body;
        return api::read_multipart(asked, folder / "tmp");
    }
};

std::string part(std::string disposition, const std::string& bytes)
{
    return "--xX\r\nContent-Disposition: form-data; " + std::move(disposition) + "\r\n\r\n" +
           bytes + "\r\n";
}

const std::string field = part("name=\"kind\"", "laporan_kegiatan");
const std::string end = "--xX--\r\n";

} // namespace

TEST_CASE("a file and its fields are taken apart, whatever the file's size")
{
    world here;
    for (std::size_t size : {0, 1, 65'380, 65'400, 65'420, 65'440, 65'460, 65'480, 65'500, 65'520,
                             65'536, 131'072, 1'000'001}) {
        std::string bytes(size, 'a');
        for (std::size_t i = 0; i + 8 < size; i += 1000) bytes.replace(i, 6, "\r\n--xY");
        auto got = here.read(part("name=\"file\"; filename=\"../a/Lapor\\\"an.pdf\"", bytes) +
                             field + end);
        REQUIRE(got.has_value());
        CHECK(got->field("kind") == "laporan_kegiatan");
        REQUIRE(got->file);
        CHECK(got->file->name == "Lapor\"an.pdf");
        CHECK(got->file->bytes == size);
        CHECK(got->file->sha256 == workflow::sha256_hex(bytes));
        CHECK(std::filesystem::file_size(got->file->file->path()) == size);
    }
    CHECK(std::filesystem::is_empty(here.folder / "tmp"));
}

TEST_CASE("a file is called what its sender calls it, quotes and backslashes too, without folders")
{
    struct row {
        const char* sent; // between the quotes
        const char* kept;
    };
    const row rows[]{
        {"C:\\Users\\ani\\lapor.pdf", "lapor.pdf"},
        {"b/../lapor.pdf", "lapor.pdf"},
        {"a\\b.pdf", "a\\b.pdf"},
        {"a\\", "a\\"},
        {"\\\"a\\\".pdf", "\"a\".pdf"},
        {"%22a%22 100%.pdf", "\"a\" 100%.pdf"},
        {"Cafe\u0301.pdf", "Café.pdf"},
        {"\u202Efdp.exe", "fdp.exe"},
    };
    world here;
    for (const row& each : rows) {
        INFO(each.sent);
        const auto got = here.read(
            part("name=\"file\"; filename=\"" + std::string(each.sent) + "\"", "a") + end);
        REQUIRE(got.has_value());
        CHECK(got->file->name == each.kept);
    }
}

TEST_CASE("an upload that is not what it says is malformed and leaves no file")
{
    const std::string file = part("name=\"file\"; filename=\"a\"", "abc");
    const std::string body = GENERATE_COPY(values<std::string>({
        "",
        "x" + file + end,
        file,
        file + "--xX",
        file + "--xY--",
        file + file + end,
        field + field + end,
        part("filename=\"a\"", "b") + end,
        part("name=\"a", "b") + end,
        part("name=\"a\"", std::string(8193, 'b')) + end,
        part("name=\"a\"", "\xff") + end,
        part("name=\"file\"; filename=\"\xff\"", "b") + end,
        "--xX\r\nno colon\r\n\r\nb\r\n" + end,
        "--xX\r\nA: " + std::string(5000, 'b') + "\r\n\r\nb\r\n" + end,
    }));
    INFO(body.substr(0, 300));
    world here;
    {
        const auto got = here.read(body);
        REQUIRE(got.has_error());
        CHECK(got.error().code == workflow::errc::malformed);
    }
    std::error_code none;
    CHECK((!std::filesystem::exists(here.folder / "tmp") ||
           std::filesystem::is_empty(here.folder / "tmp", none)));
    CHECK(here.read(field + end, "multipart/form-data").has_error());
    CHECK(here.read(field + end).has_value());
}

TEST_CASE("a file above 25 MB is too large")
{
    world here;
    const auto got = here.read(
        part("name=\"file\"; filename=\"a\"", std::string(25 * 1024 * 1024 + 1, 'a')) + end);
    REQUIRE(got.has_error());
    CHECK(got.error().code == api::http_errc::payload_too_large);
    CHECK(here.read(part("name=\"file\"; filename=\"a\"", std::string(25 * 1024 * 1024, 'a')) + end)
              .has_value());
}
