// A programme of two years goes over New Year: what is asked in its second year finds it, its
// periods say the year they are in, and no second plan comes between.
#include "tests/scenarios/support/plan_life.hpp"
#include "tests/scenarios/support/strange_kinds.hpp"

using namespace scenarios;

namespace {

constexpr const char* region = "62.03"; // a district that the demo leaves without a plan

http_reply begin_another(strange_plan& plan, int year)
{
    return plan.keeper().post("/plans", {{"kind", plan.kind().name},
                                         {"region", region},
                                         {"year", year},
                                         {"title", "Program lain"}});
}

void check_in_the_way(strange_plan& plan)
{
    for (const int year : {2025, 2026, 2027}) {
        INFO(year);
        const auto refused = begin_another(plan, year);
        CHECK(refused.status == 409);
        CHECK(refused.body.find("Rencana rad_dwitahun (2026–2027)") != std::string::npos);
    }
}

void check_found_in(person& reader, strange_plan& plan, const std::string& year)
{
    INFO(year);
    const std::string asked = "year=" + year + "&kind=" + plan.kind().name;
    const auto row = find(reader.all("/overview?" + asked), "/region/code", region);
    CHECK(text(row, "plan") == plan.id());
    CHECK(row.at("year").to_number<int>() == 2026);
    CHECK(row.at("years").to_number<int>() == 2);
    CHECK(text(row.at("periods").at(2), "title") == "S3 2027");
    const auto dates = reader.see("/periods?region=" + std::string(region) + "&" + asked);
    CHECK(dates.at("year").to_number<int>() == 2026);
    CHECK(text(dates.at("items").at(2), "from") == "2027-01-01");
    CHECK(reader.all("/plans?" + asked + "&region=" + region).size() == 1);
    CHECK(reader.all("/targets?" + asked + "&region=" + region).size() == 8);
    CHECK(reader.all("/reports?" + asked + "&region=" + region).size() == 4);
}

bool is_reminded(strange_plan& plan, const std::string& year, const std::string& due)
{
    bool found = false;
    for (const json::value& message : plan.keeper().all(
             "/rehearsal?year=" + year + "&region=" + region + "&kind=" + plan.kind().name))
        for (const json::value& item : message.at("items").as_array())
            found |= text(message, "state") == "planned" && text(item, "due") == due;
    return found;
}

bool has_title(const json::array& items, const std::string& part)
{
    bool found = false;
    for (const json::value& each : items)
        found |= text(each, "title").find(part) != std::string::npos;
    return found;
}

} // namespace

TEST_CASE("a programme of two years goes on over New Year, found and named by its years")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    const kinds_folder files;
    house demo(which, "2026-03-10", {"--kinds", files.path()});
    district here(demo, region);
    strange_plan plan(here, strange_kinds().at(2));
    REQUIRE(plan.kind().name == "rad_dwitahun");
    plan.import_matrix();
    plan.go_through_review_and_chain();
    plan.adopt();
    CHECK(text(plan.report("S1"), "state") == "signed_off");
    for (const char* year : {"2026", "2027"}) check_found_in(plan.keeper(), plan, year);
    check_in_the_way(plan);
    CHECK(is_reminded(plan, "2027", "2027-07-15"));

    demo.start_anew("2027-02-10", [] {});
    here.sign_in_anew();
    CHECK(text(plan.report("S3"), "state") == "signed_off");
    for (const char* year : {"2026", "2027"}) check_found_in(plan.keeper(), plan, year);
    check_in_the_way(plan);
    CHECK(has_title(here.as("staf.dp3appkb").all("/inbox"), "S3 2027"));
    CHECK(has_title(plan.keeper().all("/inbox"), "S3 2027"));
    CHECK(is_reminded(plan, "2027", "2027-07-15"));
    CHECK(begin_another(plan, 2028).status == 201);
    check_verify(demo.program());
}
