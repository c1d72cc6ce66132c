// An office's file on its way into a draft: looked at, answered, applied, undone; by one hand at a
// time.
#include "tests/api/support/import_office.hpp"

using namespace import_office;

TEST_CASE("an import tells where every cell went and what it would change, and changes nothing")
{
    office o;
    const auto made = o.post(csv(three));
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto import = made.json();
    CHECK(made.header("location") == "/api/v1/imports/" + text_at(import, "/id"));
    CHECK(text_at(import, "/state") == "open");
    CHECK(text_at(import, "/file/name") == "matriks.csv");
    CHECK(text_at(import, "/made/by/name") == "Name of ani");
    CHECK(import.at("file").at("document").is_null());
    CHECK(kinds(import) == "added 1; added 2; added 3; ");
    CHECK(text_at(import, "/columns/2/field") == "title");
    const auto& cells = import.at("cells").as_object();
    std::int64_t sum = -cells.at("total").as_int64();
    for (const auto& [name, count] : cells)
        if (name != "total") sum += count.as_int64();
    CHECK(sum == 0);
    CHECK(cells.at("total").as_int64() == 24);
    CHECK(o.actions().empty());
    CHECK(o.read(text_at(import, "/id")) == import);
}

TEST_CASE("an applied import fills the draft, keeps its file with the plan and tells who and what")
{
    office o;
    const auto id = o.made(csv(three));
    const auto done = o.command(id, "apply");
    INFO(done.body);
    REQUIRE(done.status == 200);
    CHECK(done.json().at("event").is_null());
    const auto import = done.json().at("resource");
    CHECK(text_at(import, "/state") == "applied");
    CHECK(text_at(import, "/outcome/added") == "3");
    CHECK(text_at(import, "/applied/by/name") == "Name of ani");
    CHECK(kinds(import) == "added 1; added 2; added 3; "); // what it did, not what is left to do
    CHECK(o.titles() ==
          "1 Pelatihan mediator desa; 2 Peta rawan konflik; 3 Sosialisasi Huma Betang; ");
    const auto file = "/api/v1/documents/" + text_at(import, "/file/document");
    CHECK(o.here.as("arif").get(file + "/content").body == csv(three));
    const auto listed = o.here.read("arif", "plans/" + o.plan + "/imports");
    REQUIRE(listed.at("items").as_array().size() == 1);
    CHECK(text_at(listed, "/items/0/id") == id);
    CHECK(text_at(listed, "/items/0/outcome/added") == "3");
}

TEST_CASE("an import is undone in one step: texts, targets and ids of actions are as they were")
{
    office o;
    o.take_in(csv(three));
    const auto before = o.actions();
    const auto id = o.made(csv({row(1, "Pelatihan mediator desa", "health", "9"),
                                row(3, "Sosialisasi Huma Betang"), row(4, "Pelatihan baru")}));
    REQUIRE(o.change(id, R"({"answers":{"missing":"remove"}})").status == 200);
    REQUIRE(o.command(id, "apply").status == 200);
    CHECK(o.titles() == "1 Pelatihan mediator desa; 3 Sosialisasi Huma Betang; 4 Pelatihan baru; ");
    const auto undone = o.command(id, "undo");
    INFO(undone.body);
    REQUIRE(undone.status == 200);
    CHECK(text_at(undone.json(), "/resource/state") == "undone");
    CHECK(text_at(undone.json(), "/resource/undone/by/name") == "Name of ani");
    const auto after = o.actions();
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i)
        for (const char* member : {"id", "number", "title", "lead_agency", "targets"})
            CHECK(after[i].at(member) == before[i].at(member));
    const auto again = o.command(id, "undo");
    CHECK(again.status == 409);
    CHECK(text_at(again.json(), "/code") == "wrong_state");
}

TEST_CASE("an import that is not the last change is not undone, and says what to do instead")
{
    office o;
    const auto id = o.made(csv(three));
    REQUIRE(o.command(id, "apply").status == 200);
    CHECK(command_of(o.read(id)).at("allowed").as_bool());
    o.here.add_action(o.plan, support::action_body("Sesudahnya", "a-social"));
    const auto closed = o.read(id);
    CHECK_FALSE(command_of(closed).at("allowed").as_bool());
    const auto no = o.command(id, "undo");
    CHECK(no.status == 409);
    CHECK(text_at(no.json(), "/reason") == text_at(command_of(closed), "/reason"));
    CHECK(text_at(no.json(), "/reason").find("matrix page") != std::string::npos);
    CHECK(o.actions().size() == 4);
}

TEST_CASE("of two officers who apply one import at once, one does and the other gets 412")
{
    office o;
    const auto id = o.made(csv(three));
    const auto at = "/api/v1/imports/" + id + "/commands/apply";
    const support::header_list seen{{"Content-Type", "application/json"}, {"If-Match", "\"1\""}};
    CHECK(o.here.as("ani").post(at, "{}", seen).status == 200);
    const auto second = o.here.as("arif").post(at, "{}", seen);
    CHECK(second.status == 412);
    CHECK(o.actions().size() == 3);
}

