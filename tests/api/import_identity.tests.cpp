// Which action a row of an import is: never another one, and never an older one than is there.
#include "tests/api/support/import_office.hpp"

using namespace import_office;

TEST_CASE("rows numbered anew are asked about once, and their actions go on under new numbers")
{
    office o;
    o.take_in(csv(three));
    const auto peta = text_at(o.actions().at(1), "/id");
    const auto id =
        o.made(csv({row(1, "Peta rawan konflik", "social"), row(2, "Sosialisasi Huma Betang")}));
    const auto import = o.read(id);
    CHECK(asked(import) == "renumbered; missing; ");
    CHECK(kinds(import) == "renumbered 1; renumbered 2; missing 4; ");
    const auto no = o.command(id, "apply");
    CHECK(no.status == 409);
    CHECK(text_at(no.json(), "/code") == "guard");
    REQUIRE(o.change(id, R"({"answers":{"renumbered":"same"}})").status == 200);
    REQUIRE(o.command(id, "apply").status == 200);
    // The one that is missing is kept, and makes room.
    CHECK(o.titles() ==
          "1 Peta rawan konflik; 2 Sosialisasi Huma Betang; 4 Pelatihan mediator desa; ");
    CHECK(text_at(o.actions().at(0), "/id") == peta);
}

TEST_CASE("a row that has an action's number and another title inherits nothing unless one says so")
{
    office o;
    o.take_in(csv(three));
    const auto former = text_at(o.actions().at(1), "/id");
    const auto id = o.made(csv({three[0], row(2, "Pengadaan kendaraan", "social"), three[2]}));
    CHECK(asked(o.read(id)) == "unsure; ");
    CHECK(o.command(id, "apply").status == 409);
    const auto answered = o.change(id, R"({"answers":{"unsure":"new"}})");
    REQUIRE(answered.status == 200);
    CHECK(asked(answered.json()) == "unsure; missing; ");
    CHECK(answered.json().at("remarks").as_array().size() == 1); // number 2 becomes 4
    REQUIRE(o.command(id, "apply").status == 200);
    for (const auto& each : o.actions())
        CHECK((text_at(each, "/id") == former) ==
              (text_at(each, "/title") == "Peta rawan konflik"));
}

TEST_CASE("unsure rows can be answered one by one")
{
    office o;
    o.take_in(csv(three));
    const auto id =
        o.made(csv({row(1, "Sekolah damai"), row(2, "Pengadaan kendaraan", "social"), three[2]}));
    const auto each = o.change(id, R"({"answers":{"unsure":"each"}})");
    REQUIRE(each.status == 200);
    CHECK(asked(each.json()) == "unsure; unsure::2; unsure::3; ");
    CHECK(o.command(id, "apply").status == 409);
    REQUIRE(o.change(id, R"({"answers":{"unsure::2":"same","unsure::3":"new"}})").status == 200);
    REQUIRE(o.command(id, "apply").status == 200);
    CHECK(o.titles() == "1 Sekolah damai; 2 Pengadaan kendaraan; 3 Sosialisasi Huma Betang; "
                        "4 Peta rawan konflik; ");
}

TEST_CASE("an older export does not overwrite somebody's later edit unless one says so")
{
    office o;
    o.take_in(csv(three));
    const auto old = o.here.as("ani").get("/api/v1/plans/" + o.plan + "/export?format=csv").body;
    const auto first = text_at(o.actions().at(0), "/id");
    const auto edited =
        o.here.as("arif").send("PATCH", "/api/v1/actions/" + first, R"({"location":"Kapuas"})",
                               {{"Content-Type", "application/json"}, {"If-Match", "\"1\""}});
    REQUIRE(edited.status == 200);
    const auto id = o.made(old);
    const auto import = o.read(id);
    CHECK(kinds(import) == "changed 1; same 2; same 3; ");
    CHECK(import.at("changes").at(0).at("kept").as_bool());
    CHECK(text_at(import, "/changes/0/fields/0/before") == "Kapuas");
    CHECK(asked(import) == "changed_since; ");
    REQUIRE(o.command(id, "apply").status == 200);
    CHECK(text_at(o.actions().at(0), "/location") == "Kapuas");
    const auto again = o.made(old);
    REQUIRE(o.change(again, R"({"answers":{"changed_since":"file"}})").status == 200);
    REQUIRE(o.command(again, "apply").status == 200);
    CHECK(text_at(o.actions().at(0), "/location") == "");
}

TEST_CASE("the one-shot refuses an older export that would overwrite somebody's edit")
{
    office o;
    o.take_in(csv(three));
    const auto old = o.here.as("ani").get("/api/v1/plans/" + o.plan + "/export?format=csv").body;
    const auto first = text_at(o.actions().at(0), "/id");
    REQUIRE(o.here.as("arif")
                .send("PATCH", "/api/v1/actions/" + first, R"({"location":"Kapuas"})",
                      {{"Content-Type", "application/json"}, {"If-Match", "\"1\""}})
                .status == 200);
    const auto no = o.here.as("ani").post("/api/v1/plans/" + o.plan + "/import?format=csv", old,
                                          {{"Content-Type", "text/csv"}});
    CHECK(no.status == 422);
    CHECK(text_at(no.json(), "/problems/0/column") == "ID");
    CHECK(text_at(o.actions().at(0), "/location") == "Kapuas");
}
