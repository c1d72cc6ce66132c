// How much somebody may bring in a day and a plan may hold; deleting makes no room at once.
#include "api/nouns/upload_quota.hpp"
#include "api/http/config.hpp"
#include "persistence/nouns/uploads.hpp"
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"

using namespace std::chrono_literals;
using support::running_api;
using support::text_at;

namespace {

const support::header_list multipart{{"Content-Type", "multipart/form-data; boundary=xX"}};

support::http_reply bring(const running_api& here, const std::string& plan,
                          const std::string& name = "SK.pdf",
                          const std::string& bytes = "%PDF-1.7 keputusan")
{
    return here.as("ani").post(
        "/api/v1/plans/" + plan + "/documents",
        "--xX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" +
            bytes + "\r\n--xX--\r\n",
        multipart);
}

// As if so much had been brought, and perhaps taken away again.
void was_brought(running_api& here, const std::string& user, const std::string& plan,
                 std::int64_t bytes, bool is_gone)
{
    here.store().write([&](persistence::unit_of_work& unit) {
        persistence::insert_upload(unit, {"earlier", user, plan, bytes});
        if (is_gone) persistence::mark_upload_gone(unit, "earlier");
    });
}

constexpr std::int64_t size = 18; // of what `bring` brings

} // namespace

TEST_CASE("who uploads and deletes all day is refused at the day's limit, and served tomorrow")
{
    running_api here;
    const auto plan = here.draft();
    was_brought(here, "u-ani", "another", api::upload_bytes_of_user_a_day_max - size, true);
    CHECK(bring(here, plan).status == 201); // exactly the limit
    const auto no = bring(here, plan);
    CHECK(no.status == 409);
    CHECK(no.code() == "conflict");
    const auto told = no.json();
    CHECK(text_at(told, "/detail") ==
          workflow::say("en", {"uploads_of_user", {{"there", "2048"}, {"limit", "2048"}}}));
    here.pass(24h);
    CHECK(bring(here, plan).status == 201);
}

TEST_CASE("a plan holds so much and no more, whoever brings it; what was deleted counts for now")
{
    running_api here;
    const auto plan = here.draft();
    was_brought(here, "somebody", plan, api::upload_bytes_of_plan_max - size, true);
    CHECK(bring(here, plan).status == 201);
    const auto no = bring(here, plan);
    CHECK(no.status == 409);
    const auto told = no.json();
    CHECK(text_at(told, "/detail") ==
          workflow::say("en", {"uploads_of_plan", {{"there", "20480"}, {"limit", "20480"}}}));
    here.pass(48h); // the bytes of the deleted ones are gone
    CHECK(bring(here, plan).status == 201);
}

TEST_CASE("a plan takes a limited number of files, and the refusal says how many")
{
    running_api here;
    const auto plan = here.draft();
    for (std::size_t i = 0; i < api::documents_of_plan_max; ++i)
        REQUIRE(bring(here, plan, "SK.pdf", "%PDF-" + std::to_string(i)).status == 201);
    const auto no = bring(here, plan);
    CHECK(no.status == 409);
    const auto told = no.json();
    CHECK(text_at(told, "/detail") ==
          workflow::say("en", {"documents_too_many", {{"limit", "50"}}}));
}

TEST_CASE("ASVS 5.2.2: a plan's file is of a listed type by its name and by its content")
{
    struct row {
        const char* name;
        std::string bytes;
        int status;
        const char* media_type;
    };
    const std::string zip("PK\x03\x04....", 8);
    const row rows[]{
        {"SK.pdf", "%PDF-1.7", 201, "application/pdf"},
        {"Lampiran.XLSX", zip, 201,
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {"SK.exe", "MZ....", 422, ""},
        {"SK.pdf", "MZ....", 422, ""},
        {"SK.html", "<script>", 422, ""},
        {"SK.zip", zip, 422, ""},
        {"SK", "%PDF-1.7", 422, ""},
    };
    running_api here;
    const auto plan = here.draft();
    for (const row& r : rows) {
        CAPTURE(r.name, r.bytes);
        const auto got = bring(here, plan, r.name, r.bytes);
        CHECK(got.status == r.status);
        const auto body = got.json();
        if (r.status == 201) {
            CHECK(text_at(body, "/media_type") == r.media_type); // not what the sender says
            continue;
        }
        CHECK(text_at(body, "/errors/0/pointer") == "/file");
        CHECK(text_at(body, "/errors/0/detail") == workflow::say("en", {"evidence_type_refused"}));
    }
    const auto kept = here.as("ani").get("/api/v1/plans/" + plan + "/documents").json();
    CHECK(kept.at("items").as_array().size() == 2);
}
