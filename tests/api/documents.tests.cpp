// Files and comments of a plan over HTTP.
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"

using support::running_api;
using support::text_at;

namespace {

const support::header_list multipart{{"Content-Type", "multipart/form-data; boundary=xX"}};

std::string scan(const std::string& bytes, const std::string& more = "")
{
    return "--xX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"SK Gubernur.pdf\"\r\n"
           "Content-Type: application/pdf\r\n\r\n" +
           bytes + "\r\n" + more + "--xX--\r\n";
}

} // namespace

TEST_CASE("a decree's scan is kept, and read by whoever sees the plan")
{
    running_api here;
    const auto plan = here.draft();
    const auto path = "/api/v1/plans/" + plan + "/documents";
    const auto made = here.as("ani").post(path, scan("%PDF-1.7 x"), multipart);
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto document = made.json();
    CHECK(text_at(document, "/name") == "SK Gubernur.pdf");
    CHECK(text_at(document, "/size") == "10");
    CHECK(text_at(document, "/uploaded_by/name") == "Name of ani");
    const auto at = made.header("location");
    CHECK(at == "/api/v1/documents/" + text_at(document, "/id"));
    CHECK(here.as("arif").get(at).json() == document);
    const auto bytes = here.as("arif").get(at + "/content");
    CHECK(bytes.status == 200);
    CHECK(bytes.body == "%PDF-1.7 x");
    CHECK(bytes.header("content-disposition") ==
          "attachment; filename=\"SK Gubernur.pdf\"; filename*=UTF-8''SK%20Gubernur.pdf");
    CHECK(bytes.header("x-content-type-options") == "nosniff");
    CHECK(here.as("arif").get(at + "/content", {{"If-None-Match", bytes.header("etag")}}).status ==
          304);
    CHECK(here.as("budi").get(at + "/content").status == 404);
    REQUIRE(here.command("ani", "plans/" + plan, "submit").status == 200);
    CHECK(here.as("budi").get(at + "/content").status == 200);
    CHECK(here.as("budi").post(path, scan("x"), multipart).status == 403);
    CHECK(here.as("dewi").post(path, scan("x"), multipart).status == 404);
}

TEST_CASE("a plan's files are listed oldest first, page by page, to whoever sees the plan")
{
    running_api here;
    const auto plan = here.draft();
    const auto path = "/api/v1/plans/" + plan + "/documents";
    CHECK(here.as("ani").get(path).json().at("items").as_array().empty());
    REQUIRE(here.as("ani").post(path, scan("%PDF-1.7 first"), multipart).status == 201);
    REQUIRE(here.as("ani").post(path, scan("%PDF-1.7 the second"), multipart).status == 201);
    const auto all = here.as("ani").get(path).json();
    REQUIRE(all.at("items").as_array().size() == 2);
    CHECK(all.at("next").is_null());
    const auto first = here.as("ani").get(path + "?limit=1").json();
    REQUIRE(first.at("items").as_array().size() == 1);
    const auto rest =
        here.as("ani").get(path + "?limit=1&cursor=" + text_at(first, "/next")).json();
    CHECK(text_at(rest, "/items/0/id") == text_at(all, "/items/1/id"));
    CHECK(here.as("budi").get(path).status == 404);
    REQUIRE(here.command("ani", "plans/" + plan, "submit").status == 200);
    CHECK(here.as("budi").get(path).json() == all);
}

TEST_CASE("a document that is refused leaves no file, whoever brings it")
{
    running_api here;
    const auto plan = here.draft();
    const auto path = "/api/v1/plans/" + plan + "/documents";
    REQUIRE(here.command("ani", "plans/" + plan, "submit").status == 200);
    CHECK(here.as("budi").post(path, scan("%PDF-1.7 x"), multipart).status == 403);
    CHECK(here.as("citra").post(path, scan("%PDF-1.7 y"), multipart).status == 403);
    CHECK(here.as("ani").post(path, scan(""), multipart).status == 422);
    const auto kept = here.context().data / "files";
    CHECK((!std::filesystem::exists(kept) || std::filesystem::is_empty(kept)));
}

