// What a browser is told about a file that somebody uploaded.
#include "api/http/download.hpp"
#include "tests/support/catch.hpp"

namespace {

std::string header(const api::reply& r, std::string_view name)
{
    for (const auto& [key, value] : r.headers)
        if (key == name) return value;
    return {};
}

const api::stored_file page{"/data/files/ab/abcd", "laporan \"April\"\r\nX: é.html", "text/html",
                            "abcd"};

} // namespace

TEST_CASE("an uploaded page is a download of an unknown type, in a sandbox")
{
    const auto r = api::download(page, api::request{});
    CHECK(r.status == 200);
    CHECK(r.file == page.place);
    CHECK(r.content_type == "application/octet-stream");
    CHECK(header(r, "X-Content-Type-Options") == "nosniff");
    CHECK(header(r, "Content-Security-Policy") == "sandbox; default-src 'none'");
    CHECK(header(r, "ETag") == "\"abcd\"");
}

TEST_CASE("a file's name cannot end its header, and keeps its letters")
{
    CHECK(header(api::download(page, api::request{}), "Content-Disposition") ==
          "attachment; filename=\"laporan _April___X: _.html\"; "
          "filename*=UTF-8''laporan%20%22April%22%0D%0AX%3A%20%C3%A9.html");
    CHECK(api::attachment_called("100% a\\b.pdf") ==
          "attachment; filename=\"100_ a_b.pdf\"; filename*=UTF-8''100%25%20a%5Cb.pdf");
}

TEST_CASE("who has the file already is told so without a body")
{
    api::request again;
    again.headers = {{"if-none-match", "\"abcd\""}};
    const auto r = api::download(page, again);
    CHECK(r.status == 304);
    CHECK_FALSE(r.file);
    again.headers = {{"if-none-match", "\"other\""}};
    CHECK(api::download(page, again).status == 200);
}
