// Three kinds of plan of an office's own live through a year: in July their files become version 2,
// in October they are gone. What lives goes on as before, and what is new takes what is new.
#include "tests/scenarios/support/plan_life.hpp"
#include "tests/scenarios/support/strange_kinds.hpp"
#include <algorithm>

using namespace scenarios;

namespace {

constexpr const char* region = "62.03"; // a district that the demo leaves without a plan
constexpr const char* neighbour = "62.71";

struct office_year {
    explicit office_year(backend which)
        : demo(which, "2026-03-10", {"--kinds", files.path()}), here(demo, region)
    {
        for (const strange_kind& kind : strange_kinds()) plans.emplace_back(here, kind);
    }

    void go_on(const std::string& day, const std::function<void()>& change_files)
    {
        demo.start_anew(day, change_files);
        here.sign_in_anew();
    }
    person& neighbours() { return demo.as("sekretariat.palangkaraya"); }
    person& province() { return demo.as("sekretariat.kalteng"); }
    person& administrator() { return demo.as("admin.kalteng"); }

    kinds_folder files;
    house demo;
    district here;
    std::vector<strange_plan> plans;
    std::map<std::string, std::string> fresh{}; // plans of the neighbour, by kind
};

// Asked for nobody in particular, so that nothing is written; a role that is none is told.
bool can_be_appointed(office_year& year, const std::string& role)
{
    const json::object post{{"user", "nobody"}, {"role", role}, {"region", region}};
    const auto answer = year.administrator().post("/appointments", post);
    CHECK(answer.status == 422);
    return answer.body.find("\"/role\"") == std::string::npos;
}

json::object row_of(person& reader, const std::string& kind, const std::string& of)
{
    return find(reader.all("/overview?year=2026&kind=" + kind), "/region/code", of);
}

void check_year_of(person& reader, const strange_kind& kind, const std::string& of, int version,
                   const std::vector<std::string>& periods)
{
    INFO(of);
    const auto row = row_of(reader, kind.name, of);
    CHECK(row.at("kind_version").to_number<int>() == version);
    CHECK(codes_of(row.at("periods")) == periods);
    const auto dates = reader.see("/periods?year=2026&region=" + of + "&kind=" + kind.name);
    CHECK(dates.at("kind_version").to_number<int>() == version);
    CHECK(codes_of(dates.at("items")) == periods);
}

// Somebody will be reminded of a period of the plan's own, by its own ladder.
void check_rehearsal(strange_plan& plan)
{
    bool is_told = false;
    for (const json::value& message : plan.keeper().all(
             "/rehearsal?year=2026&region=" + std::string(region) + "&kind=" + plan.kind().name))
        for (const json::value& item : message.at("items").as_array())
            is_told |=
                text(message, "state") == "planned" && text(item, "due") == plan.kind().reminded_of;
    INFO(plan.kind().reminded_of);
    CHECK(is_told);
}

void check_export(strange_plan& plan)
{
    const auto file = plan.keeper().get("/plans/" + plan.id() + "/export?format=csv");
    CHECK(file.status == 200);
    for (const std::string& code : plan.kind().periods) {
        INFO(code);
        CHECK(file.body.find(code) != std::string::npos);
    }
}

// All that is asked about a plan of version 1, whatever files there are.
void check_lives_as_made(office_year& year, strange_plan& plan)
{
    const strange_kind& kind = plan.kind();
    const auto seen = plan.keeper().see("/plans/" + plan.id());
    CHECK(text(seen, "state") == "in_force");
    CHECK(seen.at("kind_version").to_number<int>() == 1);
    CHECK(codes_of(seen.at("periods")) == kind.periods);
    check_year_of(plan.keeper(), kind, region, 1, kind.periods);
    check_year_of(year.province(), kind, region, 1, kind.periods);
    check_rehearsal(plan);
    check_export(plan);
    for (const std::string& role : kind.chain) {
        INFO(role);
        CHECK(can_be_appointed(year, role));
    }
}

void check_report(strange_plan& plan, const std::string& period)
{
    const auto done = plan.report(period);
    CHECK(text(done, "state") == "signed_off");
    CHECK(text(done, "class") == plan.kind().class_at_nine_tenths);
    const auto row = row_of(plan.keeper(), plan.kind().name, region);
    const auto& counted = find(row.at("periods").as_array(), "/code", period);
    CHECK(counted.at("signed").to_number<int>() >= 1);
}

// Of every version that is kept or has a file: which new plans take, and which have a file.
using versions = std::map<int, std::pair<bool, bool>>;

versions versions_of(person& reader, const std::string& kind, const std::string& query)
{
    versions out;
    for (const json::value& each : reader.all("/kinds" + query))
        if (text(each, "name") == kind)
            out[each.at("version").to_number<int>()] = {each.at("for_new_plans").as_bool(),
                                                        each.at("has_file").as_bool()};
    return out;
}

void march(office_year& year, strange_plan& plan)
{
    plan.import_matrix();
    plan.go_through_review_and_chain();
    plan.adopt();
    check_report(plan, plan.kind().reported[0]);
    plan.report_to_region_above(plan.kind().reported[0]);
    check_lives_as_made(year, plan);
    CHECK_FALSE(can_be_appointed(year, plan.kind().next_role));
}

json::object action_in(const strange_kind& kind, const std::string& phase,
                       const std::string& agency)
{
    json::array targets;
    for (const std::string& period : kind.next_periods)
        targets.push_back({{"period", period}, {"text", "10"}, {"quantity", 10}, {"unit", "desa"}});
    return {{"phase", phase},
            {"title", "Pendampingan desa"},
            {"lead_agency", {{"id", agency}}},
            {"success_criterion", "Desa didampingi"},
            {"targets", std::move(targets)}};
}

// A plan of this July takes version 2, beside the one that has version 1.
void begin_beside(office_year& year, const strange_kind& kind)
{
    person& keeper = year.neighbours();
    const auto made = keeper.make(
        "/plans",
        {{"kind", kind.name}, {"region", neighbour}, {"year", 2026}, {"title", "Rencana baru"}});
    const std::string id = year.fresh[kind.name] = text(made, "id");
    CHECK(made.at("kind_version").to_number<int>() == 2);
    CHECK(codes_of(made.at("periods")) == kind.next_periods);
    const auto agencies = keeper.all("/agencies?region=" + std::string(neighbour));
    const std::string agency = text(find(agencies, "/short_name", "Dinas Sosial"), "id");
    year.administrator().make("/appointments", {{"user", year.demo.as("sahli.palangkaraya").id()},
                                                {"role", kind.next_role},
                                                {"region", neighbour}});
    keeper.make("/plans/" + id + "/actions", action_in(kind, kind.next_phase, agency));
    keeper.done("plans", id, "submit");
    check_year_of(keeper, kind, neighbour, 2, kind.next_periods);
    check_year_of(year.province(), kind, neighbour, 2, kind.next_periods);
}

void july(office_year& year, strange_plan& plan)
{
    const strange_kind& kind = plan.kind();
    begin_beside(year, kind);
    check_lives_as_made(year, plan);
    check_report(plan, kind.reported[1]);
    plan.amend();
    check_lives_as_made(year, plan);
    CHECK(can_be_appointed(year, kind.next_role));
    CHECK(versions_of(plan.keeper(), kind.name, "") == versions{{2, {true, true}}});
    CHECK(versions_of(plan.keeper(), kind.name, "?all=true") ==
          versions{{1, {false, false}}, {2, {true, true}}});
}

void october(office_year& year, strange_plan& plan)
{
    const strange_kind& kind = plan.kind();
    check_lives_as_made(year, plan);
    check_report(plan, kind.reported[2]);
    check_year_of(year.neighbours(), kind, neighbour, 2, kind.next_periods);
    CHECK(versions_of(plan.keeper(), kind.name, "").empty());
    CHECK(versions_of(plan.keeper(), kind.name, "?all=true") ==
          versions{{1, {false, false}}, {2, {false, false}}});
    const auto refused = plan.keeper().post(
        "/plans",
        {{"kind", kind.name}, {"region", region}, {"year", 2027}, {"title", "Tanpa berkas"}});
    CHECK(refused.status == 422);
    CHECK(refused.body.find("\"/kind\"") != std::string::npos);
}

// Nobody waits any more for the chain of version 2.
void last_of_version_2_is_cancelled(office_year& year, strange_plan& plan)
{
    const strange_kind& kind = plan.kind();
    CHECK(can_be_appointed(year, kind.next_role));
    person& keeper = year.neighbours();
    keeper.done("plans", year.fresh.at(kind.name), "recall", {{"reason", "Dibatalkan"}});
    keeper.done("plans", year.fresh.at(kind.name), "cancel", {{"reason", "Dibatalkan"}});
    CHECK_FALSE(can_be_appointed(year, kind.next_role));
}

} // namespace

TEST_CASE("plans of an office's own kinds live on as made when their files are raised, and without")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    office_year year(which);
    const auto each = [&](void (*visit)(office_year&, strange_plan&)) {
        for (strange_plan& plan : year.plans) {
            INFO(plan.kind().name);
            visit(year, plan);
        }
    };
    each(march);
    year.go_on("2026-07-06", [&] { year.files.raise(); });
    each(july);
    year.go_on("2026-10-05", [&] { year.files.clear(); });
    each(october);
    each(last_of_version_2_is_cancelled);
    check_verify(year.demo.program());
}

TEST_CASE("a server that starts says which kinds it found, in which versions, and where")
{
    const kinds_folder files;
    running_rampung program("serve", backend::sqlite, {"--kinds", files.path()});
    const std::string said = program.printed();
    CHECK(said.find(R"("name":"rad_pks","version":1)") != std::string::npos);
    CHECK(said.find(R"("found":"embedded","for_new_plans":true)") != std::string::npos);
    CHECK(said.find(R"("found":")" + files.path() + R"(","for_new_plans":true)") !=
          std::string::npos);
    program.stop();
}