TEST_CASE("a draft that was edited since the changes were shown is looked at again first")
{
    office o;
    o.take_in(csv(three));
    const auto id =
        o.made(csv({row(1, "Pelatihan mediator desa", "health", "9"), three[1], three[2]}));
    o.here.add_action(o.plan, support::action_body("Sementara itu", "a-social"));
    CHECK(o.read(id).at("draft_changed").as_bool());
    const auto no = o.command(id, "apply");
    CHECK(no.status == 409);
    CHECK(text_at(no.json(), "/code") == "guard");
    CHECK(text_at(no.json(), "/reason").find("Look at the changes again") != std::string::npos);
    CHECK(text_at(o.actions().at(0), "/version") == "1");
    const auto looked = o.change(id, "{}");
    REQUIRE(looked.status == 200);
    CHECK_FALSE(looked.json().at("draft_changed").as_bool());
    CHECK(kinds(looked.json()) == "changed 1; same 2; same 3; missing 4; ");
    CHECK(o.command(id, "apply").status == 200);
    CHECK(o.actions().size() == 4);
}

TEST_CASE("answers that name what the file does not have are refused, each at its place")
{
    office o;
    const auto id = o.made(csv(three));
    const auto faults = [&](const std::string& body) {
        const auto no = o.change(id, body);
        INFO(no.body);
        CHECK(no.status == 422);
        return support::pointers_of(no);
    };
    using list = std::vector<std::string>;
    CHECK(faults(R"({"sheets":["Lain"]})") == list{"/sheets"});
    CHECK(faults(R"({"columns":[{"sheet":null,"letter":"C","field":"titel"}]})") ==
          list{"/columns/0/field"});
    CHECK(faults(R"({"agencies":[{"text":"health","agency":"a-clinic"}]})") ==
          list{"/agencies/0/agency"});
    CHECK(faults(R"({"answers":{"renumbered":"same"}})") == list{"/answers/renumbered"});
    CHECK(faults(R"({"answer":{}})") == list{"/answer"});
    CHECK(text_at(o.read(id), "/version") == "1");
}

TEST_CASE("who may not draft makes no import, and sees one only when it was applied")
{
    office o;
    o.draft_two();
    CHECK(o.post(csv(three), "dewi").status == 404);
    const auto title = text_at(o.actions().at(0), "/title");
    const auto id = o.made(csv({"1," + title + ",12"}, "No,Rencana Aksi,Target B04"));
    REQUIRE(o.command(id, "apply").status == 200);
    const auto open = o.made(csv(three));
    REQUIRE(o.here.command("ani", "plans/" + o.plan, "submit").status == 200);
    CHECK(o.post(csv(three), "budi").status == 403);
    const auto seen = o.here.as("budi").get("/api/v1/imports/" + id);
    CHECK(seen.status == 200);
    CHECK_FALSE(command_of(seen.json()).at("allowed").as_bool());
    CHECK(o.here.as("budi").get("/api/v1/imports/" + open).status == 404);
    CHECK(o.here.as("dewi").get("/api/v1/imports/" + id).status == 404);
    const auto listed = o.here.read("budi", "plans/" + o.plan + "/imports");
    REQUIRE(listed.at("items").as_array().size() == 1);
    CHECK(text_at(listed, "/items/0/id") == id);
    CHECK(o.command(open, "erase").status == 404);
}

TEST_CASE("a file that is none, without a kind or of another one is refused and not kept")
{
    office o;
    CHECK(o.post(csv(three), "ani", "").status == 400);
    CHECK(o.post(csv(three), "ani", "?kind=pdf").status == 400);
    CHECK(o.post("PK\x03\x04 nothing", "ani", "?kind=xlsx").status == 400);
    CHECK(o.here.as("ani").get("/api/v1/plans/" + o.plan + "/imports").json().at("items") ==
          boost::json::array());
    const auto kept = o.here.context().data / "files";
    CHECK((!std::filesystem::exists(kept) || std::filesystem::is_empty(kept)));
}

TEST_CASE("an import whose file has problems says which, and is not applied")
{
    office o;
    const auto id = o.made(csv({"x,Pencegahan Konflik,,health,5,orang", three[1]}));
    const auto import = o.read(id);
    REQUIRE_FALSE(import.at("problems").as_array().empty());
    CHECK(text_at(import, "/problems/0/row") == "2");
    const auto no = o.command(id, "apply");
    CHECK(no.status == 409);
    CHECK(o.actions().empty());
}

TEST_CASE("a dry run of apply tells what would be and leaves everything as it is")
{
    office o;
    const auto id = o.made(csv(three));
    const auto done =
        o.here.as("ani").post("/api/v1/imports/" + id + "/commands/apply?dry_run=true", "{}",
                              {{"Content-Type", "application/json"}, {"If-Match", "\"1\""}});
    INFO(done.body);
    CHECK(done.status == 200);
    CHECK(text_at(o.read(id), "/state") == "open");
    CHECK(o.actions().empty());
}

TEST_CASE("an import of a plan that was submitted is refused, as every edit is")
{
    office o;
    o.draft_two();
    const auto id = o.made(csv({row(7, "Ketujuh")}));
    REQUIRE(o.here.command("ani", "plans/" + o.plan, "submit").status == 200);
    const auto no = o.command(id, "apply");
    CHECK(no.status == 409);
    CHECK(text_at(no.json(), "/code") == "wrong_state");
    CHECK(o.post(csv({row(7, "Ketujuh")})).status == 409);
}