TEST_CASE("a decree's scan is a file of the very plan, not of another one of the same hands")
{
    running_api here;
    const auto plan = here.draft();
    const auto other = here.plan("ani", "62", 2027);
    const auto scan_of = [&](const std::string& whose) {
        const auto path = "/api/v1/plans/" + whose + "/documents";
        return text_at(here.as("ani").post(path, scan("%PDF-1.7 x"), multipart).json(), "/id");
    };
    const auto registered_with = [&](const std::string& document) {
        return here.command("ani", "plans/" + plan, "register",
                            R"({"decree_number":"188.44/1","decree_date":"2026-01-20",)"
                            R"("decree_scan":")" +
                                document + "\"}");
    };
    const auto no = registered_with(scan_of(other));
    CHECK(no.status == 422);
    CHECK(support::pointers_of(no) == std::vector<std::string>{"/decree_scan"});
    const auto done = registered_with(scan_of(plan));
    INFO(done.body);
    CHECK(done.status == 200);
}

TEST_CASE("a document without a name, or with one of a thousand letters, is refused at its file")
{
    running_api here;
    const auto path = "/api/v1/plans/" + here.draft() + "/documents";
    for (const std::string& name : {std::string(), std::string(1000, 'a') + ".pdf"}) {
        std::string body = scan("%PDF-1.7 x");
        body.replace(body.find("SK Gubernur.pdf"), 15, name);
        const auto no = here.as("ani").post(path, body, multipart);
        INFO(name.size() << ' ' << no.body);
        CHECK(no.status == 422);
        CHECK(text_at(no.json(), "/errors/0/pointer") == "/file");
    }
}

TEST_CASE("an upload without a file, an empty one and unknown parts are refused by name")
{
    running_api here;
    const auto path = "/api/v1/plans/" + here.plan() + "/documents";
    const auto refused = [&](const std::string& body) {
        const auto answer = here.as("ani").post(path, body, multipart);
        CHECK(answer.status == 422);
        return support::pointers_of(answer);
    };
    const std::string part = "--xX\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nsk\r\n";
    CHECK(refused(part + "--xX--\r\n") == std::vector<std::string>{"/file", "/kind"});
    CHECK(refused(scan("")) == std::vector<std::string>{"/file"});
    CHECK(refused(scan("%PDF-1.7 x", part)) == std::vector<std::string>{"/kind"});
    CHECK(here.as("ani").post(path, "nothing", multipart).status == 400);
}

TEST_CASE("whoever sees a thing reads what was said of it and says something, in order")
{
    running_api here;
    const auto plan = here.in_force();
    const auto actions = here.read("ani", "plans/" + plan + "/actions");
    for (const std::string& path : {"plans/" + plan, "actions/" + text_at(actions, "/items/0/id"),
                                    "targets/" + text_at(actions, "/items/0/targets/0/id")}) {
        INFO(path);
        const auto at = "/api/v1/" + path + "/comments";
        const auto version = here.as("ani").get("/api/v1/plans/" + plan).header("etag");
        const auto first = here.as("ani").post(at, R"({"text":"Satu\nbaris"})");
        REQUIRE(first.status == 201);
        CHECK(text_at(first.json(), "/by/name") == "Name of ani");
        here.pass(std::chrono::hours(1));
        REQUIRE(here.as("budi").post(at, R"({"text":"Dua"})").status == 201);
        const auto read = here.read("citra", path + "/comments");
        REQUIRE(read.at("items").as_array().size() == 2);
        CHECK(text_at(read, "/items/0/text") == "Satu\nbaris");
        CHECK(text_at(read, "/items/1/by/id") == "u-budi");
        CHECK(here.as("dewi").post(at, R"({"text":"x"})").status == 404);
        CHECK(here.as("ani").get("/api/v1/plans/" + plan).header("etag") == version);
    }
}
