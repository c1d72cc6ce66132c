// Requests in the order in which offices make them.
#include "tests/scenarios/support/plan_life.hpp"
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace scenarios {

void plan_life::begin(const std::string& region, const std::string& kind, int year)
{
    id = text(keeper().make("/plans", {{"kind", kind},
                                       {"region", region},
                                       {"year", year},
                                       {"title", "RAD " + region + " " + std::to_string(year)}}),
              "id");
}

void plan_life::import_matrix()
{
    const auto report = keeper().send("POST", "/plans/" + id + "/import?format=xlsx",
                                      matrix_file("rad-kalteng-2026.xlsx"),
                                      {{"Content-Type", "application/octet-stream"}});
    REQUIRE(expect(200, report, "import").at("accepted").to_number<int>() == 17);
}

json::object plan_life::add_action(const std::string& agency, const std::string& title)
{
    json::array targets;
    for (const char* period : {"B04", "B08", "B12"})
        targets.push_back(
            {{"period", period}, {"text", "10"}, {"quantity", 10}, {"unit", "kegiatan"}});
    return keeper().make("/plans/" + id + "/actions",
                         {{"phase", "prevention"},
                          {"title", title},
                          {"lead_agency", {{"id", agency}}},
                          {"success_criterion", "Terlaksana dengan notulen"},
                          {"targets", std::move(targets)}});
}

json::object plan_life::submit()
{
    return keeper().done("plans", id, "submit");
}

void plan_life::confirm_all()
{
    for (const json::value& review : reviews()) {
        if (text(review, "state") != "pending") continue;
        const auto& head = at.holder("agency_head", text(review.at("agency"), "id"));
        at.as(head.username).done("reviews", text(review, "id"), "confirm");
    }
}

void plan_life::approve()
{
    for (const json::value& stage : keeper().all("/plans/" + id + "/approvals"))
        if (text(stage, "state") == "pending")
            at.as(sahli).done("approvals", text(stage, "id"), "approve");
}

void plan_life::adopt()
{
    keeper().done("plans", id, "adopt",
                  {{"decree_number", "188.44/17/2026"}, {"decree_date", "2026-03-09"}});
}

void plan_life::come_into_force()
{
    submit();
    confirm_all();
    approve();
    adopt();
}

json::array plan_life::targets(const std::string& period)
{
    return keeper().all("/targets?plan=" + id + "&period=" + period);
}

std::string matrix_file(const std::string& name)
{
    const auto path = std::filesystem::path(RAMPUNG_SOURCE_DIR) / "tests" / "data" / name;
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

const json::object& find(const json::array& items, std::string_view pointer,
                         const std::string& value)
{
    for (const json::value& item : items)
        if (item.at_pointer(pointer).as_string() == value) return item.as_object();
    throw std::runtime_error("expected an item whose " + std::string(pointer) + " is " + value +
                             ", found none");
}

std::string pdf(const std::string& what)
{
    return "%PDF-1.4\n" + what + "\n%%EOF\n";
}

void report_target(person& staff, const std::string& target, const std::string& achievement)
{
    const std::string path = "/targets/" + target;
    staff.change(path, {{"achievement", achievement}, {"achieved_quantity", 9}});
    staff.upload(path + "/evidence",
                 {"laporan.pdf", pdf(achievement), {{"kind", "laporan_kegiatan"}}});
    staff.done("targets", target, "report");
}

void check_numbering(const json::array& history)
{
    std::int64_t expected = 1;
    for (const json::value& event : history) {
        INFO(text(event, "name"));
        REQUIRE(event.at("seq").to_number<std::int64_t>() == expected);
        ++expected;
    }
    CHECK(expected > 1);
}

void check_verify(const running_rampung& program)
{
    const auto verified = run_rampung(
        {"verify", "--database", program.database_url(), "--data", program.data().string()});
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
}

} // namespace scenarios
